-- Which officer asked the person for more: she takes the case up again before her colleagues.
alter table case_file add column asked_by uuid;
alter table case_queue add column for_officer uuid;
create index case_queue_for_officer on case_queue (for_officer, office_id, kind) where for_officer is not null;
