-- Documents that share their words, each pair in both directions, and what a root names as its own source.

create table kin (
  document text not null,
  other text not null,
  relation text not null,
  aligned int not null,
  why text not null,
  primary key (document, other)
);

alter table origins add column source text;
