-- Who an officer is as a person, where she works in a shift, and the citizen's own screen at her desk.

-- Keyed digest of her own personal number: two officer numbers of one person are one pair of eyes. The number itself is not kept.
alter table officer add column person_digest bytea;

alter table officer_session add column desk text not null default '';
-- False while an officer with mandates at several offices has not said where she works; she has no tasks until then.
alter table officer_session add column is_shift_chosen boolean not null default true;

-- A one-time way for a browser to become the citizen's screen of a desk.
create table screen_ticket (
  ticket_digest bytea primary key,
  officer_session_id uuid not null,
  expires_at timestamptz not null
);

-- It ends with the officer's session.
create table screen_session (
  id uuid primary key,
  officer_session_id uuid not null,
  secret_digest bytea not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null
);
create index screen_session_desk on screen_session (officer_session_id);

-- What the citizen was asked at her screen, and what she answered: the proof of a consent given at a counter.
create table desk_prompt (
  subject_id uuid not null,
  id uuid not null,
  officer_session_id uuid not null,
  office_id uuid not null,
  case_id uuid not null,
  kind text not null,
  sealed_params bytea not null,
  params_digest bytea not null,
  state text not null check (state in ('waiting', 'agreed', 'declined', 'withdrawn')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (subject_id, id)
);
create index desk_prompt_waiting on desk_prompt (officer_session_id) where state = 'waiting';
create index desk_prompt_case on desk_prompt (subject_id, case_id);
