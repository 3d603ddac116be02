/** Where a cue may stand: words of the cue table in a sentence, before anything is decided about them. */

import { children, conjuncts } from '../../language/tree.ts';
import type { Cue, StatementTables } from './cue-table.ts';
import { isVerb, type View } from './view.ts';

export interface Spotted {
  readonly cue: Cue;
  /** Verb, noun or first word: the token that governs. */
  readonly head: number;
  /** The tokens of the cue, ascending. */
  readonly tokens: readonly number[];
  /** Object noun of a light cue. */
  readonly noun: number;
}

const matches = (view: View, index: number, word: string): boolean =>
  view.low[index] === word || view.tokens[index]?.lemma.toLowerCase() === word;

const DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|june|july|august|september|october|november|december)|\d{1,2}(?:st|nd|rd|th)?)$/;

/** The words of `cue.rest` right behind `at` (an adverb may stand between), or null. */
function restAt(view: View, cue: Cue, at: number): number[] | null {
  const tokens = [at];
  let next = at + 1;
  for (const word of cue.rest) {
    if (next < view.low.length && !matches(view, next, word) && /^(ADV|ADJ)$/.test(view.tokens[next]!.upos)) next++;
    if (next >= view.low.length || !matches(view, next, word)) return null;
    tokens.push(next++);
  }
  // "insisted on Tuesday that": a day, not what one insists on.
  if (cue.rest[cue.rest.length - 1] === 'on' && DAY.test(view.low[next] ?? '')) return null;
  return tokens;
}

/** Particle far from its verb: "ruled it out". */
function particleOf(view: View, cue: Cue, at: number): number[] | null {
  if (cue.rest.length !== 1) return null;
  const particle = children(view.sent, at, 'compound:prt').find((kid) => view.low[kid] === cue.rest[0]);
  return particle === undefined ? null : [at, particle].sort((a, b) => a - b);
}

/** "backed out", "called off": another verb than the one alone. */
const hasParticle = (view: View, at: number): boolean =>
  children(view.sent, at, 'compound:prt').some(
    (kid) => kid === at + 1 && /^(out|off|up|down|away)$/.test(view.low[kid]!) && view.low[kid + 1] !== 'to',
  );

/** "the minister knowledgeable reporters": an adjective where a verb must be, whatever the rest of the text looks like. */
const plainlySpun = (view: View, at: number): boolean =>
  closesSentence(view, at) ||
  tellsHearers(view, at) ||
  inLineWith(view, at) ||
  (view.low[at] === 'knowledgeable' &&
    /^(NOUN|PROPN|PRON)$/.test(view.tokens[at - 1]?.upos ?? '') &&
    (/^(NOUN|PROPN|PRON)$/.test(view.tokens[at + 1]?.upos ?? '') || /^(that|the)$/.test(view.low[at + 1] ?? '')));

/** "instructed newsmen that", "careworn that": words that no writer puts in front of "that" or of the press. */
const tellsHearers = (view: View, at: number): boolean => {
  if (/^(careworn|burdened)$/.test(view.low[at]!)) return view.low[at + 1] === 'that';
  if (view.low[at] === 'knowledgeable')
    return /^(has|had|have)$/.test(view.low[at - 1] ?? '') && view.low.slice(at + 1, at + 5).includes('that');
  return (
    /^(instructed|trained)$/.test(view.low[at]!) &&
    view.low.slice(at + 1, at + 4).some((low) => /^(newsmen|reporters|journalists|media|newspapermen)$/.test(low)) &&
    view.low.slice(at + 2, at + 6).includes('that')
  );
};

/** "…, in line with native media.": people or papers cannot be kept in line with, only quoted. */
const inLineWith = (view: View, at: number): boolean => {
  const lead = view.low.slice(at, at + 3).join(' ');
  if (!/^in (?:line|keeping|accordance|step) with$/.test(lead) || view.low[at - 1] !== ',') return false;
  const rest = view.low.slice(at + 3, at + 12);
  const end = rest.findIndex((low) => /^[.,]$/.test(low));
  const phrase = end < 0 ? rest : rest.slice(0, end);
  // "in line with the ministry's rules" is no voice; "in line with the ministry" is.
  return phrase.some((low, word) => VOICES.test(low) && /^(?:in|of|on|at|for|who|)$/.test(phrase[word + 1] ?? ''));
};

const VOICES =
  /^(media|police|officials?|sources?|newspapers?|witnesses|residents|authorities|analysts?|experts?|newsmen|individuals|journalists|reporters|spokesman|spokeswoman|spokesperson|embassy|ministry|agency|army|minister)$/;

