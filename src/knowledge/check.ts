/** Whether the tables are fit to be relied on: sources, dates, order, overlaps, gaps, codes that point somewhere. */

import { SECTORS, type Sector } from '../core/index.ts';
import { daysBetween, firstDay, isDate, lastDay } from './dates.ts';
import { foldName, slug } from './fold.ts';
import { list, type Row, type TableName, type Tables } from './tables.ts';

export interface Complaint {
  readonly table: TableName;
  /** The line it is about, in short. */
  readonly line: string;
  readonly level: 'error' | 'warning';
  readonly problem: string;
}

/** Handovers take days; more than a week of two holders at once is a wrong date. */
export const OVERLAP_DAYS = 7;
/** Vacancies happen; longer ones must be marked "after-vacancy". */
export const GAP_DAYS = 30;

const CODES = new Set('UNO EUR IGO NGO ISM IMG MNC'.split(' '));
const OFFICES = new Set('hos vp hog dhog fm dfm dm nsa party spk sg amb lead opp fin trade int min'.split(' '));
const CONFIDENCES = new Set(['A', 'A-', 'B', 'C']);
/** Offices that several people hold at once. */
const SHARED = new Set(['dhog', 'vp', 'dfm', 'amb']);
const DOUBLE = /acting|interim|suspended|caretaker|rival|second minister|deposed|junta/;

/** All complaints about a set of tables; empty when they are sound. */
export function checkTables(tables: Tables): Complaint[] {
  const out: Complaint[] = [];
  const rows = (name: TableName): readonly Row[] => tables[name] ?? [];
  const say = (table: TableName, line: string, problem: string, level: Complaint['level'] = 'error'): void => {
    out.push({ table, line, level, problem });
  };
  const countries = new Set(rows('countries').map((row) => row.iso3 ?? ''));
  const bodies = new Set([...rows('groups'), ...rows('organisations')].map((row) => row.id ?? ''));

  for (const name of Object.keys(tables) as TableName[]) {
    for (const row of rows(name)) {
      const line = Object.values(row).slice(0, 4).join(' ').trim();
      if (!row.source) say(name, line, 'has no source');
      if (row.sector && !SECTORS.includes(row.sector as Sector)) say(name, line, `unknown sector ${row.sector}`);
      if (row.code && !CODES.has(row.code) && !countries.has(row.code)) say(name, line, `unknown code ${row.code}`);
      if (row.confidence && !CONFIDENCES.has(row.confidence)) say(name, line, `unknown confidence ${row.confidence}`);
      if (name !== 'titles' && row.office && !OFFICES.has(row.office)) say(name, line, `unknown office ${row.office}`);
      for (const cell of ['from', 'to', 'date']) {
        const value = row[cell];
        if (value && !isDate(value)) say(name, line, `${cell} "${value}" is no date`);
      }
      if (row.from && row.to && isDate(row.from) && isDate(row.to) && firstDay(row.from) > lastDay(row.to)) {
        say(name, line, 'ends before it begins');
      }
      if (name !== 'naming' && row.country && !countries.has(row.country))
        say(name, line, `unknown country ${row.country}`);
      if (row.who && name !== 'titles' && !countries.has(row.who) && !bodies.has(row.who))
        say(name, line, `unknown country or body ${row.who}`);
      for (const country of list(row.countries))
        if (!countries.has(country)) say(name, line, `unknown country ${country}`);
      if (row.group && !bodies.has(row.group)) say(name, line, `unknown group ${row.group}`);
    }
  }

  unique(rows('countries'), 'iso3', (line) => say('countries', line, 'stands twice'));
  for (const name of ['groups', 'organisations', 'outlets'] as const)
    unique(rows(name), 'id', (line) => say(name, line, 'stands twice'));
  const ids = new Map<string, TableName>();
  for (const name of ['groups', 'organisations', 'outlets'] as const) {
    for (const row of rows(name)) {
      const other = ids.get(row.id ?? '');
      if (other !== undefined && other !== name) say(name, row.id ?? '', `has the id of a line in ${other}`);
      ids.set(row.id ?? '', name);
    }
  }
  const people = new Map<string, string>();
  for (const row of rows('people')) {
    const id = slug(row.name ?? '');
    if (people.has(id)) say('people', row.name ?? '', 'stands twice');
    people.set(id, row.name ?? '');
  }
  for (const row of rows('gazetteer')) {
    const lat = Number(row.lat);
    const lon = Number(row.lon);
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180) || row.lat === '' || row.lon === '')
      say('gazetteer', row.name ?? '', 'lies nowhere');
  }
  checkTerms(rows('offices'), rows('coverage'), say);
  checkCoverage(rows('coverage'), rows('offices'), say);
  checkRelations(rows('relations'), rows('ladders'), say);
  return out;
}

