-- Cases for level 2 at the counter. What is personal stands sealed in `sealed_content`; pictures go with the decision, templates of fingers never stand here.
create table level_2 (
  subject_id uuid not null,
  id uuid not null,
  reference text not null,
  office_id uuid not null,
  state text not null check (state in ('open', 'waiting-second', 'accepted', 'refused', 'discarded')),
  -- Keyed digest of the number of the person it is about, and of the persons who acted on it: two pairs of eyes, and nobody about herself.
  about_key text not null,
  taken_by text[] not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  submitted_at timestamptz,
  due_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  reason text,
  sealed_content bytea not null,
  sealed_portrait bytea,
  sealed_chip_portrait bytea,
  primary key (subject_id, id)
);
-- One person has one case at a time.
create unique index level_2_unfinished on level_2 (subject_id) where state in ('open', 'waiting-second');

-- The client's name of a case leads to its person; nothing of her stands here.
create table level_2_name (
  id uuid primary key,
  subject_id uuid not null,
  office_id uuid not null
);

-- What is unfinished at an office, kept by the deeds themselves; read by due date.
create table level_2_queue (
  office_id uuid not null,
  which text not null check (which in ('open', 'second')),
  due_at timestamptz not null,
  id uuid not null,
  subject_id uuid not null,
  primary key (office_id, which, due_at, id)
);
