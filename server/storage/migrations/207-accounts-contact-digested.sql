-- Of which sealed value the digest is: an older release beside this one replaces the value and leaves the digest.
alter table contact add column digested bytea;
drop index contact_undigested;
create index contact_undigested on contact (subject_id, kind)
  where digest is null or digested is distinct from sha256(sealed_value);
