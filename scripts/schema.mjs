// Writes docs/reading.schema.json from the built zod schema.
import { writeFileSync } from 'node:fs';
import { readingJsonSchema } from '../dist/reading/schema.js';

writeFileSync(
  new URL('../docs/reading.schema.json', import.meta.url),
  `${JSON.stringify(readingJsonSchema(), null, 2)}\n`,
);
