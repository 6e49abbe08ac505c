-- Which officer was shown whose picture out of the register, and when last: what she then takes for a live one is for other eyes. Both are
-- keyed digests; it lapses within days.
create table shown_portrait (
  seen_by text not null,
  about bytea not null,
  at timestamptz not null,
  primary key (seen_by, about)
);
create index shown_portrait_age on shown_portrait (at);
