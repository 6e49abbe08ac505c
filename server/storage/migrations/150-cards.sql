-- Applications for an identity card. What is personal stands sealed in `sealed_content`; the portrait and the templates of fingers go with the decision
-- (accepted, they become the register's), the chip's files when the card has been received at its office.
create table id_card_application (
  subject_id uuid not null,
  id uuid not null,
  reference text not null,
  office_id uuid not null,
  kind text not null check (kind in ('first-issue', 'exchange', 're-issue')),
  reason text not null,
  state text not null check (state in ('open', 'waiting-second', 'accepted', 'printed', 'ready', 'handed-over', 'refused', 'withdrawn')),
  with_account boolean not null,
  -- Keyed digests: of the number of the person it is about, of the persons who took it, of the one who printed the card. Nobody about herself; who takes does not print, who prints does not hand over.
  about_key text not null,
  taken_by text[] not null,
  printed_by text,
  opened_by uuid not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  submitted_at timestamptz,
  due_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  printed_at timestamptz,
  ready_at timestamptz,
  handed_over_at timestamptz,
  refusal text,
  sealed_content bytea not null,
  sealed_portrait bytea,
  sealed_prints bytea,
  sealed_chip bytea,
  -- SHA-256 of the security object in the chip: which card it is that comes back.
  chip_digest bytea,
  primary key (subject_id, id)
);
-- One person has one application at a time.
create unique index id_card_application_unfinished on id_card_application (subject_id) where state in ('open', 'waiting-second', 'accepted', 'printed', 'ready');

-- The client's name of an application and its public reference lead to its person; nothing of her stands here.
create table id_card_application_name (
  id uuid primary key,
  reference text not null unique,
  subject_id uuid not null,
  office_id uuid not null
);

-- What waits at an office, kept by the deeds themselves; read by due date.
create table id_card_queue (
  office_id uuid not null,
  which text not null check (which in ('open', 'second', 'print', 'receive', 'ready')),
  due_at timestamptz not null,
  id uuid not null,
  subject_id uuid not null,
  primary key (office_id, which, due_at, id)
);
