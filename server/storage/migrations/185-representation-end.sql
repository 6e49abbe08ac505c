-- By which paper a guardianship ended, and why in the officer's words: sealed under the ward's key.
alter table ward add column sealed_end bytea;
