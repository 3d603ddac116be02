/** When a level was reached: the date that stands beside it, in an aside on it, or in the name of its treaty. */

import type { Mentioned, Sentence } from '../../core/index.ts';
import { ancestors, child, hasRelation, head, isWithin, lemmaOf } from '../../language/tree.ts';
import { mentionsIn } from '../../mentions/index.ts';
import { changeWord, type Step } from './change.ts';
import type { Label } from './label.ts';
import type { RelationTables } from './tables.ts';

export interface When {
  readonly since: string | null;
  readonly date: string | null;
}

/** "in May 2024", "since 2011", "dates from 2017": the time told beside the label; a bare weekday gives a date only. */
export function whenOf(doc: Mentioned, sent: Sentence, label: Label, step: Step, tables: RelationTables): When {
  let since: string | null = null;
  let date: string | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  const mark = subordinator(sent, step.word);
  for (const mention of mentionsIn(doc, sent.index)) {
    const time = mention.time;
    if (mention.kind !== 'time' || time === null || !time.dates || time.value === null || time.value.includes('/'))
      continue;
    const words = doc.article.text.slice(mention.span[0], mention.span[1]);
    const lead = sent.tokens
      .filter((token) => token.end <= mention.span[0])
      .slice(-2)
      .map((token) => token.form.toLowerCase());
    const marked =
      lead.some((word) => /^(since|from)$/.test(word)) ||
      sinceStart(sent, mention.span[0]) ||
      lead.join(' ') === 'back to' ||
      namesLevel(sent, label, mention.head) ||
      namesTreaty(sent, label, mention.head);
    if (mention.head >= label.until) continue;
    // What stands between an earlier level and this one is that one's.
    const before = mention.head < label.from;
    // "and in 2013 established a …": the date beside its own verb.
    const own = step.word >= label.after && mention.head >= label.after && Math.abs(mention.head - step.word) <= 3;
    if (before && !own && (step.change === 'holds' || mention.head >= label.opening)) continue;
    const aside =
      namesLevel(sent, label, mention.head) ||
      (mention.head > label.last ? asideOf(sent, label, mention.head, tables) : false);
    if (marked && /^(established|upgraded)$/.test(step.change) && (lead.includes('since') || aside)) continue;
    if (step.change === 'holds' && !marked && !aside && step.word < 0) continue;
    // "raised ties in May 2024, making it its eighth partner": the date is that of the deed which makes it so.
    const makes =
      step.word > 0 && /^making$/i.test(sent.tokens[step.word]!.form) && hasRelation(sent, step.word, 'advcl');
    const anchor = makes ? head(sent, step.word) : step.word >= 0 ? step.word : label.head;
    // "established relations in 1973 and became partners in 2018": a date behind the first verb is the first verb's.
    if (mention.head < step.word && isOfEarlier(sent, mention.head, step.word)) continue;
    if (
      step.change === 'sought' ||
      (!aside && !inForce(sent, label, mention.head) && !sameClause(sent, mention.head, anchor))
    )
      continue;
    // "met on Saturday, ten years after the two established …": Saturday is the meeting's.
    if (mark >= 0 && mention.head < mark) continue;
    const distance = Math.abs(mention.head - (step.word >= 0 ? step.word : label.last));
    if ((distance >= nearest && !marked) || (before && since !== null)) continue;
    nearest = distance;
    // "on Monday" is a date once the page tells which Monday.
    const deictic = /^(?:today|yesterday|tonight|now|this|last|next)\b/i.test(words);
    if (/\b\d{4}\b/.test(words) || (!deictic && (marked || step.change !== 'holds') && /^\d{4}-\d\d/.test(time.value)))
      since = time.value;
    if (step.change !== 'holds') date = time.value;
  }
  return { since, date };
}

/** "since its establishment in March 2025" */
const sinceStart = (sent: Sentence, start: number): boolean =>
  /\bsince (?:its|their|the) (?:establishment|launch|inception|signing|formation|upgrade|elevation|conclusion) (?:in|on)$/.test(
    sent.tokens
      .filter((token) => token.end <= start)
      .slice(-4)
      .map((token) => token.form.toLowerCase())
      .join(' '),
  );

