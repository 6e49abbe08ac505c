-- An account that its holder closes: the time in which she can take it back, and the code of the notices that ends it ("this was not
-- me"). One row a person; a later closing takes its place.
alter table journey drop constraint journey_kind_check;
alter table journey add constraint journey_kind_check
  check (kind in ('activation', 'new-device', 'new-password', 'change-phone', 'change-email', 'close-account'));

create table account_closing (
  subject_id uuid primary key,
  begun_at timestamptz not null,
  due_at timestamptz not null,
  -- null once she was reminded
  remind_at timestamptz,
  -- when the job looks next; null once it has ended
  look_at timestamptz,
  sealed_stop_code bytea,
  stop_code_digest bytea not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('closed', 'kept', 'disputed', 'locked', 'recovered'))
);
create index account_closing_look on account_closing (look_at) where look_at is not null;
