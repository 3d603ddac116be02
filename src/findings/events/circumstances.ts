/** When, where, through what channel, and in which contexts an event stands. */

import type { EventDate, EventPlace, Mention, Sentence } from '../../core/index.ts';
import {
  ancestors,
  firstConjunct,
  hasChild,
  hasRelation,
  head,
  isWithin,
  lemmaOf,
  obliquesOf,
  prepositionOf,
} from '../../language/tree.ts';
import { dateOf, placeOf } from '../../mentions/index.ts';
import type { Frame } from './lexicon.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';
import type { ContextWords } from './words.ts';

/** The verb (or the noun) that stands for the clause of a match. */
const anchorOf = (match: Match): number => (match.verb >= 0 ? match.verb : match.noun);

/**
 * The date of an event: the time mention of its own clause nearest to the trigger, the subject and attributions left
 * out; null when the clause has none. The day of publication is never taken for it.
 */
export function readDate(scene: Scene, match: Match, toCome = false): EventDate | null {
  const best = nearestTime(scene, match);
  const date = best === null ? null : dateOf(best);
  return date !== null && toCome ? comingDay(scene, date) : date;
}

const DAY_NAME = /^(?:on\s+|this\s+|coming\s+)*(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const WEEK = 7 * 86_400_000;

/** "will meet on Friday": the Friday to come, whatever day the words before were about. */
function comingDay(scene: Scene, date: EventDate): EventDate {
  const reference = scene.doc.reference?.date ?? null;
  if (reference === null || date.span === null || !/^\d{4}-\d\d-\d\d$/.test(date.value)) return date;
  if (!DAY_NAME.test(scene.doc.article.text.slice(date.span[0], date.span[1]))) return date;
  let at = Date.parse(`${date.value}T00:00:00Z`);
  if (at >= Date.parse(`${reference}T00:00:00Z`)) return date;
  at += WEEK;
  return { ...date, value: new Date(at).toISOString().slice(0, 10) };
}

/** The time mention that dates a match, or null. */
export function nearestTime(scene: Scene, match: Match): Mention | null {
  const { sent } = scene;
  const anchor = anchorOf(match);
  let best: Mention | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const mention of scene.mentions) {
    if (mention.kind !== 'time' || mention.time === null || !mention.time.dates) continue;
    if (namesThing(sent, mention.head, match)) continue;
    const cost = distance(sent, mention.head, anchor, match);
    if (cost < bestCost) {
      best = mention;
      bestCost = cost;
    }
  }
  return best;
}

/** "pledged $82 million under the 2014 agreement": a year that tells one thing from another, not when the act was. */
function namesThing(sent: Sentence, word: number, match: Match): boolean {
  if (!/^\d{4}$/.test(sent.tokens[word]?.form ?? '') || !hasRelation(sent, word, 'nummod', 'compound', 'amod'))
    return false;
  const thing = sent.tokens[word]?.head ?? -1;
  return thing >= 0 && thing !== match.verb && !match.words.includes(thing) && !isWithin(sent, match.noun, thing);
}

/** How far a word is from a clause: its own modifiers first, then those above; infinite across another clause. */
function distance(sent: Sentence, word: number, anchor: number, match: Match): number {
  const chain = ancestors(sent, word);
  const at = chain.indexOf(anchor);
  if (at >= 0) {
    const between = chain.slice(0, at);
    if (
      between.some(
        (b) =>
          hasRelation(sent, b, 'ccomp', 'advcl', 'acl', 'acl:relcl', 'parataxis') ||
          // "took part in a forum and is due to attend a summit on Friday": another act of the same sentence.
          (hasRelation(sent, b, 'conj') && isClause(sent, b)),
      )
    )
      return Number.POSITIVE_INFINITY;
    if (between.some((b) => hasRelation(sent, b, 'xcomp'))) return 6 + at;
    // Inside the object of another noun ("a deal reached in 2015") is farther than a modifier of the verb.
    const deep = between.some((b) => hasRelation(sent, b, 'nsubj', 'nmod:poss')) ? 8 : 0;
    return at + deep + Math.abs(word - anchor) / 100;
  }
  if (match.noun >= 0 && isWithin(sent, word, match.noun)) return 1;
  const first = firstConjunct(sent, anchor);
  if (first !== anchor && word < anchor && sharesTime(sent, anchor, first))
    return 5 + distance(sent, word, first, match);
  // Above: "agreed on Friday to send": the time of the governing verb, when it is no verb of saying.
  let top = first;
  if (!sharesTime(sent, anchor, top)) return Number.POSITIVE_INFINITY;
  for (let steps = 0; steps < 3; steps++) {
    if (hasRelation(sent, top, 'conj') && hasChild(sent, top, 'nsubj', 'nsubj:pass', 'aux', 'cop'))
      return Number.POSITIVE_INFINITY;
    if (!hasRelation(sent, top, 'xcomp', 'conj')) {
      const up = sent.tokens[top]?.head ?? -1;
      if (match.verb < 0 && up >= 0) {
        top = up;
        if (chain[0] === top) return 4;
        continue;
      }
      break;
    }
    top = sent.tokens[top]?.head ?? -1;
    if (chain[0] === top) return 5;
  }
  return chain[0] === first ? 4 : Number.POSITIVE_INFINITY;
}

const isClause = (sent: Sentence, i: number): boolean =>
  /^(VERB|AUX)$/.test(sent.tokens[i]?.upos ?? '') || hasChild(sent, i, 'cop', 'nsubj', 'nsubj:pass');

/** Whether a conjoined act may share the time of the first: no subject, no auxiliary of its own. */
const sharesTime = (sent: Sentence, anchor: number, top: number): boolean =>
  anchor === top || !isClause(sent, anchor) || !hasChild(sent, anchor, 'nsubj', 'nsubj:pass', 'aux', 'cop', 'aux:pass');

