-- Applications for level 1 stand among the other cases. What they declare stays sealed as it was; phone, e-mail and portrait, sealed by
-- themselves, are attachments under the labels of then. They were counted at each office before (176), so nothing is counted here.
insert into case_file (subject_id, id, kind, reference, office_id, state, about_key, taken_by, unfinished_key, opened_by, opened_at,
  received_at, changed_at, due_at, decided_at, decided_by, reason, facts, sealed_content)
select e.subject_id, e.id, 'level-1', e.reference, e.office_id, e.state,
  -- A number is never taken from its subject, so the digest is there; were it not, the sealed number still tells whom it is about.
  coalesce(i.about_key, ''),
  '{}', case when e.state in ('submitted', 'in-review') then e.id::text end, 'citizen', e.submitted_at,
  e.submitted_at, coalesce(e.decided_at, e.submitted_at), e.due_at, e.decided_at, case when e.decided_at is not null then e.decided_by end,
  e.reason, jsonb_build_object('language', e.language, 'provenChannel', e.proven_channel, 'doubts', to_jsonb(e.doubts),
    'portraitScore', to_jsonb(e.portrait_score)), e.sealed_declared
from enrolment e left join (
  select subject_id, min(encode(digest, 'hex')) as about_key from identifier where kind = 'number' group by subject_id
) i on i.subject_id = e.subject_id;
insert into case_name (id, kind, reference, subject_id, office_id)
select enrolment_id, 'level-1', reference, subject_id, office_id from enrolment_reference;
insert into case_queue (office_id, kind, stage, sort_at, id, subject_id, due_at)
select office_id, 'level-1', 'review', due_at, enrolment_id, subject_id, due_at from enrolment_queue;
insert into case_attachment (subject_id, case_id, name, sealed)
select subject_id, id, 'enrolment.phone', sealed_phone from enrolment
union all select subject_id, id, 'enrolment.email', sealed_email from enrolment where sealed_email is not null
union all select subject_id, id, 'enrolment.portrait', sealed_portrait from enrolment where sealed_portrait is not null;

-- Notes that stood in the clear wait here until a job of the first start has sealed them. Of somebody whose key was destroyed nothing is
-- sealed anew: she was erased.
create table if not exists case_old_note (
  id uuid primary key,
  subject_id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  what text not null,
  by text not null,
  note text not null
);
insert into case_old_note (id, subject_id, case_id, at, what, by, note)
select e.id, e.subject_id, e.id, coalesce(e.decided_at, e.submitted_at), e.state,
  coalesce(o.number, e.decided_by, ''), e.note
from enrolment e left join officer o on 'officer:' || o.id = e.decided_by
where e.note is not null and exists (select 1 from subject_key k where k.subject_id = e.subject_id);
drop table enrolment_queue;
drop table enrolment_reference;
drop table enrolment;
