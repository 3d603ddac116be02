/** `chancery doctor`: everything that could be wrong, checked. */

import type { ExitCode } from './main.ts';
import { type Globals, paint, write, writeJson } from './output.ts';
import { withRecord } from './record.ts';

export async function doctor(
  globals: Globals,
  options: { readonly deep?: boolean; readonly json?: boolean },
): Promise<ExitCode> {
  const checks = await withRecord(globals, (record) => record.doctor({ deep: options.deep ?? false }));
  if (options.json) await writeJson({ ok: checks.every((check) => check.ok), checks });
  else {
    const style = paint(process.stdout);
    await write(
      checks
        .map(
          ({ name, ok, detail }) =>
            `${ok ? style('green', 'ok ') : style('red', 'BAD')} ${name.padEnd(12)} ${detail}\n`,
        )
        .join(''),
    );
  }
  return checks.every((check) => check.ok) ? 0 : 1;
}
