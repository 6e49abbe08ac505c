-- Documents of other registers are issued too: which one a batch says, where a person may have several of its kind.
alter table credential_batch add column document_id uuid;
