/** Who the parties of an event are: states, bodies of states, several people, people without a name. */

import { lemmaOf } from '../../language/tree.ts';
import type { Scene } from './scene.ts';

const HELD = /^(wounded|captive|hostage|prisoner|detainee|inmate|convict|crew|passenger|wife|son|daughter|leader)s?$/i;

/** People without a name or a country: "the wounded", "eleven", "them". */
export const isPeople = (scene: Scene, word: number): boolean => {
  const token = scene.sent.tokens[word];
  return (
    token !== undefined &&
    (HELD.test(token.form) ||
      scene.things.people.has(lemmaOf(scene.sent, word)) ||
      (token.upos === 'NUM' && !/%|\d{4}/.test(token.form)) ||
      /^(them|him|her)$/i.test(token.form))
  );
};

/** A body of states meets by itself. */
export const isAssembly = (actor: { readonly code: string | null }): boolean =>
  actor.code === 'IGO' || actor.code === 'UNO' || actor.code === 'EUR';

/** A state by its name; "Palestinian" or "Kurds" are people. */
export const isState = (scene: Scene, span: readonly [number, number]): boolean =>
  scene.mentions.some(
    (m) => m.kind === 'state' && m.form === 'name' && !m.plural && m.span[0] === span[0] && m.span[1] === span[1],
  );

export const isPlural = (scene: Scene, span: readonly [number, number]): boolean =>
  scene.mentions.some((m) => m.plural && m.span[0] === span[0] && m.span[1] === span[1]);
