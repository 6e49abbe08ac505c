-- Locks: why an account may not be used, who set that and who lifted it; lock codes; requests that are decided by a second person (form TK03).

-- One row for each ground that stands or stood. It is never deleted: what stood is the history. An account is locked while any row has no lifted_at.
create table account_lock (
  subject_id uuid not null,
  id uuid not null,
  ground text not null,
  -- A keyed digest of the body that asked; empty for every other ground. Two bodies are two grounds.
  body_key text not null default '',
  set_by text not null,
  set_at timestamptz not null,
  -- Sealed for the person: office, officer's number, case, body and its paper.
  sealed_set bytea not null,
  lifted_by text,
  lifted_at timestamptz,
  sealed_lifted bytea,
  -- She said that this was not her.
  disputed_at timestamptz,
  primary key (subject_id, id)
);
create unique index account_lock_standing on account_lock (subject_id, ground, body_key) where lifted_at is null;

-- What a person has on paper to lock her account without her phone. Only a keyed digest is kept, and it works once.
create table lock_code (
  subject_id uuid primary key,
  code_digest bytea not null,
  made_at timestamptz not null,
  used_at timestamptz
);

-- A request that a second person decides: a competent body's TK03, a breach of the agreement, or the unlocking that the holder asks for in person.
create table lock_case (
  subject_id uuid not null,
  id uuid not null,
  reference text not null,
  kind text not null check (kind in ('body-lock', 'body-unlock', 'breach-lock', 'breach-unlock', 'holder-unlock')),
  state text not null check (state in ('received', 'forwarded', 'accepted', 'refused')),
  office_id uuid not null,
  -- Hex of the keyed digest of the number of the person it is about; hex digests of the persons who acted.
  about_key text not null,
  taken_by text[] not null,
  sealed_content bytea not null,
  received_at timestamptz not null,
  forwarded_at timestamptz,
  due_at timestamptz not null,
  decided_at timestamptz,
  refusal text,
  primary key (subject_id, id)
);
-- By id: whose case it is, and at which office it lies.
create table lock_case_name (
  id uuid primary key,
  subject_id uuid not null,
  office_id uuid not null
);
-- What waits at an office.
create table lock_case_queue (
  office_id uuid not null,
  due_at timestamptz not null,
  case_id uuid not null,
  subject_id uuid not null,
  state text not null,
  primary key (office_id, due_at, case_id)
);

-- How far the daily walk over all accounts has come, and from when it is.
create table lock_walk (
  name text primary key,
  began_at timestamptz not null,
  after_subject uuid,
  done_at timestamptz
);

-- The moment of the last lock: whatever was opened or issued before it is dead, also after the account is unlocked.
alter table account add column locked_at timestamptz;
