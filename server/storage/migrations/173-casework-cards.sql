-- Applications for a card stand among the other cases. Content stays sealed as it was: its label does not change;
-- portrait, templates and chip become attachments that are named by the label of their old column.
insert into case_file (subject_id, id, kind, reference, office_id, state, about_key, taken_by, unfinished_key, opened_by, opened_at,
  received_at, changed_at, submitted_at, due_at, decided_at, decided_by, reason, late_told_at, facts, sealed_content)
select subject_id, id, 'card', reference, office_id, state, about_key, taken_by,
  case when state in ('open', 'waiting-second', 'accepted', 'printed', 'ready') then '' end, opened_by::text, opened_at,
  opened_at, changed_at, submitted_at, due_at, decided_at, decided_by, refusal, overdue_told_at,
  jsonb_build_object('kind', kind, 'reason', reason, 'withAccount', with_account, 'printedBy', printed_by,
    'printedAt', to_char(printed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'readyAt', to_char(ready_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'handedOverAt', to_char(handed_over_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'chipDigest', encode(chip_digest, 'hex')),
  sealed_content
from id_card_application;
insert into case_attachment (subject_id, case_id, name, sealed)
select subject_id, id, 'id_card.portrait', sealed_portrait from id_card_application where sealed_portrait is not null
union all select subject_id, id, 'id_card.prints', sealed_prints from id_card_application where sealed_prints is not null
union all select subject_id, id, 'id_card.chip', sealed_chip from id_card_application where sealed_chip is not null;
insert into case_name (id, kind, reference, subject_id, office_id)
select id, 'card', reference, subject_id, office_id from id_card_application;
-- What lies ready waits for its holder, and is late no more.
insert into case_queue (office_id, kind, stage, sort_at, id, subject_id, due_at, is_late_told)
select office_id, 'card', which, due_at, id, subject_id, case when which <> 'ready' then due_at end, is_overdue_told from id_card_queue;
insert into case_count (office_id, kind, stage, slot, waiting)
select office_id, kind, stage, 0, count(*) from case_queue where kind = 'card' group by office_id, kind, stage;
drop table id_card_queue;
drop table id_card_application_name;
drop table id_card_application;