/** Where it happened: a place (or a state as a place) at "in" or "at" of the clause. */
export function readPlace(
  scene: Scene,
  match: Match,
  taken: readonly (readonly [number, number])[],
): EventPlace | null {
  const { sent } = scene;
  const anchor = anchorOf(match);
  const spots: number[] = [];
  for (const o of obliquesOf(sent, anchor)) if (isSpot(o.preposition)) spots.push(o.token);
  // "on the sidelines of a conference in Vientiane", "for talks in Muscat"
  for (const o of obliquesOf(sent, anchor))
    if (
      /^(during|for|at|in|after|following)$/.test(o.preposition ?? '') ||
      (o.preposition === 'on' && MARGINS.test(lemmaOf(sent, o.token)))
    )
      for (const mention of scene.mentions)
        if (
          mention.kind === 'place' &&
          mention.head !== o.token &&
          isWithin(sent, mention.head, o.token) &&
          !ancestors(sent, mention.head).some(
            (w) => isWithin(sent, w, o.token) && hasRelation(sent, w, 'acl', 'acl:relcl', 'advcl'),
          ) &&
          isSpotAt(sent, mention.head)
        )
          spots.push(mention.head);
  if (match.noun >= 0)
    for (const mention of scene.mentions)
      if (
        mention.sentence === sent.index &&
        isWithin(sent, mention.head, match.noun) &&
        isSpot(prepositionOf(sent, mention.head)) &&
        !isClauseBetween(sent, mention.head, match.noun)
      )
        spots.push(mention.head);
  const visit = match.trigger.frame.roles === 'visit';
  for (const spot of spots) {
    const here = scene.mentions.filter(
      (m) =>
        m.head === spot ||
        (isWithin(sent, m.head, spot) &&
          !isClauseBetween(sent, m.head, spot) &&
          (hasRelation(sent, m.head, 'appos', 'flat') || isSpotAt(sent, m.head))),
    );
    const place =
      here.find((m) => m.kind === 'place' && m.head === spot) ??
      here.find((m) => m.kind === 'place') ??
      here.find((m) => m.kind === 'state' && m.head === spot && m.form === 'name');
    if (!place) continue;
    const isRecipient = taken.some((span) => span[0] <= place.span[0] && place.span[1] <= span[1]);
    if (isRecipient && place.kind !== 'place' && !visit) continue;
    return placeOf(scene.doc, place);
  }
  if (visit)
    for (const mention of scene.mentions)
      if (mention.kind === 'place' && taken.some((span) => span[0] === mention.span[0]))
        return placeOf(scene.doc, mention);
  return null;
}

const MARGINS = /^(sideline|margin|fringe|occasion|eve|visit|trip|tour)$/;
const SEATS = /^(capital|city|town|port|resort|village|province|region|island|district|state|suburb)$/;

/** "a visit to Chad, where she spoke of the war in Mali": the place belongs to a clause of its own. */
const isClauseBetween = (sent: Sentence, inner: number, outer: number): boolean =>
  [inner, ...ancestors(sent, inner)].some(
    (w) => w !== outer && isWithin(sent, w, outer) && hasRelation(sent, w, 'acl', 'acl:relcl', 'advcl'),
  );

/** "in Vientiane", "in the capital of Vientiane". */
const isSpotAt = (sent: Sentence, token: number): boolean =>
  isSpot(prepositionOf(sent, token)) ||
  (prepositionOf(sent, token) === 'of' &&
    SEATS.test(lemmaOf(sent, head(sent, token))) &&
    isSpot(prepositionOf(sent, head(sent, token))));

const isSpot = (preposition: string | null): boolean =>
  preposition === 'in' ||
  preposition === 'at' ||
  preposition === 'near' ||
  preposition === 'outside' ||
  preposition === 'inside';

const VIRTUAL = new Set([
  'virtual',
  'virtually',
  'online',
  'video',
  'videoconference',
  'videolink',
  'teleconference',
  'zoom',
  'remotely',
]);
const PHONE = new Set(['phone', 'telephone', 'telephoned', 'phoned']);

/** In person, virtual or by phone, when the words say so. */
export function readChannel(
  sent: Sentence,
  frame: Frame,
  words: readonly number[],
): 'in-person' | 'virtual' | 'phone' | null {
  const near = new Set<string>();
  for (const w of words)
    for (let i = Math.max(0, w - 4); i <= Math.min(sent.tokens.length - 1, w + 6); i++)
      near.add((sent.tokens[i]?.form ?? '').toLowerCase());
  if (frame.channel !== null && frame.channel !== 'in-person') return frame.channel;
  if (frame.type !== 'CONSULT') return frame.channel;
  for (const word of near) {
    if (VIRTUAL.has(word)) return 'virtual';
    if (PHONE.has(word)) return 'phone';
  }
  return frame.channel;
}

/** Contexts whose words stand in the sentence, those of the frame first. Several are allowed, none is fine. */
export function readContexts(sent: Sentence, frame: Frame, words: ContextWords): readonly string[] {
  const out = new Set<string>(frame.contexts);
  sent.tokens.forEach((token, i) => {
    for (const form of new Set([token.lemma.toLowerCase(), token.form.toLowerCase()]))
      for (const entry of words.byFirst.get(form) ?? [])
        if (entry.words.every((word, k) => k === 0 || sameWord(sent, i + k, word))) out.add(entry.context);
  });
  return [...out];
}

function sameWord(sent: Sentence, i: number, word: string): boolean {
  const token = sent.tokens[i];
  return token !== undefined && (token.form.toLowerCase() === word || token.lemma.toLowerCase() === word);
}
