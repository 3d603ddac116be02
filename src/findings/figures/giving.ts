/** What makes an amount a gift: words of aid, and the trade, debts, needs and troop movements that are none. */

import type { Sentence } from '../../core/index.ts';
import { ancestors, child, children, hasRelation, lemmaOf, prepositionOf } from '../../language/tree.ts';

/** What a figure counts, as far as it matters for giving. */
export interface Counted {
  readonly share: boolean;
  readonly person: boolean;
  readonly money: boolean;
  readonly unit: string | null;
  readonly item: string | null;
  /** The sentences before speak of relief. */
  readonly near: boolean;
}

/** Things handed over, named beside an amount without a verb of giving: "a grant of …", "the package, worth …". */
const AID = /^(aid|donation|gift|grant|assistance|relief|package|help|contribution|consignment|shipment|support)$/;

/** Goods that move across borders as relief. */
const RELIEF =
  /^(tent|blanket|medicine|medication|drug|wheelchair|mattress|mask|vaccine|dose|ration|ventilator|ambulance|generator|tarpaulin|stove|incubator|foodstuff|food|flour)$/;

export const isAid = (sent: Sentence, word: number): boolean => AID.test(lemmaOf(sent, word));

export const speaksOfAid = (sent: Sentence): boolean =>
  sent.tokens.some(
    (token, word) =>
      isAid(sent, word) ||
      lemmaOf(sent, word) === 'donate' ||
      RELIEF.test(lemmaOf(sent, word)) ||
      // "medical supplies", but not those of oil
      (/^supplies$/i.test(token.form) &&
        token.upos === 'NOUN' &&
        !/^(oil|gas|power|energy|fuel|arms|weapons|electricity|military)$/i.test(sent.tokens[word - 1]?.form ?? '')),
  );

/** Bought, sold, lent and owed is not given. */
const TRADE =
  /^(trade|export|import|sell|sale|buy|purchase|contract|deal|order|invest|investment|loan|lend|borrow|credit|debt|owe|fine|tax|revenue|turnover|price|cost|customer|market|commerce|bond|pay-out|salary|wage|ransom|toll|tariff|charge|bill|mortgage|repay|repayment|collector)$/;

/** "a line of credit": what a line, a facility or a package is made of. */
const CREDIT = /^(credit|loan|debt|mortgage|bond)$/;

/** "4,000 crore credit line", "a $500m soft loan": by the words right behind the amount. */
function isLine(sent: Sentence, word: number): boolean {
  for (let at = word + 1; at < word + 6; at++) {
    const token = sent.tokens[at];
    if (token === undefined || !/^(NOUN|ADJ|NUM|SYM|PUNCT)$/.test(token.upos) || /^[,;:().]$/.test(token.form))
      return false;
    if (CREDIT.test(lemmaOf(sent, at))) return true;
  }
  return false;
}

/** Whether the amount is one of trade, debt or a loan: said by the words it hangs on or that hang on it. */
export function isTrade(sent: Sentence, path: readonly number[]): boolean {
  const [word = -1] = path;
  if (isLine(sent, word)) return true;
  if (children(sent, word, 'compound', 'nmod', 'amod').some((kid) => TRADE.test(lemmaOf(sent, kid)))) return true;
  return path.slice(0, 4).some((up, index) => {
    if (TRADE.test(lemmaOf(sent, up))) return true;
    if (index === 0 || sent.tokens[up]!.upos === 'NOUN') {
      if (children(sent, up, 'compound', 'appos', 'nmod').some((kid) => CREDIT.test(lemmaOf(sent, kid)))) return true;
      if (children(sent, up, 'compound', 'appos').some((kid) => TRADE.test(lemmaOf(sent, kid)))) return true;
    }
    // "extended a loan of …" by word order: the object beside the amount.
    const object = child(sent, up, 'obj');
    return index > 0 && object >= 0 && object !== path[index - 1] && TRADE.test(lemmaOf(sent, object));
  });
}

/** Aid that is wanted, held back or only counted. */
const WITHHELD =
  /^(need|request|seek|ask|appeal|require|lack|demand|cut|freeze|suspend|halt|block|withhold|cancel|scrap|delay|stall|steal|loot|lose|stick|estimate|reduce|slash|refuse|reject|fall|drop|expire|debate|want|beg|stuck|pending|deadlocked|vanish)$/;

