/** Roles by plain nearness, where the tree names none: the actor before, right after or next behind a verb; bare numbers. */

import type { Actor } from '../../core/index.ts';
import { hasRelation, modifiedNoun, nominalModifiersOf, prepositionOf } from '../../language/tree.ts';
import { actorsOf } from '../../mentions/index.ts';
import { flat, unnamed } from './cast.ts';
import { actorsAt, ownActors } from './phrase.ts';
import { complementsIn, stateAt } from './positions.ts';
import type { Scene } from './scene.ts';

/** The nearest actor before the verb that is no speaker and stands in no other clause's place: used when the tree names none. */
export function nearestBefore(scene: Scene, verb: number): readonly Actor[] | null {
  const { sent } = scene;
  const modified = modifiedNoun(sent, verb);
  if (modified >= 0) {
    const here = ownActors(scene, modified);
    if (here.length > 0) return here;
  }
  for (let i = verb - 1; i >= 0; i--) {
    if (scene.attribution.has(i)) continue;
    const token = sent.tokens[i]!;
    if (token.form === ';' || token.form === '.' || hasRelation(sent, i, 'mark')) return null;
    const mention = scene.headed.get(i);
    if (!mention || mention.form === 'pronoun') continue;
    if (prepositionOf(sent, i) !== null && prepositionOf(sent, i) !== 'by') continue;
    if (hasRelation(sent, i, 'amod', 'compound')) continue;
    return actorsOf(scene.doc, mention);
  }
  return null;
}

/** The actor that stands right after the verb, where the tree has no object. */
export function rightAfter(scene: Scene, verb: number, capitals = false): readonly Actor[] {
  const { sent } = scene;
  let at = verb + 1;
  while (/^(DET|NUM|ADJ)$/.test(sent.tokens[at]?.upos ?? '') && at < verb + 4) at++;
  const next = sent.tokens[at];
  if (!next) return [];
  for (const mention of scene.headed.values())
    if (
      mention.form !== 'pronoun' &&
      mention.form !== 'adjective' &&
      mention.span[0] <= next.start &&
      next.start < mention.span[1]
    )
      return actorsAt(scene, mention.head, false);
  // "slams Beijing": a capital for its government.
  return capitals ? stateAt(scene, at, true) : [];
}

/** "killed six", "detained eleven": people told by their number alone. */
export function counted(scene: Scene, token: number): readonly Actor[] {
  const word = scene.sent.tokens[token];
  if (word === undefined || (word.upos !== 'NUM' && !NUMBER.test(word.form))) return [];
  // "one of its three crossings", "11 of them"
  const parts = nominalModifiersOf(scene.sent, token, 'of');
  if (parts.length > 0) {
    const whole = flat(parts.map((o) => actorsAt(scene, o.token, false)));
    return whole
      .slice(0, 1)
      .map((a) => ({ ...a, text: scene.doc.article.text.slice(word.start, a.span[1]), span: [word.start, a.span[1]] }));
  }
  return [unnamed(scene.doc.article.text.slice(word.start, word.end), [word.start, word.end])];
}

const NUMBER = /^(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands)$/;

/** The number right behind a verb, whatever the tree takes it for, when nothing is counted by it. */
export const countedAfter = (scene: Scene, verb: number): readonly Actor[] =>
  /^(NOUN|PROPN|ADJ|NUM|SYM)$/.test(scene.sent.tokens[verb + 2]?.upos ?? '') ? [] : counted(scene, verb + 1);

/** The first actor after a verb that no preposition leads to: its object where the tree lost it ("forced out on Monday 40 traders"). */
export function nearestAfter(scene: Scene, verb: number): readonly Actor[] {
  const { sent } = scene;
  if (complementsIn(sent, verb).length > 0) return [];
  for (let i = verb + 1; i < Math.min(sent.tokens.length, verb + 14); i++) {
    const token = sent.tokens[i]!;
    if (/^(VERB|SCONJ|CCONJ)$/.test(token.upos) || /^[,;:]$/.test(token.form)) return [];
    if (/^(what|who|whom|how|why|where)$/i.test(token.form)) return [];
    const mention = scene.headed.get(i);
    if (!mention || mention.form === 'pronoun' || scene.attribution.has(i)) continue;
    if (prepositionOf(sent, i) !== null || hasRelation(sent, i, 'amod', 'compound', 'nmod:poss', 'nmod')) continue;
    return actorsAt(scene, i, false);
  }
  return [];
}
