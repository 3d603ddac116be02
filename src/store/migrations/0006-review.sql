-- What people said of claims. `body` stays as it was read; `corrected` is what counts instead. Rejected claims are kept and no longer counted.

alter table events add column review json;
alter table events add column corrected json;
alter table events add column rejected boolean not null default false;

alter table statements add column review json;
alter table statements add column corrected json;
alter table statements add column rejected boolean not null default false;

alter table figures add column review json;
alter table figures add column corrected json;
alter table figures add column rejected boolean not null default false;

alter table relations add column review json;
alter table relations add column corrected json;
alter table relations add column rejected boolean not null default false;
