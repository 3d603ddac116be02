/** `chancery parse`: CoNLL-U from raw text, or for given tokens. */
import type { ExitCode } from './main.ts';
import type { Globals } from './output.ts';

export async function parse(
  _globals: Globals,
  _file: string,
  _options: { readonly conlluIn?: string; readonly json?: boolean; readonly svg?: boolean },
): Promise<ExitCode> {
  return 2;
}
