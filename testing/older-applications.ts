/**
 * Applications for level 1 as an older Sen kept them, in tables of their own; and the steps from there to
 * this one.
 */
import { readFile } from 'node:fs/promises'
import {
  applicationOf,
  portraitOf,
  type Level1Row,
} from '../server/modules/cases/enrolment/level-1/level-1-case.ts'
import type { Fixture } from './fixture.ts'

type Place = Pick<Fixture, 'context' | 'pool'>

const migration = (name: string): Promise<string> =>
  readFile(new URL(`../server/storage/migrations/${name}.sql`, import.meta.url), 'utf8')

export const step = async ({ pool }: Place, name: string): Promise<void> => {
  await pool.query(await migration(name))
}

const keepOlder = async ({ context, pool }: Place, row: Level1Row): Promise<void> => {
  const { read, sealer } = context.tools
  const { phone, email, name: _, ...declared } = await applicationOf(read, context.tools, row)
  const portrait = await portraitOf(read, context.tools, row)
  const seal = (label: string, value: string | Buffer | null) =>
    value === null ? null : sealer.seal(row.subject_id, `enrolment.${label}`, value)
  const { language, provenChannel, doubts, portraitScore } = row.facts
  await pool.query(
    `insert into enrolment (subject_id, id, reference, office_id, state, personal_number, language,
       sealed_declared, sealed_phone, sealed_email, sealed_portrait, proven_channel, doubts, portrait_score,
       reason, submitted_at, due_at, decided_at, decided_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      row.subject_id,
      row.id,
      row.reference,
      row.office_id,
      row.state,
      declared.personalNumber,
      language,
      await seal('declared', JSON.stringify(declared)),
      await seal('phone', phone),
      await seal('email', email),
      await seal('portrait', portrait),
      provenChannel,
      doubts,
      portraitScore,
      row.reason,
      row.opened_at,
      row.due_at,
      row.decided_at,
      row.state === 'submitted' ? null : (row.decided_by ?? 'system:settle-enrolment'),
    ],
  )
}

/** All that there are now. How many wait stays counted, as that older Sen counted them. */
export const makeOlder = async (place: Place): Promise<void> => {
  const { pool } = place
  const old = await migration('045-enrolment')
  await pool.query(old.slice(old.indexOf('create table enrolment (')))
  const { rows } = await pool.query<Level1Row>(`select * from case_file where kind = 'level-1'`)
  for (const row of rows) {
    await keepOlder(place, row)
  }
  await pool.query(
    `insert into enrolment_reference select reference, subject_id, id, office_id from enrolment;
     insert into enrolment_queue select office_id, due_at, reference, subject_id, id, submitted_at
       from enrolment where state = 'in-review';
     delete from case_attachment where case_id in (select id from enrolment);
     delete from case_history where case_id in (select id from enrolment);
     delete from case_queue where kind = 'level-1';
     delete from case_name where kind = 'level-1';
     delete from case_file where kind = 'level-1'`,
  )
}
