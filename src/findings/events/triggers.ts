/** Where a sentence holds the words of a frame: verbs, nouns, predicates, and verbs with the noun that carries the meaning. */

import type { Sentence, Token } from '../../core/index.ts';
import { PARTICIPLE, PAST } from '../../language/irregular.ts';
import {
  appositionsOf,
  children,
  hasChild,
  hasRelation,
  head,
  isWithin,
  lemmaOf,
  nominalModifiersOf,
  objectsOf,
  obliquesOf,
  patientsOf,
  relation,
  subjectsOf,
} from '../../language/tree.ts';
import type { Lexicon, Trigger } from './lexicon.ts';

export interface Match {
  readonly trigger: Trigger;
  /** The verb or predicate of the clause, -1 for a noun without one. */
  readonly verb: number;
  /** The noun that carries the meaning, -1 for verbs. */
  readonly noun: number;
  /** Every token of the trigger, in text order. */
  readonly words: readonly number[];
  /** Found through the tree, or only by nearness. */
  readonly near: boolean;
}

const REFLEXIVE = new Set(['himself', 'herself', 'itself', 'themselves', 'oneself']);
const PREPOSITION = new Set(
  'about against as at by for from in into of off on out over to toward towards under up upon with without aside down back away around'.split(
    ' ',
  ),
);
/** These make another verb and follow it at once, or hang on it as particles. */
const PARTICLE = new Set(['in', 'out', 'up', 'off', 'down', 'back', 'away', 'over']);
const REACH = 7;
const TIME =
  /^(mon|tues|wednes|thurs|fri|satur|sun)day$|^(january|february|march|april|may|june|july|august|september|october|november|december|day|days|night|week|weeks|month|months|year|years|time|hours?|now|example)$|^\d/i;

/** All matches of a sentence; of several on the same words the most specific one comes first. */
export function findTriggers(sent: Sentence, lexicon: Lexicon): readonly Match[] {
  const out: Match[] = [];
  sent.tokens.forEach((token, i) => {
    if (isPunctuation(token)) return;
    const lemmas = lemmasAt(sent, i);
    if (isVerbal(sent, i)) {
      const candidates: Match[] = [];
      for (const lemma of lemmas) {
        for (const trigger of lexicon.verbs.get(lemma) ?? []) {
          const words = matchVerb(sent, i, trigger.words);
          if (words) candidates.push({ trigger, verb: i, noun: -1, words, near: false });
        }
        const byNoun = lexicon.pairs.get(lemma);
        if (byNoun) candidates.push(...matchPairs(sent, i, byNoun));
      }
      // "was alarmed by the launch": a state of mind, no passive.
      if (candidates.length === 0 && hasChild(sent, i, 'aux:pass', 'cop'))
        for (const trigger of lexicon.predicates.get(token.form.toLowerCase()) ?? [])
          candidates.push({ trigger, verb: i, noun: -1, words: [i], near: false });
      // "are jointly combing the strait": whatever two do jointly.
      if (candidates.length === 0)
        for (const trigger of lexicon.verbs.get('*') ?? []) {
          const words = matchVerb(sent, i, trigger.words);
          if (words) candidates.push({ trigger, verb: i, noun: -1, words, near: false });
        }
      out.push(...mostSpecific(candidates));
    } else if (token.upos === 'ADJ' || token.upos === 'NOUN' || token.upos === 'VERB') {
      for (const lemma of lemmas)
        for (const trigger of lexicon.predicates.get(lemma) ?? []) {
          const words = trigger.words.map((_, k) => i + k);
          if (!trigger.words.every((word, k) => k === 0 || sent.tokens[i + k]?.form.toLowerCase() === word)) continue;
          if (hasChild(sent, i, 'cop') || hasRelation(sent, i, 'xcomp', 'acl'))
            out.push({ trigger, verb: i, noun: -1, words, near: false });
        }
    }
    const nominal =
      token.upos === 'NOUN' ||
      token.upos === 'PROPN' ||
      // "the lifting of sanctions": what an article leads is no verb.
      (token.upos === 'VERB' && (token.xpos.startsWith('NN') || (token.xpos === 'VBG' && hasChild(sent, i, 'det')))) ||
      // "A hartal by traders": what an article leads and a verb takes is no adjective.
      (token.upos === 'ADJ' && hasRelation(sent, i, 'nsubj', 'obj', 'appos') && hasChild(sent, i, 'det'));
    // "Combined sweeps": a participle may open the run.
    if (nominal || token.upos === 'ADJ' || (token.upos === 'VERB' && hasRelation(sent, i, 'amod'))) {
      const candidates: Match[] = [];
      for (const lemma of lemmas) {
        // The head of "telephone call" is its last word, the first word finds it in the index.
        for (const trigger of lexicon.nouns.get(lemma) ?? []) {
          const hyphened = trigger.words[0]!.includes('-');
          const match = nominal || hyphened || trigger.words.length > 1 ? matchNoun(sent, i, trigger) : null;
          if (match) candidates.push(match);
        }
      }
      out.push(...mostSpecific(candidates));
    }
  });
  return out;
}

