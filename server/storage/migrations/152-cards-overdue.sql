-- Cards that are late: each is put on record once, and its applicant gets an apology. What lies ready waits for its holder and is late no more.
alter table id_card_application add column overdue_told_at timestamptz;
alter table id_card_queue add column is_overdue_told boolean not null default false;
create index id_card_queue_untold on id_card_queue (due_at) where not is_overdue_told and which in ('second', 'print', 'receive');
