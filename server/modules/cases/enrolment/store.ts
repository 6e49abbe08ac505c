/** SQL of applications, drafts and the review queue. */
import type { Reading, Work } from '../../../kernel/work.ts'
import { countEntered, countLeft, waitingAt } from '../casework/count-waiting.ts'
import type { EnrolmentState } from './level-1/enrolment.ts'

export interface DraftRow {
  readonly id: string
  readonly language: 'vi' | 'en'
  readonly ends_at: Date
  readonly sealed_declared: Buffer | null
  readonly sealed_phone: Buffer | null
  readonly sealed_email: Buffer | null
  readonly sealed_portrait: Buffer | null
  readonly proof_id: string | null
  readonly contact_proven_at: Date | null
  readonly proven_channel: 'sms' | 'email' | null
  readonly subject_id: string | null
  readonly enrolment_id: string | null
}

export const insertDraft = (
  work: Work,
  row: { id: string; language: string; consent: string; at: Date; endsAt: Date },
): Promise<number> =>
  work.run(
    'insert into enrolment_draft (id, language, consent, consented_at, ends_at) values ($1, $2, $3, $4, $5)',
    [row.id, row.language, row.consent, row.at, row.endsAt],
  )
export const draftForUpdate = (work: Work, id: string, at: Date) =>
  work.maybe<DraftRow>('select * from enrolment_draft where id = $1 and ends_at > $2 for update', [id, at])
export const findDraft = (read: Reading, id: string, at: Date) =>
  read.maybe<DraftRow>('select * from enrolment_draft where id = $1 and ends_at > $2', [id, at])
export const saveDeclared = (work: Work, id: string, sealed: Buffer): Promise<number> =>
  work.run('update enrolment_draft set sealed_declared = $2 where id = $1', [id, sealed])
export const saveContact = (
  work: Work,
  id: string,
  phone: Buffer,
  email: Buffer | null,
  proofId: string,
): Promise<number> =>
  work.run(
    'update enrolment_draft set sealed_phone = $2, sealed_email = $3, proof_id = $4, contact_proven_at = null, proven_channel = null where id = $1',
    [id, phone, email, proofId],
  )
export const saveProven = (work: Work, id: string, channel: 'sms' | 'email', at: Date): Promise<number> =>
  work.run('update enrolment_draft set contact_proven_at = $2, proven_channel = $3 where id = $1', [
    id,
    at,
    channel,
  ])
export const savePortrait = (work: Work, id: string, sealed: Buffer): Promise<number> =>
  work.run('update enrolment_draft set sealed_portrait = $2 where id = $1', [id, sealed])
/** The application now stands under its subject; the draft only leads there. */
export const closeDraft = (work: Work, id: string, subjectId: string, enrolmentId: string): Promise<number> =>
  work.run(
    'update enrolment_draft set subject_id = $2, enrolment_id = $3, sealed_portrait = null where id = $1',
    [id, subjectId, enrolmentId],
  )
export const deleteDraft = (work: Work, id: string): Promise<number> =>
  work.run('delete from enrolment_draft where id = $1 and enrolment_id is null', [id])

export interface EnrolmentRow {
  readonly subject_id: string
  readonly id: string
  readonly reference: string
  readonly office_id: string
  readonly state: EnrolmentState
  readonly personal_number: string
  readonly language: 'vi' | 'en'
  readonly sealed_declared: Buffer
  readonly sealed_phone: Buffer
  readonly sealed_email: Buffer | null
  readonly sealed_portrait: Buffer | null
  readonly proven_channel: 'sms' | 'email'
  readonly doubts: string[]
  readonly portrait_score: number | null
  readonly reason: string | null
  readonly submitted_at: Date
  readonly due_at: Date
  readonly decided_at: Date | null
}
export type NewEnrolment = Pick<
  EnrolmentRow,
  | 'subject_id'
  | 'id'
  | 'reference'
  | 'office_id'
  | 'personal_number'
  | 'language'
  | 'sealed_declared'
  | 'sealed_phone'
  | 'sealed_email'
  | 'sealed_portrait'
  | 'proven_channel'
  | 'submitted_at'
  | 'due_at'
>

