/**
 * Spin gate and standoff restoration: whether a machine exchanged the words of a text for synonyms, and what names and terms stood there.
 * The text never changes; restorations stand beside it, and only behind the gate, since repairs on genuine text would be false.
 */

import type { Article, Restoration, Restored } from '../core/index.ts';
import { overlaps } from '../core/index.ts';
import { findGarbledNames, findWording, type WordingHit } from './find.ts';
import { gate, isDoubtful } from './gate.ts';
import { findReplaced } from './replaced.ts';
import type { RestoreTables } from './tables.ts';
import { wordsOf } from './words.ts';

export { findGarbledNames } from './find.ts';
export { loadRestoreTables } from './load.ts';
export type { RestoreTables } from './tables.ts';
export { wordsOf } from './words.ts';

/** Pure; never throws on content. Spans are of `article.text`. */
export function restore(article: Article, tables: RestoreTables): Restored {
  const words = wordsOf(article.text);
  const hits = findWording(words, tables);
  const replaced = findReplaced(words, tables.commoner);
  const garbled = isDoubtful(hits, replaced) ? findGarbledNames(article.text, words, tables) : [];
  const { spun, flags } = gate(hits, garbled, replaced, article.text, words.length);
  if (!spun) return { article, restorations: [], spun, flags };
  const widely = findGarbledNames(article.text, words, tables, tables.widely()).filter(
    ({ span }) => !garbled.some((name) => overlaps(name.span, span)),
  );
  const names = [...garbled, ...widely].map((name) => matchCase(name));
  const terms = hits
    .filter((hit) => hit.wording.usual !== '' && !names.some((name) => overlaps(name.span, hit.span)))
    .map((hit) => termRestoration(article.text, hit));
  return { article, restorations: [...names, ...terms].sort((a, b) => a.span[0] - b.span[0]), spun, flags };
}

function termRestoration(text: string, { span, wording }: WordingHit): Restoration {
  return matchCase({
    span,
    from: text.slice(...span),
    to: wording.usual,
    kind: 'term',
    basis: `rewritten wording: ${wording.pattern}`,
    confidence: Math.min(0.95, 0.6 + wording.weight * 0.15),
  });
}

/** "International" at the head of a name becomes "Foreign", and "Complete Strategic Partnership" keeps its capitals. */
function matchCase(restoration: Restoration): Restoration {
  const { from, to } = restoration;
  const capitals = from.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word)).length;
  if (capitals === 0 || /\p{Lu}/u.test(to)) return restoration;
  const up = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return { ...restoration, to: capitals > 1 ? to.split(' ').map(up).join(' ') : up(to) };
}
