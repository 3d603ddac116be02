/** The names in a document that may be an original: what its reading found, and other words that capitals hold together. */

import type { Span } from '../../core/index.ts';
import type { OriginalName } from './from-original.ts';

/** What is read of a document for its names: a Reading has it, and so has every later stage of the path. */
export interface Named {
  readonly mentions: readonly { readonly span: Span; readonly kind: string }[];
  readonly relations: readonly { readonly level: string }[];
}

const KINDS: Readonly<Record<string, OriginalName['kind']>> = {
  person: 'person',
  organization: 'organization',
  state: 'place',
  place: 'place',
};

const WORD = "\\p{Lu}[\\p{L}\\p{M}\\p{N}’'-]*";
/** Two capitalised words or more, joined by nothing but small words: "Comprehensive Strategic Partnership", "Ministry of Fisheries". */
const CAPITALS = new RegExp(`${WORD}(?: (?:(?:of|for) (?:the )?)?${WORD})+`, 'gu');

/** Names first found by the reading, then the rest, without overlap. Left to right. */
export function namesOf(text: string, { mentions, relations }: Named): OriginalName[] {
  const names: OriginalName[] = [];
  const free = ([start, end]: Span): boolean => names.every(({ span }) => end <= span[0] || span[1] <= start);
  const byLength = [...mentions].sort(
    (a, b) => b.span[1] - b.span[0] - (a.span[1] - a.span[0]) || a.span[0] - b.span[0],
  );
  for (const { span, kind } of byLength) {
    const own = KINDS[kind];
    const name = own === undefined ? null : capitals(text, span);
    if (own !== undefined && name !== null && free(name)) names.push({ span: name, kind: own });
  }
  const levels = new Set(relations.map(({ level }) => level.toLowerCase()));
  for (const { 0: words, index } of blanked(text, names).matchAll(CAPITALS))
    names.push({ span: [index, index + words.length], kind: levels.has(words.toLowerCase()) ? 'relation' : 'title' });
  return names.sort((a, b) => a.span[0] - b.span[0]);
}

/** From the first to the last capitalised word of a mention: "the Harbour Agency" without its article. */
function capitals(text: string, [start, end]: Span): Span | null {
  const words = [...text.slice(start, end).matchAll(/(?<![\p{L}\p{N}])\p{Lu}[^\s,;:“”"()]*/gu)];
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return null;
  const to = start + last.index + last[0].replace(/(?:['’]s)?[.!?’']*$/u, '').length;
  return [start + first.index, to];
}

/** The text with a bar for each unit of a name: the offsets stay. */
function blanked(text: string, names: readonly OriginalName[]): string {
  let [rest, at] = ['', 0];
  for (const { span } of [...names].sort((a, b) => a.span[0] - b.span[0])) {
    rest += text.slice(at, span[0]) + '|'.repeat(span[1] - span[0]);
    at = span[1];
  }
  return rest + text.slice(at);
}
