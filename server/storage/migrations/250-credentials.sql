-- Documents on phones: who signs them, where their status stands, to whom and to which device they were issued.

-- The authority of this installation above the signers, by its turn. Its private key is made from the permanent secrets and stands nowhere.
create table credential_authority (
  turn int primary key,
  certificate bytea not null,
  ends_at timestamptz not null
);

-- One signs, the next one is published before its turn, earlier ones until nothing that they signed can be valid.
create table credential_signer (
  turn int primary key,
  key_id text not null unique,
  public_jwk jsonb not null,
  sealed_jwk bytea not null,
  certificate bytea not null,
  signs_from timestamptz not null,
  signs_until timestamptz not null,
  ends_at timestamptz not null
);

-- Several are open at once, each in a slot of its own, so that not all who are issued something wait for one.
create table status_list (
  list_id text primary key,
  -- What may be put on it is valid no longer than this.
  holds_days int not null,
  slot int not null,
  is_open boolean not null,
  closes_at timestamptz not null,
  ends_at timestamptz not null,
  build_at timestamptz not null
);
create unique index status_list_slot on status_list (holds_days, slot) where is_open;
create index status_list_build on status_list (build_at);

-- As it was published last.
create table status_list_token (
  list_id text primary key,
  token text not null,
  issued_at timestamptz not null
);

-- Places that are taken, drawn at random: nothing here says whose. 0 valid, 1 invalid, 2 suspended.
create table status_entry (
  list_id text not null,
  idx int not null,
  status smallint not null default 0,
  primary key (list_id, idx)
);
create index status_entry_not_valid on status_entry (list_id, idx) where status <> 0;

-- What was issued at once, in one form, to one device.
create table credential_batch (
  subject_id uuid not null,
  id uuid not null,
  type text not null,
  format text not null,
  -- Null only for what went to a wallet that is no bound device of hers.
  device_id uuid,
  wallet text not null check (wallet in ('own', 'other')),
  size int not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  -- Keyed digest of what the source said: another one now, and the batch says what is no longer so.
  source_mark bytea not null,
  state text not null check (state in ('valid', 'held', 'revoked')),
  changed_at timestamptz not null,
  notified text,
  primary key (subject_id, id)
);

-- Each by the keyed digest of the phone's key that it is bound to: no key is taken twice.
create table issued_credential (
  subject_id uuid not null,
  key_digest bytea not null,
  batch_id uuid not null,
  list_id text not null,
  idx int not null,
  primary key (subject_id, key_digest)
);
create index issued_credential_batch on issued_credential (subject_id, batch_id);

-- Whose batches the clock looks at: whether the source still says the same, and what has lapsed.
create table credential_watch (
  subject_id uuid primary key,
  look_at timestamptz
);
create index credential_watch_look on credential_watch (look_at, subject_id);

-- A way to fetch what is offered, opened in the app: a code, then a token. Found by keyed digests.
create table credential_offer (
  code_digest bytea primary key,
  subject_id uuid not null,
  device_id uuid not null,
  session_id uuid not null,
  wallet text not null check (wallet in ('own', 'other')),
  configurations text[] not null,
  tx_code_digest bytea,
  tx_failures int not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz,
  token_digest bytea,
  token_ends_at timestamptz
);
create unique index credential_offer_token on credential_offer (token_digest) where token_digest is not null;
create index credential_offer_age on credential_offer (expires_at);

-- Nonces that were used, until none of them could be used again.
create table spent_credential_nonce (
  digest bytea primary key,
  ends_at timestamptz not null
);
create index spent_credential_nonce_age on spent_credential_nonce (ends_at);
