-- Facts: what claims of many documents say together. Views, kept: a block of claims that changed is computed again before facts are asked for.

alter table events add column block text not null default '';
create index events_block on events (block);

create table stale_blocks (
  block text primary key
);

create table facts (
  id text primary key,
  block text not null,
  story text not null,
  state text not null,
  -- The first day of the best-dated claim, else the earliest publication; '-infinity' when neither is known.
  day date not null,
  first_day date,
  last_day date,
  documents int not null,
  publishers int not null,
  origins_min int not null,
  origins_max int not null,
  registers int not null,
  disagreements int not null,
  held boolean not null,
  body json not null
);
create index facts_block on facts (block);
create index facts_day on facts (day desc nulls last, id desc);

create table fact_claims (
  claim text primary key,
  fact text not null
);
create index fact_claims_fact on fact_claims (fact);

create table fact_parties (
  key text not null,
  day date not null,
  fact text not null
);
create index fact_parties_key on fact_parties (key, day desc nulls last, fact desc);
create index fact_parties_fact on fact_parties (fact);

create table fact_dyads (
  a text not null,
  b text not null,
  day date not null,
  fact text not null
);
create index fact_dyads_pair on fact_dyads (a, b, day desc nulls last, fact desc);
create index fact_dyads_fact on fact_dyads (fact);

alter table registers add column coverage json;
alter table register_entries add column host text;
