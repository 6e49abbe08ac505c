-- The newest checkpoint with the witness's cosignature, to be given out; the same lies in a file outside the database.
alter table audit_witness add column note text;
