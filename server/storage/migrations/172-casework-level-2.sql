-- Cases for level 2 stand among the other cases. Content stays sealed as it was: its label does not change.
insert into case_file (subject_id, id, kind, reference, office_id, state, about_key, taken_by, unfinished_key, opened_by, opened_at,
  received_at, changed_at, submitted_at, due_at, decided_at, decided_by, reason, facts, sealed_content)
select subject_id, id, 'level-2', reference, office_id, state, about_key, taken_by,
  case when state in ('open', 'waiting-second') then '' end, opened_by::text, opened_at, received_at, changed_at, submitted_at, due_at,
  decided_at, decided_by, reason, '{}', sealed_content
from level_2;
insert into case_name (id, kind, reference, subject_id, office_id)
select id, 'level-2', reference, subject_id, office_id from level_2;
-- Pictures of cases that wait stand under the label that they were sealed by.
insert into case_attachment (subject_id, case_id, name, sealed)
select subject_id, id, 'level_2.portrait', sealed_portrait from level_2 where sealed_portrait is not null;
insert into case_attachment (subject_id, case_id, name, sealed)
select subject_id, id, 'level_2.chip_portrait', sealed_chip_portrait from level_2 where sealed_chip_portrait is not null;
insert into case_queue (office_id, kind, stage, sort_at, id, subject_id, due_at)
select office_id, 'level-2', case state when 'open' then 'open' else 'second' end, due_at, id, subject_id, due_at
from level_2 where state in ('open', 'waiting-second');
insert into case_count (office_id, kind, stage, slot, waiting)
select office_id, kind, stage, 0, count(*) from case_queue where kind = 'level-2' group by office_id, kind, stage;
drop table level_2_queue;
drop table level_2_name;
drop table level_2;
