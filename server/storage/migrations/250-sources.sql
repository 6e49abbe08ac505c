-- Registers of other agencies that answer for documents. A handful of rows, read by everybody.
create table source_register (
  id text primary key,
  definition jsonb not null,
  -- what shows them that we ask, under the platform's key
  sealed_key bytea not null,
  is_open boolean not null,
  -- since when it has not answered; null while it does
  silent_since timestamptz,
  added_at timestamptz not null
);
