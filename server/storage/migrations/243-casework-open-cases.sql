-- Unfinished cases by when somebody last did something on them: those that nobody goes on with end by themselves.
create index case_file_untouched on case_file (kind, state, changed_at, id) where unfinished_key is not null;
