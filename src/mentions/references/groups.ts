/** Groups and pairs: "the bloc", "the country", "the two sides", "the two leaders". */

import type { Sentence } from '../../core/index.ts';
import type { Group } from '../../knowledge/index.ts';
import { type Draft, draft } from '../draft.ts';
import { copyActor, type History, isSubject, lastWord, type ReferenceContext } from './history.ts';

const GROUP_REACH = 12;
const PAIR_REACH = 4;

const PAIR_NOUNS = new Set(
  'side country nation party neighbour neighbor power state capital government economy ally rival superpower republic'.split(
    ' ',
  ),
);

const GROUP_NOUNS = new Set(
  'bloc alliance association grouping group organisation organization union forum club council body pact partnership community'.split(
    ' ',
  ),
);

export class Groups {
  readonly #context: ReferenceContext;
  readonly #history: History;

  constructor(context: ReferenceContext, history: History) {
    this.#context = context;
    this.#history = history;
  }

  /** The mention a definite noun makes; null for one that means no group. */
  read(sentence: Sentence, i: number): Draft | null {
    const token = sentence.tokens[i]!;
    const lemma = token.lemma.toLowerCase();
    const phrase = nounPhrase(sentence, i);
    if (!phrase.definite) return null;
    if (token.xpos === 'NNS') {
      if (phrase.two && PAIR_NOUNS.has(lemma)) return this.#pairOfStates(sentence, i, phrase.start);
      return null;
    }
    if (
      /^(?:country|nation|kingdom|republic|state)$/.test(lemma) &&
      phrase.start === i &&
      token.deprel.startsWith('nsubj')
    )
      return this.#theCountry(sentence, i);
    return this.#theBloc(sentence, i, lemma, phrase);
  }

