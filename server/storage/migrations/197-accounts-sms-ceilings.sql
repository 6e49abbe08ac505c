-- What text messages to strangers have cost in one hour, against ceilings by network block (a keyed digest), by prefix and for the nation.
-- Parted into slices, so that all of them do not wait for one row.
create table sms_spending (
  ends_at timestamptz not null,
  ceiling text not null check (ceiling in ('block', 'prefix', 'nation')),
  key text not null,
  slice int not null,
  codes int not null,
  cost_dong int not null,
  primary key (ends_at, ceiling, key, slice)
);

-- Each alarm of an hour once, whichever process saw it first.
create table sms_alarm (
  ends_at timestamptz not null,
  ceiling text not null,
  key text not null,
  percent int not null,
  at timestamptz not null,
  primary key (ends_at, ceiling, key, percent)
);
