/** Tense, aspect, voice, modality and polarity of a verb, read off the words around it. */

import type { Sentence } from '../core/index.ts';
import { isPassive, markerOf, subjectsOf } from './arguments.ts';
import { child, children, coordinator, firstConjunct, hasChild, hasRelation, head, isRoot, lemmaOf } from './tree.ts';

export interface VerbGroup {
  /** Of the finite word; null for infinitives, participles and modals that date nothing ("would", "may"). */
  readonly tense: 'past' | 'present' | 'future' | null;
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly voice: 'active' | 'passive';
  /** Lemma of the modal: will, would, can, could, may, might, must, shall, should, ought; null for none. */
  readonly modal: string | null;
  /** not, never, no longer, neither … nor, "no talks were held", "without meeting". "Refused" is a verb, no negation. */
  readonly negated: boolean;
  /** "to visit". */
  readonly infinitive: boolean;
  /** if, unless, whether … when the verb stands in such a clause; null otherwise. */
  readonly condition: string | null;
  /** The main clause of a sentence that ends in a question mark. */
  readonly question: boolean;
  readonly imperative: boolean;
  /** Auxiliaries and copulas, those shared by a coordination included. */
  readonly auxiliaries: readonly number[];
  /** Auxiliaries, "to", negation, particle ("set up") and the verb, in text order. */
  readonly tokens: readonly number[];
}

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor', 'nowhere']);
const CONDITIONS = new Set([
  'if',
  'unless',
  'whether',
  'in case',
  'provided',
  'provided that',
  'lest',
  'as long as',
  'so long as',
  'should',
]);
const MODALS = new Set(['will', 'would', 'can', 'could', 'may', 'might', 'must', 'shall', 'should', 'ought']);
const MODAL_OF: Readonly<Record<string, string>> = {
  "'ll": 'will',
  '’ll': 'will',
  "'d": 'would',
  '’d': 'would',
  wo: 'will',
  ca: 'can',
  sha: 'shall',
};

const tagOf = (sent: Sentence, i: number): string => sent.tokens[i]?.xpos ?? '';
const formOf = (sent: Sentence, i: number): string => (sent.tokens[i]?.form ?? '').toLowerCase();

const ownAuxiliaries = (sent: Sentence, verb: number): readonly number[] => children(sent, verb, 'aux', 'cop');

/** Whether a coordinated verb leans on the first one's auxiliaries: "will visit and sign", "has met and agreed". */
function sharesAuxiliaries(sent: Sentence, verb: number, first: number): boolean {
  if (first === verb || ownAuxiliaries(sent, verb).length > 0 || hasChild(sent, verb, 'nsubj', 'mark')) return false;
  const [a, b] = [tagOf(sent, first), tagOf(sent, verb)];
  if (b === 'VB' || b === 'VBG' || b === 'VBN') return a === b;
  // The past form of a regular verb is often tagged VBD where a participle is meant: "has met and agreed".
  return (
    b === 'VBD' &&
    a === 'VBN' &&
    ownAuxiliaries(sent, first).length > 0 &&
    coordinator(sent, verb) === 'and' &&
    verb - first < 4
  );
}

/** The whole group around a verb, or around a predicate noun or adjective with its copula. */
export function verbGroup(sent: Sentence, verb: number): VerbGroup {
  const first = firstConjunct(sent, verb);
  const shares = sharesAuxiliaries(sent, verb, first);
  const auxiliaries = [
    ...ownAuxiliaries(sent, verb),
    ...(shares ? ownAuxiliaries(sent, first).filter((a) => a < verb) : []),
  ].sort((a, b) => a - b);
  const modalToken = auxiliaries.find((a) => tagOf(sent, a) === 'MD' || MODALS.has(lemmaOf(sent, a)));
  const modal = modalToken === undefined ? null : modalOf(sent, modalToken);
  const to = infinitiveMark(sent, verb) ?? (shares ? infinitiveMark(sent, first) : null);
  const tag = tagOf(sent, verb);
  const copular = hasChild(sent, verb, 'cop');
  const has = (lemma: string) => auxiliaries.some((a) => lemmaOf(sent, a) === lemma);
  const passive = isPassive(sent, verb);
  const negation = negations(sent, verb, shares ? first : verb);
  const perfect = has('have') && (tag === 'VBN' || tag === 'VBD' || auxiliaries.some((a) => tagOf(sent, a) === 'VBN'));
  const progressive =
    !copular && (tag === 'VBG' ? has('be') : passive && auxiliaries.some((a) => tagOf(sent, a) === 'VBG'));
  const infinitive = to !== null && modal === null;
  const finite = auxiliaries[0] ?? verb;
  const particles = children(sent, verb, 'compound:prt');
  const words = new Set([...auxiliaries, ...(to === null ? [] : [to]), ...negation, ...particles, verb]);
  return {
    tense: tenseOf(sent, verb, finite, modal, infinitive),
    perfect,
    progressive,
    voice: passive ? 'passive' : 'active',
    modal,
    negated: negation.length > 0 || deniedByDeterminer(sent, verb) || markerOf(sent, verb) === 'without',
    infinitive,
    condition: conditionOf(sent, verb),
    question: isQuestion(sent, verb),
    imperative:
      tag === 'VB' && isRoot(sent, verb) && auxiliaries.length === 0 && to === null && !hasChild(sent, verb, 'nsubj'),
    auxiliaries,
    tokens: [...words].sort((a, b) => a - b),
  };
}

