-- The OpenID provider: clients, signing keys, remembered consent, its protocol records. Records are found by a keyed digest of their id and
-- are sealed by the house: whoever steals these tables holds no usable token.

-- What lives for a minute or a sign-in: pushed requests, interactions, codes. Unlogged: after a crash the person begins again.
create unlogged table oidc_passing (
  key bytea primary key,
  model text not null,
  grant_id text,
  session_uid text,
  payload bytea not null,
  consumed_at timestamptz,
  expires_at timestamptz not null
);
create index oidc_passing_age on oidc_passing (expires_at);
create index oidc_passing_grant on oidc_passing (grant_id) where grant_id is not null;

-- What was acknowledged to a party, and what must stay refused: sessions, grants, tokens, used `jti`s.
create table oidc_record (
  key bytea primary key,
  model text not null,
  grant_id text,
  session_uid text,
  payload bytea not null,
  consumed_at timestamptz,
  expires_at timestamptz not null
);
create index oidc_record_age on oidc_record (expires_at);
create index oidc_record_grant on oidc_record (grant_id) where grant_id is not null;
create index oidc_record_session on oidc_record (session_uid) where model = 'Session';

-- A small list (reference table).
create table oidc_client (
  id text primary key,
  name text not null,
  domain text not null,
  metadata jsonb not null,
  added_at timestamptz not null
);

-- One key signs, the next is published before its turn, retired ones are published until nothing signed by them can be valid.
create table oidc_signing_key (
  kid text primary key,
  state text not null check (state in ('current', 'next', 'retired')),
  sealed_jwk bytea not null,
  created_at timestamptz not null,
  ends_at timestamptz
);
create unique index oidc_signing_key_turn on oidc_signing_key (state) where state in ('current', 'next');

create table consent (
  subject_id uuid not null,
  client_id text not null,
  scopes text[] not null,
  grant_id text,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (subject_id, client_id)
);

-- One try to sign in, between password and second factor. It belongs to nobody until the second factor is right; `id` owns its codes.
create unlogged table sign_in_attempt (
  key bytea primary key,
  id uuid not null,
  subject_id uuid not null,
  proof_id uuid,
  expires_at timestamptz not null
);
create index sign_in_attempt_age on sign_in_attempt (expires_at);
