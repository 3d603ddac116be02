/** People of the record: what documents call "person:~…" each for itself, gathered across spellings when somebody asks. */

import { foldedParts, type PersonMention, type PersonVerdicts, resolvePeople } from '../record/entities.ts';
import { limitOf } from './cursor.ts';
import type { Session } from './engine.ts';
import type { FoundPerson, PersonQuery } from './record-api.ts';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly documents: number;
}

// A name part as common as this ("Mohammed") tells nobody apart; the rarer ones of the name then decide.
const MOST_CANDIDATES = 2000;

/** People whose name may be this one, or all; those in most documents first. Nothing is stored: judgments count at once. */
export async function findPeople(session: Session, query: PersonQuery): Promise<FoundPerson[]> {
  const rows = await readCandidates(session, query.name ?? null, query.country ?? null);
  const documents = new Map(rows.map((row) => [row.id, row.documents]));
  const wanted = query.name === undefined ? null : foldedParts(query.name);
  const people = resolvePeople(rows.map(mentionOf), await readVerdicts(session));
  return people
    .filter(({ aliases }) => wanted === null || aliases.some((alias) => holds(foldedParts(alias), wanted)))
    .map(({ id, name, aliases, country, members, why }) => ({
      id,
      name,
      aliases,
      country,
      entities: members.map(({ key }) => ({ id: key, why: why.get(key) ?? null })),
      // A document that has two spellings of a person counts once for each.
      documents: members.reduce((sum, { key }) => sum + (documents.get(key) ?? 0), 0),
    }))
    .sort((a, b) => b.documents - a.documents || (a.id < b.id ? -1 : 1))
    .slice(0, limitOf(query.limit));
}

/** A person no table has: known by a name inside each document. */
export const isLocal = (id: string): boolean => id.startsWith('person:~');

/** All entity ids of the person whom these ids name: their other spellings in other documents. */
export async function aliasesOf(session: Session, ids: readonly string[]): Promise<readonly string[]> {
  const own = ids.filter(isLocal);
  if (own.length === 0) return ids;
  const found = new Set(ids);
  for (const id of own) {
    const rows = await readCandidates(session, id.slice('person:~'.length).replaceAll('-', ' '), null);
    const people = resolvePeople(rows.map(mentionOf), await readVerdicts(session));
    const person = people.find(({ members }) => members.some(({ key }) => key === id));
    for (const { key } of person?.members ?? []) found.add(key);
  }
  return [...found].sort();
}

const mentionOf = ({ id, name, country }: PersonRow): PersonMention => ({
  key: id,
  document: id,
  name,
  entity: id,
  country,
  role: null,
});

/** Entity ids are folded names, so that parts of a name find all spellings that share one. */
async function readCandidates(session: Session, name: string | null, country: string | null): Promise<PersonRow[]> {
  const parts = name === null ? [] : foldedParts(name).filter((part) => part.length > 2);
  if (name !== null && parts.length === 0) return [];
  return await session.query<PersonRow>(
    `select e.id, e.name, e.country, (select count(*)::int from document_entities m where m.entity = e.id) as documents
     from entities e
     where e.kind = 'person' and ($1::text is null or e.country = $1) and
       (cardinality($2::text[]) = 0 or exists (select 1 from unnest($2::text[]) as w(part) where position(w.part in e.id) > 0))
     order by e.id limit ${MOST_CANDIDATES}`,
    [country, parts],
  );
}

const holds = (parts: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((part) => parts.some((own) => own === part || (part.length > 3 && own.startsWith(part))));

/** Judgments about two entities; the latest about a pair counts. */
async function readVerdicts(session: Session): Promise<PersonVerdicts | undefined> {
  const rows = await session.query<{ about: string; verdict: string | null }>(
    `select about::text as about, body->>'verdict' as verdict from decisions where kind = 'judgment' order by at, id`,
  );
  const pairs = new Map<string, string | null>();
  for (const { about, verdict } of rows) {
    const ids = JSON.parse(about) as string[];
    if (ids.length === 2 && ids.every((id) => id.startsWith('person:'))) pairs.set([...ids].sort().join(' '), verdict);
  }
  if (pairs.size === 0) return undefined;
  const verdictOn = (a: string, b: string): string | null => pairs.get([a, b].sort().join(' ')) ?? null;
  return { same: (a, b) => verdictOn(a, b) === 'same', different: (a, b) => verdictOn(a, b) === 'different' };
}
