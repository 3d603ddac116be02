/** Who copied whom, kept up to date as documents come in: kin of the new ones, then the origins of everything they touch. */

import type { Credit, Flag } from '../core/index.ts';
import { Boilerplate, CopyIndex, kinship, type Side, wordsOf } from '../record/copies/index.ts';
import { type LineageMember, lineageOf } from '../record/lineage.ts';
import { type Descent, findOrigins, type KinEdge } from '../record/origins.ts';
import type { Derivation } from '../record/record.ts';
import { insertRows, type Session } from './engine.ts';
import { markStale } from './project.ts';
import type { DocumentDescent } from './record-api.ts';

export interface Genealogist {
  /** Finds the kin of documents just entered, and enters the origins of all documents they are related to. */
  entered(session: Session, ids: readonly string[]): Promise<void>;
  /** Forgets everything: the database was emptied. */
  forget(): void;
}

interface TextRow {
  readonly id: string;
  readonly text: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly spun: boolean;
}

const SPUN = `exists (select 1 from json_array_elements(reading->'flags') f where f->>'code' = 'spun')`;
const PAGE = 500;

/**
 * The keys of all texts are held in memory (some 2 KB a document) and made when the first document comes in: 17,000 documents a
 * second, plus what the database takes to hand them out.
 */
export function createGenealogist(): Genealogist {
  let index: CopyIndex | null = null;
  let furniture = new Boilerplate();

  async function load(session: Session, without: ReadonlySet<string>): Promise<CopyIndex> {
    const made = new CopyIndex(() => null);
    let after = '';
    for (;;) {
      const rows = await session.query<{ id: string; text: string; publisher: string | null }>(
        `select id, text, publisher from documents where id > $1 order by id limit ${PAGE}`,
        [after],
      );
      for (const { id, text, publisher } of rows) {
        if (without.has(id)) continue;
        furniture.learn(publisher, text);
        made.candidates(id, furniture.without(publisher, text, wordsOf(text)));
      }
      const last = rows.at(-1);
      if (last === undefined) return made;
      after = last.id;
    }
  }

  async function entered(session: Session, ids: readonly string[]): Promise<void> {
    index ??= await load(session, new Set(ids));
    const known = new Map((await readTexts(session, ids)).map((row) => [row.id, row]));
    // A changed document may no longer be kin of those it was.
    const former = await session.query<{ other: string }>(
      'delete from kin where document = any($1::text[]) returning other',
      [ids],
    );
    const others = former.map(({ other }) => other);
    if (others.length > 0) {
      await session.query('delete from kin where document = any($1::text[]) and other = any($2::text[])', [
        others,
        ids,
      ]);
    }
    const pairs: (readonly [string, string])[] = [];
    for (const id of ids) {
      const row = known.get(id);
      if (row === undefined) continue;
      furniture.learn(row.publisher, row.text);
      const words = furniture.without(row.publisher, row.text, wordsOf(row.text));
      for (const other of new Set(index.candidates(id, words))) if (other !== id) pairs.push([id, other]);
    }
    const missing = [...new Set(pairs.map(([, other]) => other))].filter((other) => !known.has(other));
    for (const row of await readTexts(session, missing)) known.set(row.id, row);
    await insertRows(
      session,
      'kin',
      pairs.flatMap(([id, other]) => kinRows(known.get(id), known.get(other), furniture)),
    );
    await enterOrigins(session, [...new Set([...ids, ...others])]);
  }

  return {
    entered,
    forget() {
      index = null;
      furniture = new Boilerplate();
    },
  };
}

/** A document's place among its copies. */
export async function findDescent(session: Session, id: string): Promise<DocumentDescent | null> {
  const [row] = await session.query<{ origin: string | null; source: string | null }>(
    'select o.origin, o.source from documents d left join origins o on o.document = d.id where d.id = $1',
    [id],
  );
  if (row === undefined) return null;
  const [derivation] = await session.query<Derivation>(
    'select document, source as "from", relation, status, why from derivations where document = $1',
    [id],
  );
  const kin = await session.query<DocumentDescent['kin'][number]>(
    'select other as document, relation, aligned as words, why from kin where document = $1 order by aligned desc, other',
    [id],
  );
  const origin = row.origin ?? id;
  const members = await session.query<LineageMember>(
    `select d.id as document, d.title, d.publisher, d.published, d.grade, ${SPUN} as spun,
       v.source as "from", v.relation, v.status, v.why
     from origins o join documents d on d.id = o.document left join derivations v on v.document = o.document
     where o.origin = $1 order by d.id`,
    [origin],
  );
  return {
    origin,
    source: row.source,
    derivation: derivation ?? null,
    kin,
    family: members.map(({ document }) => document).filter((document) => document !== id),
    lineage: lineageOf(members, id, row.source === null ? null : await namedBy(session, origin, row.source)),
  };
}

