-- Drawn for an officer who lost her passkey: using it forgets the old one. Any other ticket signs nobody in who has one.
alter table officer_ticket add column replaces_passkeys boolean not null default false;