export const insertEnrolment = async (work: Work, row: NewEnrolment): Promise<void> => {
  await work.run(
    `insert into enrolment (subject_id, id, reference, office_id, state, personal_number, language,
       sealed_declared, sealed_phone, sealed_email, sealed_portrait, submitted_at, due_at, proven_channel)
     values ($1, $2, $3, $4, 'submitted', $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      row.subject_id,
      row.id,
      row.reference,
      row.office_id,
      row.personal_number,
      row.language,
      row.sealed_declared,
      row.sealed_phone,
      row.sealed_email,
      row.sealed_portrait,
      row.submitted_at,
      row.due_at,
      row.proven_channel,
    ],
  )
  await work.run(
    'insert into enrolment_reference (reference, subject_id, enrolment_id, office_id) values ($1, $2, $3, $4)',
    [row.reference, row.subject_id, row.id, row.office_id],
  )
}
export const moveToOffice = async (work: Work, row: EnrolmentRow, officeId: string): Promise<void> => {
  await work.run('update enrolment set office_id = $3 where subject_id = $1 and id = $2', [
    row.subject_id,
    row.id,
    officeId,
  ])
  await work.run('update enrolment_reference set office_id = $2 where reference = $1', [
    row.reference,
    officeId,
  ])
}
export const findEnrolment = (read: Reading, subjectId: string, id: string) =>
  read.maybe<EnrolmentRow>('select * from enrolment where subject_id = $1 and id = $2', [subjectId, id])
export const ofSubject = (read: Reading, subjectId: string, reference: string) =>
  read.maybe<EnrolmentRow>('select * from enrolment where subject_id = $1 and reference = $2', [
    subjectId,
    reference,
  ])
export const enrolmentForUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<EnrolmentRow>('select * from enrolment where subject_id = $1 and id = $2 for update', [
    subjectId,
    id,
  ])
export const byReference = (read: Reading, reference: string) =>
  read.maybe<{ subject_id: string; enrolment_id: string; office_id: string }>(
    'select subject_id, enrolment_id, office_id from enrolment_reference where reference = $1',
    [reference],
  )

export interface Decision {
  readonly state: EnrolmentState
  readonly reason: string | null
  readonly doubts: readonly string[]
  readonly score: number | null
  readonly by: string
  readonly note: string | null
  readonly at: Date | null
}
export const saveDecision = (
  work: Work,
  row: Pick<EnrolmentRow, 'subject_id' | 'id'>,
  d: Decision,
): Promise<number> =>
  work.run(
    `update enrolment set state = $3, reason = $4, doubts = $5, portrait_score = $6, decided_by = $7, note = $8, decided_at = $9 where subject_id = $1 and id = $2`,
    [row.subject_id, row.id, d.state, d.reason, d.doubts, d.score, d.by, d.note, d.at],
  )

/** The queue is this module's own; how many wait is counted as for every other kind. */
const placeOf = (officeId: string) => ({
  officeId,
  kind: 'level-1',
  stage: 'review',
})
export const enqueue = async (work: Work, row: EnrolmentRow): Promise<void> => {
  const isNew = await work.run(
    'insert into enrolment_queue (office_id, due_at, reference, subject_id, enrolment_id, submitted_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
    [row.office_id, row.due_at, row.reference, row.subject_id, row.id, row.submitted_at],
  )
  if (isNew === 1) {
    await countEntered(work, placeOf(row.office_id), row.id)
  }
}
export const dequeue = async (work: Work, row: EnrolmentRow): Promise<void> => {
  const isGone = await work.run(
    'delete from enrolment_queue where office_id = $1 and due_at = $2 and reference = $3',
    [row.office_id, row.due_at, row.reference],
  )
  if (isGone === 1) {
    await countLeft(work, placeOf(row.office_id), row.id)
  }
}
export const queuePage = (
  read: Reading,
  officeId: string,
  after: { dueAt: string; reference: string },
  most: number,
) =>
  read.rows<EnrolmentRow>(
    `select e.* from enrolment_queue q join enrolment e on e.subject_id = q.subject_id
       and e.id = q.enrolment_id
     where q.office_id = $1 and (q.due_at, q.reference) > ($2::timestamptz, $3) order by q.due_at,
       q.reference limit $4`,
    [officeId, after.dueAt, after.reference, most],
  )
export const queueLength = (read: Reading, officeId: string): Promise<number> =>
  waitingAt(read, placeOf(officeId))
/** `overdue` is counted up to 1,000 along the queue's own key. */
export const queueFigures = async (read: Reading, officeId: string, at: Date) => {
  const { overdue, next_due_at } = await read.one<{ overdue: number; next_due_at: Date | null }>(
    `select count(*) filter (where due_at < $2)::int as overdue, min(due_at) as next_due_at
     from (select due_at from enrolment_queue where office_id = $1 order by due_at limit 1000) as few`,
    [officeId, at],
  )
  return { waiting: await queueLength(read, officeId), overdue, next_due_at }
}
