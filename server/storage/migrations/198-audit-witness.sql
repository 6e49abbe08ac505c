-- Up to which size each witness has cosigned the log, for the measure of what it has not seen yet. The cosignatures themselves lie in a
-- file outside the database.
create table audit_witness (
  name text primary key,
  size bigint not null
);
