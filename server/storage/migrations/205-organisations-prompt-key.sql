-- The same for a question at a citizen's screen, which a helper asks about anybody.
alter table desk_prompt add column is_sealed_by_house boolean not null default false;
