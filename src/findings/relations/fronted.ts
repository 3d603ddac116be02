/** Parties told before the level: "with Tokyo it has a …, with Seoul a …". */

import type { Mentioned, Sentence } from '../../core/index.ts';
import { mentionsIn } from '../../mentions/index.ts';
import { codesOf } from './code.ts';
import type { Label } from './label.ts';
import type { Listed } from './list.ts';
import { runBefore, runFrom } from './run.ts';

export interface Fronted {
  readonly names: readonly Listed[];
  /** Whoever stands between those names and the level; empty when it says only "a …". */
  readonly owners: readonly string[];
}

const BETWEEN =
  /^(,|has|have|had|'s|been|enjoys?|maintains?|keeps?|shares?|already|also|now|long|since|only|an?|its|the)$/i;

const namesBefore = (doc: Mentioned, sent: Sentence, end: number, from: number): Listed[] =>
  runBefore(doc, sent, sent.tokens[end - 1]?.form === ',' ? end - 1 : end, from);

/** The names behind the last "with" in front of the level, when nothing but its owner and "has" comes between; else null. */
export function fronted(doc: Mentioned, sent: Sentence, label: Label): Fronted | null {
  for (let at = label.first - 1; at >= label.after; at--) {
    const form = sent.tokens[at]!.form.toLowerCase();
    if (form === ';' || label.first - at > 14) return null;
    if (form !== 'with') continue;
    // "India, with which it has a …"
    const which = /^(which|whom)$/i.test(sent.tokens[at + 1]!.form);
    const names = which ? namesBefore(doc, sent, at, label.after) : runFrom(doc, sent, at + 1);
    const last = names.at(-1);
    if (last === undefined || (!which && at > 0 && !/^[,;:]$|^and$/.test(sent.tokens[at - 1]!.form))) return null;
    const behind = which ? at + 2 : sent.tokens.findIndex((token) => token.start >= last.span[1]);
    const owners: string[] = [];
    for (let word = behind; word < label.first; word++) {
      const token = sent.tokens[word]!;
      const mention = mentionsIn(doc, sent.index).find(
        (one) => one.span[0] <= token.start && token.end <= one.span[1] && codesOf(doc, one).length > 0,
      );
      if (mention !== undefined) owners.push(...codesOf(doc, mention));
      else if (!BETWEEN.test(token.form) && !/^(it|they|we)$/i.test(token.form) && token.upos !== 'ADJ') return null;
    }
    return { names, owners: [...new Set(owners)] };
  }
  return null;
}
