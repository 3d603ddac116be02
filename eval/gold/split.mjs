// Knows which half of the gold an item belongs to, and checks the files against it: node eval/gold/split.mjs
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** "test" when the first hex digit of sha256(id) is 0 to 7, else "tune". */
export function splitOf(id) {
  return Number.parseInt(createHash('sha256').update(id).digest('hex').charAt(0), 16) < 8 ? 'test' : 'tune';
}

export function readItems(name) {
  const path = fileURLToPath(new URL(`diplomatic/${name}.jsonl`, import.meta.url));
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let wrong = 0;
  for (const name of ['sentences', 'documents']) {
    const count = { tune: 0, test: 0 };
    for (const item of readItems(name)) {
      const split = splitOf(item.id);
      count[split] += 1;
      if (item.split !== split) {
        wrong += 1;
        console.error(`${item.id}: says ${item.split}, is ${split}`);
      }
    }
    console.log(`${name}: ${count.tune} tune, ${count.test} test`);
  }
  process.exitCode = wrong === 0 ? 0 : 1;
}
