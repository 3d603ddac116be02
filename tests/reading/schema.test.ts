import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { readingJsonSchema } from '../../src/reading/schema.ts';

const committed = new URL('../../docs/reading.schema.json', import.meta.url);

test('docs/reading.schema.json is what the zod schema says (npm run schema writes it)', () => {
  expect(JSON.parse(readFileSync(committed, 'utf8'))).toEqual(readingJsonSchema());
});

test('the JSON Schema is valid 2020-12', () => {
  expect(() => new Ajv2020({ strict: false }).compile(readingJsonSchema())).not.toThrow();
});
