-- Somebody who never had an account, whose last case has ended and is kept no longer: looked after from here until her key is destroyed.
-- A table of its own: a release that runs beside forgets every row of `erasure` whose person has no closed account.
create table erasure_without_account (
  subject_id uuid primary key,
  -- Keyed digest of her number: whoever applies in that moment holds this row of `identifier`. Empty for a number that has none.
  number_digest bytea not null,
  -- When her last case ended, as it was known then.
  ended_at timestamptz not null,
  look_at timestamptz not null
);
create index erasure_without_account_look on erasure_without_account (look_at);
