/** Who the parties are: "the two sides", "both", "the leaders", "the four countries", "they". */

import type { Sentence } from '../../core/index.ts';
import type { Draft } from '../draft.ts';
import { type History, lastWord } from './history.ts';

const REACH = 5;

/** Tells which party a mention is; null for one that can be none. */
type Key = (item: Draft) => string | null;

/** Roles that "leaders" may mean. */
const TOP = /^(?:leader|president|premier|king|queen|monarch|emir|sultan|chancellor|ruler|prime minister)$/;
const LOWER = /^(?:minister|secretary|official|diplomat|envoy|negotiator|chief|commander|general|spokesman)$/;

/** Roles that a more particular word may mean. */
const ALIKE: ReadonlyMap<string, RegExp> = new Map([
  ['minister', /^(?:minister|secretary|premier|counterpart|chancellor|chief|diplomat)$/],
  ['president', /^(?:president|counterpart|leader)$/],
  ['premier', /^(?:premier|minister|counterpart|leader)$/],
]);

export class Pairs {
  readonly #history: History;

  constructor(history: History) {
    this.#history = history;
  }

  /** The states last spoken of together, so many of them; else, for two, those named in the rest of the sentence. */
  states(
    sentence: Sentence,
    at: number,
    count: number,
    onlyStates = false,
    except: string | null = null,
  ): Draft[] | null {
    const code: Key = (item) => (item.kind === 'place' || !isOfState(item) ? null : item.code);
    const withPlaces: Key = (item) =>
      isOfState(item) ? (item.code ?? (item.kind === 'place' ? item.country : null)) : null;
    const bounded =
      (key: Key): Key =>
      (item) => {
        const id = onlyStates && item.country === null ? null : key(item);
        return id === except ? null : id;
      };
    const found =
      this.#last(sentence, at, bounded(code), count) ??
      this.#last(sentence, at, bounded(withPlaces), count) ??
      this.#last(
        sentence,
        at,
        bounded((item) => (item.kind === 'place' ? null : item.code)),
        count,
        1,
      ) ??
      (count === 2 ? this.#history.parties(2, false, except) : null);
    return found === null ? null : found.map((item) => this.#stateOf(item));
  }

  /** The people last spoken of together whose office fits the word; null when it is not clear who. */
  people(sentence: Sentence, at: number, word: string, count: number, except: string | null = null): Draft[] | null {
    const key: Key = (item) => (except !== null && item.code === except ? null : this.#personKey(item, word));
    return this.#last(sentence, at, key, count);
  }

  /** Two people, else two states, of the sentence just before: "They agreed". */
  justBefore(sentence: Sentence): Draft[] | null {
    const at = sentence.span[0];
    return (
      this.#last(sentence, at, (item) => this.#personKey(item, ''), 2, 1) ??
      this.#last(
        sentence,
        at,
        (item) => (item.kind === 'place' || !isMainLine(item) || isCitizens(item) ? null : item.code),
        2,
        1,
      )
    );
  }

  /** The two states of the whole text, in which no third has a part. */
  bothOfText(): Draft[] | null {
    return this.#history.parties(2, true)?.map((item) => this.#stateOf(item)) ?? null;
  }

  #personKey(item: Draft, word: string): string | null {
    if (item.kind !== 'person' || item.plural || item.form === 'adjective') return null;
    const role = lastWord(item.role);
    const isTop = item.office === 'hos' || item.office === 'hog' || item.office === 'party' || TOP.test(role);
    if (TOP.test(word) && !isTop && (item.office !== null || LOWER.test(role))) return null;
    if (LOWER.test(word) && (item.office === 'hos' || item.office === 'hog')) return null;
    // "the two ministers" are no speaker of a parliament, "the two presidents" no ministers
    const like = ALIKE.get(word);
    if (like !== undefined && role !== '' && !like.test(role)) return null;
    return item.entity ?? item.antecedent?.entity ?? (item.code === null ? null : `${item.code} ${role}`);
  }

  /** The state's own mention nearest before, where a person or a place stood for it. */
  #stateOf(item: Draft): Draft {
    if (item.kind !== 'person' && item.kind !== 'place') return item;
    const country = item.code ?? item.country;
    for (const other of this.#history.backwards())
      if (other.kind === 'state' && other.code === country && other.form !== 'adjective') return other;
    // "Lao Foreign Minister A met … ; the two countries": only the adjective names the state.
    for (const other of this.#history.statesBackwards()) if (other.code === country) return other;
    // A place that stands for its state as a party
    if (item.kind === 'place') item.code = country;
    return item;
  }

  /**
   * Different parties by a key, one sentence after another backwards. Those of the main line count first: a pair told
   * in a clause of background is not taken up again when the story has one of its own.
   */
  #last(sentence: Sentence, at: number, key: Key, count: number, reach = REACH): Draft[] | null {
    const gathered = new Map<string, Draft>();
    for (let back = 0; back <= reach; back++) {
      const items = this.#history.inSentence(sentence.index - back).filter((item) => item.span[0] < at);
      const several = items.filter((item) => item.members.length === count && (count > 2 || item.form !== 'pronoun'));
      const whole = several.find(isMainLine) ?? several[0];
      if (whole?.members.every((member) => key(member) !== null) === true) return [...whole.members];
      const main = distinct(items.filter(isMainLine), key);
      if (main.size === count) return inOrder(main);
      const all = distinct(items, key);
      if (all.size === count && main.size > 0) return inOrder(all);
      // Three or more are named together; two may be told of one after the other
      if (main.size > count) return null;
      if (count > 2 || back > 1) continue;
      for (const [id, item] of main) if (!gathered.has(id)) gathered.set(id, item);
      if (gathered.size === count) return inOrder(gathered);
      if (gathered.size > count) return null;
      if (main.size === 0 && all.size === count && back > 0 && count > 1 && gathered.size === 0) return inOrder(all);
    }
    return null;
  }

  /** The two states the sentence goes on to name: "Both sides praised the Lao-Cuban accord". */
  ahead(items: readonly Draft[], at: number): Draft[] | null {
    const states = distinct(
      items.filter((item) => item.span[0] > at && item.kind === 'state'),
      (item) => item.code,
    );
    return states.size === 2 ? inOrder(states) : null;
  }
}

/** A state or who speaks for it; no firm, no citizens. */
export const isOfState = (item: Draft): boolean =>
  item.sector === null || item.sector === 'GOV' || item.sector === 'MIL';

/** People who stand for no state: "40 Syrian migrants". */
const isCitizens = (item: Draft): boolean => item.kind === 'person' && item.plural && !isOfState(item);

function distinct(items: readonly Draft[], key: Key): Map<string, Draft> {
  const found = new Map<string, Draft>();
  for (const item of items) {
    for (const one of item.members.length > 0 ? item.members : [item]) {
      const id = key(one);
      if (id !== null && !found.has(id)) found.set(id, one);
    }
  }
  return found;
}

const inOrder = (found: ReadonlyMap<string, Draft>): Draft[] =>
  [...found.values()].sort((a, b) => a.span[0] - b.span[0]);

/** Part of the sentence's main clause, or of what its main verb reports; no clause of time, cause, comparison or relation. */
export function isMainLine(item: Draft): boolean {
  const { tokens } = item.sentence;
  let at = item.head;
  for (let steps = 0; steps < 40; steps++) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (/^(?:advcl|acl|csubj|parataxis)/.test(token.deprel) && tokens[token.head]?.upos !== 'PROPN') {
      if (token.deprel === 'parataxis') return true;
      return false;
    }
    if (token.head < 0) return true;
    at = token.head;
  }
  return false;
}
