-- Documents of a child or ward are issued to the phone of whoever acts for her: the device is that person's, by this tie.
alter table credential_offer add column holder_id uuid;
alter table credential_offer add column tie_id uuid;
alter table credential_batch add column holder_id uuid;
alter table credential_batch add column tie_id uuid;
