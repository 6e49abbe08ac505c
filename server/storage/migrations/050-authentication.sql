-- Passwords, tries, journeys (activation, a new device, a forgotten password) and the app's sessions.
create table password (
  subject_id uuid primary key,
  phc text not null,
  set_at timestamptz not null
);

-- Wrong passwords are counted per number and per way in (a bound device, or all unknown ones together), also for numbers without an
-- account: a stranger who knows a number closes at most the path of unknown devices, and learns nothing from it.
create table password_guard (
  number_digest bytea not null,
  way text not null,
  failures int not null,
  paused_until timestamptz,
  updated_at timestamptz not null,
  primary key (number_digest, way)
);
create index password_guard_age on password_guard (updated_at);

create table journey (
  id uuid primary key,
  kind text not null check (kind in ('activation', 'new-device', 'recovery', 'change-phone', 'change-email')),
  subject_id uuid,
  device_id uuid,
  proof_id uuid,
  sealed_target bytea,
  is_proven boolean not null default false,
  ends_at timestamptz not null,
  done_at timestamptz
);
create index journey_age on journey (ends_at);

create table app_session (
  subject_id uuid not null,
  id uuid not null,
  device_id uuid not null,
  secret_digest bytea not null,
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  user_agent text not null,
  primary key (subject_id, id)
);
create index app_session_age on app_session (ends_at);
