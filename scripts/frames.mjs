// Parses the frame files ahead of their use: dist/findings/frames.json, which counts while its hash is that of the files.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PARSED, parsedFrames } from '../dist/findings/events/frame-files.js';

writeFileSync(PARSED, JSON.stringify(parsedFrames(fileURLToPath(new URL('../data/frames', import.meta.url)))));
