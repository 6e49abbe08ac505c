-- The running number in the official code of a dossier: of one office and one day.
create table dossier_number (
  office_id uuid not null,
  day date not null,
  last integer not null,
  primary key (office_id, day)
);

-- Somebody is asked to agree to another person's dossier. Under the person who is asked: it is hers to answer.
create table dossier_consent (
  subject_id uuid not null,
  id uuid not null,
  case_subject_id uuid not null,
  case_id uuid not null,
  -- Which of the dossier's agreements it is.
  consent text not null,
  state text not null,
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  answered_at timestamptz,
  reminded_at timestamptz,
  primary key (subject_id, id)
);
create index dossier_consent_of_case on dossier_consent (case_subject_id, case_id);
create index dossier_consent_waiting on dossier_consent (answer_by, id) where state = 'waiting';

-- How it went: counted for the office and the month, and tied to nobody.
create table dossier_rating (
  office_id uuid not null,
  month date not null,
  procedure text not null,
  stars smallint not null,
  slot smallint not null,
  given integer not null,
  primary key (office_id, month, procedure, stars, slot)
);

-- Papers that stand on their own: found by the digest of the token that is printed on them.
create table issued_paper (
  digest bytea not null,
  subject_id uuid not null,
  case_id uuid not null,
  kind text not null,
  issued_at timestamptz not null,
  valid_until date,
  ended_at timestamptz,
  primary key (digest)
);
create index issued_paper_of_subject on issued_paper (subject_id);
