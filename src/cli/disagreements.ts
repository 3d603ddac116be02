/** `chancery disagreements`: facts whose documents differ, both sides shown. */

import type { ExitCode } from './main.ts';
import { type Globals, paint, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';
import { clean, who } from './summary.ts';

export async function disagreements(
  globals: Globals,
  actor: string | undefined,
  other: string | undefined,
  options: { readonly all?: boolean; readonly limit?: number; readonly json?: boolean },
): Promise<ExitCode> {
  const found = await withRecord(globals, (record) =>
    record.facts({ actor, other, disagreeing: true, limit: options.limit }),
  );
  const items = found.items.filter(
    (fact) => options.all || fact.disagreements.some(({ verdict }) => verdict === 'conflict'),
  );
  if (options.json) return writeJson({ ...found, items }).then(() => 0);
  const style = paint(process.stdout);
  for (const fact of items) {
    await write(
      `${style('bold', fact.day ?? 'no date')} ${fact.event.type} ${clean(who(fact.event))}  ${style('dim', fact.id)}\n`,
    );
    for (const { slot, verdict, why, sides } of fact.disagreements) {
      await write(`    ${style(verdict === 'conflict' ? 'red' : 'yellow', verdict)} in ${slot}: ${why}\n`);
      for (const { value, claims } of sides) {
        const claim = fact.claims.find(({ id }) => claims.includes(id));
        await write(
          `        ${value} (${claims.length}): “${clean(claim?.quote ?? '')}” ${style('dim', claim?.publisher ?? '')}\n`,
        );
      }
    }
  }
  if (items.length === 0) await write('no fact is told in ways that cannot both be\n');
  return 0;
}
