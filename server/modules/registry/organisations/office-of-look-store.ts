/** SQL of the office that answers for a look. */
import type { Reading } from '../../../kernel/work.ts'

/** By her id; by her number where the line has no id. */
export const lookerOf = (read: Reading, officerId: string | null, officerNumber: string | null) =>
  read.maybe<{ id: string; person_digest: Buffer | null }>(
    'select id, person_digest from officer where id = $1 or ($1 is null and number = $2)',
    [officerId, officerNumber],
  )

/**
 * The office of this name at which the officer had a mandate, where another person has the task now: as
 * everywhere, the newest mandate in force decides.
 */
export const officeWithAnother = (
  read: Reading,
  of: { readonly officerId: string; readonly office: string; readonly task: string; readonly at: Date },
) =>
  read.maybe<{ id: string }>(
    `select f.id from office f
     where f.name = $2 and exists (select 1 from mandate m where m.officer_id = $1 and m.office_id = f.id)
       and exists (select 1 from mandate m join officer o on o.id = m.officer_id and o.left_at is null
         where m.office_id = f.id and $3 = any(m.tasks) and m.valid_from <= $4
           and (m.valid_until is null or m.valid_until > $4)
           and o.person_digest is not null
           and o.person_digest is distinct from (select person_digest from officer where id = $1)
           and not exists (select 1 from mandate n where n.officer_id = m.officer_id
             and n.office_id = m.office_id and n.valid_from > m.valid_from
             and n.valid_from <= $4 and (n.valid_until is null or n.valid_until > $4)))
     order by f.code limit 1`,
    [of.officerId, of.office, of.task, of.at],
  )
