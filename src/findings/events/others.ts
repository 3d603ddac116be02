/** States that nobody names: "its neighbours", "donors", "both sides", "the two countries". */

import type { Actor } from '../../core/index.ts';
import {
  children,
  clauseOf,
  coordination,
  hasRelation,
  isWithin,
  lemmaOf,
  possessorsOf,
  spanOf,
  subjectsOf,
} from '../../language/tree.ts';
import { actorsOf } from '../../mentions/index.ts';
import { unnamed } from './cast.ts';
import type { Scene } from './scene.ts';

const SIDES = new Set([
  'side',
  'country',
  'nation',
  'party',
  'neighbour',
  'neighbor',
  'government',
  'capital',
  'state',
]);

/** Several states that nobody names. */
const PLURALS = new Set(['nation', 'country', 'partner', 'ally', 'neighbour', 'neighbor', 'donor', 'creditor', 'side']);

/**
 * "its neighbours", "his European partners", "donors": states that nobody names, not people next door. Null for what
 * else the noun may be ("a strategic partner", "the partners' road"); with names right behind, those named.
 */
export function othersOf(
  scene: Scene,
  token: number,
  phrase: readonly number[],
  doer: boolean,
): readonly Actor[] | null {
  const { sent, doc } = scene;
  const lemma = lemmaOf(sent, token);
  if (!PLURALS.has(lemma) || sent.tokens[token]?.xpos !== 'NNS') return null;
  if (phrase.some((w) => scene.headed.get(w)?.code)) return null;
  const words = phrase.filter((w) => !/^(DET|PUNCT)$/.test(sent.tokens[w]?.upos ?? ''));
  const possessed = possessorsOf(sent, token).some((w) => sent.tokens[w]?.upos === 'PRON');
  if (!possessed && (doer || (scene.things.none.has(lemma) && words.length > 1))) return null;
  const span = spanOf(sent, words);
  if (span === null) return null;
  const named = scene.mentions.find((m) => m.kind === 'state' && m.form === 'name' && m.span[0] === span[1] + 1);
  if (possessed && named !== undefined) return actorsOf(doc, named);
  return [unnamed(doc.article.text.slice(span[0], span[1]), span)];
}

/** "both sides", "the two countries", "the three neighbours": parties of a talk that nobody names here. */
export const isSides = (scene: Scene, token: number): boolean => {
  const { sent } = scene;
  if (!SIDES.has(lemmaOf(sent, token))) return false;
  const numbered = children(sent, token, 'nummod', 'det', 'amod').some((c) =>
    /^(two|three|four|five|six|both|2|3|4|5|6|all|each|either|rival|warring)$/i.test(sent.tokens[c]?.form ?? ''),
  );
  return numbered;
};

/** "met the leaders of Peru and Chile and invited both": the two that were joined by "and" before. */
export function pairBefore(scene: Scene, token: number): readonly Actor[] {
  const { sent, doc } = scene;
  const { start, end } = sent.tokens[token]!;
  const doers = subjectsOf(sent, clauseOf(sent, token)).map((s) => s.token);
  for (let i = token - 1; i > 0; i--) {
    if (!hasRelation(sent, i, 'conj')) continue;
    const two = coordination(sent, i);
    if (two.length !== 2 || two[1] !== i || doers.some((d) => isWithin(sent, i, d))) continue;
    const named = two.map((w) => scene.headed.get(w));
    if (
      named.some(
        (m) =>
          m === undefined || m.code === null || m.form === 'pronoun' || (m.form === 'adjective' && m.kind !== 'person'),
      )
    )
      continue;
    const actors = named.map((m) => actorsOf(doc, m!)[0]!);
    if (actors[0]?.code === actors[1]?.code) continue;
    return actors.map((a) => ({ ...a, span: [start, end] as const, text: doc.article.text.slice(start, end) }));
  }
  return [];
}
