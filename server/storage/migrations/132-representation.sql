-- Who acts for a child or a ward: one row on the ward's own side, which decides, and one on the side of each representative, which follows by facts.
create table ward (
  subject_id uuid not null,
  id uuid not null,
  representative_id uuid not null,
  kind text not null check (kind in ('parent', 'guardian')),
  -- whether the register itself knows the relation, or papers proved it at a counter
  ground text not null check (ground in ('register', 'papers')),
  state text not null check (state in ('standing', 'ended')),
  end_reason text,
  begun_at timestamptz not null,
  -- the last day that a decision of guardianship names
  until_day date,
  ended_at timestamptz,
  sealed_papers bytea,
  primary key (subject_id, id)
);
create unique index ward_standing on ward (subject_id, representative_id) where state = 'standing';

create table represents (
  subject_id uuid not null,
  id uuid not null,
  ward_id uuid not null,
  kind text not null check (kind in ('parent', 'guardian')),
  state text not null check (state in ('standing', 'ended')),
  end_reason text,
  begun_at timestamptz not null,
  ended_at timestamptz,
  handed_over_at timestamptz,
  primary key (subject_id, id)
);

-- A representative's yes to one use of the ward's data, for minutes.
create table ward_consent (
  subject_id uuid not null,
  id uuid not null,
  by_id uuid not null,
  used_for text not null,
  given_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (subject_id, id)
);
create index ward_consent_age on ward_consent (ends_at);

-- When the register is asked next about a ward: daily, and on the day that she comes of age.
create table ward_watch (
  subject_id uuid primary key,
  look_at timestamptz not null
);
create index ward_watch_due on ward_watch (look_at);

-- A request at a counter, with papers.
create table representation_request (
  subject_id uuid not null,
  id uuid not null,
  reference text not null,
  office_id uuid not null,
  about_key text not null,
  representative_key text not null,
  representative_id uuid not null,
  state text not null check (state in ('open', 'waiting-second', 'accepted', 'refused', 'discarded')),
  reason text,
  taken_by text[] not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  changed_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  sealed_content bytea not null,
  primary key (subject_id, id)
);
create unique index representation_request_unfinished on representation_request (subject_id, representative_id) where state in ('open', 'waiting-second');

create table representation_request_name (
  id uuid primary key,
  subject_id uuid not null,
  office_id uuid not null
);

create table representation_queue (
  office_id uuid not null,
  which text not null check (which in ('open', 'second')),
  due_at timestamptz not null,
  id uuid not null,
  subject_id uuid not null,
  primary key (office_id, which, due_at, id)
);

-- Whose profile is open in this session; null: one's own.
alter table app_session add column acting_id uuid;
alter table app_session add column acting_tie uuid;
