-- An event of an unknown kind, or whose data this version cannot read, is kept and not tried again: it is due at `infinity`
-- until a version that knows it takes it up.
alter table outbox add column kept_because text check (kept_because in ('unknown', 'unreadable'));
create index outbox_kept on outbox (kind) where kept_because is not null;
