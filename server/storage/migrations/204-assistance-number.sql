-- The number that a helper typed is sealed with the person's own key by a reaction: making that key in the deed told, by its time,
-- that she had none.
alter table assistance_session add column is_number_of_house boolean not null default false;
