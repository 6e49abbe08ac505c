-- Cases of differing data stand among the other cases. Content stays sealed as it was, with the course that older ones have in it.
insert into case_file (subject_id, id, kind, reference, office_id, state, about_key, taken_by, unfinished_key, opened_by, opened_at,
  received_at, changed_at, due_at, decided_at, decided_by, reason, late_told_at, facts, sealed_content)
select subject_id, id, 'discrepancy', reference, office_id, state, about_key,
  case when proposed_by is null then '{}' else array[proposed_by] end,
  case when state in ('open', 'waiting', 'proposed') then field || ' ' || sources end,
  '', opened_at, opened_at, changed_at, due_at, ended_at, case when ended_at is not null then '' end, reason, overdue_told_at,
  jsonb_build_object('field', field, 'sources', sources, 'origin', origin, 'outcome', outcome), sealed_content
from discrepancy;
insert into case_name (id, kind, reference, subject_id, office_id)
select id, 'discrepancy', reference, subject_id, office_id from discrepancy;
insert into case_queue (office_id, kind, stage, sort_at, id, subject_id, due_at, is_late_told)
select office_id, 'discrepancy', 'work', due_at, id, subject_id, due_at, overdue_told_at is not null
from discrepancy where state in ('open', 'waiting', 'proposed');
insert into case_count (office_id, kind, stage, slot, waiting)
select office_id, kind, stage, 0, count(*) from case_queue where kind = 'discrepancy' group by office_id, kind, stage;
drop table discrepancy_queue;
drop table discrepancy_name;
drop table discrepancy;
