/** What the words right beside an amount make of it: a price for each, where it stood before, a pledge by name, what a paper provides for. */

import type { Figure, Sentence } from '../../core/index.ts';
import { child, hasRelation, lemmaOf, verbGroup } from '../../language/tree.ts';

const low = (sent: Sentence, at: number): string => sent.tokens[at]?.form.toLowerCase() ?? '';

/** "580 pesos apiece", "$100 a head", "30 euros each", "90 dollars per tonne": a price or rate. */
export function isRate(sent: Sentence, word: number): boolean {
  for (let at = word; at < word + 4; at++) {
    const [one, two] = [low(sent, at + 1), low(sent, at + 2)];
    if (one === 'apiece' || (one === 'each' && !/^(of|to)$/.test(two))) return true;
    if (/^(a|an|per)$/.test(one)) return PER.test(two);
    if (!/^(NUM|SYM)$/.test(sent.tokens[at + 1]?.upos ?? '')) return false;
  }
  return false;
}

const PER = /^(head|piece|tonne|ton|barrel|litre|kilo|kilogram|person|unit|dose|night)$/;

/** "up from 3.1 billion now": the word in front of the number. */
export function wasBefore(sent: Sentence, word: number): boolean {
  let at = word;
  while (at > 0 && word - at < 5 && /^(NUM|SYM|ADJ|ADV|NOUN)$/.test(sent.tokens[at]!.upos) && low(sent, at) !== 'up')
    at -= 1;
  return low(sent, at) === 'from' && /^(up|down|compared)$/.test(low(sent, at - 1));
}

const BOUNDS = '(?:(?:about|around|some|nearly|almost|roughly|an estimated|up to|a further|another) )?';
const COMPARED = new RegExp(
  `\\b(?:(?:less|more|fewer|higher|lower|bigger|larger|smaller) than the|compared (?:with|to)(?: the)?|(?:up|down) from(?: the)?|against|twice the|double the|triple the|half the|instead of(?: the)?|short of the) ${BOUNDS}$`,
);

/** "less than the 7.5 billion raised a year ago", "against 3.2 billion in 2023": what the amount is held against. */
export const isCompared = (sent: Sentence, text: string, start: number): boolean =>
  COMPARED.test(text.slice(Math.max(sent.span[0], start - 48), start).toLowerCase());

/** "of a promised 6 billion", "the pledged 40 million": said right before the amount. */
export const isPromisedBefore = (sent: Sentence, text: string, start: number): boolean =>
  /\b(?:an?|the|its|their|his|her|of|previously|already|originally|initially) (?:promised|pledged|committed) (?:\p{Ll}+ )?$/u.test(
    text.slice(Math.max(sent.span[0], start - 40), start).toLowerCase(),
  ) &&
  !/\b(?:has|have|had|is|are|was|were) (?:already |previously |originally |initially )?(?:promised|pledged|committed) (?:\p{Ll}+ )?$/u.test(
    text.slice(Math.max(sent.span[0], start - 48), start).toLowerCase(),
  );

/** "two planes carrying 34 tonnes of medicine landed": what came with those that arrived. */
export function cameAboard(sent: Sentence, path: readonly number[]): boolean {
  const [word, carry, vessel, verb] = path;
  if (word === undefined || carry === undefined || vessel === undefined || verb === undefined) return false;
  const group = verbGroup(sent, verb);
  return (
    hasRelation(sent, word, 'obj') &&
    /^(carry|bring|bear|transport|haul|ferry|load)$/.test(lemmaOf(sent, carry)) &&
    hasRelation(sent, carry, 'acl', 'acl:relcl') &&
    hasRelation(sent, vessel, 'nsubj') &&
    /^(arrive|land|come|dock|reach|enter|touch|cross|anchor|unload|leave|depart)$/.test(lemmaOf(sent, verb)) &&
    group.tense !== 'future' &&
    group.modal === null &&
    !group.negated
  );
}

/** "The donation includes 500 tents": what a gift that was made consists of. */
export function isContent(sent: Sentence, path: readonly number[]): boolean {
  const verb = path.slice(1, 4).find((up) => sent.tokens[up]!.upos === 'VERB');
  if (verb === undefined || !/^(include|comprise|contain|consist|total|number)$/.test(lemmaOf(sent, verb)))
    return false;
  const subject = child(sent, verb, 'nsubj');
  const group = verbGroup(sent, verb);
  return (
    subject >= 0 &&
    /^(donation|gift|consignment|shipment|delivery|contribution|load|cargo|aid|assistance|relief|package|parcel|convoy)$/.test(
      lemmaOf(sent, subject),
    ) &&
    group.tense !== 'future' &&
    group.modal === null &&
    !group.negated
  );
}

const SUMS = /^(stand|amount|come|total|run|reach|exceed|top|add|hit|approach|near)$/;

