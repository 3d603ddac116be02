/** Slips of the parser on news prose, mended where the words leave no doubt. */

import { below, children, edge } from './heads.ts';
import type { Word } from './words.ts';

const FINITE = /^(?:VBD|VBZ|VBP|MD)\|/;
const COMMA = /^[,，]$/;
/** Only somebody is these: "it was ready to talk" has a subject, "it was clear that" has none. */
const OF_SOMEBODY = /^(?:ready|willing|unwilling|eager|keen|reluctant|determined|able|unable)$/;

/**
 * "Citing many challenges, Maldovia and Ardenia agreed to meet": the subject after a fronted clause was hung on the
 * last noun of that clause, and the verb has none.
 *
 * A finite verb without a subject takes the noun phrase that ends right before it, begins right after a comma and was
 * read as apposition. Headlines join by comma: "Maldovia, Ardenia agree" are two, because an apposition would have
 * closed with a comma of its own. Changes `heads` and `deprels` in place.
 */
export function findLostSubjects(
  words: readonly Word[],
  heads: Int32Array,
  deprels: string[],
  joint: readonly string[],
): void {
  for (let noun = 1; noun < words.length; noun++) {
    if (deprels[noun] !== 'appos') continue;
    // The comma hangs on the apposition itself.
    const comma = edge(heads, noun, -1);
    const last = edge(heads, noun, 1);
    // A second comma closes an apposition: that one is real.
    if (!COMMA.test(words[comma]!.form) || COMMA.test(words[last]!.form) || last + 1 >= words.length) continue;
    const verb = verbAt(heads, deprels, joint, last + 1);
    if (verb < 0 || below(heads, verb, noun)) continue;
    const other = heads[noun]!;
    const subject = subjectOf(heads, deprels, verb);
    if (subject < 0) {
      if (!takesSubject(deprels, verb) || below(heads, verb, other)) continue;
      const passive = children(heads, verb).some((c) => deprels[c] === 'aux:pass');
      heads[noun] = verb;
      deprels[noun] = passive ? 'nsubj:pass' : 'nsubj';
    } else if (
      subject === other &&
      isBareName(heads, deprels, joint, noun) &&
      isBareName(heads, deprels, joint, other, noun)
    ) {
      deprels[noun] = 'conj';
    }
  }
}

/**
 * "Kenya told Chad it was ready to talk": "it" is who is ready, no mere placeholder, and the name before it is who is told.
 * Changes `heads` and `deprels` in place.
 */
export function findLostPronouns(words: readonly Word[], heads: Int32Array, deprels: string[]): void {
  for (let i = 0; i < words.length; i++) {
    const ready = heads[i]!;
    if (deprels[i] !== 'expl' || ready < i || !OF_SOMEBODY.test(words[ready]!.form)) continue;
    const told = children(heads, ready).find((c) => deprels[c]!.startsWith('nsubj')) ?? -1;
    if (told >= 0) {
      const teller = heads[ready]!;
      if (teller < 0 || teller > told || told > i) continue;
      heads[told] = teller;
      deprels[told] = 'iobj';
    }
    deprels[i] = 'nsubj';
  }
}

/**
 * "Ardenia freed Jon Bell, a union leader jailed in May": a verb that has its subject in front of it has no second one
 * behind its object and a comma; that one tells who the object is. Changes `heads` and `deprels` in place.
 */
export function findLostAppositions(words: readonly Word[], heads: Int32Array, deprels: string[]): void {
  for (let noun = 2; noun < words.length; noun++) {
    const verb = heads[noun]!;
    if (verb < 0 || verb > noun || !deprels[noun]!.startsWith('nsubj')) continue;
    const first = subjectOf(heads, deprels, verb);
    if (first < 0 || first >= verb) continue;
    const from = edge(heads, noun, -1);
    // The comma hangs on the phrase itself or stands before it.
    const comma = COMMA.test(words[from]!.form) ? from : from - 1;
    if (comma <= verb || !COMMA.test(words[comma]!.form) || !/^an?$/i.test(words[comma + 1]?.form ?? '')) continue;
    const named = children(heads, verb).find(
      (c) => c > verb && c < comma && /^(?:obj|iobj|obl)/.test(deprels[c]!) && edge(heads, c, 1) === comma - 1,
    );
    if (named === undefined) continue;
    heads[noun] = named;
    deprels[noun] = 'appos';
  }
}

/** "Val-Doren and Ardenia agreed": what was joined to the second half of a hyphened name is joined to the name. Changes `heads` in place. */
export function findLostConjuncts(words: readonly Word[], heads: Int32Array, deprels: readonly string[]): void {
  for (let i = 0; i < heads.length; i++) {
    const half = heads[i]!;
    if (half < 2 || deprels[half] !== 'flat' || deprels[i] !== 'conj') continue;
    if (/^[-‑]$/.test(words[half - 1]!.form)) heads[i] = heads[half]!;
  }
}

/**
 * "“It is over,” Bell told fishermen gathered at the pier": what was told is quoted in front, so the clause behind the verb says
 * who the hearers are. Changes `heads`, `deprels` and `joint` in place.
 */
export function findLostHearers(words: readonly Word[], heads: Int32Array, deprels: string[], joint: string[]): void {
  for (let verb = 2; verb < words.length - 2; verb++) {
    if (!/^(?:told|tells|telling)$/i.test(words[verb]!.form)) continue;
    const clauses = children(heads, verb).filter((c) => deprels[c] === 'ccomp');
    const [quoted, later] = clauses;
    if (clauses.length !== 2 || quoted! > verb || later! < verb + 2) continue;
    if (!words.slice(quoted! + 1, verb).some(({ form }) => /^["”’']+$/.test(form))) continue;
    const hearer = later! - 1;
    if (!/^VB[GND]\|/.test(joint[later!]!) || !/^(?:NNS?|NNPS?|PRP)\|/.test(joint[hearer]!)) continue;
    if (children(heads, later!).some((c) => /^(?:mark|aux|cop)/.test(deprels[c]!))) continue;
    if (heads[hearer] !== verb && heads[hearer] !== later) continue;
    heads[hearer] = verb;
    deprels[hearer] = 'iobj';
    heads[later!] = hearer;
    deprels[later!] = 'acl';
    if (joint[later!]!.startsWith('VBD')) joint[later!] = joint[later!]!.replace('VBD', 'VBN');
  }
}

/** A name with nothing but more of the name around it; `besides` is not counted. */
function isBareName(
  heads: Int32Array,
  deprels: readonly string[],
  joint: readonly string[],
  i: number,
  besides = -1,
): boolean {
  if (!/^NNPS?\|/.test(joint[i]!)) return false;
  return children(heads, i).every((c) => c === besides || /^(?:compound|flat|punct|amod)$/.test(deprels[c]!));
}

/** The verb whose group begins at this word, or -1. */
function verbAt(heads: Int32Array, deprels: readonly string[], joint: readonly string[], at: number): number {
  if (!FINITE.test(joint[at]!)) return -1;
  return /^(?:aux|cop)/.test(deprels[at]!) ? heads[at]! : /\|(?:VERB|AUX)$/.test(joint[at]!) ? at : -1;
}

const takesSubject = (deprels: readonly string[], verb: number): boolean =>
  /^(?:root|ccomp|parataxis)$/.test(deprels[verb]!);

const subjectOf = (heads: Int32Array, deprels: readonly string[], verb: number): number =>
  children(heads, verb).find((c) => /^(?:nsubj|csubj|expl)/.test(deprels[c]!)) ?? -1;
