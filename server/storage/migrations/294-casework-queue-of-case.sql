-- A case that goes on is taken out of its office's queue by its own id: without this, all that waits there is read for it.
create index case_queue_of_case on case_queue (office_id, kind, id);
