-- When a party was last signed in to or told something, so that she sees it beside what she agreed to. The grant of the last sign-in was
-- written here and read nowhere: every grant of a party stands with its sign-in.
alter table consent add column last_used_at timestamptz;
alter table consent drop column grant_id;
