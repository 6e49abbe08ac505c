-- Public services that one person proposed and another has not published yet.
create table proposed_procedure (
  id text not null,
  version integer not null,
  definition jsonb not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  primary key (id, version)
);
