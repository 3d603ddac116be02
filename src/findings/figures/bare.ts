/** Numbers that leave their unit unsaid: "900,000 went to Guatemala" after doses, "another six", "twelve of them", "seven were killed". */

import type { Mentioned, QuantityReading, Sentence, Span } from '../../core/index.ts';
import { child, children, formsOf, hasRelation, head, lemmaOf, prepositionOf } from '../../language/tree.ts';
import { mentionsIn } from '../../mentions/index.ts';

export interface BareNumber {
  readonly token: number;
  readonly span: Span;
  readonly reading: QuantityReading;
}

const WORDS: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, at) => [word, at < 19 ? at + 2 : (at - 16) * 10]),
);

const STANDS = ['nsubj', 'nsubj:pass', 'obj', 'obl', 'obl:unmarked', 'conj', 'root', 'nmod', 'parataxis'];

/** Large numbers, those of a tally ("14 against") and those before a verb ("140 injured") count wherever the parse hangs them. */
const isLoose = (sent: Sentence, at: number, value: number): boolean => {
  if (AFFECTED.test(sent.tokens[at + 1]?.form ?? '') || isStricken(sent, at)) return true;
  if (isGapped(sent, at) || DOES.test(formsOf(sent, at + 1, at + 5).toLowerCase())) return true;
  // "2,000 more are on the way"
  if (
    /^(more|others)$/i.test(sent.tokens[at + 1]?.form ?? '') &&
    !/^(NOUN|PROPN|ADJ|ADV)$/.test(sent.tokens[at + 2]?.upos ?? '') &&
    !/^than$/i.test(sent.tokens[at + 2]?.form ?? '')
  )
    return true;
  if (value >= 1000 && hasRelation(sent, at, 'appos', 'orphan', 'iobj', 'dep')) return true;
  if (/^(against|abstained|abstaining)$/i.test(sent.tokens[at + 1]?.form ?? '')) return true;
  return hasRelation(sent, at, 'nummod') && head(sent, at) > at && sent.tokens[head(sent, at)]!.upos === 'VERB';
};