const isPunctuation = (token: Token): boolean => token.upos === 'PUNCT' || token.upos === 'SYM' || token.upos === 'NUM';

/** The lemma, the form, and a lemma guessed from the form: one wrong lemma must not silence an event. */
export function lemmasOf(token: Token): readonly string[] {
  const form = token.form.toLowerCase();
  const out = new Set([token.lemma.toLowerCase(), form]);
  const past = PAST.get(form) ?? PARTICIPLE.get(form);
  if (past !== undefined) out.add(past);
  if (form.startsWith('despatch')) out.add('dispatch');
  if (MONEY.has(form) || MONEY.has(token.lemma.toLowerCase())) out.add('dollar');
  if (/^v/i.test(token.upos) || token.upos === 'NOUN' || token.upos === 'ADJ' || token.upos === 'PROPN') {
    if (form.endsWith('ied')) out.add(`${form.slice(0, -3)}y`);
    else if (form.endsWith('ed')) {
      out.add(form.slice(0, -2));
      out.add(form.slice(0, -1));
      if (form.at(-3) === form.at(-4)) out.add(form.slice(0, -3));
    } else if (form.endsWith('ing') && form.length > 5) {
      out.add(form.slice(0, -3));
      out.add(`${form.slice(0, -3)}e`);
      if (form.at(-4) === form.at(-5)) out.add(form.slice(0, -4));
    } else if (form.endsWith('ies')) out.add(`${form.slice(0, -3)}y`);
    else if (form.endsWith('s') && !form.endsWith('ss')) {
      out.add(form.slice(0, -1));
      if (form.endsWith('es')) out.add(form.slice(0, -2));
    }
  }
  // "re-established", "co-operated": also without the hyphen, and what is done again is done.
  for (const lemma of [...out]) {
    const [, before, rest] = /^(re|co)-(\p{L}{3,})$/u.exec(lemma) ?? [];
    if (before !== undefined && rest !== undefined) out.add(before + rest);
    if (before === 're' && rest !== undefined) out.add(rest);
  }
  return [...out];
}

/** As `lemmasOf`, with what a hyphen joins to the word: "cease-fire" is three tokens. */
function lemmasAt(sent: Sentence, i: number): readonly string[] {
  const own = [...lemmasOf(sent.tokens[i]!), ...chainAt(sent, i)];
  if (sent.tokens[i - 1]?.form === '-' && i >= 2) {
    const first = sent.tokens[i - 2]!.form.toLowerCase();
    return [...own, ...own.map((lemma) => `${first}-${lemma}`)];
  }
  if (sent.tokens[i + 1]?.form === '-' && sent.tokens[i + 2] !== undefined) {
    const rest = sent.tokens[i + 2]!.form.toLowerCase();
    return [...own, `${sent.tokens[i]!.form.toLowerCase()}-${rest}`];
  }
  return own;
}

/** "face-to-face", "tete-a-tete": three words and more that hyphens join are one, found at the one that hangs outside. */
function chainAt(sent: Sentence, i: number): readonly string[] {
  let [from, to] = [i, i];
  while (from >= 2 && sent.tokens[from - 1]?.form === '-') from -= 2;
  while (sent.tokens[to + 1]?.form === '-' && sent.tokens[to + 2] !== undefined) to += 2;
  const up = head(sent, i);
  if (to - from < 4 || (up >= from && up <= to)) return [];
  return [
    sent.tokens
      .slice(from, to + 1)
      .map((t) => t.form.toLowerCase())
      .join(''),
  ];
}

/** Names of money stand for "dollar" in the lexicon. */
const MONEY = new Set(
  '$ € £ ¥ dollar euro pound sterling yen yuan renminbi won rupee rouble ruble krona krone kronor kroner franc peso real lira dinar dirham riyal rial rand shilling naira baht ringgit dong zloty forint leu lev hryvnia taka rupiah kip cedi birr kwacha usd eur gbp jpy cny rmb chf krw inr aud cad nzd sek nok dkk pln czk huf rub try brl mxn zar kes ngn aed sar qar kwd idr thb php vnd pkr bdt lkr us$ a$ c$ s$ nz$ hk$'.split(
    ' ',
  ),
);

