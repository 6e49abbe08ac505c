-- Public services that were published beside those of the product. A version says one thing for ever.
create table published_procedure (
  id text not null,
  version integer not null,
  definition jsonb not null,
  proposed_by text not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (id, version)
);
