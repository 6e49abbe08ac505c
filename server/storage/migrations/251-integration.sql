-- Kinds of documents that were added to those of the product, by version.
create table document_type (
  id text not null,
  version integer not null,
  definition jsonb not null,
  added_at timestamptz not null,
  primary key (id, version)
);

-- A document of another register on her phone, or one that is looked for.
create table document (
  subject_id uuid not null,
  id uuid not null,
  type text not null,
  -- keyed digest of what it is asked for: the same document is there once
  asked_digest bytea not null,
  reference text not null,
  state text not null check (state in ('looking', 'missing', 'differs', 'held')),
  standing text check (standing in ('valid', 'expired', 'revoked', 'suspended', 'gone')),
  -- what she typed, what the register says, and how they differ
  sealed bytea not null,
  added_at timestamptz not null,
  synced_at timestamptz,
  silent_since timestamptz,
  due_at timestamptz,
  -- when it is asked for next, and how often that was in vain
  look_at timestamptz not null,
  tries integer not null default 0,
  primary key (subject_id, id),
  unique (subject_id, type, asked_digest)
);
create index document_look on document (look_at, subject_id, id);
