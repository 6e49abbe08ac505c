-- An officer of the demo world, or one whose own number is a test person's: an installation with an operator knows no such officer.
alter table officer add column is_test boolean not null default false;
update officer set is_test = true where exists (select 1 from installation where key = 'made_by_world');
