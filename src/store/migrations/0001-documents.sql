-- Documents and their findings, as projected from the archive. Runs on PGlite and PostgreSQL 15 and later.
-- Days without a date are '-infinity': they sort last in descending order and compare like any other.
-- Bodies are json, not jsonb: they come back byte for byte, keys in the order of the Reading format.

create table record_info (
  key text primary key,
  value text not null
);

-- One row for every page record of the archive: where it stands, and whether it is projected.
create table pages (
  version text primary key,
  id text not null,
  hash text not null,
  kind text not null,
  url text,
  given json not null,
  charset text not null,
  truncated boolean not null,
  acquired text not null,
  segment int not null,
  position bigint not null,
  line int not null,
  -- The bytes stand in this record; else an earlier one with the same hash has them.
  has_bytes boolean not null,
  projected boolean not null default false
);
create index pages_id on pages (id);
create index pages_hash on pages (hash) where has_bytes;
create index pages_waiting on pages (segment, position, line) where not projected;

create table documents (
  id text primary key,
  version text not null,
  hash text not null,
  url text,
  title text,
  publisher text,
  published text,
  day date not null,
  first_seen text not null,
  grade text not null,
  language text,
  text text not null,
  -- The names the text mentions, for search without stemming.
  names text not null,
  events int not null,
  statements int not null,
  figures int not null,
  relations int not null,
  -- The reading without its text and without the findings that have rows of their own.
  reading json not null,
  -- A tsvector holds a megabyte: of a text longer than a short book the beginning is searched.
  search tsvector generated always as (
    setweight(to_tsvector('english', left(coalesce(title, ''), 2000)), 'A') || to_tsvector('english', left(text, 150000))
  ) stored,
  search_names tsvector generated always as (
    to_tsvector('simple', left(coalesce(title, ''), 2000) || ' ' || left(names, 50000))
  ) stored
);
create index documents_day on documents (day desc nulls last, id desc);
create index documents_publisher on documents (publisher, day desc nulls last, id desc);
create index documents_hash on documents (hash);
-- New entries wait in a list that every search walks; without autovacuum only its limit (in kB) empties it.
create index documents_search on documents using gin (search) with (gin_pending_list_limit = 256);
create index documents_search_names on documents using gin (search_names) with (gin_pending_list_limit = 256);

create table events (
  id text primary key,
  document text not null,
  n int not null,
  type text not null,
  mode text,
  modality text not null,
  first_day date,
  last_day date,
  -- The first day, else the document's; '-infinity' when neither is known.
  day date not null,
  place_country text,
  confidence real not null,
  quote text not null,
  body json not null
);
create index events_document on events (document, n);
create index events_day on events (day desc nulls last, id desc);

-- One row for each key an event's party is known by: a code, an organisation, an entity id.
create table event_parties (
  key text not null,
  day date not null,
  event text not null,
  side text not null
);
create index event_parties_key on event_parties (key, day desc nulls last, event desc);

-- One row for each pair of different parties, a < b: the timeline of a pair is one walk down this index.
create table event_dyads (
  a text not null,
  b text not null,
  day date not null,
  event text not null
);
create index event_dyads_pair on event_dyads (a, b, day desc nulls last, event desc);

create table statements (
  id text primary key,
  document text not null,
  n int not null,
  act text not null,
  speaker text,
  speaker_name text,
  speaker_country text,
  day date not null,
  confidence real not null,
  quote text not null,
  body json not null
);
create index statements_document on statements (document, n);
create index statements_speaker on statements (speaker, day desc nulls last, id desc);
create index statements_country on statements (speaker_country, day desc nulls last, id desc);

create table figures (
  id text primary key,
  document text not null,
  n int not null,
  value double precision not null,
  unit text,
  currency text,
  item text,
  status text not null,
  day date not null,
  quote text not null,
  body json not null
);
create index figures_document on figures (document, n);
create index figures_unit on figures (unit, day desc nulls last, id desc);

create table relations (
  id text primary key,
  document text not null,
  n int not null,
  a text not null,
  b text not null,
  ladder text,
  level text not null,
  change text not null,
  day date not null,
  quote text not null,
  body json not null
);
create index relations_document on relations (document, n);
create index relations_pair on relations (a, b, day desc nulls last, id desc);

create table entities (
  id text primary key,
  kind text not null,
  name text not null,
  country text
);
create index entities_name on entities (lower(name));

create table document_entities (
  entity text not null,
  document text not null,
  mentions int not null,
  primary key (entity, document)
);
create index document_entities_document on document_entities (document);
