/** One document's ledgers and grade: contradictions, repetition, sourcing. Nothing is called false; doubt is said with its reasons. */

import type { Flag, Found, Judged } from '../core/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { capital, groupSize, weekday } from './facts-of-the-world.ts';
import { byStrength, gradeOf } from './grade.ts';
import { heading } from './heading.ts';
import { anachronism, appositionClash, foreignOffice, unknownOfficial } from './offices.ts';
import { recycledQuote, repetition } from './repetition.ts';
import type { Check } from './rule.ts';
import { sameSentence } from './same-sentence.ts';
import { selfRelation } from './self-relation.ts';
import { sourcing } from './sourcing.ts';
import { machineTalk, template } from './template.ts';
import { doneAndNot, numbers, places } from './told-twice.ts';

export { GRADE_VERSION, gradeOf } from './grade.ts';

const CHECKS: readonly Check[] = [
  selfRelation,
  template,
  machineTalk,
  repetition,
  recycledQuote,
  foreignOffice,
  appositionClash,
  anachronism,
  unknownOfficial,
  capital,
  groupSize,
  weekday,
  places,
  doneAndNot,
  numbers,
  sameSentence,
  heading,
  sourcing,
];

/** Adds all flags, strongest first, and the grade. Pure; never throws on content. */
export function judge(doc: Found, knowledge: Knowledge): Judged {
  const own = eachOnce(CHECKS.flatMap((check) => check(doc, knowledge)));
  const allFlags = byStrength([...doc.article.flags, ...doc.flags, ...own]);
  return { ...doc, allFlags, grade: gradeOf(allFlags) };
}

/** Two checks may see one contradiction: of one code and the same sentences the first stands. */
function eachOnce(flags: readonly Flag[]): Flag[] {
  const seen = new Set<string>();
  return flags.filter(({ code, spans, reason }) => {
    const key = `${code} ${spans.length === 0 ? reason : spans.join(' ')}`;
    return !seen.has(key) && seen.add(key);
  });
}
