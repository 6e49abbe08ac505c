-- What was announced since the calendar of the product was written: by two persons, in order, without gaps.
create table calendar_change (
  revision int primary key,
  change jsonb not null,
  proposed_by text not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  -- When every open time limit had been counted by it.
  settled_at timestamptz
);
create table proposed_calendar_change (
  sha256 text primary key,
  change jsonb not null,
  proposed_by text not null,
  proposed_at timestamptz not null
);
