-- One person has one unfinished case for a voucher at a time.
create unique index recovery_case_unfinished on recovery_case (subject_id) where state in ('open', 'waiting-second');
-- The office's list of unfinished cases; a finished one keeps its name and leaves the list.
alter table recovery_case_name add column is_open boolean not null default true;
create index recovery_case_name_open on recovery_case_name (office_id, opened_at, id) where is_open;
