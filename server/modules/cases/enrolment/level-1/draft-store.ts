/** SQL of applications that are being filled in. */
import type { Reading, Work } from '../../../../kernel/work.ts'

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
/** What was sent is a case of its subject now; the draft only leads there. */
export const closeDraft = (work: Work, id: string, subjectId: string, enrolmentId: string): Promise<number> =>
  work.run(
    'update enrolment_draft set subject_id = $2, enrolment_id = $3, sealed_portrait = null where id = $1',
    [id, subjectId, enrolmentId],
  )
export const deleteDraft = (work: Work, id: string): Promise<number> =>
  work.run('delete from enrolment_draft where id = $1 and enrolment_id is null', [id])
