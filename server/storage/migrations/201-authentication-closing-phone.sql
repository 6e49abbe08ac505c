-- A closing also ends when the phone that its notices go to becomes another person's.
alter table account_closing drop constraint account_closing_ended_as_check;
alter table account_closing add constraint account_closing_ended_as_check
  check (ended_as in ('closed', 'kept', 'disputed', 'locked', 'recovered', 'phone-moved'));
