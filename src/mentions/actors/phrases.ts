/** Actor phrases around a title or role: the words before and after that say whose it is, and the name that goes with it. */

import type { Sentence } from '../../core/index.ts';
import { entryOf, type Item, isBody, isGeo } from './item.ts';
import { FORMER, isAddress } from './words.ts';

export interface Phrase {
  readonly head: Item;
  /** Further titles: "foreign minister and deputy prime minister". */
  readonly more: readonly Item[];
  /** Token range without article. */
  readonly start: number;
  readonly end: number;
  /** Countries, adjectives, capitals before the head, nearest first. */
  readonly geos: readonly Item[];
  /** Bodies before the head ("White House", "State Department"). */
  readonly bodies: readonly Item[];
  /** Roles before the head: "police" in "police chief". */
  readonly roles: readonly Item[];
  /** A person before the head: "Biden" in "Biden administration". */
  readonly person: Item | null;
  /** Country, place or body after "of", "in", "for", "from", "at". */
  readonly after: Item | null;
  readonly afterWord: string | null;
  /** Further ones in a list: "the envoys of Peru, Chile and Bolivia". */
  readonly afters: readonly Item[];
  /** A title or role whose possession this is: "the chancellor's spokesman". */
  readonly owner: Item | null;
  /** Possessed by a noun that is no item: "the commission's president". */
  readonly possessed: boolean;
  /** "the country's prime minister". */
  readonly ofCountry: boolean;
  /** The name that goes with it. */
  readonly name: Item | null;
  readonly former: boolean;
  readonly determiner: 'definite' | 'indefinite' | null;
  /** Token of "his", "her", "their", "its"; -1 for none. */
  readonly pronoun: number;
  /** Words before the head, lower case ("senior", "10-member"). */
  readonly adjectives: readonly string[];
}

