/** Knows the tense around a time expression: from the parse where it has a governing verb, else from words nearby. */

import type { Sentence, Token } from '../../core/index.ts';
import type { Tense } from './anchor.ts';

const MODALS = new Set([
  'will',
  "'ll",
  '’ll',
  'shall',
  'wo',
  'may',
  'might',
  'could',
  'would',
  'can',
  'should',
  'must',
]);
/** Heads whose infinitive lies ahead: "is due to arrive", "plans to meet". "Agreed to meet" is not one. */
const AHEAD = new Set(
  'due set schedule slate expect plan hope likely going go intend aim prepare ready poise plot bind hop invite begin start'.split(
    ' ',
  ),
);
const FUTURE =
  /(?:\b(?:will|shall|won['’]t|upcoming|coming|scheduled|slated|forthcoming|set to|due to|due on|is to|are to|expected to|expects? to|plans? to|planning to|hopes? to|likely to|going to|intends? to|aims? to|ahead of)\b|['’]ll\b|\b(?:may|might|could|would|can|should)\b(?! have))/giu;
const PAST =
  /\b(?:said|was|were|had|did|didn['’]t|told|came|went|met|took|made|left|began|held|fell|rose|sent|spoke|gave|got|saw|won|lost|became|drew|put|cut|hit|sold|bought|paid|led|shot|killed|has|have|ago|earlier|since|last|[a-z]{3,}ed)\b/giu;

/** Tense by the tree: the nearest governing verb and its helpers. 0 when the tree does not tell. */
export function tenseOfToken(sentence: Sentence, index: number): Tense {
  const { tokens } = sentence;
  if (isDue(tokens, index)) return 1;
  let at = index;
  for (let steps = 0; steps < 12 && at >= 0; steps++) {
    const token = tokens[at];
    if (token === undefined) return 0;
    if (token.upos === 'VERB' || token.upos === 'AUX') {
      const told = tenseOfVerb(tokens, at);
      if (told !== 0) return told;
    }
    // "the meeting scheduled for Friday", "due on Monday"
    if (steps > 0 && /^(?:due|set|scheduled|slated|upcoming|expected)$/i.test(token.form)) return 1;
    // "agreed to hold the next meeting in November"
    if (steps > 0 && (token.upos === 'NOUN' || token.xpos === 'VB') && isToCome(tokens, at)) return 1;
    at = token.head;
  }
  return 0;
}

/** "the next round", "to hold the next round", when it is not told as past. */
const isToCome = (tokens: readonly Token[], at: number): boolean => {
  const noun =
    tokens[at]!.xpos === 'VB' ? tokens.findIndex((token) => token.head === at && token.deprel === 'obj') : at;
  return (
    tokens.some((token, i) => token.head === noun && i < noun && /^(?:next|upcoming|forthcoming)$/i.test(token.form)) &&
    !/^VB[DN]$/.test(tokens[tokens[noun]!.head]?.xpos ?? '')
  );
};

/** "… and is due to sign it on Friday", "has been set for Monday": the last finite verb before the time looks ahead. */
function isDue(tokens: readonly Token[], index: number): boolean {
  for (let i = index - 1; i >= 0 && index - i < 16; i--) {
    const token = tokens[i]!;
    if (/^(?:[;:]|who|which|that|after|before|when|since)$/i.test(token.form)) return false;
    if (token.xpos === 'VBN' && FIXED.has(token.lemma.toLowerCase()) && tokens[i + 1]?.form === 'for') return true;
    if (token.xpos === 'VBZ' || token.xpos === 'VBP') {
      const form = token.form.toLowerCase();
      // A plan's own day stands behind what is planned, with no further noun of saying or doing between
      if (/^(?:is|are|'s|’s)$/.test(form))
        return DUE.has((tokens[i + 1]?.form ?? '').toLowerCase()) && tokens[i + 1]?.xpos !== 'VBG';
      return token.upos === 'VERB' && index - i <= 4 && TIMETABLED.has(token.lemma.toLowerCase());
    }
    if (token.xpos === 'VBD' || token.xpos === 'MD') return false;
  }
  return false;
}

/** "is due to", "are set to", "is to". */
const DUE = new Set('due set scheduled slated expected to likely poised'.split(' '));
const FIXED = new Set('set fix schedule slate plan call'.split(' '));
/** Present tense of a timetable: "leaves on Thursday". */
const TIMETABLED = new Set('leave arrive travel depart fly return begin start open resume expire'.split(' '));

function tenseOfVerb(tokens: readonly Token[], at: number): Tense {
  const verb = tokens[at]!;
  const lemma = verb.lemma.toLowerCase();
  let past: Tense = verb.xpos === 'VBD' ? -1 : 0;
  let infinitive = false;
  let perfect = false;
  let modal = false;
  for (let i = Math.max(0, at - 14); i < at; i++) {
    const token = tokens[i]!;
    if (token.head !== at) continue;
    if (token.deprel.startsWith('aux')) {
      const form = token.form.toLowerCase();
      if (MODALS.has(form) || form === 'will') modal = true;
      else if (token.lemma === 'have') perfect = true;
      else if (token.xpos === 'VBD') past = -1;
      else if (verb.xpos === 'VBG' && /^(?:am|is|are|'s|’s|'re|’re)$/.test(form)) past = 0;
    } else if (token.deprel === 'mark' && token.form.toLowerCase() === 'to') infinitive = true;
  }
  if (modal) return perfect ? -1 : 1;
  if (perfect || past < 0) return past < 0 && AHEAD.has(lemma) && verb.xpos !== 'VBD' ? 1 : -1;
  if (/^(?:schedule|slate|expect|plan|due)$/.test(lemma) && verb.xpos === 'VBN') return 1;
  if (infinitive) {
    const head = tokens[verb.head];
    if (head === undefined) return 0;
    if (AHEAD.has(head.lemma.toLowerCase()) || /^(?:is|are|be)$/.test(head.form.toLowerCase())) return 1;
    return 0;
  }
  if (verb.xpos === 'VBN' || verb.xpos === 'VBD') return -1;
  // "arrives on Monday", "is visiting next week"
  return 0;
}

/** Tense by words: the nearest cue before the expression in its sentence, else the first one after it. */
export function tenseOfWords(before: string, after: string): Tense {
  const left = before.slice(-180);
  const right = after.slice(0, 100);
  let future = -1;
  let futureEnd = -1;
  let past = -1;
  for (const cue of left.matchAll(FUTURE)) {
    future = cue.index;
    futureEnd = cue.index + cue[0].length;
  }
  for (const cue of left.matchAll(PAST)) past = cue.index;
  if (future < 0 && past < 0) {
    const ahead = right.search(new RegExp(FUTURE.source, 'iu'));
    const behind = right.search(new RegExp(PAST.source, 'iu'));
    if (ahead >= 0 && (behind < 0 || ahead < behind)) return 1;
    return behind >= 0 ? -1 : 0;
  }
  if (future < 0) return -1;
  if (past < 0 || past < future) return 1;
  // A participle right after the modal belongs to it: "will be held on Friday"
  const between = left.slice(futureEnd, past);
  const near = between.trim().split(/\s+/).filter(Boolean).length <= 3;
  return near && !/[,;]|\b(?:who|which|that|after)\b/.test(between) ? 1 : -1;
}
