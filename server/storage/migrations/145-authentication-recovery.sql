-- A lost or new phone. A recovery is found by the opaque id of its browser's session; which one counts for a person stands on her own row.
-- For a number without an account the same rows are written, with no subject.
create table recovery (
  id uuid primary key,
  rung text not null check (rung in ('chip', 'face', 'relative', 'voucher')),
  subject_id uuid,
  -- what was typed, sealed by the house: the number, and where the code goes
  sealed_typed bytea not null,
  proof_id uuid,
  challenge bytea,
  proven text[] not null default '{}',
  portrait_tries int not null default 0,
  sealed_match bytea,
  asked_relatives int not null default 0,
  language text not null check (language in ('vi', 'en')),
  begun_at timestamptz not null,
  wait_until timestamptz,
  ends_at timestamptz not null,
  ended_as text check (ended_as in ('done', 'cancelled', 'disputed', 'superseded', 'failed'))
);
create index recovery_age on recovery (ends_at);

-- The one recovery of a person that counts, with the code that ends it ("this was not me").
create table recovery_current (
  subject_id uuid primary key,
  recovery_id uuid not null,
  rung text not null,
  begun_at timestamptz not null,
  wait_until timestamptz,
  ends_at timestamptz not null,
  holds_still boolean not null default false,
  sealed_stop_code bytea not null,
  stop_code_digest bytea not null,
  remind_at timestamptz,
  ended_at timestamptz,
  -- "this was not me": until the lock that it set is lifted, only a counter helps
  disputed_at timestamptz
);
create index recovery_current_remind on recovery_current (remind_at) where remind_at is not null;
create index recovery_current_age on recovery_current (ends_at);

-- What a trusted relative is asked, on the relative's own side.
create table recovery_ask (
  subject_id uuid not null,
  id uuid not null,
  recovery_id uuid not null,
  for_subject uuid not null,
  sealed_name bytea not null,
  match_digest bytea not null,
  tries_left int not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'denied', 'spent')),
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (subject_id, id)
);
create index recovery_ask_age on recovery_ask (ends_at);

-- A case at a counter that ends in a voucher, on the person's side; and its name at the office.
create table recovery_case (
  subject_id uuid not null,
  id uuid not null,
  office_id uuid not null,
  about_key text not null,
  reference text not null,
  state text not null check (state in ('open', 'waiting-second', 'confirmed', 'issued', 'refused', 'discarded')),
  sealed_content bytea not null,
  taken_by text[] not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (subject_id, id)
);
create table recovery_case_name (
  id uuid primary key,
  office_id uuid not null,
  subject_id uuid not null,
  is_waiting boolean not null default false,
  opened_at timestamptz not null
);
create index recovery_case_name_office on recovery_case_name (office_id, is_waiting, opened_at);

-- A voucher is known by the digest of its code and used once.
create table recovery_voucher (
  code_digest bytea primary key,
  subject_id uuid not null,
  case_id uuid not null,
  issued_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz
);
create index recovery_voucher_age on recovery_voucher (ends_at);