/** How an origin's own source is known: by its credit. */
async function namedBy(
  session: Session,
  origin: string,
  name: string,
): Promise<{ readonly name: string; readonly status: Derivation['status'] }> {
  const [row] = await session.query<{ credits: string | null }>(
    `select (reading->'credits')::text as credits from documents where id = $1`,
    [origin],
  );
  const credits = JSON.parse(row?.credits ?? '[]') as Credit[];
  return { name, status: credits.find((credit) => credit.name === name)?.status ?? 'suspected' };
}

async function readTexts(session: Session, ids: readonly string[]): Promise<TextRow[]> {
  if (ids.length === 0) return [];
  return await session.query<TextRow>(
    `select id, text, publisher, url, ${SPUN} as spun from documents where id = any($1::text[])`,
    [ids],
  );
}

function kinRows(row: TextRow | undefined, other: TextRow | undefined, furniture: Boilerplate): object[] {
  if (row === undefined || other === undefined) return [];
  const found = kinship(sideOf(row, furniture), sideOf(other, furniture));
  if (found === null) return [];
  const { relation, why, alignment } = found;
  const edge = { relation, aligned: alignment.aligned, why };
  return [
    { document: row.id, other: other.id, ...edge },
    { document: other.id, other: row.id, ...edge },
  ];
}

const sideOf = ({ text, publisher, url, spun }: TextRow, furniture: Boilerplate): Side => ({
  words: furniture.without(publisher, text, wordsOf(text)),
  publisher,
  url,
  spun,
});

/** Origins of the documents and of all they descend from or gave rise to; nothing else can have changed. */
async function enterOrigins(session: Session, ids: readonly string[]): Promise<void> {
  const family = await session.query<{ id: string }>(
    `with recursive family (id) as (
       select unnest($1::text[])
       union
       select k.other from kin k join family f on k.document = f.id where k.relation <> 'quotes'
     ) select id from family order by id`,
    [ids],
  );
  const all = family.map(({ id }) => id);
  const documents = await session.query<{
    id: string;
    publisher: string | null;
    published: string | null;
    credits: string | null;
    flags: string | null;
    text: string;
  }>(
    `select id, publisher, published, (reading->'credits')::text as credits, (reading->'flags')::text as flags, text
     from documents where id = any($1::text[]) order by id`,
    [all],
  );
  const edges = await session.query<KinEdge>(
    `select document as left, other as right, relation, aligned, why from kin
     where document = any($1::text[]) and document < other order by document, other`,
    [all],
  );
  const descents = documents.map(
    ({ credits, flags, text, ...row }): Descent => ({
      ...row,
      credits: JSON.parse(credits ?? '[]') as Credit[],
      spun: (JSON.parse(flags ?? '[]') as Flag[]).some(({ code }) => code === 'spun'),
      words: wordsOf(text).count,
    }),
  );
  const { originOf, derivations, named } = findOrigins(descents, edges);
  const before = await session.query<{ document: string; origin: string; source: string | null }>(
    'delete from origins where document = any($1::text[]) returning document, origin, source',
    [all],
  );
  // Facts count origins: where those changed, they are to be computed again.
  const changed = before.filter(({ document, origin, source }) => {
    const root = originOf.get(document);
    return root !== origin || (named.get(origin) ?? null) !== source;
  });
  await markStale(
    session,
    'document',
    changed.map(({ document }) => document),
  );
  await session.query('delete from derivations where document = any($1::text[])', [all]);
  await insertRows(
    session,
    'origins',
    descents.map(({ id }) => {
      const origin = originOf.get(id) ?? id;
      const derivation = derivations.get(id);
      return {
        document: id,
        origin,
        copy_of: derivation?.from ?? null,
        relation: derivation?.relation ?? null,
        source: named.get(origin) ?? null,
      };
    }),
  );
  await insertRows(
    session,
    'derivations',
    [...derivations.values()].map(({ document, from, relation, status, why }) => ({
      document,
      source: from,
      relation,
      status,
      why,
    })),
  );
}
