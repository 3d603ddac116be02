/** Office checks: every title with a name that the official registers give since 2009, and invented names that held none. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Knowledge, readRegister, type TitledName, titledNames, type Verdict } from '../knowledge/index.ts';
import type { EvalContext, Score, Scorer } from './scorer.ts';

const FOLDERS = ['visits', 'travels/president-travels', 'travels/secretary-travels'];

/** Titled names of all register files below a folder, of entries since a day. */
export function registerNames(folder: string, knowledge: Knowledge, since: string): TitledName[] {
  return FOLDERS.map((part) => join(folder, part))
    .filter((path) => existsSync(path))
    .flatMap((path) =>
      readdirSync(path)
        .filter((name) => name.endsWith('.xml'))
        .sort()
        .flatMap((name) => readRegister(readFileSync(join(path, name), 'utf8'), knowledge)),
    )
    .filter((entry) => entry.from >= since)
    .flatMap((entry) => titledNames(entry, knowledge));
}

export interface OfficeTally {
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Claims that fall in a declared coverage window. */
  readonly covered: number;
  readonly coveredHeld: number;
  /** One line for each claim that the tables contradict, with the reason. */
  readonly contradicted: readonly string[];
}

/** Checks each claim on the day of its entry. Pure. */
export function tallyOffices(names: readonly TitledName[], knowledge: Knowledge): OfficeTally {
  const verdicts: Record<Verdict, number> = {
    held: 0,
    anachronistic: 0,
    'other-office': 0,
    'near-name': 0,
    'not-in-complete-list': 0,
    'not-covered': 0,
  };
  let covered = 0;
  let coveredHeld = 0;
  const contradicted: string[] = [];
  for (const { name, who, office, title, entry } of names) {
    const answer = knowledge.checkOffice(name, { who, office }, entry.from);
    verdicts[answer.verdict]++;
    if (knowledge.covered(who, office, entry.from) !== null) {
      covered++;
      if (answer.verdict === 'held') coveredHeld++;
    }
    if (answer.verdict !== 'held' && answer.verdict !== 'not-covered') {
      contradicted.push(
        `${entry.register} ${entry.id}, ${entry.from}: ${title} ${name} (${who}): ${answer.verdict}. ${answer.evidence}`,
      );
    }
  }
  return { verdicts, covered, coveredHeld, contradicted };
}

/** Names that nobody bore: given and family names of listed people recombined, then checked that no list has them. */
export function inventedNames(knowledge: Knowledge, count: number): string[] {
  // Full given names only: an initial leaves the person open.
  const people = [...knowledge.people.values()].filter((person) => /^[^\s.]{2,} [^\s.]{2,}$/.test(person.name));
  const out: string[] = [];
  for (let i = 0; out.length < count && i < people.length; i++) {
    const given = people[i]?.name.split(' ')[0];
    // A fixed stride keeps the pairs the same from run to run.
    const family = people[(i * 37 + 11) % people.length]?.name.split(' ')[1];
    const name = `${given} ${family}`;
    if (knowledge.peopleNamed(name).length === 0) out.push(name);
  }
  return out;
}

/** How often an invented name passes as a holder of any covered office on the middle day of its window. Must be 0. */
export function falseHeld(
  names: readonly string[],
  knowledge: Knowledge,
  claims: readonly { who: string; office: TitledName['office']; date: string }[],
): number {
  let held = 0;
  for (const name of names) {
    for (const { who, office, date } of claims) {
      if (knowledge.checkOffice(name, { who, office }, date).verdict === 'held') held++;
    }
  }
  return held;
}

export const offices: Scorer = {
  name: 'offices',
  describe: 'Titles and names of the visit and travel registers checked against the tables of office-holders',
  needs: ['registers'],
  async score(context: EvalContext): Promise<readonly Score[]> {
    if (context.goldDir === null) return [];
    const { knowledge } = await context.kit();
    const names = registerNames(join(context.goldDir, 'registers'), knowledge, '2009-01-01');
    const tally = tallyOffices(names, knowledge);
    const claims = [
      ...new Map(
        names.map((name) => [
          `${name.who} ${name.office}`,
          { who: name.who, office: name.office, date: name.entry.from },
        ]),
      ).values(),
    ];
    const invented = inventedNames(knowledge, 200);
    const n = names.length;
    const contradicted = tally.contradicted.length;
    return [
      {
        measure: 'offices/registers/held',
        value: tally.verdicts.held / Math.max(1, n),
        n,
        note: 'visits are also a source of the tables outside the covered lists',
      },
      {
        measure: 'offices/registers/covered-held',
        value: tally.coveredHeld / Math.max(1, tally.covered),
        n: tally.covered,
      },
      { measure: 'offices/registers/contradicted', value: contradicted / Math.max(1, n), n, lowerIsBetter: true },
      {
        measure: 'offices/invented/false-held',
        value: falseHeld(invented, knowledge, claims),
        n: invented.length,
        lowerIsBetter: true,
      },
    ];
  },
};