/** Bare numbers of a sentence with the unit that the words around them give; those without one are left out. */
export function bareNumbers(doc: Mentioned, sent: Sentence, isPerson: (unit: string) => boolean): BareNumber[] {
  const found: BareNumber[] = [];
  const mentions = mentionsIn(doc, sent.index);
  sent.tokens.forEach((token, at) => {
    const value = numberOf(token.form);
    if (value === null || !(token.upos === 'NUM' || token.xpos === 'CD')) return;
    const ofThem =
      OF_THEM.test(formsOf(sent, at + 1, at + 3)) ||
      /\bamong (?:them|whom|which|these|those)$/.test(formsOf(sent, at - 4, at));
    const downFrom = DOWN_FROM.test(formsOf(sent, at - 4, at));
    if (!ofThem && !downFrom && !hasRelation(sent, at, ...STANDS) && !isLoose(sent, at, value)) return;
    // "one in ten"
    if (/^one in$/.test(formsOf(sent, at - 2, at))) return;
    // The number itself may stand for people: "60 came". Inside a longer name or phrase it is theirs.
    if (
      mentions.some(
        ({ kind, span: [from, to] }) =>
          from < token.end && token.start < to && !(kind === 'person' && from === token.start && to === token.end),
      )
    )
      return;
    const next = sent.tokens[at + 1];
    const own = /^the$/i.test(sent.tokens[at - 1]?.form ?? '') && next?.upos === 'PROPN';
    if (
      next !== undefined &&
      !own &&
      !AFFECTED.test(next.form) &&
      (/^(NOUN|PROPN|SYM)$/.test(next.upos) || /^[-–/:%]$/.test(next.form))
    )
      return;
    const lead = AFFECTED.test(next?.form ?? '') ? '' : (sent.tokens[at - 1]?.form ?? '');
    if (/^(?:[-–/:#$€£]|page|article|number|no\.?|chapter|room|aged?|flight|all|both|these|those)$/i.test(lead)) return;
    // "the 5,000 it had shipped", but not "the two".
    if (/^the$/i.test(lead) && (value < 10 || !(/^(PRON|PROPN)$/.test(next?.upos ?? '') || next?.xpos === 'VBN')))
      return;
    const part = partOfThem(doc, sent, at);
    const counted = countedNoun(sent, at);
    const befalls = isStricken(sent, at) || DOES.test(formsOf(sent, at + 1, at + 5).toLowerCase());
    if (part === null && counted === null && !downFrom && !befalls && isPlace(sent, at)) return;
    const before = unitBefore(doc, sent, token.start);
    const crew =
      /\b(?:team|crew|delegation|squad|party|contingent|staff|family) of(?: (?:about|some|around|nearly|at least|up to|more than))?$/i.test(
        formsOf(sent, at - 4, at),
      );
    // "Of 60,000 tents barely 9,000 had come": things come too.
    const comes =
      before !== null && !befalls && /^(come|turn|fall|gather|march|survive)$/.test(lemmaOf(sent, head(sent, at)));
    const unit =
      (crew ? 'person' : null) ??
      part?.unit ??
      counted ??
      // "12 workers were killed and 31 injured": of those counted before.
      (before !== null && isPerson(before) && (befalls || people(sent, at) !== null) ? before : null) ??
      (befalls ? 'person' : comes ? null : people(sent, at)) ??
      before;
    if (unit === null) return;
    found.push({
      token: at,
      span: [token.start, token.end],
      reading: {
        value,
        bound: boundOf(sent, at),
        unit,
        currency: null,
        currencyBasis: null,
        item: null,
        partOf: part !== null && part.value > value ? part.value : null,
      },
    });
  });
  return found;
}

/** "only three of them", "41 of whom". */
const OF_THEM = /^of (?:them|these|those|which|whom)\b/;
/** "down from 1,720", "up from 20": what it was before. */
const DOWN_FROM =
  /\b(?:down|up|rising|falling|fell|rose|grew|increase|decrease|rise|drop) from(?: (?:about|some|around|just|only|nearly))?$/;

function numberOf(form: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+$|^\d{1,7}$/.test(form))
    return /^(?:1[89]|20)\d\d$/.test(form) || form === '1' || form === '0' ? null : Number(form.replaceAll(',', ''));
  return WORDS.get(form.toLowerCase()) ?? null;
}

/** "at 10", "by 30", "from 12": times, ages and ends of a scale. */
const isPlace = (sent: Sentence, at: number): boolean =>
  hasRelation(sent, at, 'obl', 'nmod') &&
  !AFFECTED.test(sent.tokens[at + 1]?.form ?? '') &&
  !/^(to|with|for|of|including)$/.test(prepositionOf(sent, at) ?? 'to');

/** "twelve of them", "nine of which": the count it is a part of. */
function partOfThem(doc: Mentioned, sent: Sentence, at: number): { unit: string; value: number } | null {
  const [of, them] = [sent.tokens[at + 1], sent.tokens[at + 2]];
  // "of whom 2,500 serve": up to three words in front of the number.
  const lead = formsOf(sent, at - 5, at);
  const behind = /^of$/i.test(of?.form ?? '') && /^(them|these|those|which|whom)$/i.test(them?.form ?? '');
  if (!behind && !/\b(?:of|among) (?:them|whom|which|these|those)(?: [a-z]+){0,3}$/.test(lead)) return null;
  // "196 of them Dutch nationals"
  const kindAt = sent.tokens[at + 3]?.upos === 'ADJ' ? at + 4 : at + 3;
  const kind = behind ? sent.tokens[kindAt] : undefined;
  const whole = wholeOfThem(doc, sent, at, kind?.xpos === 'NNS' ? lemmaOf(sent, kindAt) : null);
  // "the refugees, 1,100 of them children"
  return whole === null && kind?.xpos === 'NNS' ? { unit: lemmaOf(sent, kindAt), value: 0 } : whole;
}

/** The count before it that "them" means. */
function wholeOfThem(
  doc: Mentioned,
  sent: Sentence,
  at: number,
  kind: string | null,
): { unit: string; value: number } | null {
  for (let index = doc.mentions.length - 1; index >= 0; index--) {
    const mention = doc.mentions[index]!;
    const reading = mention.quantity;
    if (mention.sentence < sent.index - 1) return null;
    if (reading === null || mention.span[1] > sent.tokens[at]!.start) continue;
    if (reading.unit !== null && reading.unit !== 'percent' && reading.currency === null && !TIME.test(reading.unit)) {
      if (reading.value <= (numberOf(sent.tokens[at]!.form) ?? 0)) continue;
      // "41 of them minors": counted by what they are.
      return { unit: kind ?? reading.unit, value: reading.value };
    }
  }
  return null;
}

/** "the number of fighters … at around 1,100". */
function countedNoun(sent: Sentence, at: number): string | null {
  for (let word = 0; word < at; word++) {
    if (/^(toll|attendance)$/.test(lemmaOf(sent, word))) return 'person';
    if (!/^(number|total|tally|count|strength)$/.test(lemmaOf(sent, word))) continue;
    for (const kid of children(sent, word, 'nmod'))
      if (
        kid !== at &&
        sent.tokens[kid]!.upos !== 'NUM' &&
        children(sent, kid, 'case').some((prep) => sent.tokens[prep]!.form.toLowerCase() === 'of')
      )
        return lemmaOf(sent, kid);
  }
  return null;
}

/** What befalls people alone, and what only people do. */
const SUFFER = /^(kill|wound|injure|hurt|arrest|detain|hospitali[sz]e|displace|abduct|kidnap|rescue|evacuate)$/;
const DO = /^(die|attend|come|perish|drown|survive|flee|demonstrate|march|turn|gather|fall)$/;

/** "…, Austria 25 and the Swiss 12": the verb and the unit are said once. */
const isGapped = (sent: Sentence, at: number): boolean => {
  const [name, next] = [sent.tokens[at - 1], sent.tokens[at + 1]];
  if (name?.upos !== 'PROPN' && !/^(another|some|about|around)$/i.test(name?.form ?? '')) return false;
  let first = at - 1;
  while (first > 0 && /^(PROPN|ADV)$/.test(sent.tokens[first]!.upos)) first -= 1;
  while (first > 0 && /^(the|another|some|about|around)$/i.test(sent.tokens[first]!.form)) first -= 1;
  while (first > 0 && sent.tokens[first]!.upos === 'PROPN') first -= 1;
  return (
    /^(,|and|;|while|but)$/i.test(sent.tokens[first]!.form) &&
    (next === undefined || /^[.,;)]$/.test(next.form) || /^(and|to|for|from|but|while|in)$/i.test(next.form))
  );
};

/** "3,000 fled across the river", "a total of 1,874 have died": only those who live do so. */
const DOES =
  /^(?:(?:have|had|has|were|are) )?(?:(?:also|already|since|been|reportedly) )*(?:died|fled|marched|perished|drowned|attended|protested|rallied|gathered|demonstrated|starved|voted|took part|turned out|took to the streets)\b/;

const BOUNDED =
  '(?: (?:at least|no fewer than|not less than|more than|fewer than|less than|as many as|up to|about|around|some|nearly|almost|over|an estimated|another|a further|only|just|roughly|and|or))*';
const STRUCK = new RegExp(
  `(?:^| )(?:kill(?:ed|ing|s)|wound(?:ed|ing)|injur(?:ed|ing|es)|hurt(?:ing)?|arrest(?:ed|ing)|detain(?:ed|ing)|displac(?:ed|ing)|abduct(?:ed|ing)|kidnapp(?:ed|ing)|captur(?:ed|ing)|expell(?:ed|ing)|deport(?:ed|ing)|execut(?:ed|ing)|jail(?:ed|ing)|rescu(?:ed|ing)|free(?:d|ing)|releas(?:ed|ing)|hang(?:ed|ing)|evacuat(?:ed|ing)|hospitali[sz](?:ed|ing))${BOUNDED}$`,
);
const STANDS_STRUCK =
  /^(?:(?:are|were|is|was|have|had|remain|remained) )?(?:(?:been|still|also|now|others?|more|others|reported|feared|believed|listed as|reported as|presumed) )*(?:dead|killed|injured|wounded|missing|homeless|hurt|displaced|arrested|detained|hospitali[sz]ed|trapped|unaccounted for|drowned)\b/;

/** "killed at least 61", "eleven are still missing", by word order where the tree hangs the number elsewhere. */
const isStricken = (sent: Sentence, at: number): boolean =>
  STRUCK.test(formsOf(sent, at - 7, at).toLowerCase())
    ? !/^(?:NOUN|PROPN|ADJ|SYM)$/.test(sent.tokens[at + 1]?.upos ?? '')
    : STANDS_STRUCK.test(formsOf(sent, at + 1, at + 6).toLowerCase());

const AFFECTED = /^(dead|injured|wounded|homeless|missing|hurt)$/i;

/** "seven were killed", "wounding 34", "left 12 dead", "about 60 came". */
function people(sent: Sentence, at: number): string | null {
  const verb = head(sent, at);
  const lemma = lemmaOf(sent, verb);
  const suffers = hasRelation(sent, at, 'nsubj:pass', 'obj') && SUFFER.test(lemma);
  const does =
    hasRelation(sent, at, 'nsubj') && (DO.test(lemma) || /^(dead|missing|injured|wounded|hurt)$/.test(lemma));
  const left = AFFECTED.test(sent.tokens[at + 1]?.form ?? '');
  const alone = child(sent, at, 'nmod') < 0;
  return left || ((suffers || does) && alone) ? 'person' : null;
}

/** The unit of the count before it in the sentence, or at the end of the one before when the number begins a sentence. */
function unitBefore(doc: Mentioned, sent: Sentence, start: number): string | null {
  const first = sent.tokens.findIndex((token) => token.start === start);
  const opens =
    first < 5 && sent.tokens.slice(0, first).every((token) => /^(ADV|ADJ|ADP|SCONJ|PART)$/.test(token.upos));
  let unit: string | null = null;
  for (const mention of [...(opens ? mentionsIn(doc, sent.index - 1) : []), ...mentionsIn(doc, sent.index)]) {
    const reading = mention.quantity;
    if (reading === null || mention.span[1] > start) continue;
    if (reading.currency === null && reading.unit !== 'percent') unit = reading.unit ?? unit;
  }
  return unit !== null && TIME.test(unit) ? null : unit;
}

const TIME = /^(year|month|day|week|hour|minute|time|year-old|decade)$/;

function boundOf(sent: Sentence, at: number): QuantityReading['bound'] {
  const lead = sent.tokens
    .slice(Math.max(0, at - 4), at)
    .map((token) => token.form.toLowerCase())
    .filter((form) => !/^(another|an|additional|further|["“”])$/.test(form))
    .slice(-3)
    .join(' ');
  if (/(?:just|slightly|little|bit) (?:under|below)$/.test(lead)) return 'less-than';
  if (/(?:no|not) more than$/.test(lead)) return 'at-most';
  if (/\b(?:barely|scarcely|hardly|merely short of)$/.test(lead)) return 'less-than';
  if (/(?:no|not) (?:fewer|less) than$|at least$/.test(lead)) return 'at-least';
  if (/(?:more than|over|above|upwards of)$/.test(lead)) return 'more-than';
  if (/(?:up to|at most|as many as)$/.test(lead)) return 'at-most';
  if (/(?:fewer than|less than|under|nearly|almost)$/.test(lead)) return 'less-than';
  return /(?:about|around|some|roughly|approximately|close to)$/.test(lead) ? 'about' : 'exactly';
}
