-- Somebody who closed her account: what is erased of her is looked after from here until the last kept thing has lapsed and her key is
-- destroyed. The row goes then.
create table erasure (
  subject_id uuid primary key,
  -- Keyed digest of her number: whoever applies anew in that moment holds this row of `identifier`.
  number_digest bytea not null,
  closed_at timestamptz not null,
  look_at timestamptz not null
);
create index erasure_look on erasure (look_at);
-- A closed account holds no number. Those that an older release closed, or closes beside this one, are found by this index and follow by a
-- job, which alone can make the digest.
alter table account alter column personal_number drop not null;
alter table account add constraint account_personal_number_check check (state = 'closed' or personal_number is not null);
create index account_to_erase on account (subject_id) where state = 'closed' and personal_number is not null;
