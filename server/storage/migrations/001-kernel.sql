-- What every use case stands on: audit lines, facts waiting to be told, idempotency keys, counters, the keys of sealed data.

-- One line per deed or look-up, under the person it is about (Decree 69/2024 art. 17(2)). Never deleted by the product but by retention
-- policy, and changed twice at most: the sequencer gives it its leaf, and `salt` goes when the person is erased, after which the leaf
-- proves nothing about anybody.
create table audit_line (
  subject_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  use_case text not null,
  actor text not null,
  purpose text not null,
  outcome text not null,
  fields text[] not null,
  detail jsonb not null,
  salt bytea,
  digest bytea not null,
  leaf_no bigint,
  primary key (subject_id, id)
);
create index audit_line_waiting on audit_line (id) where leaf_no is null;
create index audit_line_leaf on audit_line (leaf_no) where leaf_no is not null;

-- Facts of a deed, stored with it, told to reactions afterwards, then removed. Co-located with their subject.
create table outbox (
  subject_id uuid not null,
  id uuid not null,
  kind text not null,
  data jsonb not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  last_error text,
  primary key (subject_id, id)
);
create index outbox_due on outbox (due_at);

create table idempotency_key (
  key_digest bytea primary key,
  body_digest bytea not null,
  outcome bytea,
  created_at timestamptz not null
);
create index idempotency_key_age on idempotency_key (created_at);

create table attempt_counter (
  key_digest bytea not null,
  scope text not null,
  ends_at timestamptz not null,
  used int not null,
  primary key (key_digest, scope, ends_at)
);
create index attempt_counter_age on attempt_counter (ends_at);

-- identifier → subject: reserved first in its own short transaction, then confirmed (unique over the whole country, on any number of machines).
create table identifier (
  kind text not null,
  digest bytea not null,
  subject_id uuid not null,
  state text not null check (state in ('reserved', 'confirmed')),
  reserved_until timestamptz,
  primary key (kind, digest)
);

-- The key of each person's sealed data, wrapped by the key-encryption key that is kept outside the database. Destroying the row destroys
-- the data (Law 91/2025: erasure).
create table subject_key (
  subject_id uuid primary key,
  wrapped_key bytea not null,
  kek_id text not null,
  created_at timestamptz not null
);