/** Whether the word acts as a verb here, allowing for one mistaken tag. */
function isVerbal(sent: Sentence, i: number): boolean {
  const token = sent.tokens[i]!;
  if (token.upos === 'VERB') {
    // "united", "armed" before a noun describe it.
    if (hasRelation(sent, i, 'amod') && head(sent, i) > i) return false;
    // "small but well defended"
    if (
      token.xpos === 'VBN' &&
      hasRelation(sent, i, 'conj') &&
      sent.tokens[head(sent, i)]?.upos === 'ADJ' &&
      children(sent, i, 'aux', 'aux:pass', 'obj').length === 0
    )
      return false;
    // "for questioning", "of the fighting": a noun in all but tag.
    return !(hasRelation(sent, i, 'obl', 'nmod', 'compound') && token.xpos !== 'VBD');
  }
  if (token.upos === 'AUX') return !hasRelation(sent, i, 'aux', 'cop');
  const form = token.form.toLowerCase();
  if (PAST.has(form) && hasChild(sent, i, 'obj', 'nsubj')) return true;
  const clausal = hasRelation(sent, i, 'root', 'ccomp', 'advcl', 'parataxis', 'acl', 'xcomp', 'conj');
  if (!clausal) return false;
  if (token.upos === 'ADJ' || token.upos === 'NOUN')
    return (/(ed|ing)$/.test(form) || hasChild(sent, i, 'nsubj', 'obj', 'aux')) && !hasChild(sent, i, 'cop', 'det');
  return false;
}

/** Tokens of "call on", "find guilty", "take into custody" from their verb, or null. */
function matchVerb(sent: Sentence, verb: number, words: readonly string[]): readonly number[] | null {
  // "backed out", "called up": with a particle it is another verb.
  if (words.length === 1) return children(sent, verb, 'compound:prt').length > 0 ? null : [verb];
  const out = [verb];
  let from = verb + 1;
  for (let k = 1; k < words.length; k++) {
    const want = words[k]!;
    const at = findWord(sent, verb, want, from, out.at(-1)!);
    // "slams door on": headlines leave articles out.
    if (at < 0 && /^(the|a|an)$/.test(want)) continue;
    if (at < 0) return null;
    out.push(at);
    from = at + 1;
  }
  return out;
}

function findWord(sent: Sentence, verb: number, want: string, from: number, last: number): number {
  if (want === 'jointly' || want === 'together')
    return children(sent, verb, 'advmod').find((c) => sent.tokens[c]?.form.toLowerCase() === want) ?? -1;
  const reach = Math.min(sent.tokens.length, from + REACH);
  for (let i = from; i < reach; i++) {
    const token = sent.tokens[i]!;
    const form = token.form.toLowerCase();
    if (token.upos === 'PUNCT' && (form === ',' || form === ';' || form === ':')) return -1;
    const same =
      form === want ||
      token.lemma.toLowerCase() === want ||
      (want.endsWith('self') && REFLEXIVE.has(form)) ||
      (want.endsWith('s') && form === want);
    if (!same) continue;
    if (i === last + 1) return i;
    const up = token.head;
    // "kept the envoys out of the hall": the tree may take the particle for part of a preposition.
    if (
      PARTICLE.has(want) &&
      !hasRelation(sent, i, 'compound:prt') &&
      !(HOLDING.has(lemmaOf(sent, verb)) && sent.tokens[i + 1]?.form === 'of' && hasRelation(sent, i, 'case', 'advmod'))
    )
      continue;
    if (PREPOSITION.has(want)) {
      // "called his counterpart on Monday"
      if (/^(on|for)$/.test(want) && up >= 0 && TIME.test(sent.tokens[up]?.form ?? '')) continue;
      if (up === verb || (up >= 0 && head(sent, up) === verb) || (want === 'of' && up === i - 1)) return i;
      // "ascribed the attack to France": the phrase may hang on the object.
      const over = up >= 0 ? head(sent, up) : -1;
      if (
        /^(to|for)$/.test(want) &&
        // "welcomed the aid to the region": that is the aid's.
        lemmaOf(sent, verb) !== 'welcome' &&
        hasRelation(sent, i, 'case') &&
        over >= 0 &&
        head(sent, over) === verb &&
        hasRelation(sent, over, 'obj', 'obl')
      )
        return i;
      continue;
    }
    if (isWithin(sent, i, verb)) return i;
  }
  return -1;
}

