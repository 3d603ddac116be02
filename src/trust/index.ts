/** One document's ledgers and grade: contradictions, repetition, sourcing. Nothing is called false; doubt is said with its reasons. */

import type { Found, Judged } from '../core/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { capital, groupSize, weekday } from './facts-of-the-world.ts';
import { byStrength, gradeOf } from './grade.ts';
import { anachronism, foreignOffice, unknownOfficial } from './offices.ts';
import { recycledQuote, repetition } from './repetition.ts';
import type { Check } from './rule.ts';
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
  anachronism,
  unknownOfficial,
  capital,
  groupSize,
  weekday,
  places,
  doneAndNot,
  numbers,
  sourcing,
];

/** Adds all flags, strongest first, and the grade. Pure; never throws on content. */
export function judge(doc: Found, knowledge: Knowledge): Judged {
  const own = CHECKS.flatMap((check) => check(doc, knowledge));
  const allFlags = byStrength([...doc.article.flags, ...doc.flags, ...own]);
  return { ...doc, allFlags, grade: gradeOf(allFlags) };
}
