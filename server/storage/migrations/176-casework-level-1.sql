-- How many level-1 applications wait at each office is counted as for every kind of case; from now on by increment.
insert into case_count as c (office_id, kind, stage, slot, waiting)
select office_id, 'level-1', 'review', 0, count(*) from enrolment_queue group by office_id
on conflict (office_id, kind, stage, slot) do update set waiting = c.waiting + excluded.waiting;
