/** Whose the bodies and officials of home politics are in a text that tells of one state first: "the mayor", "the courts", "the union". */

import type { Sentence } from '../../core/index.ts';
import { hasOffice } from '../actors/home.ts';
import type { ReadSentence } from '../actors/sentence.ts';
import { isSetting } from '../actors/setting.ts';
import { SENT } from '../actors/words.ts';
import type { Draft } from '../draft.ts';
import { type History, isSubject, lastWord, outermost, type ReferenceContext } from './history.ts';
import { isMainLine } from './pairs.ts';

/** Home politics: who acts in one state only. */
const HOME: ReadonlySet<string> = new Set(['OPP', 'PTY', 'LEG', 'LAB', 'JUD', 'COP']);

/** Bodies and people of a state that also deal with others. */
const ABROAD: ReadonlySet<string> = new Set(['GOV', 'MIL', 'REB']);

/** Local officials and bodies: nobody but their own state has to do with them. */
const LOCAL = /^(?:mayor|governor|prefect|councillor|council|municipality|commissioner|treasury|bishop)$/;

/** Several people who are told of at home. */
const CROWD =
  /^(?:protester|protestor|demonstrator|striker|rioter|docker|miner|teacher|nurse|doctor|student|farmer|fisherman|herder|driver|trucker|worker|villager|resident|voter|opponent|activist|campaigner|lawyer|fisher|trader|shopkeeper|motorist|pensioner|commuter|shopper|peasant|cleric|islander|servant)$/;

export class Story {
  readonly #context: ReferenceContext;
  readonly #history: History;
  /** How often the whole text tells of each state. */
  readonly #told = new Map<string, number>();
  readonly #abroadCourt: boolean;
  #ahead: readonly Draft[] = [];

  constructor(context: ReferenceContext, history: History, read: readonly ReadSentence[]) {
    this.#abroadCourt = hasCourtOfStates(read);
    this.#context = context;
    this.#history = history;
    for (const { drafts } of read)
      for (const { country, sector } of outermost(drafts))
        if (country !== null && sector !== 'JRN') this.#told.set(country, (this.#told.get(country) ?? 0) + 1);
  }

  /** Takes all that the coming sentence names. */
  open(drafts: readonly Draft[]): void {
    this.#ahead = drafts;
  }

