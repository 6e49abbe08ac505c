-- Help by a community helper who sits beside the citizen: one session, the acts in it, and what the citizen confirmed.
create table assistance_session (
  subject_id uuid not null,
  id uuid not null,
  reference text not null,
  office_id uuid not null,
  helper_id uuid not null,
  officer_session_id uuid not null,
  -- Keyed digest of the person's number: nobody is her own helper.
  about_key text not null,
  purpose text not null,
  way text not null check (way in ('code', 'press')),
  -- The code that was drawn for it, and the moment the citizen typed it herself.
  proof_id uuid,
  confirmed_at timestamptz,
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  -- The personal number, under the person's own key.
  sealed_number bytea not null,
  primary key (subject_id, id)
);
create table assistance_act (
  subject_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  kind text not null,
  way text not null check (way in ('code', 'press')),
  proof_id uuid,
  confirmed_at timestamptz,
  asked_at timestamptz not null,
  lapses_at timestamptz not null,
  done_at timestamptz,
  sealed_act bytea not null,
  sealed_result bytea,
  primary key (subject_id, id)
);
create index assistance_act_session on assistance_act (subject_id, session_id);

-- A helper's own sessions: her receipts.
create table assistance_helper (
  helper_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  primary key (helper_id, id)
);

-- Calls of the hotline, by agent. Who called is not known until enough was answered.
create table hotline_call (
  agent_id uuid not null,
  id uuid not null,
  reference text not null,
  office_id uuid not null,
  subject_id uuid,
  about_key text not null default '',
  tries integer not null default 0,
  deeds text[] not null default '{}',
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (agent_id, id)
);
create index hotline_call_age on hotline_call (began_at);
