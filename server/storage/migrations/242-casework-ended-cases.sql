-- Ended cases in the order in which they ended; and how far the job has come in it, so that each is looked at once.
create index case_file_ended on case_file (coalesce(decided_at, changed_at), id) where unfinished_key is null;
create table ended_case_cursor (
  is_only boolean primary key default true check (is_only),
  ended_at timestamptz not null,
  id uuid not null
);
insert into ended_case_cursor (ended_at, id) values ('-infinity', '00000000-0000-0000-0000-000000000000');
