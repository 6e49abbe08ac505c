-- A lock that stands and is asked for again ends the recoveries that a first lock ends: when it was last asked for, by anybody, and by somebody who was seen.
-- null: not since it was set, or by an older Sen.
alter table account_lock add column asked_at timestamptz, add column asked_seen_at timestamptz;
