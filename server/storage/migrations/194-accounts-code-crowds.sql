-- Wrong tries at codes that strangers have sent to one address are counted together too. A code that is under way counts alone.
alter table contact_proof add column crowd_key bytea;