const POSSESSIVE = /^(?:['’]s?|’s)$/;
const BORROW = /^(?:of|for|in|from|at|with)$/;

export class ItemIndex {
  readonly #at: (Item | undefined)[] = [];
  readonly items: readonly Item[];
  constructor(items: readonly Item[]) {
    this.items = items;
    for (const item of items) for (let i = item.start; i < item.end; i++) this.#at[i] ??= item;
  }
  at(token: number): Item | undefined {
    return this.#at[token];
  }
  /** The item whose last token this is. */
  endingAt(token: number): Item | undefined {
    const item = this.#at[token];
    return item !== undefined && item.end - 1 === token ? item : undefined;
  }
  startingAt(token: number): Item | undefined {
    const item = this.#at[token];
    return item !== undefined && item.start === token ? item : undefined;
  }
}

/** The phrase around a title or role item. `isName` tells which runs may be persons. */
export function phraseAround(
  sentence: Sentence,
  head: Item,
  index: ItemIndex,
  isName: (item: Item) => boolean,
  isRunBody: (item: Item) => boolean,
): Phrase {
  const left = leftOf(sentence, head, index, isName, isRunBody);
  const right = rightOf(sentence, head, index, isName, isRunBody);
  return { head, ...left, ...right };
}

/** "gave Angola 20 soldiers", "that Serbia free three policemen": a state's full name before a number is no part of what is counted. */
const isNameBeforeCount = (item: Item, tokens: Sentence['tokens']): boolean =>
  (item.kind === 'country' || item.kind === 'capital') &&
  tokens.slice(item.end, item.end + 2).some((t) => t.xpos === 'CD') &&
  !/^[A-Z.]+$/.test(tokens[item.end - 1]?.form ?? '');

/** What others do for somebody, behind their name. */
const BACKED = /^-(?:backed|funded|trained|allied|brokered|mediated|friendly|speaking|sponsored|armed|supplied)$/;

function leftOf(
  sentence: Sentence,
  head: Item,
  index: ItemIndex,
  isName: (item: Item) => boolean,
  isRunBody: (item: Item) => boolean,
) {
  const { tokens } = sentence;
  const geos: Item[] = [];
  const bodies: Item[] = [];
  const roles: Item[] = [];
  const adjectives: string[] = [];
  let person: Item | null = null;
  let owner: Item | null = null;
  let former = false;
  let determiner: Phrase['determiner'] = null;
  let pronoun = -1;
  let start = head.start;
  let possessive = false;
  let ofCountry = false;
  let possessed = false;
  // Half of a token ("US-China"): nothing before it
  for (let i = head.start - 1, steps = 0; i >= 0 && steps < 10; steps++) {
    const token = tokens[i]!;
    const item = index.endingAt(i);
    const form = token.form.toLowerCase();
    if (possessive && item !== undefined && (item.kind === 'title' || item.kind === 'role')) {
      owner = item;
      determiner = 'definite';
      break;
    }
    if (item !== undefined && item.kind !== 'title') {
      if (!possessive && isNameBeforeCount(item, tokens)) break;
      // "Russian-backed lawmakers" are no Russian ones
      if (
        isGeo(item) &&
        BACKED.test(
          sentence.tokens
            .slice(item.end, item.end + 2)
            .map((one) => one.form)
            .join(''),
        )
      ) {
        i = item.start - 1;
        start = item.start;
        continue;
      }
      if (isGeo(item)) geos.push(item);
      else if (isBody(item) || (item.kind === 'run' && isRunBody(item))) bodies.push(item);
      else if (item.kind === 'role' && !possessive && token.upos !== 'VERB' && entryOf(item, 'role')?.plural !== true)
        roles.push(item);
      else if (item.kind === 'person' || (item.kind === 'run' && isName(item))) person = item;
      else break;
      start = item.start;
      i = item.start - 1;
      if (possessive || person !== null) {
        // The possessor's own determiner is not this phrase's
        determiner = 'definite';
        break;
      }
      // "Hungarian and Romanian officials", "US-Chinese talks"
      if (isGeo(item) && /^(?:and|or|,|\/|-|&)$/.test(tokens[i]?.form ?? '')) {
        const other = index.endingAt(i - 1);
        if (other !== undefined && isGeo(other) && sameShape(other, item)) i -= 1;
      }
      continue;
    }
    if (POSSESSIVE.test(token.form) && i > 0) {
      possessive = true;
      i -= 1;
      ofCountry =
        /^(?:country|nation|kingdom|republic|island|sultanate|emirate)$/i.test(tokens[i]!.form) &&
        /^(?:the|this|that)$/i.test(tokens[i - 1]?.form ?? '');
      if (ofCountry) determiner = 'definite';
      possessed = !ofCountry && index.endingAt(i) === undefined;
      if (index.endingAt(i) === undefined && !/^(?:countries|nations|states|members)$/i.test(tokens[i]!.form)) break;
      continue;
    }
    if (possessive) {
      // "ASEAN countries' foreign ministers"
      if (/^(?:countries|nations|states|members|member|bloc)$/.test(form) && index.endingAt(i - 1) !== undefined) {
        i -= 1;
        continue;
      }
      break;
    }
    if (FORMER.has(form) || (form === '-' && /^(?:ex|then)$/i.test(tokens[i - 1]?.form ?? ''))) {
      former ||= form !== 'late';
      if (form === '-') i -= 1;
      start = i;
      i -= 1;
      continue;
    }
    if (form === 'ex' || form === 'then') {
      former ||= form === 'ex';
      start = i;
      i -= 1;
      continue;
    }
    if (/^(?:least|most|more|many|much)$/.test(form)) break;
    // The dash behind a dateline, or between two clauses
    if (token.form === '-' && token.start > (tokens[i - 1]?.end ?? 0) && token.end < tokens[i + 1]!.start) break;
    const modifies =
      token.upos === 'ADJ' ||
      token.upos === 'NUM' ||
      token.form === '-' ||
      (token.upos === 'NOUN' &&
        (token.deprel === 'compound' || token.deprel.startsWith('nmod') || token.deprel === 'obl')) ||
      (token.upos === 'VERB' && token.deprel === 'amod') ||
      (token.upos === 'PROPN' && token.deprel === 'compound' && item === undefined) ||
      (token.upos === 'ADV' &&
        !/^(?:also|now|then|still|already|currently|once|only|just|even)$/.test(form) &&
        token.xpos !== 'WRB' &&
        tokens[i + 1]?.upos === 'ADJ');
    // "gave its neighbour two patrol boats": a number opens a phrase of its own
    const counted = token.upos === 'NOUN' && /^(?:CD)$/.test(tokens[i + 1]?.xpos ?? '');
    if (modifies && !counted && !(token.upos === 'NOUN' && entryIsTime(form))) {
      adjectives.push(form);
      start = i;
      i -= 1;
      continue;
    }
    if (token.upos === 'DET' || /^(?:the|a|an|this|that|these|those|some|any|no|both|all)$/.test(form)) {
      determiner = /^(?:the|this|that|these|those|both)$/.test(form) ? 'definite' : 'indefinite';
      if (form === 'both') adjectives.push('both');
    } else if (/^(?:his|her|their|its|our|my)$/.test(form)) {
      pronoun = i;
      determiner = 'definite';
    }
    break;
  }
  return {
    start: trimLeft(sentence, start, head.start),
    geos,
    bodies,
    roles,
    person,
    owner,
    ofCountry,
    possessed,
    former,
    determiner,
    pronoun,
    adjectives,
  };
}

const entryIsTime = (form: string): boolean => /^(?:year|month|week|day|today|yesterday)s?$/.test(form);

/** A phrase never begins with a hyphen or with "of". */
function trimLeft(sentence: Sentence, start: number, head: number): number {
  let at = start;
  while (at < head && /^(?:-|,|and|or)$/.test(sentence.tokens[at]!.form)) at += 1;
  return at;
}

const sameShape = (a: Item, b: Item): boolean => {
  const adjective = (item: Item): boolean => item.kind === 'adjective' || item.kind === 'demonym';
  return adjective(a) === adjective(b);
};

function rightOf(
  sentence: Sentence,
  head: Item,
  index: ItemIndex,
  isName: (item: Item) => boolean,
  isRunBody: (item: Item) => boolean,
) {
  const { tokens } = sentence;
  const more: Item[] = [];
  let end = head.end;
  let after: Item | null = null;
  let afterWord: string | null = null;
  const afters: Item[] = [];
  let name: Item | null = null;
  const form = (i: number): string => tokens[i]?.form.toLowerCase() ?? '';
  if (form(end) === '-' && /^(?:elect|designate)$/.test(form(end + 1))) end += 2;
  if (/^(?:-elect|-designate|designate)$/.test(form(end))) end += 1;
  if (form(end) === 'and' && head.kind === 'title') {
    const second = index.startingAt(end + 1);
    if (second?.kind === 'title' && entryOf(second, 'title')?.plural === entryOf(head, 'title')?.plural) {
      more.push(second);
      end = second.end;
    }
  }
  /** "of Peru, Chile and Bolivia": goes on over names of the same kind; gives where the list ends. */
  const listAfter = (from: number, first: Item): number => {
    let last = from;
    for (let at = from; /^(?:,|and|or|&)$/.test(form(at)); ) {
      while (/^(?:,|and|or|&|the)$/.test(form(at))) at += 1;
      const next = index.startingAt(at);
      if (next === undefined || (isGeo(first) ? !isGeo(next) || next.kind === 'adjective' : !isBody(next))) break;
      afters.push(next);
      last = next.end;
      at = next.end;
    }
    return last;
  };
  const nameAt = (i: number): Item | null => {
    const direct = index.startingAt(i);
    // "Foreign Minister Sheikh Jaber": a form of address that is a title elsewhere
    const skip = direct === undefined || /^(?:title|role)$/.test(direct.kind) ? honorificLength(sentence, i) : 0;
    const item = skip > 0 ? (index.startingAt(i + skip) ?? direct) : direct;
    if (item === undefined || item.from < (tokens[i]?.start ?? 0)) return null;
    // "President Bush": a town's name right behind a title is somebody's
    const town =
      item.kind === 'place' &&
      item.end - item.start === 1 &&
      i === head.end &&
      head.kind === 'title' &&
      sentence.tokens[i]!.upos === 'PROPN';
    return item.kind === 'person' || town || (item.kind === 'run' && isName(item)) ? item : null;
  };
  name = nameAt(end);
  if (name === null && BORROW.test(form(end))) {
    let at = end + 1;
    const word = form(end);
    // Up to two words before the name: "of the", "in eastern"
    for (let k = 0; k < 3 && at < tokens.length && index.startingAt(at) === undefined; k++) {
      const token = tokens[at]!;
      if (token.upos !== 'DET' && token.upos !== 'ADJ' && token.form !== '-' && token.xpos !== 'PRP$') break;
      at += 1;
    }
    const item = index.startingAt(at);
    const fits = item !== undefined && (isGeo(item) || isBody(item) || (item.kind === 'run' && isRunBody(item)));
    // "said in Geneva": the place must hang on the role, or stand right behind it in a short phrase
    if (
      fits &&
      (/^(?:of|for)$/.test(word) || (word === 'from' && at <= end + 2 && !isGeo(item)) || hangsOn(sentence, item, head))
    ) {
      after = item;
      afterWord = word;
      end = item.end;
      // "executives of a Czech carmaker": to the noun that the adjective belongs to
      const noun = item.kind === 'adjective' || item.kind === 'demonym' ? tokens[item.end - 1]!.head : -1;
      if (noun >= end && noun < end + 4 && tokens[noun]!.upos === 'NOUN') end = noun + 1;
      if (entryOf(head, 'title', 'role')?.plural === true) end = listAfter(end, item);
      name = nameAt(end);
    }
  }
  // "the ambassador of Peru to China"
  if (
    name === null &&
    form(end) === 'to' &&
    /^(?:ambassador|envoy|representative|commissioner|consul|delegate)s?$/i.test(tokens[head.end - 1]!.form)
  ) {
    const host = index.startingAt(end + 1);
    if (host !== undefined && (isGeo(host) || isBody(host))) {
      end = host.end;
      name = nameAt(end);
    }
  }
  if (name !== null) {
    end = name.end;
    // "Prime Minister Jane Doe of Freedonia", "of the Republic of Freedonia"
    const of = form(end) === 'of' ? index.startingAt(end + (form(end + 1) === 'the' ? 2 : 1)) : undefined;
    if (after === null && of !== undefined && (of.kind === 'country' || of.kind === 'capital')) {
      after = of;
      afterWord = 'of';
      end = of.end;
    }
  }
  return { more, end, after, afterWord, afters, name };
}

/** How many tokens the forms of address in front of a name have: "Dr.", "Prof", "Datuk Seri", "Sheikh". */
export const honorificLength = (sentence: Sentence, i: number): number => {
  const { tokens } = sentence;
  let at = i;
  while (at < i + 6 && isAddress(tokens[at]?.form ?? '')) {
    at += 1;
    if (tokens[at]?.form === '.' || tokens[at]?.form === "'" || tokens[at]?.form === '’') at += 1;
  }
  return at - i;
};

function hangsOn(sentence: Sentence, item: Item, head: Item): boolean {
  const { tokens } = sentence;
  for (let i = item.start; i < item.end; i++) {
    let up = tokens[i]!.head;
    for (let steps = 0; steps < 4 && up >= 0; steps++) {
      if (up >= head.start && up < head.end) return true;
      if (up < item.start || up >= item.end) break;
      up = tokens[up]!.head;
    }
  }
  return false;
}
