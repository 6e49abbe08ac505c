-- The transparency log over the audit lines: RFC 6962 hashes and signed checkpoints. Nothing here says anything about a person; which
-- line a leaf stands for is kept at the line (audit_line.leaf_no), under its subject.

create table audit_leaf (
  leaf_no bigint primary key check (leaf_no >= 0),
  leaf_hash bytea not null
);

-- Roots of complete subtrees of 2^8, 2^16 … leaves, so that a proof reads a few hundred hashes and never the whole log.
create table audit_node (
  level smallint not null,
  index bigint not null,
  hash bytea not null,
  primary key (level, index)
);

create table audit_checkpoint (
  size bigint primary key,
  root bytea not null,
  note text not null,
  at timestamptz not null
);

-- The one row that a sequencer locks while it numbers lines; `peaks` are the roots of the complete subtrees that make up the tree so far.
create table audit_sequencer (
  id smallint primary key check (id = 1),
  size bigint not null,
  peaks bytea not null
);
insert into audit_sequencer (id, size, peaks) values (1, 0, '');