  /** Lends a body or an official of home politics the state of the story; leaves it open where the sentence speaks of others. */
  lend(item: Draft, sentence: Sentence): void {
    if (item.country !== null || item.code !== null || item.entity !== null || !isHomely(item)) return;
    // Where a court of many states sits in judgement, judges are not at home
    if (item.sector === 'JUD' && this.#abroadCourt) return;
    const own = this.#context.home ?? this.#context.topic ?? this.#history.onlyState();
    const main = own !== null && (this.#context.labels.get(sentence) === own || this.#isMain(own));
    if (own === null || !main || !this.#isAtHome(item, sentence, own)) return;
    if (!hasOffice(this.#context.knowledge, own, item.office, item.role)) return;
    const code = this.#context.knowledge.countries.get(own)?.code ?? own;
    Object.assign(item, { country: own, code, rule: 'reference/story', confidence: 0.45 });
  }

  /** "in Lima, where protesters threw stones": those who act where a relative clause plays are at home there. */
  lendWhere(item: Draft, sentence: Sentence): boolean {
    if (item.country !== null || item.code !== null || item.entity !== null || !isHomely(item)) return false;
    const { tokens } = sentence;
    const at = tokens.findIndex((token) => token.start >= item.span[0]);
    const where = [at - 1, at - 2, at - 3, at - 4].find((i) => /^where$/i.test(tokens[i]?.form ?? ''));
    if (where === undefined || !tokens[item.head]!.deprel.startsWith('nsubj')) return false;
    const end = tokens[where - 1]?.form === ',' ? tokens[where - 2]?.end : tokens[where - 1]?.end;
    for (const earlier of this.#history.before(sentence, item.span[0], 0)) {
      if (earlier.span[1] !== end || earlier.kind !== 'place' || earlier.country === null) continue;
      const code = this.#context.knowledge.countries.get(earlier.country)?.code ?? earlier.country;
      Object.assign(item, { country: earlier.country, code, rule: 'reference/where', confidence: 0.6 });
      return true;
    }
    return false;
  }

  /** "called on the authorities there": of the state named last before. */
  lendThere(item: Draft, sentence: Sentence): boolean {
    if (item.country !== null || item.code !== null || item.entity !== null) return false;
    if (sentence.tokens.find((token) => token.start >= item.span[1])?.form !== 'there') return false;
    for (const earlier of this.#history.before(sentence, item.span[0], 1)) {
      if (earlier.country === null || (earlier.kind !== 'place' && earlier.kind !== 'state')) continue;
      if (earlier.kind === 'state' && earlier.sentence === sentence && isSubject(earlier)) continue;
      const code = this.#context.knowledge.countries.get(earlier.country)?.code ?? earlier.country;
      Object.assign(item, { country: earlier.country, code, rule: 'reference/there', confidence: 0.6 });
      return true;
    }
    return false;
  }

  /** No other state is told of more often. */
  #isMain(own: string): boolean {
    const named = Math.max(this.#told.get(own) ?? 0, this.#history.timesTold(own));
    const n = own === this.#context.seat ? named + 2 : named;
    for (const [country, count] of this.#told) if (country !== own && count > n) return false;
    return true;
  }

  #isAtHome(item: Draft, sentence: Sentence, own: string): boolean {
    const foreign = this.#ahead.filter(
      (other) => other.country !== null && other.country !== own && other.sector !== 'JRN' && other !== item,
    );
    const abroad = item.sector !== null && ABROAD.has(item.sector) && !LOCAL.test(lastWord(item.role));
    const actor = actorOn(item, [...this.#history.inSentence(sentence.index), ...this.#ahead]);
    // "Freedonia sent 30 doctors": what it sends
    if (isCrowd(item) && !item.definite && actor?.kind === 'state') return false;
    // "Freedonia's troops … the troops": those told of before, which need not be at home
    if (item.kind === 'person' && item.plural && item.sector === 'MIL' && this.#othersNear(sentence, own)) return false;
    if (foreign.length === 0) {
      // "Freedonia urged the government": another one's; the premier of one state meets that of another
      const official = actor?.sector === 'GOV' && item.sector === 'GOV';
      if (abroad && actor !== null && actor.country === own && (actor.sector === null || official)) return false;
      return !this.#isElsewhere(sentence, own);
    }
    if (foreign.some((other) => other.kind === 'place' && isSetting(sentence, other))) return false;
    if (isSubject(item) && isMainLine(item)) return !abroad || this.#tellsOf(sentence, own);
    // "The Freedonian envoy met the mayor"
    return actor !== null && foreign.includes(actor) && foreign.every((other) => other.country === actor.country);
  }

  /** The sentences just before are set in another state, or have its bodies as their subject. */
  #isElsewhere(sentence: Sentence, own: string): boolean {
    for (let back = 1; back <= 2; back++) {
      if (this.#context.labels.get(sentence) === own) return false;
      const told = this.#history.inSentence(sentence.index - back).filter((item) => item.country !== null);
      if (told.some((item) => item.country === own)) return false;
      const scene = told.some(
        (item) => (item.kind === 'place' && isSetting(item.sentence, item)) || (isSubject(item) && !isSent(item)),
      );
      if (scene) return true;
    }
    return false;
  }

  /** Another state in the sentence or the two before, and no army or soldiers of this one. */
  #othersNear(sentence: Sentence, own: string): boolean {
    const near = [0, 1, 2].flatMap((back) => this.#history.inSentence(sentence.index - back));
    if (near.some((item) => item.country === own && item.sector === 'MIL')) return false;
    return near.some((item) => item.country !== null && item.country !== own && item.sector !== 'JRN');
  }

  #tellsOf(sentence: Sentence, own: string): boolean {
    return [0, 1].some((back) => this.#history.inSentence(sentence.index - back).some((item) => item.country === own));
  }
}

/** The text tells of a court of several states: "the International Court of Justice". */
export const hasCourtOfStates = (read: readonly ReadSentence[]): boolean =>
  read.some(({ drafts }) =>
    drafts.some(
      ({ kind, sector, code, name }) =>
        kind === 'organization' &&
        /^(?:UNO|IGO|EUR)$/.test(code ?? '') &&
        (sector === 'JUD' || /\b(?:court|tribunal)\b/i.test(name ?? '')),
    ),
  );

/** Who was sent from elsewhere tells of no scene. */
const isSent = (item: Draft): boolean => SENT.test(item.role ?? '') || lastWord(item.role) === 'embassy';

function isHomely(item: Draft): boolean {
  const [first] = item.sentence.tokens.filter((token) => token.start >= item.span[0]);
  if (/^visiting$/i.test(first?.form ?? '')) return false;
  if (/^(?:embassy|consulate)$/.test(lastWord(item.role))) return false;
  if (SENT.test(item.role ?? '') && !LOCAL.test(lastWord(item.role))) return false;
  if (item.sector !== null && (HOME.has(item.sector) || ABROAD.has(item.sector))) return true;
  return LOCAL.test(lastWord(item.role)) || isCrowd(item);
}

/** "miners", "hundreds of protesters". */
export const isCrowd = (item: Draft): boolean => item.plural && CROWD.test(lastWord(item.role));

/** The subject of the verb whose object or oblique a mention is. */
function actorOn(item: Draft, drafts: readonly Draft[]): Draft | null {
  const { tokens } = item.sentence;
  let at = item.head;
  for (let steps = 0; tokens[at]!.deprel === 'conj' && steps < 4; steps++) at = tokens[at]!.head;
  if (!/^(?:obj|iobj|obl|nmod)/.test(tokens[at]!.deprel)) return null;
  let verb = tokens[at]!.head;
  if (tokens[verb]?.upos === 'NOUN') verb = tokens[verb]!.head;
  for (let steps = 0; steps < 3 && verb >= 0; steps++) {
    const subject = drafts.find(
      (other) => tokens[other.head]!.head === verb && tokens[other.head]!.deprel.startsWith('nsubj'),
    );
    if (subject !== undefined) return subject;
    if (!/^(?:conj|xcomp)/.test(tokens[verb]!.deprel)) return null;
    verb = tokens[verb]!.head;
  }
  return null;
}