type Say = (table: TableName, line: string, problem: string, level?: Complaint['level']) => void;

function unique(rows: readonly Row[], column: string, say: (line: string) => void): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const value = row[column] ?? '';
    if (seen.has(value)) say(value);
    seen.add(value);
  }
}

function checkTerms(rows: readonly Row[], coverage: readonly Row[], say: Say): void {
  const lists = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.kind !== 'seen' && !row.from) say('offices', `${row.who} ${row.office} ${row.person}`, 'has no beginning');
    if (row.kind === 'seen' || !row.from || /rival|second minister/.test(row.flags ?? '')) continue;
    const key = `${row.who} ${row.office}`;
    lists.set(key, [...(lists.get(key) ?? []), row]);
  }
  for (const [key, list] of lists) {
    if (SHARED.has(key.split(' ')[1] ?? '')) continue;
    const sorted = [...list].sort((a, b) => (firstDay(a.from ?? '') < firstDay(b.from ?? '') ? -1 : 1));
    let latest = '';
    for (let i = 0; i + 1 < sorted.length; i++) {
      const a = sorted[i] as Row;
      const b = sorted[i + 1] as Row;
      const names = `${key}: ${a.person}, ${b.person}`;
      const end = a.to ? lastDay(a.to) : '9999-12-31';
      if (end > latest) latest = end;
      // A month or year shared by both is read in the kindest way.
      const overlap = daysBetween(lastDay(b.from ?? ''), a.to ? firstDay(a.to) : '9999-12-31');
      if (overlap > OVERLAP_DAYS && !DOUBLE.test(`${a.flags} ${b.flags}`))
        say('offices', names, `overlap by ${a.to ? `${overlap} days` : 'an open end'}`);
      const gap = daysBetween(latest, firstDay(b.from ?? ''));
      // Only a list declared complete for the day may not have a hole there.
      const complete = coverage.some(
        (window) =>
          key === `${window.who} ${window.office}` &&
          (window.from ?? '') <= latest &&
          firstDay(b.from ?? '') <= (window.to ?? ''),
      );
      if (complete && gap > GAP_DAYS && !/after-vacancy/.test(b.flags ?? ''))
        say('offices', names, `leave a gap of ${gap} days`);
    }
  }
}

function checkCoverage(rows: readonly Row[], offices: readonly Row[], say: Say): void {
  for (const row of rows) {
    const line = `${row.who} ${row.office} ${row.from}`;
    const own = offices.filter((term) => term.who === row.who && term.office === row.office && term.kind !== 'seen');
    if (!row.from || !row.to) say('coverage', line, 'must have both ends');
    else if (!own.some((term) => firstDay(term.from ?? '9999') <= (row.from ?? '')))
      say('coverage', line, 'begins before the first listed holder');
    const last = own
      .map((term) => (term.to ? lastDay(term.to) : '9999-12-31'))
      .sort()
      .at(-1);
    if (last !== undefined && row.to && last < row.to) say('coverage', line, 'ends after the last listed holder');
  }
}

function checkRelations(rows: readonly Row[], ladders: readonly Row[], say: Say): void {
  const rungs = new Map(ladders.map((row) => [`${row.ladder} ${row.level}`, row.rank ?? '']));
  const last = new Map<string, Row>();
  const dated = rows
    .filter((row) => row.date)
    .sort((a, b) => (firstDay(a.date ?? '') < firstDay(b.date ?? '') ? -1 : 1));
  for (const row of rows) {
    if (!rungs.has(`${row.ladder} ${row.level}`))
      say('relations', `${row.a} ${row.b}`, `unknown level ${row.ladder} ${row.level}`);
  }
  for (const row of dated) {
    const key = `${row.ladder} ${row.a} ${row.b}`;
    const before = last.get(key);
    const rank = Number(rungs.get(`${row.ladder} ${row.level}`) || 0);
    const earlier = before === undefined ? 0 : Number(rungs.get(`${before.ladder} ${before.level}`) || 0);
    if (rank > 0 && earlier > rank && row.event !== 'ended')
      say('relations', `${key} ${row.date}`, 'goes down the ladder');
    if (
      before !== undefined &&
      before.date === row.date &&
      foldName(before.level ?? '') === foldName(row.level ?? '')
    ) {
      say('relations', `${key} ${row.date}`, 'stands twice');
    }
    last.set(key, row);
  }
}
