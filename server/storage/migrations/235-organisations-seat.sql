-- Where an officer sits, as names of desks are compared; since when; and the desk's own device that has said so.
alter table officer_session add column desk_key text not null default '';
alter table officer_session add column desk_since timestamptz;
alter table officer_session add column desk_device uuid;
update officer_session set desk_key = lower(regexp_replace(normalize(trim(desk), NFC), '\s+', ' ', 'g'));
drop index officer_session_office;
create index officer_session_desk on officer_session (office_id, desk_key, ends_at);
