-- What stands across documents: where they come from, what people decided, what official registers list.

create table derivations (
  document text not null,
  source text,
  relation text not null,
  status text not null,
  why text not null
);
create index derivations_document on derivations (document);
create index derivations_source on derivations (source);

-- The root of each document's derivations, once known; a document without a row is its own origin.
create table origins (
  document text primary key,
  origin text not null,
  copy_of text,
  relation text
);
create index origins_origin on origins (origin);

create table decisions (
  id text primary key,
  kind text not null,
  by_whom text not null,
  about json not null,
  why text not null,
  body json not null,
  at text not null
);
create index decisions_kind on decisions (kind, at);

create table registers (
  id text primary key,
  name text not null,
  kind text not null,
  entries int not null
);

create table register_entries (
  register text not null,
  id text not null,
  person text not null,
  role text,
  country text,
  place text,
  first_day date,
  last_day date,
  text text not null,
  source text,
  primary key (register, id)
);
create index register_entries_person on register_entries (person, first_day);
create index register_entries_country on register_entries (country, first_day);
