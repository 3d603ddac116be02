/** When an act is told of another time: background of long ago, a timetable, a state that lasts. */

import type { Sentence } from '../../core/index.ts';
import {
  children,
  firstConjunct,
  governor,
  hasChild,
  hasRelation,
  head,
  lemmaOf,
  markerOf,
  prepositionOf,
  relation,
  tokenAt,
  verbGroup,
} from '../../language/tree.ts';
import { nearestTime } from './circumstances.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';

const DAY = 86_400_000;
/** Older than this the event is background, not news. */
const OLD_DAYS = 330;

/** Whether the match is told as a thing of the past beyond this year's news. */
export function isHistorical(scene: Scene, match: Match, reading: Reading): boolean {
  if (reading.modality !== 'occurred') return false;
  const { sent, doc } = scene;
  if (match.verb >= 0) {
    // "five years after crowds burned its embassy"
    const marker = markerOf(sent, match.verb);
    if (marker !== null && /^(after|since)/.test(marker)) {
      for (let i = Math.max(0, match.verb - 12); i < match.verb; i++)
        if (
          /^(after|since)$/i.test(tokenAt(sent, i)?.form ?? '') &&
          /^(year|decade|century)$/.test(lemmaOf(sent, i - 1))
        )
          return true;
    }
    if (sinceWhen(sent, match.verb)) return true;
  }
  if (isOfOldYear(scene, match) || isOfThatYear(scene) || isBygone(scene, match)) return true;
  const time = nearestTime(scene, match);
  if (time === null || /^(since|from)\b/.test(prepositionOf(sent, time.head) ?? '')) return false;
  const text = doc.article.text.slice(time.span[0], time.span[1]);
  if (!isClose(scene, match, time.head)) return false;
  if (/\b(years|decades|centuries)\s+(ago|earlier|before|previously)\b/i.test(text)) return true;
  if (/\b(a|one)\s+(decade|century)\s+(ago|earlier)\b/i.test(text)) return true;
  if (!isClose(scene, match, time.head)) return false;
  if (
    /\b(1[5-9]|20)\d0s\b/.test(text) ||
    /\b(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b/i.test(text)
  )
    return true;
  if (typeof time.value !== 'string' || !/\b(1[5-9]|20)\d\d\b/.test(text)) return false;
  const end = lastDay(time.value);
  const now = doc.reference === null ? null : Date.parse(`${doc.reference.date}T00:00:00Z`);
  if (end === null) return false;
  // A text without a date is read as one of the 2020s.
  if (now === null) return /\b(1[5-9]\d\d|200\d|201\d)\b/.test(text);
  return now - end > OLD_DAYS * DAY;
}

/** Whether the clause, or one it hangs on, is dated by a year that is over: "In 2011 it held up lorries until the presidents met". */
function isOfOldYear(scene: Scene, match: Match): boolean {
  const { sent } = scene;
  const own = match.verb >= 0 ? match.verb : match.noun;
  const clauses = [own, firstConjunct(sent, own)];
  for (let at = firstConjunct(sent, own), steps = 0; steps < 5; steps++) {
    const up = head(sent, at);
    if (up < 0) break;
    const rel = relation(sent, at);
    // What is told of a time: "the marks of 1987, when planes bombed it".
    const below = /^(advcl|acl:relcl|acl|conj|ccomp|xcomp|obl|obj|nsubj|nsubj:pass|nmod)$/.test(rel);
    if (!below || (rel === 'ccomp' && match.verb === at) || /^(so|if|unless|because)$/.test(markerOf(sent, at) ?? ''))
      break;
    at = firstConjunct(sent, up);
    clauses.push(up, at);
  }
  const year = (i: number): boolean =>
    /^(1[5-9]|20)\d\d$/.test(tokenAt(sent, i)?.form ?? '') && isOver(scene, Number(tokenAt(sent, i)!.form));
  // "In 1998 the rebels held …": whatever the tree hangs the year on.
  if (/^(in|by|during)$/i.test(tokenAt(sent, 0)?.form ?? '') && year(1) && clauses.some((c) => head(sent, c) < 0))
    return true;
  // "the marks of 1987, when planes bombed it"
  if (
    /^when\b/.test(markerOf(sent, own) ?? '') ||
    children(sent, own, 'advmod').some((a) => /^when$/i.test(tokenAt(sent, a)?.form ?? ''))
  ) {
    const when = sent.tokens.findIndex((t, i) => i < own && i > own - 8 && /^when$/i.test(t.form));
    if (when > 1 && (year(when - 1) || year(when - 2))) return true;
  }
  return sent.tokens.some((token, i) => {
    if (!/^(1[5-9]|20)\d\d$/.test(token.form) || !isOver(scene, Number(token.form))) return false;
    const phrase = hasRelation(sent, i, 'nummod', 'amod', 'nmod:unmarked', 'compound', 'nmod:desc') ? head(sent, i) : i;
    const preposition = prepositionOf(sent, phrase) ?? prepositionOf(sent, head(sent, phrase)) ?? '';
    if (clauses.slice(2).includes(i)) return true;
    if (!/^(in|during|before|after|amid|at|of|by|until|on)$/.test(preposition.split(' ').at(-1) ?? '')) return false;
    if (/^(since|from|under|to|with|for|on)$/.test(preposition) && preposition !== 'on') return false;
    // The year must hang on one of the clauses as an adverbial, nowhere deeper.
    const up = head(sent, phrase);
    const noun =
      hasRelation(sent, phrase, 'nmod') && hasRelation(sent, up, 'obl', 'nsubj') && !isObject(sent, up)
        ? head(sent, up)
        : up;
    if (!hasRelation(sent, phrase, 'obl', 'obl:unmarked', 'nmod')) return false;
    if (phrase !== i && !/^(during|before|after|amid|of)$/.test(preposition)) return false;
    return hasRelation(sent, phrase, 'obl', 'obl:unmarked')
      ? clauses.includes(up)
      : clauses.includes(noun) && noun !== up;
  });
}

const isObject = (sent: Sentence, i: number): boolean => hasRelation(sent, i, 'obj', 'iobj');

function isOver(scene: Scene, year: number): boolean {
  const { reference } = scene.doc;
  return reference === null
    ? year < 2020
    : Date.parse(`${reference.date}T00:00:00Z`) - Date.parse(`${year}-12-28T00:00:00Z`) > OLD_DAYS * DAY;
}

/** "That year", "the year after", behind a sentence of long ago. */
function isOfThatYear(scene: Scene): boolean {
  const { doc, sent } = scene;
  const text = doc.article.text.slice(...sent.span);
  if (
    !/\b(that|the same) (year|summer|autumn|winter|spring)\b|\bthe year (after|before)\b|\b(a|one|two|three|four|five) years? later\b/i.test(
      text,
    )
  )
    return false;
  const before = doc.sentences[sent.index - 1];
  if (before === undefined) return false;
  const years = [
    ...doc.article.text.slice(...before.span).matchAll(/\b(?:in|during|since|by|of) ((?:1[5-9]|20)\d\d)\b/g),
  ];
  return years.length > 0 && years.every((m) => isOver(scene, Number(m[1])));
}

/** "used to meet", "for years had threatened": what was so for long. */
function isBygone(scene: Scene, match: Match): boolean {
  const { sent } = scene;
  if (match.verb < 0) return false;
  const { head: up, rel } = governor(sent, match.verb);
  if (rel === 'xcomp' && /^used$/i.test(tokenAt(sent, up)?.form ?? '') && tokenAt(sent, up)?.xpos === 'VBD')
    return true;
  return (
    verbGroup(sent, match.verb).tense === 'past' &&
    /\bfor (many )?(years|decades|generations)\b/i.test(textOf(scene)) &&
    up < 0
  );
}

/** "have had no relations since April 2024, when police stormed the embassy": what a lasting state goes back to. */
function sinceWhen(sent: Sentence, verb: number): boolean {
  const { head: up, rel } = governor(sent, verb);
  const when = children(sent, verb, 'advmod', 'mark').find((c) => lemmaOf(sent, c) === 'when');
  if (when === undefined || up < 0 || !/^(acl|acl:relcl|advcl)$/.test(rel)) return false;
  for (let i = when - 1; i >= Math.max(0, when - 6); i--) {
    if (/^(1[5-9]|20)\d\d$/.test(sent.tokens[i]!.form))
      return sent.tokens.slice(Math.max(0, i - 4), i).some((t) => /^since$/i.test(t.form));
    if (sent.tokens[i]!.form !== ',' && i < when - 1) return false;
  }
  return false;
}

/** "trades chiefly with China", "have been on strike": the present tense of a full sentence tells a state that lasts. */
export function isStanding(scene: Scene, match: Match, reading: Reading): boolean {
  if (reading.modality !== 'occurred') return false;
  const { sent } = scene;
  const type = match.trigger.frame.type;
  const verb = match.verb >= 0 ? match.verb : hasChild(sent, match.noun, 'cop') ? match.noun : -1;
  if (verb < 0) return false;
  const group = verbGroup(sent, verb);
  if (match.verb < 0 || lemmaOf(sent, match.verb) === 'be')
    return group.tense === 'present' && (!group.perfect || LASTS.test(textOf(scene)));
  if (type === 'PROTEST')
    return (
      group.tense === 'present' &&
      /\bfor (a |the )?\w+ (straight |consecutive )?(day|week|month|night)\b/i.test(textOf(scene))
    );
  if (!LASTING.has(type) || group.tense !== 'present' || group.perfect || group.progressive || group.modal !== null)
    return false;
  return /^VB[ZP]$/.test(tokenAt(sent, match.verb)?.xpos ?? '') && /\.["”’]?$/.test(textOf(scene).trim());
}

const LASTING: ReadonlySet<string> = new Set(['COOPERATE', 'AID', 'COERCE', 'MOBILIZE']);
const LASTS = /\b(since|for (the past |the last )?(\w+ )?(days|weeks|months|years|hours))\b/i;

const textOf = (scene: Scene): string => scene.doc.article.text.slice(...scene.sent.span);

/** "leaves for Manila on Saturday": the present tense with a day in a full sentence is a timetable. */
export function isTimetable(scene: Scene, match: Match, reading: Reading): boolean {
  if (reading.modality !== 'occurred' && reading.modality !== 'ongoing') return false;
  const { sent, doc } = scene;
  const verb = match.verb >= 0 ? match.verb : head(sent, match.noun);
  if (!/^VB[ZP]$/.test(tokenAt(sent, verb)?.xpos ?? '') || tokenAt(sent, sent.tokens.length - 1)?.form !== '.')
    return false;
  const time = nearestTime(scene, match);
  if (time === null || !(isClose(scene, match, time.head) || head(sent, time.head) === verb)) return false;
  const text = doc.article.text.slice(time.span[0], time.span[1]);
  return /day$|^next |^tomorrow|\b\d{1,2}(st|nd|rd|th)?$/i.test(text) && !/^(to|yester)day/i.test(text);
}

/** The time hangs on the clause itself, not on something inside it. */
function isClose(scene: Scene, match: Match, word: number): boolean {
  const { sent } = scene;
  const up = head(sent, word);
  return (
    up === match.verb ||
    up === match.noun ||
    up === head(sent, match.noun) ||
    (hasRelation(sent, word, 'obl') && up === firstConjunct(sent, match.verb))
  );
}

/** The last day of an ISO value as milliseconds; null when it is none. */
function lastDay(value: string): number | null {
  const last = value.split('/').at(-1) ?? value;
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(last);
  if (!match) return null;
  const [, year = '', month = '12', day = '28'] = match;
  const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(at) ? null : at;
}
