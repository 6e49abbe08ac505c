-- Residence with its days (Law on Residence 68/2020/QH14 art. 19, 22, 27, 28, 31). ISO days as text, as every date of an entry.
-- All may be empty: what an earlier import brought says no days.
alter table person
  add column permanent_since text collate "C",
  -- Since when she is registered there, and the first and last day of the present term; a renewal begins a new term.
  add column temporary_since text collate "C",
  add column temporary_from text collate "C",
  add column temporary_until text collate "C",
  add column current_since text collate "C",
  -- Where to, and from which day to which; `absence` says why.
  add column absence_place text,
  add column absence_from text collate "C",
  add column absence_until text collate "C";

-- Whose temporary residence ends, by its last day.
create index person_temporary_until on person (temporary_until, personal_number) where temporary_until is not null;

-- Which results have changed the register: the same one changes it once. Kept with the register.
create table residence_deed (
  -- The dossier's code.
  reference text collate "C" not null,
  deed text collate "C" not null,
  -- Keyed digest of what was to be done: another thing under the same reference is refused.
  content_digest bytea not null,
  household_number text collate "C",
  -- Whose entries changed.
  personal_numbers text[] not null default '{}',
  done_at timestamptz not null,
  primary key (reference, deed)
);
