-- By which calendar the due time of a case was counted; 0 is the calendar of the product.
alter table case_file add column calendar_revision int not null default 0;
alter table case_queue add column calendar_revision int not null default 0;
