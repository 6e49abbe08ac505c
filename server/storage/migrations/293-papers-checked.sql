-- A paper is also known by its file, and those that list a household end when somebody comes to it.
alter table issued_paper add column file_digest bytea;
create unique index issued_paper_of_file on issued_paper (file_digest) where file_digest is not null;
