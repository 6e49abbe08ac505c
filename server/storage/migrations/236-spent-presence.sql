-- Presence that a deed has taken, each by its keyed digest, for as long as it would otherwise be good: none is taken twice.
create table spent_presence (
  digest bytea primary key,
  ends_at timestamptz not null
);
create index spent_presence_end on spent_presence (ends_at);
