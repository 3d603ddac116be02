/** Figures: how much of what, tied to its event, item and status. */

import type { Event, Figure, Mention, Mentioned, Sentence } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { ancestors, hasRelation, head, lemmaOf, verbGroup } from '../../language/tree.ts';
import { bareNumbers } from './bare.ts';
import { isCompared, isPromisedBefore, isRate } from './beside.ts';
import { completed, listed, withWholes } from './context.ts';
import { isFigure, itemOf } from './countable.ts';
import { type Counted, isGift } from './giving.ts';
import { statusOf } from './status.ts';
import type { FigureTables } from './tables.ts';

export { type FigureTables, loadFigureTables, parseFigureTables } from './tables.ts';

/** In text order; `event` is an index into `events`. Never throws on content. */
export function findFigures(
  doc: Mentioned,
  events: readonly Event[],
  tables: FigureTables,
  knowledge: Knowledge,
): Figure[] {
  const figures: Figure[] = [];
  for (const mention of doc.mentions) {
    const reading = mention.quantity;
    const sent = doc.sentences[mention.sentence];
    if (mention.kind !== 'quantity' || reading === null || sent === undefined) continue;
    const person = isPerson(reading.unit, knowledge) && !areJets(reading.unit, doc.article.text.slice(...sent.span));
    const words = doc.article.text.slice(mention.span[0], mention.span[1]);
    const behind = toldBehind(doc.article.text.slice(mention.span[1], mention.span[1] + 60));
    const full = completed(doc, sent, mention, reading, figures);
    // "the 10-member bloc": a number inside a word.
    if (/^[\p{L}\d]+-\p{Ll}/u.test(words) && !TENS.test(words) && reading.currency === null) continue;
    const item = itemIn(doc, sent, mention, itemOf(reading));
    const what = {
      share: reading.unit === 'percent',
      person,
      money: full.currency !== null,
      unit: full.unit,
      item,
      near: nearAid(doc, sent),
    };
    const event = eventOf(sent, mention, events);
    const { text } = doc.article;
    const beside = isPromisedBefore(sent, text, mention.span[0])
      ? 'pledged'
      : isCompared(sent, text, mention.span[0])
        ? 'reported'
        : null;
    const status = ofDeed(
      behind ?? beside ?? statusOf(sent, mention.head, what, tables),
      events[event ?? -1],
      sent,
      mention.head,
      what,
    );
    const ofNation = doc.mentions.some(
      (other) =>
        other.sentence === sent.index &&
        other.form === 'adjective' &&
        mention.span[0] <= other.span[0] &&
        other.span[1] <= mention.span[1],
    );
    // "two frigates left port": who acts, not how many.
    const acts =
      hasRelation(sent, mention.head, 'nsubj') &&
      sent.tokens[head(sent, mention.head)]?.upos === 'VERB' &&
      verbGroup(sent, head(sent, mention.head)).voice !== 'passive';
    if (!isFigure({ ...full, partOf: reading.partOf }, words, status !== 'reported', person, ofNation || acts))
      continue;
    figures.push({
      value: reading.value,
      bound: reading.bound,
      unit: full.unit,
      currency: full.currency,
      currencyBasis: full.currencyBasis,
      item,
      partOf: reading.partOf,
      status,
      span: mention.span,
      evidence: sent.span,
      event,
    });
  }
  for (const sent of doc.sentences) {
    for (const { token, span, reading } of bareNumbers(doc, sent, (unit) => isPerson(unit, knowledge))) {
      const person = isPerson(reading.unit, knowledge);
      const what = { share: false, person, money: false, unit: reading.unit, item: null, near: nearAid(doc, sent) };
      const status = statusOf(sent, token, what, tables);
      const words = doc.article.text.slice(...span);
      if (!isFigure(reading, words, status !== 'reported', person)) continue;
      figures.push({
        ...reading,
        status,
        span,
        evidence: sent.span,
        event: eventOf(sent, { head: token, span }, events),
      });
    }
  }
  figures.sort((a, b) => a.span[0] - b.span[0]);
  return withWholes(doc, listed(doc, figures));
}

/**
 * What the deed says of an amount that it acts on: guns fired, troops marched, arms surrendered and goods seized are
 * given to nobody, and what an act of aid moves was given whatever the verb.
 */
function ofDeed(
  status: Figure['status'],
  event: Event | undefined,
  sent: Sentence,
  word: number,
  what: Counted,
): Figure['status'] {
  if (event === undefined || isRate(sent, word)) return status;
  const trigger = sent.tokens.findIndex((token) => token.start < event.trigger[1] && event.trigger[0] < token.end);
  if (head(sent, word) !== trigger && !ancestors(sent, word).slice(0, 3).includes(trigger)) return status;
  if (status === 'donated' && /^(MOBILIZE|ASSAULT|COERCE|THREATEN|PROTEST|RETREAT|SANCTION)$/.test(event.type))
    return 'reported';
  const given =
    !/^(spend|use|cost|buy|build|run|treat|shelter|feed|host|rescue|save|evacuate|pick|pull|help|assist)$/.test(
      lemmaOf(sent, trigger),
    );
  const moved = given && hasRelation(sent, word, 'obj', 'nsubj:pass', 'iobj') && head(sent, word) === trigger;
  return status === 'reported' &&
    event.type === 'AID' &&
    event.modality === 'occurred' &&
    moved &&
    isGift(sent, word, what)
    ? 'donated'
    : status;
}

