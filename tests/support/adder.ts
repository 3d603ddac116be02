/** A program to be killed: adds made-up documents to the record in the given folder, and prints each one it may rely on. */

import { openRecord } from '../../src/store/index.ts';
import { entry } from './readings.ts';

const [dir, from] = process.argv.slice(2) as [string, string];
const record = await openRecord({ dir });
process.stdout.write('open\n');
for (let n = Number(from); ; n += 5) {
  const batch = Array.from({ length: 5 }, (_, i) =>
    entry({ id: `${n + i}`, events: [`USA meets VNM on 2021-08-06`, `USA calls VNM`] }),
  );
  await record.add(batch);
  process.stdout.write(`${n + 5}\n`);
}
