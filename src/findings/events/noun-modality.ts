/** Whether what a noun names happened: "talks resumed", "plans for a patrol", "an apology by the minister was read out". */

import type { Sentence } from '../../core/index.ts';
import { child, children, hasChild, head, lemmaOf, prepositionOf, relation, verbGroup } from '../../language/tree.ts';
import { classAt } from './clause-signs.ts';
import { apply, asserted, type Reading } from './reading.ts';
import { lemmasOf } from './triggers.ts';
import type { Governors } from './words.ts';

/** Reads the clause of a verb. */
export type ReadClause = (sent: Sentence, verb: number, words: Governors, speechAct: boolean) => Reading;

/** Verbs that say of an event that it goes on. */
const RUNNING = new Set([
  'continue',
  'go',
  'drag',
  'run',
  'proceed',
  'enter',
  'persist',
  'rage',
  'be',
  'under',
  'underway',
  'way',
  'last',
  'intensify',
  'grow',
  'spread',
  'day',
  'week',
  'month',
]);

/** Verbs that put an event on the calendar. */
const FIXED = new Set(['schedule', 'plan', 'set', 'slate', 'expect', 'foresee', 'envisage', 'programme', 'due']);

/** "An apology by the minister was read out": the noun names who did it. */
const isSigned = (sent: Sentence, noun: number): boolean =>
  children(sent, noun, 'nmod', 'obl:agent', 'obl').some((c) => prepositionOf(sent, c) === 'by');

const isAgain = (lemma: string): boolean => lemma === 'fresh' || lemma === 'further';

/** "Fresh fighting broke out": once more, but told as having happened. */
function happens(sent: Sentence, noun: number, words: Governors): boolean {
  const up = head(sent, noun);
  if (up < 0 || !relation(sent, noun).startsWith('nsubj')) return false;
  const { tense, negated } = verbGroup(sent, up);
  return tense === 'past' && !negated && lemmasOf(sent.tokens[up]!).some((l) => words.occurrence.has(l));
}

/** A noun is an event when its clause says so: "talks resumed", "an attack killed"; or when its own roles are told. */
export function readNoun(sent: Sentence, noun: number, words: Governors, readClause: ReadClause): Reading {
  for (const a of children(sent, noun, 'amod', 'advmod')) {
    const lemma = (sent.tokens[a]?.form ?? '').toLowerCase();
    if (words.unrealPlanned.has(lemma)) return asserted('planned', `"${lemma}"`);
    if (isAgain(lemma) && happens(sent, noun, words)) continue;
    if (words.unreal.has(lemma)) return { ...asserted('possible', `"${lemma}"`), modality: null };
  }
  const determiner = (sent.tokens[child(sent, noun, 'det')]?.form ?? '').toLowerCase();
  if (determiner === 'no' || determiner === 'any' || determiner === 'neither')
    return { ...asserted('denied', `"${determiner}"`), modality: 'denied' };
  const governors: number[] = [];
  let at = noun;
  for (let steps = 0; steps < 10; steps++) {
    const up = head(sent, at);
    if (up < 0) break;
    const rel = relation(sent, at);
    governors.push(up);
    const upos = sent.tokens[up]?.upos ?? '';
    if (
      rel.startsWith('nmod') ||
      rel === 'conj' ||
      rel === 'appos' ||
      rel === 'compound' ||
      rel === 'flat' ||
      rel === 'acl'
    ) {
      const kind = rel === 'nmod' ? classAt(sent, up, words) : null;
      // "shelved plans for a joint patrol"
      if (kind === 'planned' && classAt(sent, head(sent, up), words) === 'cancelled')
        return {
          ...asserted('cancelled', `below "${lemmaOf(sent, head(sent, up))}"`),
          governors: [...governors, head(sent, up)],
        };
      if (kind === 'requested' || kind === 'possible' || kind === 'refused' || kind === 'planned')
        return {
          ...asserted('occurred', `below "${lemmaOf(sent, up)}"`),
          modality: kind === 'planned' ? 'planned' : null,
          governors,
        };
      at = up;
      continue;
    }
    if (upos === 'VERB' || upos === 'AUX' || hasChild(sent, up, 'cop')) {
      const group = verbGroup(sent, up);
      const occurs = lemmasOf(sent.tokens[up]!).some(
        (l) => words.occurrence.has(l) || (rel === 'nsubj' && words.performed.has(l)),
      );
      if (group.negated) return { ...asserted('denied', 'negated'), modality: 'denied', governors };
      // "is due in Lisbon for talks"
      if (children(sent, up, 'case').some((c) => /^due$/i.test(sent.tokens[c]?.form ?? '')))
        return { ...asserted('planned', 'what one is due for'), modality: null, governors };
      const reading = readClause(sent, up, words, false);
      const kind = classAt(sent, up, words);
      // "talks are scheduled for Friday"
      if (!occurs && rel.startsWith('nsubj') && kind === 'planned' && FIXED.has(lemmaOf(sent, up)))
        return { ...asserted('planned', `"${lemmaOf(sent, up)}"`), governors };
      const carried =
        rel === 'obj' || (rel === 'obl' && /^(to|for|on|of|about|from|against)$/.test(prepositionOf(sent, at) ?? ''));
      if (!occurs && carried && kind !== null && kind !== 'say' && kind !== 'aspect') {
        const next = apply('occurred', kind, lemmaOf(sent, up));
        return {
          ...asserted('occurred', next.reason ?? ''),
          modality: next.stop && kind !== 'cancelled' ? null : next.modality,
          governors,
        };
      }
      const present =
        group.tense === 'present' &&
        !group.perfect &&
        reading.modality === 'occurred' &&
        rel.startsWith('nsubj') &&
        lemmasOf(sent.tokens[up]!).some((l) => RUNNING.has(l));
      return {
        ...reading,
        modality: present ? 'ongoing' : reading.modality,
        governors: [...governors, ...reading.governors],
        reason: occurs ? `"${lemmaOf(sent, up)}"` : 'its roles are told',
        background:
          reading.background ||
          !(
            occurs ||
            (rel.startsWith('nsubj') && isSigned(sent, noun)) ||
            (rel === 'obl' && /^(lead|result|end|culminate)$/.test(lemmaOf(sent, up)))
          ) ||
          !(rel === 'nsubj' || rel === 'nsubj:pass' || rel === 'obj' || rel === 'obl'),
      };
    }
    at = up;
  }
  return { ...asserted('occurred', 'a heading'), governors };
}
