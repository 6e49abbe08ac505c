-- How many petitions came and were answered, by month and topic, for the country and each province.
-- Slots part a count; no person and no petition stands in it.
create table petition_count (
  area text not null,
  month text not null,
  topic text not null,
  slot integer not null,
  received integer not null default 0,
  answered integer not null default 0,
  in_time integer not null default 0,
  rated integer not null default 0,
  satisfied integer not null default 0,
  primary key (area, month, topic, slot)
);
