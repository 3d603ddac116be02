/** `chancery review`: what a person decides, archived with who and why, so that a rebuild keeps it. */

import { ChanceryError, type Decision, type Grade } from '../index.ts';
import type { ExitCode } from './main.ts';
import { type Globals, note, writeJson } from './output.ts';
import { withRecord } from './record.ts';

export interface ReviewOptions {
  readonly by: string;
  readonly why: string;
  readonly json?: boolean;
}

const VERDICTS = ['same', 'different', 'unsure'] as const;
const GRADES: readonly Grade[] = ['usable', 'use-with-care', 'hold'];

/** Whether two claims are one event. */
export async function reviewClaims(
  globals: Globals,
  verdict: string,
  left: string,
  right: string,
  options: ReviewOptions,
): Promise<ExitCode> {
  if (!VERDICTS.some((one) => one === verdict))
    throw new ChanceryError('bad-argument', `a verdict is one of ${VERDICTS.join(', ')}, not "${verdict}"`);
  return decide(
    globals,
    { kind: 'judgment', by: options.by, about: [left, right], why: options.why, body: { verdict } },
    options,
    async (record) => {
      for (const id of [left, right])
        if ((await record.event(id)) === null) throw new ChanceryError('unknown-id', `the record holds no claim ${id}`);
    },
  );
}

/** How far a document may be used, whatever the rules say. */
export async function reviewGrade(
  globals: Globals,
  document: string,
  grade: string,
  options: ReviewOptions,
): Promise<ExitCode> {
  if (!GRADES.some((one) => one === grade))
    throw new ChanceryError('bad-argument', `a grade is one of ${GRADES.join(', ')}, not "${grade}"`);
  return decide(
    globals,
    { kind: 'override', by: options.by, about: [document], why: options.why, body: { grade } },
    options,
    async (record) => {
      if ((await record.document(document)) === null)
        throw new ChanceryError('unknown-id', `the record holds no document ${document}`);
    },
  );
}

export async function reviewList(globals: Globals, options: { readonly json?: boolean }): Promise<ExitCode> {
  const decisions = await withRecord(globals, (record) => record.decisions());
  if (options.json) await writeJson(decisions);
  else
    for (const { at, by, kind, about, why } of decisions)
      note({ ...globals, quiet: false }, `${at} ${by}: ${kind} on ${about.join(', ')}: ${why}`);
  return 0;
}

async function decide(
  globals: Globals,
  decision: Decision,
  options: ReviewOptions,
  check: (record: Parameters<Parameters<typeof withRecord>[1]>[0]) => Promise<void>,
): Promise<ExitCode> {
  const id = await withRecord(globals, async (record) => {
    await check(record);
    return record.decide(decision);
  });
  if (options.json) await writeJson({ id });
  else note(globals, `archived as ${id}`);
  return 0;
}
