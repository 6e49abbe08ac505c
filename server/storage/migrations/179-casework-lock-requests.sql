-- Requests to lock and unlock stand among the other cases. Content stays sealed as it was: its label does not change.
-- The personal number stood in a column in clear. It is not taken along where the account has it, which tells it by the subject. Of
-- a person without an account no other table tells the number by the subject, and SQL cannot seal: there it stays, among the facts,
-- until the next step of the request seals it with the content.
-- Whom a request is about is the digest of her number, which stands under her subject among the identifiers and is never taken away.
-- Of two open requests of one key, which could be sent at the same time, the older has the key; both stay and can be decided.
-- The reasons of a decision stay in their column; from now on they are sealed with the content. Who passed a form on was not kept.
insert into case_file (subject_id, id, kind, reference, office_id, state, about_key, taken_by, unfinished_key, opened_by, opened_at,
  received_at, changed_at, submitted_at, due_at, decided_at, decided_by, reason, facts, sealed_content)
select r.subject_id, r.id, 'lock-request', r.reference, r.office_id, r.state, coalesce(n.about_key, ''), array[r.received_by_key],
  case when r.is_open and r.turn = 1 then r.kind || ' ' || r.authority end, r.received_by, r.received_at, r.received_at,
  coalesce(r.decided_at, r.forwarded_at, r.received_at), r.forwarded_at, r.due_at, r.decided_at, r.decided_by, r.reason,
  jsonb_strip_nulls(jsonb_build_object('kind', r.kind, 'authority', r.authority, 'personalNumber', case when not exists
    (select 1 from account a where a.subject_id = r.subject_id and a.personal_number = r.personal_number) then r.personal_number end)),
  r.sealed_content
from (
  select l.*, l.state in ('received', 'forwarded') as is_open,
    row_number() over (partition by l.subject_id, l.kind, l.authority, l.state in ('received', 'forwarded') order by l.received_at, l.id) as turn
  from lock_request l
) r
left join (
  select subject_id, min(encode(digest, 'hex')) as about_key from identifier
  where kind = 'number' and subject_id in (select subject_id from lock_request) group by subject_id
) n on n.subject_id = r.subject_id;
insert into case_name (id, kind, reference, subject_id, office_id)
select id, 'lock-request', reference, subject_id, office_id from lock_request;
insert into case_queue (office_id, kind, stage, sort_at, id, subject_id, due_at)
select office_id, 'lock-request', case state when 'received' then 'receive' else 'decide' end, due_at, id, subject_id, due_at
from lock_request where state in ('received', 'forwarded');
insert into case_count (office_id, kind, stage, slot, waiting)
select office_id, kind, stage, 0, count(*) from case_queue where kind = 'lock-request' group by office_id, kind, stage;
drop table lock_queue;
drop table lock_request_reference;
drop table lock_request;