export const isWithheld = (sent: Sentence, path: readonly number[]): boolean =>
  path.slice(0, 6).some((up, index) => index > 0 && WITHHELD.test(lemmaOf(sent, up)));

/** "the 900 million requested", "the tanks that Kyiv asked for": wanted, told right behind the amount. */
export const isWanted = (sent: Sentence, word: number): boolean =>
  children(sent, word, 'acl', 'acl:relcl').some((kid) =>
    /^(request|seek|ask|need|require|demand)$/.test(lemmaOf(sent, kid)),
  );

const HELPERS =
  /^(doctor|nurse|medic|paramedic|surgeon|rescuer|firefighter|sapper|engineer|expert|specialist|teacher|volunteer|technician|trainer|instructor|diver|vet|midwife|psychologist|responder)$/;
const HELP = /^(help|assist|aid|relief|rescue|support|treat)$/;

/** Whether people can be a gift here: those who help, or those sent to help. */
export const sentToHelp = (sent: Sentence, unit: string | null): boolean =>
  (unit !== null && HELPERS.test(unit)) || sent.tokens.some((_, word) => HELP.test(lemmaOf(sent, word)));

/** Whether an amount moved in an act of aid can be a gift at all. */
export const isGift = (sent: Sentence, word: number, what: Counted): boolean =>
  !what.share &&
  !(what.person && !sentToHelp(sent, what.unit)) &&
  !isTrade(sent, [word, ...ancestors(sent, word)]) &&
  !sent.tokens.some((token) => /^(loan|credit|mortgage|lender)s?$/i.test(token.form)) &&
  !isCommodity(sent, what.item);

const COMMODITY =
  /^(gas|oil|crude|coal|electricity|power|petroleum|diesel|ore|copper|lithium|uranium|banana|coffee|cocoa)\b/;

/** Goods that are sold rather than given, unless the sentence speaks of aid. */
export const isCommodity = (sent: Sentence, item: string | null): boolean =>
  item !== null &&
  COMMODITY.test(item) &&
  !sent.tokens.some((_, word) => isAid(sent, word) || /^(donate|gift|free)$/.test(lemmaOf(sent, word)));

/** Whether a verb of giving has somebody who gets it, where the verb alone does not say so: "presented 30 projects". */
export function hasTaker(sent: Sentence, verb: number, lemma: string): boolean {
  if (lemma !== 'present') return true;
  return (
    child(sent, verb, 'iobj') >= 0 ||
    children(sent, verb, 'obl').some((kid) => /^(to|with)$/.test(prepositionOf(sent, kid) ?? '')) ||
    hasRelation(sent, verb, 'acl')
  );
}

/** "paid 90 million to Moldova", "into the fund": to somebody, and not for what was bought or owed. */
export const isPaidOver = (sent: Sentence, verb: number): boolean => {
  if (speaksOfAid(sent)) return true;
  const taker =
    child(sent, verb, 'iobj') >= 0 ||
    children(sent, verb, 'obl').some((kid) => /^(to|into|towards?)$/.test(prepositionOf(sent, kid) ?? ''));
  return taker && !sent.tokens.some((_, word) => TRADE.test(lemmaOf(sent, word)));
};

/** Whether something was received as a gift: money or goods from somebody, not letters, guests or votes. */
export const isReceived = (sent: Sentence, verb: number, what: Counted): boolean =>
  !what.person &&
  (what.money ||
    speaksOfAid(sent) ||
    // "received 31 of the 48 that France promised"
    sent.tokens.some((_, word) => /^(promise|pledge)$/.test(lemmaOf(sent, word))) ||
    children(sent, verb, 'obl').some((kid) => prepositionOf(sent, kid) === 'from') ||
    sent.tokens.some((token, at) => at > verb && /^from$/i.test(token.form)));

/** Whether a word is a verb or a noun with a copula. */
export const isVerbal = (sent: Sentence, at: number): boolean => {
  const token = sent.tokens[at]!;
  return token.upos === 'VERB' || token.xpos.startsWith('VB') || child(sent, at, 'cop') >= 0;
};