function modalOf(sent: Sentence, token: number): string {
  const form = formOf(sent, token);
  return MODAL_OF[form] ?? (MODALS.has(form) ? form : lemmaOf(sent, token));
}

function infinitiveMark(sent: Sentence, verb: number): number | null {
  return (
    children(sent, verb, 'mark').find((m) => tagOf(sent, m) === 'TO' || (formOf(sent, m) === 'to' && m < verb)) ?? null
  );
}

function tenseOf(
  sent: Sentence,
  verb: number,
  finite: number,
  modal: string | null,
  infinitive: boolean,
): VerbGroup['tense'] {
  if (modal === 'will' || modal === 'shall') return 'future';
  if (modal !== null) return null;
  if (infinitive) {
    // "is going to visit"; and the headline "Minister to visit Hanoi".
    const up = head(sent, verb);
    const going = hasRelation(sent, verb, 'xcomp') && formOf(sent, up) === 'going' && hasChild(sent, up, 'aux');
    const headline = hasRelation(sent, verb, 'acl') && subjectsOf(sent, verb).length > 0;
    return going || headline || isRoot(sent, verb) ? 'future' : null;
  }
  const tag = tagOf(sent, finite);
  if (tag === 'VBD') return 'past';
  if (tag === 'VBZ' || tag === 'VBP') return 'present';
  return null;
}

/** Negating words of the verb itself, or of the verb whose auxiliaries it shares. */
function negations(sent: Sentence, verb: number, other: number): readonly number[] {
  const own = directNegations(sent, verb);
  if (own.length > 0 || other === verb || coordinator(sent, verb) === 'but') return own;
  return directNegations(sent, other).filter((n) => n < verb);
}

function directNegations(sent: Sentence, verb: number): readonly number[] {
  const out: number[] = [];
  for (const c of children(sent, verb, 'advmod', 'cc', 'det', 'aux', 'neg')) {
    const form = formOf(sent, c);
    if (NEGATIONS.has(form) && c !== verb) {
      // "not only met but" and "not just" affirm.
      const next = formOf(sent, c + 1);
      if (form === 'not' && (next === 'only' || next === 'just' || next === 'merely' || next === 'least')) continue;
      out.push(c);
    } else if ((form === 'longer' || form === 'more') && formOf(sent, c - 1) === 'no') out.push(c - 1, c);
  }
  // "at no time", "under no circumstances", "in no way"
  for (const o of children(sent, verb, 'obl')) {
    const no = children(sent, o, 'det').find((d) => formOf(sent, d) === 'no');
    if (no !== undefined && /^(time|circumstance|way|condition|point|stage)$/.test(lemmaOf(sent, o))) out.push(no);
  }
  return out;
}

/** "No talks were held", "reached no agreement", "none of them met". */
function deniedByDeterminer(sent: Sentence, verb: number): boolean {
  for (const a of children(sent, verb, 'nsubj', 'obj')) {
    if (
      /^(nobody|none|neither|nothing)$/.test(formOf(sent, a)) ||
      formOf(sent, child(sent, a, 'det', 'cc:preconj')) === 'no'
    )
      return true;
    if (formOf(sent, child(sent, a, 'det', 'cc:preconj')) === 'neither') return true;
  }
  return false;
}

function conditionOf(sent: Sentence, verb: number): string | null {
  let at = verb;
  for (let steps = 0; at >= 0 && steps < 6; steps++) {
    const marker = markerOf(sent, at);
    if (marker !== null && CONDITIONS.has(marker)) return marker;
    // Inverted: "Should talks fail", "Were he to come".
    const lead = children(sent, at, 'aux')[0];
    if (
      hasRelation(sent, at, 'advcl') &&
      lead !== undefined &&
      formOf(sent, lead) === 'should' &&
      lead < child(sent, at, 'nsubj')
    )
      return 'should';
    if (!hasRelation(sent, at, 'conj', 'xcomp')) return null;
    if (hasRelation(sent, at, 'conj') && hasChild(sent, at, 'nsubj') && markerOf(sent, at) !== null) return null;
    at = head(sent, at);
  }
  return null;
}

function isQuestion(sent: Sentence, verb: number): boolean {
  let end = sent.tokens.length - 1;
  while (end > 0 && /^["'”’)\]]+$/.test(formOf(sent, end))) end--;
  return formOf(sent, end).includes('?') && isRoot(sent, firstConjunct(sent, verb));
}
