/** `chancery relation A B`: where two parties stand and stood, with the words it rests on. */

import { ChanceryError, loadKnowledge, relationHistory, standingOn } from '../index.ts';
import type { ExitCode } from './main.ts';
import { type Globals, paint, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';
import { clean } from './summary.ts';

export async function relation(
  globals: Globals,
  a: string,
  b: string,
  options: { readonly on?: string; readonly json?: boolean },
): Promise<ExitCode> {
  const knowledge = await loadKnowledge();
  const code = (name: string): string => {
    const found = knowledge.country(name)?.iso3;
    if (found !== undefined) return found;
    // The code of a party that is no country: UNO, EUR.
    if (/^[A-Z]{3}$/.test(name)) return name;
    throw new ChanceryError('bad-argument', `no country is called ${name}`);
  };
  const claims = await withRecord(globals, (record) => record.relationClaims(code(a), code(b)));
  const history = await relationHistory(code(a), code(b), claims, knowledge);
  const standing = options.on === undefined ? null : await standingOn(history, options.on);
  if (options.json) {
    await writeJson(standing === null ? history : { ...history, standing });
    return 0;
  }
  const style = paint(process.stdout);
  const shown = standing ?? history.intervals;
  for (const { level, ladder, from, to, step, claims: said, disagreements } of shown) {
    await write(
      `${style('bold', `${from ?? '?'} – ${to ?? 'now'}`)}  ${level}${ladder ? ` (${ladder})` : ''}  ${style('dim', step ? `table: ${step.source} [${step.confidence}]` : 'from documents')}\n`,
    );
    for (const claim of said)
      await write(
        `    “${clean(claim.quote)}” ${style('dim', `${claim.publisher ?? ''} ${claim.published ?? ''} ${claim.document}`)}\n`,
      );
    for (const { claim, why } of disagreements)
      await write(`    ${style('yellow', 'differs')}: ${why} – “${clean(claim.quote)}”\n`);
  }
  if (shown.length === 0) await write('no step is known\n');
  for (const claim of history.sought)
    await write(
      `${style('dim', 'sought')}  ${claim.relation.level}: “${clean(claim.quote)}” ${style('dim', claim.published ?? '')}\n`,
    );
  return 0;
}
