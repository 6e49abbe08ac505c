-- Facts about this database as a whole: whether the demo world made it, how far its clock runs ahead.
create table installation (
  key text primary key,
  value text not null
);
