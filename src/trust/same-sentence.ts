/** Two sentences that say the same of the same, but for one thing: a number, a place, or a "not". */

import type { Flag, Found, Mention, Sentence, Token } from '../core/index.ts';
import { mentionsIn } from '../mentions/index.ts';
import { type Check, inconsistency } from './rule.ts';

interface Saying {
  readonly sentence: Sentence;
  /** Lemmas of content words but for places, times and numbers. */
  readonly lemmas: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Lemmas of verbs that a "not" hangs on. */
  readonly negated: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  readonly times: readonly string[];
  readonly places: readonly Mention[];
  readonly attributed: boolean;
  /** A full sentence, no item of a list. */
  readonly full: boolean;
}

const MOST_SENTENCES = 300;
const LEAST_LEMMAS = 4;
/** Of the shorter sentence's content words. */
const SAME = 0.8;
const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ']);
const PALE = new Set(['say', 'tell', 'have', 'be', 'do', 'other', 'same', 'such', 'year', 'month', 'week', 'day']);
const NOT = new Set(['not', "n't", 'n’t', 'never']);

export const sameSentence: Check = (doc) => {
  const sayings = doc.sentences
    .slice(0, MOST_SENTENCES)
    .map((sentence) => sayingOf(doc, sentence))
    .filter(
      ({ lemmas, places, names }) => lemmas.size >= 2 && lemmas.size + places.length >= LEAST_LEMMAS && names.size > 0,
    );
  const flags: Flag[] = [];
  for (let i = 0; i < sayings.length; i++) {
    for (const other of sayings.slice(i + 1)) {
      const one = sayings[i] as Saying;
      if (!sameMatter(one, other)) continue;
      const flag = negation(one, other) ?? place(one, other) ?? number(doc, one, other);
      if (flag) flags.push(flag);
    }
  }
  return flags.slice(0, 3);
};

function sayingOf(doc: Found, sentence: Sentence): Saying {
  const mentions = mentionsIn(doc, sentence.index);
  const inside = (token: Token, kinds: readonly string[]): boolean =>
    mentions.some(({ kind, span }) => kinds.includes(kind) && span[0] <= token.start && token.end <= span[1]);
  const lemmas = new Set<string>();
  const names = new Set<string>();
  const verbs = new Set<string>();
  const negated = new Set<string>();
  for (const token of sentence.tokens) {
    const lemma = token.lemma.toLowerCase();
    if (NOT.has(lemma) || NOT.has(token.form.toLowerCase())) {
      const verb = sentence.tokens[token.head];
      if (verb) negated.add(verb.lemma.toLowerCase());
    }
    if (!CONTENT.has(token.upos) || PALE.has(lemma) || inside(token, ['place', 'time', 'quantity'])) continue;
    lemmas.add(lemma);
    if (token.upos === 'PROPN') names.add(lemma);
    if (token.upos === 'VERB') verbs.add(lemma);
  }
  return {
    sentence,
    lemmas,
    names,
    verbs,
    negated,
    times: mentions
      .filter(({ kind, time }) => kind === 'time' && time !== null)
      .map(({ time, span }) => time?.value ?? doc.article.text.slice(...span)),
    places: mentions.filter(({ kind }) => kind === 'place'),
    full: sentence.tokens.some(({ head, upos }) => head === -1 && upos === 'VERB'),
    attributed: doc.statements.some(({ evidence }) => evidence[0] < sentence.span[1] && sentence.span[0] < evidence[1]),
  };
}

/** The shorter one’s words and all of its names stand in the other, and no time of the one lies apart from the other’s. */
function sameMatter(a: Saying, b: Saying): boolean {
  if (!a.full || !b.full) return false;
  const [short, long] = a.lemmas.size <= b.lemmas.size ? [a, b] : [b, a];
  for (const name of short.names) if (!long.names.has(name)) return false;
  if (![...short.verbs].some((verb) => long.verbs.has(verb))) return false;
  let shared = 0;
  for (const lemma of short.lemmas) if (long.lemmas.has(lemma)) shared++;
  if (shared / short.lemmas.size < SAME) return false;
  // Nor another place, where both name one; that is a finding of its own only in a full sentence.
  if (short.lemmas.size < LEAST_LEMMAS && !short.places.some((at) => long.places.some(({ name }) => name === at.name)))
    return false;
  return a.times.length === 0 || b.times.length === 0 || a.times.some((time) => b.times.includes(time));
}

function negation(a: Saying, b: Saying): Flag | null {
  // Two people may well contradict each other.
  if (a.attributed || b.attributed || a.times.length === 0 || b.times.length === 0) return null;
  const only = (x: Saying, y: Saying): boolean =>
    [...x.negated].some((verb) => x.verbs.has(verb) && y.verbs.has(verb) && !y.negated.has(verb));
  if (!only(a, b) && !only(b, a)) return null;
  return clash('state-clash', 'The text says that one thing happened and that it did not.', a, b, 'same-but-not');
}

function place(a: Saying, b: Saying): Flag | null {
  if (a.attributed || b.attributed || a.places.length !== 1 || b.places.length !== 1) return null;
  const [here, there] = [a.places[0] as Mention, b.places[0] as Mention];
  if (
    here.country === null ||
    there.country === null ||
    here.country === there.country ||
    a.times.length === 0 ||
    b.times.length === 0
  )
    return null;
  return clash('place-clash', `One thing is put in ${here.name} and in ${there.name}.`, a, b, 'same-elsewhere');
}

function number(doc: Found, a: Saying, b: Saying): Flag | null {
  const exact = ({ sentence: { span } }: Saying) =>
    doc.figures.filter(
      ({ evidence, bound }) => bound === 'exactly' && evidence[0] >= span[0] && evidence[1] <= span[1],
    );
  for (const x of exact(a)) {
    for (const y of exact(b)) {
      if (x.unit !== y.unit || x.currency !== y.currency || (x.unit === null && x.currency === null)) continue;
      if (x.status !== y.status || Math.abs(x.value - y.value) / Math.max(x.value, y.value) <= 0.02) continue;
      if (exact(a).length > 1 || exact(b).length > 1) continue;
      const [p, q] = [x.value.toLocaleString('en'), y.value.toLocaleString('en')];
      return clash(
        'number-clash',
        `One number of ${x.unit ?? x.currency} is given as ${p} and as ${q}.`,
        a,
        b,
        'same-number',
      );
    }
  }
  return null;
}

const clash = (code: string, reason: string, a: Saying, b: Saying, rule: string): Flag =>
  inconsistency(code, 'medium', reason, [a.sentence.span, b.sentence.span], `consistency/${rule}`);
