-- Challenges that a device's key has answered, each by its keyed digest, for as long as it would otherwise be good: none is taken twice.
create table spent_challenge (
  digest bytea primary key,
  ends_at timestamptz not null
);
create index spent_challenge_end on spent_challenge (ends_at);
