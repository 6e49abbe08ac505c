-- Cases at an office: level 2, cards, vouchers, representation, differing data, requests; later the dossiers of public services.
-- What is personal stands sealed in sealed_content and in attachments; facts holds a kind's own values, none of them personal.
create table case_file (
  subject_id uuid not null,
  id uuid not null,
  kind text not null,
  reference text not null,
  office_id uuid not null,
  state text not null,
  -- Keyed digest of the number of the person it is about, and of the persons who acted on it: four eyes, and nobody about herself.
  -- An empty text in taken_by stands for an officer whose person is not known.
  about_key text not null,
  taken_by text[] not null,
  -- Two unfinished cases of one person are the same case when this is equal; null as soon as a case is finished.
  unfinished_key text,
  opened_by text not null,
  opened_at timestamptz not null,
  -- When it came to us: later than opened_at for what was taken while the line was down.
  received_at timestamptz not null,
  changed_at timestamptz not null,
  submitted_at timestamptz,
  due_at timestamptz,
  -- Since when the clock stands still, waiting for somebody else.
  paused_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  reason text,
  late_told_at timestamptz,
  facts jsonb not null,
  sealed_content bytea not null,
  primary key (subject_id, id)
);
create unique index case_file_unfinished on case_file (subject_id, kind, unfinished_key) where unfinished_key is not null;
create index case_file_of_kind on case_file (subject_id, kind, opened_at desc, id desc);

-- Pictures, templates, a chip's files: sealed under the person's key, gone with the decision unless the kind keeps them.
create table case_attachment (
  subject_id uuid not null,
  case_id uuid not null,
  name text not null,
  sealed bytea not null,
  primary key (subject_id, case_id, name)
);

-- What happened, in order; a note is sealed.
create table case_history (
  subject_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  what text not null,
  -- An officer's number, or who else acted: 'citizen', 'automatic'.
  by text not null,
  sealed_note bytea,
  primary key (subject_id, case_id, id)
);

-- A case's own id, and its public reference, lead to its person; nothing of her stands here.
create table case_name (
  id uuid primary key,
  kind text not null,
  reference text not null unique,
  subject_id uuid not null,
  office_id uuid not null
);

-- What waits at an office by stage, kept by the commands themselves. sort_at: due, or opened where nothing is due.
create table case_queue (
  office_id uuid not null,
  kind text not null,
  stage text not null,
  sort_at timestamptz not null,
  id uuid not null,
  subject_id uuid not null,
  due_at timestamptz,
  is_late_told boolean not null default false,
  primary key (office_id, kind, stage, sort_at, id)
);
create index case_queue_late on case_queue (due_at) where not is_late_told and due_at is not null;

-- How many wait at each stage, by increment. Eight slots, so that a busy office does not wait for one row.
create table case_count (
  office_id uuid not null,
  kind text not null,
  stage text not null,
  slot smallint not null,
  waiting bigint not null,
  primary key (office_id, kind, stage, slot)
);