/** "Oman's gift was 2,000 tonnes", "its aid now stands at 38 million a year", "the pledge amounts to 5 million": what the subject is. */
export function isSumOf(sent: Sentence, path: readonly number[]): Figure['status'] | null {
  const [word, verb] = path;
  if (word === undefined) return null;
  const copular = child(sent, word, 'cop') >= 0;
  const top = copular ? word : verb;
  if (top === undefined || (!copular && !SUMS.test(lemmaOf(sent, top)))) return null;
  if (!copular && !hasRelation(sent, word, 'obl', 'obj')) return null;
  const subject = child(sent, top, 'nsubj');
  if (subject < 0 || subject > word) return null;
  const group = verbGroup(sent, top);
  if (group.negated || group.modal !== null || group.infinitive) return null;
  const lemma = lemmaOf(sent, subject);
  if (/^(pledge|promise|offer|commitment)$/.test(lemma)) return 'pledged';
  if (!/^(gift|donation|contribution|aid|assistance|help)$/.test(lemma)) return null;
  return group.tense === 'future' ? 'planned' : 'donated';
}

/** "brought a cheque for 400,000 euros" */
export function isCheque(sent: Sentence, path: readonly number[]): boolean {
  const [word, cheque, verb] = path;
  if (word === undefined || cheque === undefined || verb === undefined || lemmaOf(sent, cheque) !== 'cheque')
    return false;
  const group = verbGroup(sent, verb);
  return (
    /^(bring|hand|give|present|deliver|receive|accept|get|write|send)$/.test(lemmaOf(sent, verb)) &&
    group.tense !== 'future' &&
    group.modal === null &&
    !group.infinitive &&
    !group.negated
  );
}

/** "of the 900 million promised, 120 million has arrived", "the 90 million pledged has come in". */
export function hasArrived(sent: Sentence, path: readonly number[]): boolean {
  const [word, verb] = path;
  if (word === undefined || verb === undefined || !hasRelation(sent, word, 'nsubj')) return false;
  const group = verbGroup(sent, verb);
  // "24 howitzers are on their way to the army"
  if (lemmaOf(sent, verb) === 'way' && child(sent, verb, 'cop') >= 0)
    return (
      group.modal === null && !group.negated && sent.tokens.some((token, at) => at > verb && /^to$/i.test(token.form))
    );
  const came = /^(arrive|come|land)$/.test(lemmaOf(sent, verb)) && group.modal === null && !group.negated;
  return came && sent.tokens.some((_, at) => /^(promise|pledge|commit|donor|aid|donate)$/.test(lemmaOf(sent, at)));
}

/** "signed a 30 million dollar aid agreement": the paper only foresees it. */
export function isSigned(sent: Sentence, path: readonly number[]): boolean {
  for (let index = 1; index < Math.min(path.length, 4); index++) {
    const up = path[index]!;
    if (sent.tokens[up]!.upos !== 'NOUN') return false;
    if (!/^(agreement|deal|accord|memorandum|pact|protocol|contract)$/.test(lemmaOf(sent, up))) continue;
    const verb = sent.tokens[up]!.head;
    return verb >= 0 && /^(sign|ink|initial|conclude|seal)$/.test(lemmaOf(sent, verb));
  }
  return false;
}

/** "will give 5 million, the biggest pledge of the day" */
export function isCalledPledge(sent: Sentence, word: number): boolean {
  for (let at = word + 1; at < Math.min(sent.tokens.length, word + 18); at++) {
    const token = sent.tokens[at]!;
    if (token.upos === 'VERB' || /^[;:]$/.test(token.form)) return false;
    if (/^(pledge|promise|commitment)$/.test(lemmaOf(sent, at)) && hasRelation(sent, at, 'appos')) return true;
  }
  return false;
}

const PAPER =
  /^(agreement|deal|accord|treaty|pact|budget|programme|program|plan|package|document|contract|memorandum|protocol|bill|partnership|project|scheme|strategy|declaration|it)$/;

/** "the accord provides for 30 nurses", "picked a yard to build 11 frigates": foreseen, though nobody promises it. */
export function isForeseen(sent: Sentence, path: readonly number[]): boolean {
  for (let index = 1; index < path.length && index <= 3; index++) {
    const [below, up] = [path[index - 1]!, path[index]!];
    const lemma = lemmaOf(sent, up);
    if (sent.tokens[up]!.upos !== 'VERB') {
      if (!hasRelation(sent, below, 'conj', 'nmod')) return false;
      continue;
    }
    if (lemma === 'provide' && low(sent, up + 1) === 'for') {
      const subject = child(sent, up, 'nsubj');
      return subject >= 0 && PAPER.test(lemmaOf(sent, subject)) && hasRelation(sent, below, 'obl', 'obj');
    }
    const purpose =
      sent.tokens[up]!.xpos === 'VB' &&
      low(sent, up - 1) === 'to' &&
      /^(build|supply|deliver|construct|make|assemble|install)$/.test(lemma) &&
      hasRelation(sent, below, 'obj');
    const above = sent.tokens[up]!.head;
    if (!purpose) return false;
    const picks = [above, sent.tokens[above]?.head ?? -1].some(
      (one) => one >= 0 && /^(pick|choose|select|hire|contract|commission|order|tap|appoint)$/.test(lemmaOf(sent, one)),
    );
    return picks;
  }
  return false;
}
