-- For which dossiers the register of judgments is to be asked, and when next. What it says stands sealed in the dossier.
create table judgment_inquiry (
  subject_id uuid not null,
  case_id uuid not null,
  asked_at timestamptz not null,
  -- Null once it has answered, or nobody waits for it any more.
  look_at timestamptz,
  tries integer not null default 0,
  silent_since timestamptz,
  primary key (subject_id, case_id)
);
create index judgment_inquiry_look on judgment_inquiry (look_at, subject_id, case_id) where look_at is not null;