/** Verbs of not letting in. */
const HOLDING = new Set(['keep', 'hold', 'shut', 'leave', 'lock', 'freeze']);

/** Prepositions that lead to the noun of a pair: "engage in talks", "embark on a tour". */
const CARRYING = new Set([
  'in',
  'as',
  'into',
  'on',
  'upon',
  'to',
  'at',
  'from',
  'of',
  'out of',
  'off',
  'with',
  'under',
]);

const CARRIERS = new Set([
  'series',
  'round',
  'number',
  'set',
  'state',
  'wave',
  'package',
  'batch',
  'form',
  'kind',
  'lot',
  'million',
  'billion',
  'couple',
  'group',
  'part',
  'dozen',
  'hundred',
  'thousand',
  'letter',
  'book',
  'level',
  'act',
  'campaign',
  'exchange',
  'session',
  'course',
  'day',
  'week',
  'month',
]);

/** Verbs that need nobody to do them: what they carry is their subject. */
const INCHOATIVE = new Set([
  'follow',
  'resume',
  'begin',
  'start',
  'reopen',
  'open',
  'continue',
  'restart',
  'end',
  'stop',
  'cease',
  'expire',
]);

/** The purposes of a crowd are verbs below it, save "in protest". */
const atOnce = ({ frame, noun }: Trigger): boolean => frame.id !== 'protest/crowd' || noun === 'protest';

/** Forces whose name before another noun tells only what kind it is of. */
const MEN =
  /^(troop|soldier|police|policeman|army|military|navy|force|marine|militia|guard|officer|gendarme|commando|fighter|garrison|reservist)$/;

/** Frames whose noun ends by itself: "the curfew will end", "the shooting has stopped". */
const BY_ITSELF = new Set(['concede/curfew', 'retreat/ceasefire', 'threaten/follow']);

const QUARREL = new Set(
  'quarrel dispute war row spat conflict feud fight rift standoff stand-off deadlock crisis tension'.split(' '),
);

function matchPairs(sent: Sentence, verb: number, byNoun: ReadonlyMap<string, readonly Trigger[]>): readonly Match[] {
  const out: Match[] = [];
  const tried = new Set<number>();
  /** The noun does it itself: its own phrase names the doers. */
  let itself = false;
  const attempt = (noun: number, near: boolean, fits: (trigger: Trigger) => boolean = atOnce): void => {
    if (noun < 0 || noun === verb || tried.has(noun)) return;
    tried.add(noun);
    const token = sent.tokens[noun];
    if (!token || token.upos === 'PRON') return;
    for (const lemma of lemmasAt(sent, noun))
      for (const trigger of byNoun.get(lemma) ?? []) {
        if (!fits(trigger)) continue;
        if (!trigger.words.slice(1).every((word) => hasParticle(sent, verb, word))) continue;
        const words = verb < noun ? [verb, noun] : [noun, verb];
        out.push({ trigger, verb: itself ? -1 : verb, noun, words, near });
      }
  };
  const objects = [...patientsOf(sent, verb), ...objectsOf(sent, verb)].map((a) => a.token);
  for (const noun of objects) {
    attempt(noun, false);
    // "a troop carrier", "police trainers" are no forces.
    for (const c of children(sent, noun, 'compound', 'nmod:desc', 'appos'))
      attempt(
        c,
        false,
        ({ frame, noun: word }) =>
          // "faced opposition leaders": a kind of people is no refusal.
          !(frame.roles === 'reversed' && frame.type !== 'AID' && relation(sent, c) === 'compound') &&
          // "ended a trade quarrel": what ends is the quarrel.
          !QUARREL.has(lemmaOf(sent, noun)) &&
          (frame.roles !== 'forces' || relation(sent, c) !== 'compound' || !MEN.test(word ?? '')),
      );
    for (const o of nominalModifiersOf(sent, noun, 'of')) {
      attempt(o.token, false);
      if (CARRIERS.has(lemmaOf(sent, noun)))
        for (const deep of nominalModifiersOf(sent, o.token, 'of')) attempt(deep.token, false);
    }
    for (const a of appositionsOf(sent, noun)) attempt(a, false);
  }
  // "the embassies they had closed", "two parties it had banned"
  if (
    objects.length === 0 &&
    hasRelation(sent, verb, 'acl:relcl') &&
    !subjectsOf(sent, verb).some((a) => a.token === head(sent, verb))
  )
    attempt(head(sent, verb), false);
  for (const o of obliquesOf(sent, verb))
    if (o.preposition === null || CARRYING.has(o.preposition)) attempt(o.token, false);
  for (const x of children(sent, verb, 'xcomp')) attempt(x, false);
  // "flights resumed": what begins by itself is carried by its subject.
  if (objects.length === 0 && INCHOATIVE.has(lemmaOf(sent, verb)))
    for (const a of subjectsOf(sent, verb)) {
      itself = true;
      attempt(
        a.token,
        false,
        ({ frame, noun }) => frame.joint.has(noun ?? '') || frame.drills.has(noun ?? '') || BY_ITSELF.has(frame.id),
      );
      itself = false;
    }
  // "gathered to demand": the purpose of a crowd makes the demonstration.
  for (const x of children(sent, verb, 'advcl', 'xcomp', 'acl'))
    if (children(sent, x, 'mark').some((m) => sent.tokens[m]?.form.toLowerCase() === 'to'))
      attempt(x, false, (trigger) => trigger.frame.civil);
  if (out.length > 0) return out;
  // The tree may be wrong: a noun of the pair shortly after the verb, with no other verb or comma in between.
  for (let i = verb + 1; i < Math.min(sent.tokens.length, verb + REACH); i++) {
    const token = sent.tokens[i]!;
    if (token.upos === 'VERB' || token.upos === 'PUNCT' || token.upos === 'SCONJ') break;
    if (token.upos === 'NOUN' && !hasRelation(sent, i, 'nmod:poss', 'obl:unmarked'))
      attempt(i, true, (trigger) => trigger.frame.roles !== 'reversed' || !hasRelation(sent, i, 'compound'));
  }
  return out;
}

