-- The words of a question at a citizen's screen are compared by a keyed digest: a plain one of words that can be guessed says whose an opaque subject is.
-- false: kept by an older Sen; a job gives it its key, for the keys are not in the database.
alter table desk_prompt add column is_digest_keyed boolean not null default false;
-- What was withdrawn is compared with nothing any more.
update desk_prompt set params_digest = '', is_digest_keyed = true where state = 'withdrawn';
create index desk_prompt_unkeyed on desk_prompt (subject_id, id) where not is_digest_keyed;
