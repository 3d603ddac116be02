/**
 * The registers of the US Department of State's Office of the Historian (CC0): travels abroad of presidents and secretaries of state,
 * and visits by foreign leaders. `<trips><trip>…` and `<visits><visit>…`.
 */

import { Parser } from 'htmlparser2';
import { ChanceryError } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { RegisterEntry } from './entry.ts';

const SOURCE = 'Office of the Historian, US Department of State (CC0)';

/** Names of the register that no country table has. */
const OLD_COUNTRIES: Readonly<Record<string, string>> = {
  'vatican city': 'VAT',
  'people’s republic of china': 'CHN',
  'china, people’s republic of': 'CHN',
  'republic of korea': 'KOR',
  'korea, south': 'KOR',
  'west bank': 'PSE',
  'palestinian authority': 'PSE',
  'occupied territories': 'PSE',
};

/**
 * Reads one file of either register. Trips and visits entered twice (same person, country, days) are one entry.
 *
 * Throws ChanceryError `bad-data` when the file holds neither trips nor visits.
 */
export function readHistoryAtState(xml: string, knowledge: Knowledge): RegisterEntry[] {
  const records = recordsOf(xml);
  if (records.length === 0) throw new ChanceryError('bad-data', 'no <trip> or <visit> in the file');
  const seen = new Map<string, RegisterEntry>();
  for (const record of records) {
    const entry = record.kind === 'trip' ? tripEntry(record, knowledge) : visitEntry(record, knowledge);
    if (entry === null) continue;
    const key = [entry.person, entry.host, entry.country, entry.from, entry.to, entry.place].join('|');
    const twin = seen.get(key);
    if (!twin || entry.text.length > twin.text.length) seen.set(key, twin ? { ...entry, id: twin.id } : entry);
  }
  return [...seen.values()];
}

interface Item {
  readonly kind: 'trip' | 'visit';
  readonly fields: ReadonlyMap<string, string>;
}

function recordsOf(xml: string): Item[] {
  const records: Item[] = [];
  let fields: Map<string, string> | null = null;
  let field: string | null = null;
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'trip' || name === 'visit') fields = new Map();
        else if (fields !== null) field = name;
      },
      ontext(text) {
        if (fields !== null && field !== null) fields.set(field, (fields.get(field) ?? '') + text);
      },
      onclosetag(name) {
        if ((name === 'trip' || name === 'visit') && fields !== null) {
          records.push({ kind: name, fields });
          fields = null;
        }
        field = null;
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
  return records;
}

function tripEntry({ fields }: Item, knowledge: Knowledge): RegisterEntry | null {
  const get = (name: string): string => (fields.get(name) ?? '').replace(/\s+/g, ' ').trim();
  const role = get('role');
  if (get('id') === '' || get('name') === '' || !isDay(get('start-date'))) return null;
  return {
    id: `${role || 'traveller'}-${get('id')}`,
    person: get('name'),
    role: role === 'president' ? 'President' : role === 'secretary' ? 'Secretary of State' : role || null,
    country: 'USA',
    host: countryOf(get('country'), knowledge),
    place: get('locale') || null,
    from: get('start-date'),
    to: isDay(get('end-date')) ? get('end-date') : get('start-date'),
    text: get('remarks'),
    source: SOURCE,
  };
}

function visitEntry({ fields }: Item, knowledge: Knowledge): RegisterEntry | null {
  const get = (name: string): string => (fields.get(name) ?? '').replace(/\s+/g, ' ').trim();
  if (get('id') === '' || get('visitor') === '' || !isDay(get('start-date'))) return null;
  const { title, name } = splitTitle(get('visitor'));
  return {
    id: `visit-${get('id')}`,
    person: name,
    role: title,
    country: countryOf(get('from'), knowledge),
    host: 'USA',
    place: null,
    from: get('start-date'),
    to: isDay(get('end-date')) ? get('end-date') : get('start-date'),
    text: get('description'),
    source: SOURCE,
  };
}

const TITLE =
  /^((?:(?:acting|vice|deputy|first|crown|general|federal|foreign|prime|sheikh|interim|transitional|supreme|grand|state|party|secretary|co-)[\s-]*)*(?:president(?:[\s-]*(?:elect|designate))?|premier|minister|chancellor|king|queen|sultan|emir|amir|prince|princess|duke|pope|chairman|chairperson|governor-general|secretary[\s-]general|counsellor|councillor|emperor|shah|taoiseach|captains? regent|regent|head of state|chief of state|governor general|general secretary|first secretary|lieutenant general|brigadier general|major general|general|colonel)(?:\s+of\s+[A-Z][\w ]*?(?=\s+[A-Z]))?)\s+(.+)$/i;

/** "Prime Minister Lee Hsien Loong" into title and name; the whole is the name when no title leads it. */
export function splitTitle(visitor: string): { readonly title: string | null; readonly name: string } {
  const found = TITLE.exec(visitor);
  return found === null ? { title: null, name: visitor } : { title: found[1] as string, name: found[2] as string };
}

function countryOf(name: string, knowledge: Knowledge): string | null {
  const old = OLD_COUNTRIES[name.toLowerCase()];
  return old ?? knowledge.country(name)?.iso3 ?? null;
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);
