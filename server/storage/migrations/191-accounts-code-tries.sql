-- Wrong codes are counted for whoever asked for the code, not for the phone that it went to: a stranger's guesses do not spend the
-- owner's right one. Codes that are under way count by what they belong to.
alter table contact_proof add column tries_key bytea;