/** "the 1951 mutual defence treaty", "the treaty of 1951": the year that the paper is called by. */
const namesTreaty = (sent: Sentence, label: Label, at: number): boolean =>
  /^(treaty|pact)$/i.test(sent.tokens[label.last]!.form) &&
  (at === label.first - 1 || (at === label.last + 2 && /^of$/i.test(sent.tokens[label.last + 1]!.form)));

/** "their 2014 strategic partnership": the year that the level is called by. */
const namesLevel = (sent: Sentence, label: Label, at: number): boolean =>
  (at === label.last + 2 && /^of$/i.test(sent.tokens[label.last + 1]!.form)) ||
  (at === label.first - 1 &&
    /^(19|20)\d\d$/.test(sent.tokens[at]!.form) &&
    !/^(in|since)$/i.test(sent.tokens[at - 1]?.form ?? ''));

/** "the partnership between the two, forged in 2013": an aside on the level that tells when, up to the word at `to`. */
function asideOf(sent: Sentence, label: Label, to: number, tables: RelationTables): boolean {
  for (let at = to - 1; at > label.last; at--) {
    const token = sent.tokens[at]!;
    const bare = token.xpos === 'VBD' && sent.tokens[at - 1]!.form === ',';
    if (/^(VBD|VBZ|VBP|MD)$/.test(token.xpos) && !bare && lemmaOf(sent, at) !== 'date') return false;
    if (to - at <= 4 && (bare || token.xpos === 'VBN' || lemmaOf(sent, at) === 'date')) {
      const change = lemmaOf(sent, at) === 'date' ? 'established' : changeWord(sent, at, tables);
      if (change === 'established' || change === 'upgraded') return true;
    }
    if (/^place$/i.test(token.form) && /^in$/i.test(sent.tokens[at - 1]?.form ?? '') && to - at <= 3) return true;
  }
  return false;
}

/** "a partnership that has been in force since 2011": told in a clause that hangs on the level. */
const inForce = (sent: Sentence, label: Label, at: number): boolean =>
  [at, ...ancestors(sent, at)].some(
    (up) =>
      hasRelation(sent, up, 'acl:relcl') &&
      head(sent, up) === label.head &&
      /^(force|effect|place|exist|last|hold|run)$/.test(lemmaOf(sent, up)),
  );

/** The "after" or "before" that the clause of a word hangs on, or -1. */
function subordinator(sent: Sentence, word: number): number {
  if (word < 0) return -1;
  const clause = [word, ...ancestors(sent, word)].find((up) => hasRelation(sent, up, 'advcl', 'acl'));
  const mark = clause === undefined ? -1 : child(sent, clause, 'mark');
  return mark >= 0 && /^(?:after|before|since|once)$/.test(lemmaOf(sent, mark)) ? mark : -1;
}

/** The word belongs to a verb before it, to which the verb at `step` is joined. */
function isOfEarlier(sent: Sentence, word: number, step: number): boolean {
  const first = ancestors(sent, word).find((up) => /^(VERB|AUX)$/.test(sent.tokens[up]!.upos));
  return (
    first !== undefined &&
    first < word &&
    first !== step &&
    isWithin(sent, step, first) &&
    hasRelation(sent, step, 'conj')
  );
}

/** Whether two words have the same nearest verb above them. */
function sameClause(sent: Sentence, a: number, b: number): boolean {
  // "established relations in March after severing those with Taipei": the date is not the clause's.
  if (/^(VERB|AUX)$/.test(sent.tokens[b]!.upos) && hasRelation(sent, b, 'advcl', 'acl') && !isWithin(sent, a, b))
    return false;
  const verbs = (word: number): number[] =>
    [word, ...ancestors(sent, word)].filter(
      (up) => /^(VERB|AUX)$/.test(sent.tokens[up]!.upos) || child(sent, up, 'cop') >= 0,
    );
  const [x] = verbs(a);
  const [y] = verbs(b);
  return (
    x === undefined || y === undefined || x === y || [b, ...ancestors(sent, b)].slice(0, 3).includes(head(sent, a))
  );
}
