-- Voucher cases stand among the other cases. Content stays sealed as it was: its label does not change.
insert into case_file (subject_id, id, kind, reference, office_id, state, about_key, taken_by, unfinished_key, opened_by, opened_at,
  received_at, changed_at, facts, sealed_content)
select subject_id, id, 'voucher', reference, office_id, state, about_key, taken_by,
  case when state in ('open', 'waiting-second') then '' end, '', opened_at, opened_at, changed_at, '{}', sealed_content
from recovery_case;
insert into case_name (id, kind, reference, subject_id, office_id)
select id, 'voucher', reference, subject_id, office_id from recovery_case;
insert into case_queue (office_id, kind, stage, sort_at, id, subject_id)
select office_id, 'voucher', case state when 'open' then 'open' when 'waiting-second' then 'second' else 'issue' end, opened_at, id, subject_id
from recovery_case where state in ('open', 'waiting-second', 'confirmed');
insert into case_count (office_id, kind, stage, slot, waiting)
select office_id, kind, stage, 0, count(*) from case_queue where kind = 'voucher' group by office_id, kind, stage;
drop table recovery_case_name;
drop table recovery_case;
