/** Those who hold what a phrase tells: "rebel columns", "militant hideouts", "police posts". */

import type { Actor } from '../../core/index.ts';
import { children, lemmaOf, spanOf } from '../../language/tree.ts';
import { unnamed } from './cast.ts';
import type { Scene } from './scene.ts';

/** Whose things a first noun tells: "rebel columns", "militant hideouts", "police posts". */
const ARMED: ReadonlySet<string> = new Set(['REB', 'UAF', 'COP', 'MIL']);
const HELD =
  /^(column|position|trench|hideout|camp|base|stronghold|post|outpost|convoy|line|target|checkpoint|fighter|force|unit|depot|barrack|station|vehicle|truck|boat|patrol|bunker|cell|redoubt|enclave|commander|leader|chief|spokesman|spokesperson|group|faction|movement|alliance|coalition)$/;

/** "rebel columns": those who hold the columns. Null for what nobody armed holds. */
export function forcesOf(scene: Scene, token: number, phrase: readonly number[]): Actor | null {
  const { sent, doc } = scene;
  if (!HELD.test(lemmaOf(sent, token))) return null;
  for (const c of children(sent, token, 'compound', 'amod')) {
    const sector = scene.things.people.get(lemmaOf(sent, c)) ?? (lemmaOf(sent, c) === 'police' ? 'COP' : null);
    if (sector === null || !ARMED.has(sector)) continue;
    const span = spanOf(
      sent,
      phrase.filter((w) => !/^(DET|NUM|PUNCT)$/.test(sent.tokens[w]?.upos ?? '')),
    );
    if (span) return { ...unnamed(doc.article.text.slice(span[0], span[1]), span), sector };
  }
  return null;
}