/** "the 1 billion promised", "the 36 guns it pledged": told right behind the amount. */
const toldBehind = (text: string): Figure['status'] | null =>
  /^\s(?:(?!and|but|or|while|then|was|were|is|are)\p{Ll}+\s)?(?:(?:that\s|which\s)?(?:it|they|he|she|we)\s(?:had\s|has\s|have\s)?)?(?:pledged|promised|committed|offered)\b(?! (?:to|that|by the court))/u.test(
    text,
  )
    ? 'pledged'
    : null;

const PEOPLE =
  /^(person|people|man|woman|child|worker|soldier|troop|nun|brother|sister|farmer|editor|judge|family|fisherman|student|refugee|migrant|prisoner|hostage|journalist|citizen|resident|victim|civilian|doctor|nurse|medic|expert|sapper|delegate|monk|priest|nurse|sailor|pilot|tourist|passenger|outlet|company|firm|agency|bank|state|country|nation|household|villager|patient|participant|member|engineer|technician|driver|relative|scientist|researcher|climber|guest|personnel|businessperson)$/;

/** Whether the two sentences before speak of relief: what is flown and brought then is given. */
const nearAid = (doc: Mentioned, sent: Sentence): boolean => {
  const from = doc.sentences[sent.index - 2] ?? doc.sentences[sent.index - 1];
  return (
    from !== undefined &&
    /\b(?:aid|relief|donors?|donat\w+|humanitarian|earthquakes?|quakes?|temblors?|floods?|cyclones?|hurricanes?|typhoons?|famine)\b/i.test(
      doc.article.text.slice(from.span[0], sent.span[0]),
    )
  );
};

/** "Twenty-four howitzers" */
const TENS = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-/i;

/** Fighters that fly. */
const areJets = (unit: string | null, sentence: string): boolean =>
  unit === 'fighter' &&
  /\b(?:jets?|aircraft|planes?|squadron|air force|pilots?|Gripen|Rafale|MiG|Eurofighter|F-\d+)\b/i.test(sentence);

/** "12 Nicaraguans", "8 million Sudanese". */
const DEMONYM =
  /^(?:\p{Lu}\p{Ll}+(?:[^t]ese|[aeiouy]an|ghan|ani|aeli|raqi|hingya)|Serb|Croat|Turk|Kurd|Pole|Czech|Slovak|Finn|Dane|Swede|Thai|Greek|Filipino|Arab|Muslim|Christian|Uzbek|Kazakh|Tajik|Slovene|Argentine|Briton|Spaniard|Saudi|Somali|Yemeni|Nepali|Iraqi|Azeri|Cypriot|Scot|Bosniak)$/u;

/** Buildings and vehicles that the table of roles knows for those inside them. */
const INANIMATE =
  /^(school|hospital|clinic|university|college|church|mosque|prison|embassy|consulate|station|jet|plane|aircraft|helicopter|drone|warship|gunboat|cutter|frigate|destroyer|submarine|ship|vessel|boat|missile|tank|base|port|airport|paper|website)$/;

const isPerson = (unit: string | null, knowledge: Knowledge): boolean =>
  unit !== null &&
  !INANIMATE.test(unit) &&
  (PEOPLE.test(unit) || DEMONYM.test(unit) || /\p{L}{2}(?:man|woman)$/u.test(unit) || knowledge.role(unit) !== null);

/** The item without a nationality in front, its last word as in a dictionary: "Indian wheat" is "wheat". */
function itemIn(doc: Mentioned, sent: Sentence, mention: Mention, item: string | null): string | null {
  if (item === null) return null;
  const at = doc.article.text.indexOf(item, mention.span[1]);
  if (at < 0 || at > sent.span[1]) return item;
  const words: string[] = [];
  const last = sent.tokens.findLastIndex((token) => token.start >= at && token.end <= at + item.length);
  sent.tokens.forEach((token, index) => {
    if (token.start < at || token.end > at + item.length) return;
    const nation = doc.mentions.some(
      (other) =>
        other.form === 'adjective' && other.country !== null && other.head === index && other.sentence === sent.index,
    );
    if (nation && words.length === 0) return;
    words.push(index === last && token.upos === 'NOUN' ? lemmaOf(sent, index) : token.form);
  });
  return words.length === 0 ? item : words.join(' ').replace(/ - /g, '-');
}

/** Types that move goods, money or people, before those that only speak of them. */
const MOVES = /^(AID|COOPERATE|SANCTION|RETREAT|ASSAULT|COERCE)$/;

/** The event of the same sentence whose trigger stands above the amount, else the nearest one; null for none. */
function eventOf(sent: Sentence, mention: Pick<Mention, 'head' | 'span'>, events: readonly Event[]): number | null {
  const above = ancestors(sent, mention.head);
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  events.forEach((event, index) => {
    if (event.evidence[0] > mention.span[0] || event.evidence[1] < mention.span[1]) return;
    const trigger = sent.tokens.findIndex((token) => token.start < event.trigger[1] && event.trigger[0] < token.end);
    if (trigger < 0) return;
    const up = above.indexOf(trigger);
    const distance = up >= 0 ? up : 10 + Math.abs(trigger - mention.head);
    const cost = distance - (MOVES.test(event.type) ? 0.5 : 0);
    if (cost < least) {
      least = cost;
      best = index;
    }
  });
  return best;
}