  /** "the bloc", "the 10-member bloc": the group named last that is called so, and has so many members. */
  #theBloc(sentence: Sentence, i: number, lemma: string, phrase: NounPhrase): Draft | null {
    if (!GROUP_NOUNS.has(lemma)) return null;
    const { knowledge, date } = this.#context;
    const token = sentence.tokens[i]!;
    for (const earlier of this.#history.before(sentence, token.start, GROUP_REACH)) {
      if (earlier.kind !== 'organization' || earlier.entity === null) continue;
      const group: Group | undefined = knowledge.groups.get(earlier.entity.replace(/^org:/, ''));
      if (
        group === undefined ||
        !(
          group.nouns.includes(lemma) ||
          (lemma === 'group' && group.nouns.includes('grouping')) ||
          (lemma === 'organization' && group.nouns.includes('organisation'))
        )
      )
        continue;
      if (phrase.size !== null) {
        const size = date === null ? null : knowledge.groupSize(group.id, date);
        if (size !== null && size !== phrase.size) continue;
      }
      const item = draft(
        sentence,
        [sentence.tokens[phrase.start]!.start, token.end],
        i,
        'organization',
        'reference/group',
      );
      item.form = 'nominal';
      item.antecedent = earlier;
      copyActor(item, earlier);
      return Object.assign(item, { definite: true, confidence: phrase.size === null ? 0.75 : 0.85 });
    }
    return null;
  }

  /** "the country" as subject: the only state spoken of just before. */
  #theCountry(sentence: Sentence, i: number): Draft | null {
    const countries = new Map<string, Draft>();
    for (const earlier of this.#history.before(sentence, sentence.tokens[i]!.start, 1)) {
      if (earlier.kind !== 'state' || earlier.country === null) continue;
      if (!countries.has(earlier.country)) countries.set(earlier.country, earlier);
      if (earlier.sentence === sentence && isSubject(earlier) && countries.size === 1) break;
    }
    const [only] = countries.values();
    if (only === undefined || (countries.size > 1 && !isSubject(only))) return null;
    const token = sentence.tokens[i]!;
    const item = draft(sentence, [token.start, token.end], i, 'state', 'reference/country');
    copyActor(item, only);
    return Object.assign(item, { form: 'nominal', antecedent: only, definite: true, confidence: 0.6 });
  }

  /** "the two sides", "both countries": the two states last spoken of, when there are just two. */
  #pairOfStates(sentence: Sentence, i: number, start: number): Draft {
    const { tokens } = sentence;
    const item = draft(sentence, [tokens[start]!.start, tokens[i]!.end], i, 'state', 'reference/pair');
    Object.assign(item, { form: 'nominal', plural: true, definite: true, confidence: 0.4 });
    const members = this.#lastPair(sentence, tokens[start]!.start, (one) => one.code ?? null);
    if (members !== null) Object.assign(item, { members: members.map((one) => this.#stateOf(one)), confidence: 0.75 });
    return item;
  }

  /** The state's own mention nearest before, where a person stood for it. */
  #stateOf(item: Draft): Draft {
    if (item.kind !== 'person') return item;
    for (const other of this.#history.backwards()) {
      if (other.kind === 'state' && other.code === item.code) return other;
    }
    return item;
  }

  /** "the two leaders": heads of state or government; "the two ministers", "the two officials": others. */
  pairOfPeople(item: Draft, sentence: Sentence, word: string): void {
    const top = /^(?:leader|president|premier)$/.test(word);
    const other = /^(?:minister|official|diplomat|envoy|negotiator)$/.test(word);
    const members = this.#lastPair(sentence, item.span[0], (one) => {
      if (one.kind !== 'person' || one.plural || one.entity === null) return null;
      const isTop =
        one.office === 'hos' || one.office === 'hog' || one.office === 'party' || lastWord(one.role) === 'leader';
      if (one.office !== null && ((top && !isTop) || (other && (one.office === 'hos' || one.office === 'hog'))))
        return null;
      return one.entity;
    });
    if (members === null) return;
    Object.assign(item, { members, rule: 'reference/pair', confidence: 0.75, anonymous: false });
  }

  /** Two different actors by a key, taking in one sentence after another backwards; null when it becomes three at once. */
  #lastPair(sentence: Sentence, at: number, key: (item: Draft) => string | null): Draft[] | null {
    const found = new Map<string, Draft>();
    let current = sentence.index;
    for (const earlier of this.#history.before(sentence, at, PAIR_REACH)) {
      if (earlier.sentence.index !== current) {
        if (found.size === 2) break;
        current = earlier.sentence.index;
      }
      if (earlier.members.length === 2 && found.size === 0) return [...earlier.members];
      const id = key(earlier);
      if (id !== null && !found.has(id)) found.set(id, earlier);
    }
    return found.size === 2 ? [...found.values()].sort((a, b) => a.span[0] - b.span[0]) : null;
  }
}

interface NounPhrase {
  readonly start: number;
  readonly definite: boolean;
  readonly two: boolean;
  /** "10-member". */
  readonly size: number | null;
}

const NUMBERS = 'two three four five six seven eight nine ten eleven twelve'.split(' ');

function nounPhrase(sentence: Sentence, i: number): NounPhrase {
  const { tokens } = sentence;
  let start = i;
  let definite = false;
  let two = false;
  let size: number | null = null;
  for (let k = i - 1; k >= 0 && i - k < 7; k--) {
    const token = tokens[k]!;
    const form = token.form.toLowerCase();
    if (/^(?:the|both|these|those)$/.test(form)) {
      definite = true;
      two ||= form === 'both';
      if (form === 'both') start = k;
      break;
    }
    if (token.upos !== 'ADJ' && token.upos !== 'NUM' && token.form !== '-' && token.upos !== 'NOUN') break;
    if (form === 'two' || form === '2') two = true;
    const count = /^(\d+)(?:-(?:member|nation|country|strong))?$/.exec(form)?.[1];
    if (count !== undefined) size = Number(count);
    else if (NUMBERS.includes(form.replace(/-.*$/, ''))) size = NUMBERS.indexOf(form.replace(/-.*$/, '')) + 2;
    start = k;
  }
  return { start, definite, two, size };
}
