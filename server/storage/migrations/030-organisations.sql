-- Offices, the officers who work there and the mandates that give them tasks. Small lists: reference tables.
create table office (
  id uuid primary key,
  code text not null unique,
  name text not null,
  unit_code text,
  created_at timestamptz not null
);

create table officer (
  id uuid primary key,
  number text not null unique,
  name text not null,
  rank text not null,
  created_at timestamptz not null,
  left_at timestamptz
);

create table mandate (
  officer_id uuid not null references officer,
  office_id uuid not null references office,
  tasks text[] not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (officer_id, office_id, valid_from)
);

create table officer_passkey (
  credential_id text primary key,
  officer_id uuid not null references officer,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index officer_passkey_owner on officer_passkey (officer_id);

-- A one-time way in, before the first passkey is made.
create table officer_ticket (
  ticket_digest bytea primary key,
  officer_id uuid not null references officer,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table officer_session (
  id uuid primary key,
  officer_id uuid not null references officer,
  office_id uuid not null references office,
  secret_digest bytea not null,
  challenge text,
  opened_at timestamptz not null,
  ends_at timestamptz not null
);
create index officer_session_owner on officer_session (officer_id);

-- Challenges handed out before anybody is known; used once.
create unlogged table officer_challenge (
  challenge text primary key,
  expires_at timestamptz not null
);
