/** Lists of actors: each once, without others, of known country. */

import type { Actor } from '../../core/index.ts';

/** A list that grows with the actors of tokens, each once. */
export class Cast {
  readonly list: Actor[] = [];
  readonly spans = new Set<string>();
  add(actors: readonly Actor[]): void {
    for (const actor of actors) {
      // "the Baltic states", "both": one phrase may stand for several
      const key = `${actor.span[0]}:${actor.span[1]}:${actor.code ?? ''}`;
      if (this.spans.has(key)) continue;
      if (this.list.some((a) => a.span[0] <= actor.span[0] && actor.span[1] <= a.span[1] && a.code === actor.code))
        continue;
      // "the provincial governor, Hatem Shawwa", "the bloc ECOWAS": title and name are one.
      if (this.list.some((a) => isSamePerson(a, actor))) continue;
      // "Spanish" inside "Spanish foreign ministers" is the same one.
      const inner = this.list.findIndex(
        (a) => actor.span[0] <= a.span[0] && a.span[1] <= actor.span[1] && a.code === actor.code,
      );
      if (inner >= 0) this.list.splice(inner, 1);
      this.spans.add(key);
      this.list.push(actor);
    }
  }
}

/** One person or body named twice; a state may stand for several of its people. */
const isSamePerson = (a: Actor, b: Actor): boolean =>
  a.entity !== null && a.entity === b.entity && !a.entity.startsWith('state:') && a.code === b.code;

export const coded = (actor: Actor): boolean => actor.code !== null;

export const flat = (lists: readonly (readonly Actor[])[]): readonly Actor[] => lists.flatMap((list) => list);

export function without(list: readonly Actor[], others: readonly Actor[]): readonly Actor[] {
  return list.filter((actor) => !others.some((o) => o.span[0] < actor.span[1] && actor.span[0] < o.span[1]));
}

/** One of those that are plainly the same (same entity, or same code and sector behind a place). */
export function distinct(list: readonly Actor[]): readonly Actor[] {
  const out: Actor[] = [];
  for (const actor of list) {
    const same = out.some((o) => o.entity !== null && o.entity === actor.entity);
    if (!same) out.push(actor);
  }
  return out;
}

/** The doer again, as a pronoun or by its bare name. */
export const isSelf = (actor: Actor, other: Actor): boolean =>
  (actor.entity !== null && actor.entity === other.entity) ||
  (/^(its|their|his|her|it)$/i.test(other.text) && (other.code === null || other.code === actor.code));

export const unnamed = (text: string, span: readonly [number, number]): Actor => ({
  text,
  span,
  country: null,
  code: null,
  sector: null,
  org: null,
  name: null,
  role: null,
  entity: null,
});
