-- Parties that may ask people for their documents, as they stand now. Some thousand rows, each read by whoever is asked by it.
create table party (
  id text primary key,
  version integer not null,
  definition jsonb not null,
  state text not null check (state in ('active', 'suspended', 'ended')),
  state_since timestamptz not null,
  -- in the operator's words
  state_why text,
  added_at timestamptz not null
);

-- What was registered when: a version says one thing for ever.
create table party_version (
  id text not null,
  version integer not null,
  definition jsonb not null,
  added_at timestamptz not null,
  primary key (id, version)
);

-- Who signs for whom, by SHA-256 of the certificate: no certificate is of two parties.
create table party_certificate (
  digest bytea primary key,
  -- hosts that it names
  names text[] not null,
  party_id text not null
);
create index party_certificate_name on party_certificate using gin (names);
create index party_certificate_party on party_certificate (party_id);

-- What the operator looks at: counted by day, kind and what it was about, in slices so that nobody waits for a count. Nobody who was asked stands here.
create table party_report (
  party_id text not null,
  day date not null,
  kind text not null,
  what text not null,
  slice smallint not null,
  times integer not null,
  last_at timestamptz not null,
  primary key (party_id, day, kind, what, slice)
);
create index party_report_age on party_report (last_at);
