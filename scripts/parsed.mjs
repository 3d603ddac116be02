// Parses the YAML tables of events ahead of their use: dist/findings/parsed.json.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hashOf, PARSED, parseText } from '../dist/findings/events/yaml.js';

const parsed = {};
for (const folder of ['frames', 'events']) {
  const path = fileURLToPath(new URL(`../data/${folder}`, import.meta.url));
  for (const name of readdirSync(path).filter((file) => file.endsWith('.yaml'))) {
    const text = readFileSync(`${path}/${name}`, 'utf8');
    parsed[hashOf(text)] = parseText(text);
  }
}
writeFileSync(PARSED, JSON.stringify(parsed));
