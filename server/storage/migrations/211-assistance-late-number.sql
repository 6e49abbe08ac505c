-- What the house's key still seals is looked for every hour.
create index assistance_session_of_house on assistance_session (asked_at) where is_number_of_house;
