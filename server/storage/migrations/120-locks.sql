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

-- Requests that somebody must decide: form TK03 of a competent body, and the holder's own request to unlock.
create table lock_request (
  subject_id uuid not null,
  id uuid not null,
  reference text not null,
  office_id uuid not null,
  kind text not null check (kind in ('body-lock', 'body-unlock', 'holder-unlock')),
  state text not null check (state in ('received', 'forwarded', 'granted', 'refused')),
  personal_number char(12) not null,
  -- Authority, document, reason, who checked what of the identity script: sealed under the person's key.
  sealed_content bytea not null,
  authority text not null default '',
  received_by text not null,
  received_by_key text not null,
  received_at timestamptz not null,
  forwarded_at timestamptz,
  due_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  reason text,
  primary key (subject_id, id)
);
create table lock_request_reference (
  reference text primary key,
  subject_id uuid not null,
  request_id uuid not null,
  office_id uuid not null
);
create table lock_queue (
  office_id uuid not null,
  stage text not null check (stage in ('receive', 'decide')),
  due_at timestamptz not null,
  reference text not null,
  subject_id uuid not null,
  request_id uuid not null,
  primary key (office_id, stage, due_at, reference)
);

-- When the register is next asked whether the card and the life of a holder still stand.
create table lock_watch (
  subject_id uuid primary key,
  next_look_at timestamptz not null
);
create index lock_watch_due on lock_watch (next_look_at);

-- The moment of the last lock: whatever was opened or issued before it is dead, also after the account is unlocked.
alter table account add column locked_at timestamptz;
