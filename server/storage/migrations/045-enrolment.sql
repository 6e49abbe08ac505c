-- Applications for an account. A draft belongs to nobody yet (opaque id, sealed by the house); once sent, the application belongs to the
-- subject of the number it names.
create table enrolment_draft (
  id uuid primary key,
  language text not null,
  consent text not null,
  consented_at timestamptz not null,
  ends_at timestamptz not null,
  sealed_declared bytea,
  sealed_phone bytea,
  sealed_email bytea,
  sealed_portrait bytea,
  proof_id uuid,
  contact_proven_at timestamptz,
  proven_channel text check (proven_channel in ('sms', 'email')),
  subject_id uuid,
  enrolment_id uuid
);
create index enrolment_draft_age on enrolment_draft (ends_at);

create table enrolment (
  subject_id uuid not null,
  id uuid not null,
  reference text not null,
  office_id uuid not null,
  state text not null check (state in ('submitted', 'in-review', 'accepted', 'refused')),
  personal_number char(12) not null,
  language text not null,
  sealed_declared bytea not null,
  sealed_phone bytea not null,
  sealed_email bytea,
  sealed_portrait bytea,
  proven_channel text not null check (proven_channel in ('sms', 'email')),
  doubts text[] not null default '{}',
  portrait_score real,
  reason text,
  note text,
  submitted_at timestamptz not null,
  due_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  primary key (subject_id, id)
);

-- The public reference leads to the pair; nothing of the person stands here.
create table enrolment_reference (
  reference text primary key,
  subject_id uuid not null,
  enrolment_id uuid not null,
  office_id uuid not null
);

-- What waits at an office, kept by the deeds themselves; read by due date.
create table enrolment_queue (
  office_id uuid not null,
  due_at timestamptz not null,
  reference text not null,
  subject_id uuid not null,
  enrolment_id uuid not null,
  submitted_at timestamptz not null,
  primary key (office_id, due_at, reference)
);
