/** `chancery review`: what a person decides, archived with who and why, so that a rebuild keeps it. */

import { ChanceryError, type Decision, type Grade, type ReviewBody } from '../index.ts';
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

/** Whether a claim was read rightly. A rejected one is kept and shown in its document, and counts nowhere else. */
const verdictOn =
  (verdict: ReviewBody['verdict']) =>
  (globals: Globals, claim: string, options: ReviewOptions): Promise<ExitCode> =>
    decide(
      globals,
      { kind: 'correction', by: options.by, about: [claim], why: options.why, body: { verdict } satisfies ReviewBody },
      options,
    );

export const acceptClaim = verdictOn('accepted');
export const rejectClaim = verdictOn('rejected');
/** Takes back what was said of a claim. */
export const reopenClaim = verdictOn('open');

/** What a claim should say: `type=AID`, `date=2024-07-27`, `actors.0=VNM`, `recipients.1=-` (nobody). */
export async function correctClaim(
  globals: Globals,
  claim: string,
  fields: readonly string[],
  options: ReviewOptions,
): Promise<ExitCode> {
  const set: Record<string, string> = {};
  for (const given of fields) {
    const at = given.indexOf('=');
    if (at < 1) throw new ChanceryError('bad-argument', `a correction is FIELD=VALUE, not "${given}"`);
    set[given.slice(0, at)] = given.slice(at + 1);
  }
  const body = { verdict: 'corrected', set } satisfies ReviewBody;
  return decide(globals, { kind: 'correction', by: options.by, about: [claim], why: options.why, body }, options);
}

export async function reviewList(globals: Globals, options: { readonly json?: boolean }): Promise<ExitCode> {
  const decisions = await withRecord(globals, (record) => record.decisions());
  if (options.json) await writeJson(decisions);
  else
    for (const { at, by, kind, about, why, body } of decisions)
      note({ ...globals, quiet: false }, `${at} ${by}: ${kind} on ${about.join(', ')}${described(body)}: ${why}`);
  return 0;
}

async function decide(
  globals: Globals,
  decision: Decision,
  options: ReviewOptions,
  check: (record: Parameters<Parameters<typeof withRecord>[1]>[0]) => Promise<void> = async () => undefined,
): Promise<ExitCode> {
  const id = await withRecord(globals, async (record) => {
    await check(record);
    return record.decide(decision);
  });
  if (options.json) await writeJson({ id });
  else note(globals, `archived as ${id}`);
  return 0;
}

/** " (corrected: date=2024-07-27)"; empty for a body without a verdict or grade. */
function described(body: unknown): string {
  const { verdict, grade, set } = (body ?? {}) as {
    verdict?: string;
    grade?: string;
    set?: Record<string, string | null>;
  };
  const said = verdict ?? grade;
  if (said === undefined) return '';
  const fields = Object.entries(set ?? {}).map(([field, value]) => `${field}=${value ?? '-'}`);
  return fields.length === 0 ? ` (${said})` : ` (${said}: ${fields.join(', ')})`;
}
