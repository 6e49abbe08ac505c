-- A public service that is being filled in: one of each for a profile, on every phone of hers.
create table service_draft (
  subject_id uuid not null,
  procedure text not null,
  -- the id under which it is filed
  id uuid not null,
  version integer not null,
  -- what was answered so far, and on which page
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (subject_id, procedure)
);
create index service_draft_saved on service_draft (saved_at);

-- A picture of a paper that the State does not have.
create table service_draft_paper (
  subject_id uuid not null,
  procedure text not null,
  paper text not null,
  sealed bytea not null,
  kept_at timestamptz not null,
  primary key (subject_id, procedure, paper)
);
create index service_draft_paper_kept on service_draft_paper (kept_at);