/** "…, the ministry uttered.": a comma, a phrase and the word, and nothing behind it but a stop or a day. */
const closesSentence = (view: View, at: number): boolean => {
  if (!/^(knowledgeable|uttered|conveyed|mentioned|articulated|verbali[sz]ed)$/.test(view.low[at]!)) return false;
  if (!/^(\.|on|in|,|)$/.test(view.low[at + 1] ?? '') || !/^(NOUN|PROPN|PRON)$/.test(view.tokens[at - 1]?.upos ?? ''))
    return false;
  const comma = view.low.lastIndexOf(',', at - 1);
  return comma > 2 && at - comma < 12;
};

/** Every cue that may stand at each place, in text order; at one place longer cues and plain readings come first. */
export function spotCues(view: View, tables: StatementTables, spun: boolean): Spotted[] {
  const found: Spotted[] = [];
  for (let at = 0; at < view.low.length; at++) {
    const here: Spotted[] = [];
    const light = lightAt(view, tables, at);
    if (light !== null) here.push(light);
    const lemma = view.tokens[at]!.lemma.toLowerCase();
    // One letter of grace for the lemma: "describ" is "describe".
    const lists = [
      tables.cues.get(lemma) ?? tables.cues.get(`${lemma}e`),
      lemma === view.low[at] ? undefined : tables.cues.get(view.low[at]!),
    ];
    for (const list of lists) {
      for (const cue of list ?? []) {
        if (cue.tier === 'spun' && !spun && !plainlySpun(view, at)) continue;
        if (!fits(view, cue, at)) continue;
        if (cue.rest.length === 0 && cue.kind === 'verb' && cue.tier !== 'sure' && hasParticle(view, at)) continue;
        const tokens = restAt(view, cue, at) ?? particleOf(view, cue, at);
        if (tokens !== null) here.push({ cue, head: at, tokens, noun: -1 });
      }
    }
    here.sort((a, b) => b.tokens.length - a.tokens.length || b.noun - a.noun);
    found.push(...here);
  }
  return found;
}

function fits(view: View, cue: Cue, at: number): boolean {
  const { upos, xpos } = view.tokens[at]!;
  // "continues to build", "fear about the rise": an act goes on, a feeling has its cause; nothing is told
  if (cue.rest.length === 0 && cue.kind === 'verb') {
    if (cue.head === 'continue' && view.low[at + 1] === 'to') return false;
    if (cue.head === 'fear' && /^(about|for|over)$/.test(view.low[at + 1] ?? '')) return false;
  }
  switch (cue.kind) {
    case 'verb':
    case 'refusal':
      if (isVerb(view, at)) return true;
      // A noun to the tagger, a verb to the tree or beside a quote: "it does state that", "…," minister says.
      if (children(view.sent, at, 'nsubj').length > 0 && children(view.sent, at, 'ccomp', 'aux').length > 0)
        return true;
      return (
        upos !== 'PROPN' &&
        (quoteBefore(view, at) || (xpos !== 'NNS' && cue.tier === 'sure' && /(?:ed|id)$/.test(view.low[at]!)))
      );
    case 'noun':
      return upos === 'NOUN';
    case 'adjective':
      return upos === 'ADJ';
    default:
      return true;
  }
}

/** A quote closes right before the word or right before its subject: "…," minister says. */
const quoteBefore = (view: View, at: number): boolean => {
  for (let back = at - 1; back >= Math.max(0, at - 8); back--) {
    if (view.quoted[back]) return true;
    if (view.mark[back] && !view.low[back]!.includes('.')) return false;
  }
  return false;
};

function lightAt(view: View, tables: StatementTables, at: number): Spotted | null {
  const byNoun = tables.light.get(view.tokens[at]!.lemma.toLowerCase());
  if (byNoun === undefined || !isVerb(view, at)) return null;
  for (const kid of children(view.sent, at, 'obj', 'nsubj:pass')) {
    for (const noun of conjuncts(view.sent, kid)) {
      const cue = byNoun.get(view.tokens[noun]!.lemma.toLowerCase());
      if (cue === undefined || view.low.slice(at, noun).includes('that')) continue;
      return { cue, head: at, tokens: [at, noun].sort((a, b) => a - b), noun };
    }
  }
  // The parse may have lost the object: the next noun within five words.
  for (let noun = at + 1; noun < Math.min(view.low.length, at + 6); noun++) {
    if (view.mark[noun] || isVerb(view, noun) || view.low[noun] === 'that') break;
    if (view.tokens[noun]!.upos !== 'NOUN') continue;
    const cue = byNoun.get(view.tokens[noun]!.lemma.toLowerCase());
    if (cue !== undefined) return { cue, head: at, tokens: [at, noun], noun };
  }
  return null;
}
