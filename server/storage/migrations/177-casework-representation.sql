-- Requests to act for somebody stand among the other cases. Content stays sealed as it was: its label does not change.
insert into case_file (subject_id, id, kind, reference, office_id, state, about_key, taken_by, unfinished_key, opened_by, opened_at,
  received_at, changed_at, due_at, decided_at, decided_by, reason, facts, sealed_content)
select subject_id, id, 'representation', reference, office_id, state, about_key, taken_by,
  case when state in ('open', 'waiting-second') then representative_id::text end, '', opened_at, opened_at, changed_at, due_at,
  decided_at, decided_by, reason,
  jsonb_build_object('representativeId', representative_id, 'representativeKey', representative_key), sealed_content
from representation_request;
insert into case_name (id, kind, reference, subject_id, office_id)
select id, 'representation', reference, subject_id, office_id from representation_request;
insert into case_queue (office_id, kind, stage, sort_at, id, subject_id, due_at)
select office_id, 'representation', case state when 'open' then 'open' else 'second' end, due_at, id, subject_id, due_at
from representation_request where state in ('open', 'waiting-second');
insert into case_count (office_id, kind, stage, slot, waiting)
select office_id, kind, stage, 0, count(*) from case_queue where kind = 'representation' group by office_id, kind, stage;
drop table representation_queue;
drop table representation_request_name;
drop table representation_request;