const hasParticle = (sent: Sentence, verb: number, word: string): boolean => {
  const reach = PREPOSITION.has(word) ? REACH : REACH + 4;
  for (let i = verb + 1; i < Math.min(sent.tokens.length, verb + reach); i++) {
    const token = sent.tokens[i]!;
    if (token.form.toLowerCase() === word) return true;
    if (token.upos === 'PUNCT') return false;
  }
  return false;
};

function matchNoun(sent: Sentence, i: number, trigger: Trigger): Match | null {
  const words = trigger.words;
  const tokens = [i];
  for (let k = 1; k < words.length; k++) {
    const token = sent.tokens[i + k];
    if (!token || !lemmasAt(sent, i + k).includes(words[k]!)) return null;
    tokens.push(i + k);
  }
  // The head is the word of the run that hangs outside it.
  const noun = tokens.find((t) => !tokens.includes(head(sent, t))) ?? i;
  // "the pull-out of troops": the noun ends behind its hyphen.
  const end = sent.tokens[i + 1]?.form === '-' && words.length === 1 && words[0]!.includes('-') ? i + 2 : -1;
  if (end > 0 && sent.tokens[end])
    return { trigger, verb: -1, noun: head(sent, i) === end ? end : noun, words: [i, i + 1, end], near: false };
  if (words.length === 1 && (relation(sent, i) === 'compound' || relation(sent, i) === 'amod')) return null;
  return { trigger, verb: -1, noun, words: tokens, near: false };
}

/** One match for each set of frames on the same words: stated before made, longer before shorter, near last. */
function mostSpecific(candidates: readonly Match[]): readonly Match[] {
  if (candidates.length < 2) return candidates;
  const rank = (m: Match): number =>
    (m.trigger.kind === 'pair'
      ? 2.5 + (m.trigger.stated ? 1 : 0) + (m.trigger.words.length - 1)
      : m.words.length + (m.words.length > 1 ? 0.8 : 0)) - (m.near ? 1.2 : 0);
  // What holds only when to come or denied must not hide what happened.
  const open = (m: Match): boolean =>
    m.trigger.frame.only.has('to-come') || (m.trigger.frame.negative && m.trigger.frame.type !== 'THREATEN');
  // Nor must what only civilians do, what soldiers do with the same words.
  const firmest = candidates.some((m) => m.trigger.frame.civil)
    ? Math.max(0, ...candidates.filter((m) => !open(m) && !m.trigger.frame.civil).map(rank))
    : -1;
  const best = Math.max(0, ...candidates.filter((m) => !open(m)).map(rank));
  const kept = candidates.filter(
    (m) =>
      rank(m) === best ||
      (!m.trigger.frame.civil && rank(m) === firmest) ||
      open(m) ||
      // Drills of one side and of two share their words.
      (m.trigger.kind === 'pair' && m.trigger.frame.drills.size + m.trigger.frame.joint.size > 0) ||
      (m.trigger.kind === 'pair' && rank(m) >= best - 0.5),
  );
  return kept;
}
