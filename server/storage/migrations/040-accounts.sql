-- Accounts: levels, contacts, devices, and the proofs that a phone or e-mail answers. Everything of one person is on one shard.
create table account (
  subject_id uuid primary key,
  personal_number char(12) not null,
  level smallint not null check (level in (1, 2)),
  state text not null check (state in ('issued', 'active', 'locked', 'closed')),
  language text not null check (language in ('vi', 'en')),
  issued_at timestamptz not null,
  activate_by timestamptz not null,
  activated_at timestamptz
);

create table contact (
  subject_id uuid not null,
  kind text not null check (kind in ('phone', 'email')),
  sealed_value bytea not null,
  -- null: declared, and not yet shown to be hers by a code
  verified_at timestamptz,
  primary key (subject_id, kind)
);

create table device (
  subject_id uuid not null,
  id uuid not null,
  name text not null,
  public_key jsonb not null,
  passcode_verifier bytea not null,
  passcode_failures int not null default 0,
  passcode_locked_until timestamptz,
  bound_at timestamptz not null,
  last_seen_at timestamptz not null,
  removed_at timestamptz,
  primary key (subject_id, id)
);

-- One proof that a phone or e-mail answers. It belongs to an application, a journey or a sign-in (`owner_id`), which need not belong to
-- anybody yet. The code is sealed by the house and read once, to write the letter.
create table contact_proof (
  owner_id uuid not null,
  id uuid not null,
  channel text not null check (channel in ('sms', 'email')),
  sealed_to bytea not null,
  sealed_code bytea,
  code_digest bytea not null,
  is_sent_out boolean not null,
  letter_state text not null default 'queued',
  tries_left int not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  proven_at timestamptz,
  primary key (owner_id, id)
);
create index contact_proof_age on contact_proof (expires_at);
