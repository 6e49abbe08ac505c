-- A forgotten password on a bound device is called what it is: the way back after a lost phone is the recovery ladder alone.
alter table journey drop constraint journey_kind_check;
update journey set kind = 'new-password' where kind = 'recovery';
alter table journey add constraint journey_kind_check check (kind in ('activation', 'new-device', 'new-password', 'change-phone', 'change-email'));
