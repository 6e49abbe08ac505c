-- What the house's key still seals is looked for every hour.
create index desk_prompt_of_house on desk_prompt (asked_at) where is_sealed_by_house;
