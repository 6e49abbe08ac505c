-- Cases of differing data. What the sources say, the proposal and the course stand sealed under the person's own key.
create table discrepancy (
  subject_id uuid not null,
  id uuid not null,
  reference text not null,
  office_id uuid not null,
  -- Keyed digest of the person's number: no officer works on a case about herself.
  about_key text not null,
  field text not null,
  -- Which sources differ, in order: with the field, what makes a case the same case.
  sources text not null,
  origin text not null check (origin in ('counter', 'citizen', 'system')),
  state text not null check (state in ('open', 'waiting', 'proposed', 'settled', 'refused', 'withdrawn')),
  outcome text,
  reason text,
  -- Keyed digest of the person who proposed: another one confirms. Empty when her person is not known.
  proposed_by text,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  overdue_told_at timestamptz,
  sealed_content bytea not null,
  primary key (subject_id, id)
);
create unique index discrepancy_unsettled on discrepancy (subject_id, field, sources) where state in ('open', 'waiting', 'proposed');

-- The case's id leads to its person; nothing of her stands here.
create table discrepancy_name (
  id uuid primary key,
  subject_id uuid not null,
  office_id uuid not null
);

-- What is unsettled at an office, kept by the deeds themselves; read by due date.
create table discrepancy_queue (
  office_id uuid not null,
  due_at timestamptz not null,
  id uuid not null,
  subject_id uuid not null,
  is_overdue_told boolean not null default false,
  primary key (office_id, due_at, id)
);
create index discrepancy_queue_untold on discrepancy_queue (due_at) where not is_overdue_told;
