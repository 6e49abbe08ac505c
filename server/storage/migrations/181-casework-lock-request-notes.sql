-- What 179 left in the clear of old requests to lock and unlock, the reasons of a decision and the number of a person without an account,
-- waits with the old notes (180) until a job of the first start has sealed it into the history. Of somebody whose key was destroyed
-- nothing is sealed anew: she was erased.
insert into case_old_note (id, subject_id, case_id, at, what, by, note)
select gen_random_uuid(), c.subject_id, c.id, coalesce(c.decided_at, c.changed_at), c.state, coalesce(o.number, c.decided_by, ''), c.reason
from case_file c left join officer o on 'officer:' || o.id = c.decided_by
where c.kind = 'lock-request' and c.reason is not null
  and exists (select 1 from subject_key k where k.subject_id = c.subject_id);
insert into case_old_note (id, subject_id, case_id, at, what, by, note)
select gen_random_uuid(), c.subject_id, c.id, c.opened_at, 'number-sealed', 'automatic', c.facts ->> 'personalNumber'
from case_file c where c.kind = 'lock-request' and c.facts ? 'personalNumber'
  and exists (select 1 from subject_key k where k.subject_id = c.subject_id);
update case_file set reason = null, facts = facts - 'personalNumber'
where kind = 'lock-request' and (reason is not null or facts ? 'personalNumber');
