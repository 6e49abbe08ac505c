-- Places where people stay, and the police office that takes their notices. A home's name and address stand sealed; a registered place's are public.
create table stay_facility (
  id uuid primary key,
  -- as the operator and the printed code name it; null for a home
  code text unique,
  office_id uuid not null,
  kind text not null check (kind in ('lodging', 'medical', 'rented-rooms', 'dormitory', 'household', 'other')),
  -- name and address, by the house's key
  sealed bytea not null,
  state text not null check (state in ('active', 'suspended')),
  state_since timestamptz not null,
  -- in the operator's words
  state_why text,
  added_at timestamptz not null
);
create index stay_facility_office on stay_facility (office_id, id);

-- Whose home or rented rooms a place is.
create table stay_host (
  subject_id uuid not null,
  facility_id uuid not null,
  added_at timestamptz not null,
  primary key (subject_id, facility_id)
);

-- What opens a desk, or lets a program send: keyed digests of drawn keys.
create table stay_key (
  digest bytea primary key,
  facility_id uuid not null,
  is_program boolean not null,
  added_at timestamptz not null
);
create index stay_key_facility on stay_key (facility_id, is_program);

-- Desks that are open; gone with the key that opened them.
create table stay_session (
  digest bytea primary key,
  facility_id uuid not null,
  opened_by bytea not null,
  ends_at timestamptz not null
);
create index stay_session_key on stay_session (opened_by);
create index stay_session_end on stay_session (ends_at);

-- A notice as the place and the police read it, by office. What names the guest is sealed by the house's key: it comes before whoever it names is known.
create table stay_guest (
  office_id uuid not null,
  facility_id uuid not null,
  id uuid not null,
  -- keyed digest of the guest's number
  guest_digest bytea not null,
  -- keyed digest of place, guest and days as they were first told: nothing twice
  told_digest bytea not null,
  subject_id uuid,
  from_at timestamptz not null,
  to_at timestamptz not null,
  from_day date not null,
  to_day date not null,
  way text not null check (way in ('typed', 'card', 'file', 'program', 'host', 'self')),
  sealed bytea not null,
  filed_at timestamptz not null,
  late_min integer not null,
  state text not null check (state in ('filed', 'cancelled')),
  state_why text,
  -- what the register says of name and number; for the police only
  register_says text not null check (register_says in ('waiting', 'agrees', 'differs', 'unknown', 'foreign')),
  primary key (office_id, facility_id, id),
  unique (office_id, facility_id, told_digest)
);
create index stay_guest_day on stay_guest (office_id, from_day, facility_id);
create index stay_guest_list on stay_guest (office_id, facility_id, filed_at, id);
create index stay_guest_person on stay_guest (office_id, guest_digest, from_day);
create index stay_guest_end on stay_guest (to_at);

-- The same of a guest who has a subject, for herself.
create table stay_notice (
  subject_id uuid not null,
  facility_id uuid not null,
  id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  filed_at timestamptz not null,
  state text not null check (state in ('filed', 'cancelled')),
  primary key (subject_id, facility_id, id)
);
create index stay_notice_list on stay_notice (subject_id, filed_at, id);
create index stay_notice_end on stay_notice (to_at);
