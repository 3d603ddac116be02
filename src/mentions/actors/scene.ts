/** What the readers of one sentence share: its tree, its items, the tables, and how its names are typed. */

import type { Sentence } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Draft } from '../draft.ts';
import { entryOf, type Item } from './item.ts';
import { type NameType, nameOf, typeOfRun } from './naming.ts';
import type { ItemIndex } from './phrases.ts';

export interface SentenceContext {
  readonly knowledge: Knowledge;
  readonly date: string | null;
  readonly outlet: string | null;
  /** Countries the article names, for places of one name. */
  readonly countries: ReadonlySet<string>;
  /** The state whose body published the article; null for all others. */
  readonly home: string | null;
  /** Which of the two states "Congo" means here; null where the word does not occur. */
  readonly congo: string | null;
  /** Whether the article tells of the European Union: then "the Commission" is its own. */
  readonly union: boolean;
}

export class Scene {
  readonly sentence: Sentence;
  readonly context: SentenceContext;
  readonly index: ItemIndex;
  readonly #types = new Map<Item, NameType | null>();

  constructor(sentence: Sentence, context: SentenceContext, index: ItemIndex) {
    this.sentence = sentence;
    this.context = context;
    this.index = index;
  }

  /** What a run of capitals names; asked once for each. */
  typeOf(item: Item): NameType | null {
    let type = this.#types.get(item);
    if (type === undefined) {
      type = typeOfRun(this.sentence, item, this.context.knowledge);
      this.#types.set(item, type);
    }
    return type;
  }

  textOf(item: Item): string {
    return nameOf(this.sentence, item.start, item.end);
  }

  /** The country of a body's name: of its row, else of a country named inside it. */
  countryOfBody(item: Item): string | null {
    if (item.kind !== 'run')
      return entryOf(item, 'metonym', 'organisation', 'group', 'agency', 'outlet')?.country ?? null;
    return item.inside.map((inner) => countryOfItem(inner)).find((country) => country !== null) ?? null;
  }
}

export function countryOfItem(item: Item): string | null {
  const entry = entryOf(item, 'country', 'adjective', 'demonym', 'capital', 'metonym', 'place', 'region');
  return entry?.country ?? null;
}

export const codeOf = (knowledge: Knowledge, country: string | null): string | null =>
  country === null ? null : (knowledge.countries.get(country)?.code ?? country);

/** Gives a mention its state, with the code of whoever controls it. */
export function lend(item: Draft, country: string, knowledge: Knowledge): void {
  item.country = country;
  item.code = codeOf(knowledge, country);
}
