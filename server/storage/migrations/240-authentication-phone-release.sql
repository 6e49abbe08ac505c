-- A phone number that changed hands. What an officer had a code sent for: whoever has the number types the code herself, with the
-- reference that she was told.
create table phone_claim (
  reference text primary key,
  id uuid not null,
  -- for whom it was asked, at the counter or by the hotline
  asked_for uuid not null,
  proof_id uuid not null,
  -- as in identifier
  phone_digest bytea not null,
  office text not null,
  officer_number text not null,
  asked_at timestamptz not null
);
create index phone_claim_age on phone_claim (asked_at);

-- The time in which the account that holds the number can keep it. One row a person; a later one takes its place.
create table phone_release (
  subject_id uuid primary key,
  phone_digest bytea not null,
  office text not null,
  officer_number text not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  -- when the job looks; null once it has ended
  look_at timestamptz,
  sealed_stop_code bytea,
  stop_code_digest bytea not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('freed', 'kept', 'stays', 'moved'))
);
create index phone_release_look on phone_release (look_at) where look_at is not null;
