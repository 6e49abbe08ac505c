/** SQL of dossiers beside their cases: numbers, agreements of others, ratings. */
import type { Reading, Work } from '../../../kernel/work.ts'

/** The next running number of an office on a day, from 1. Whoever files at the same office waits here. */
export const nextNumber = async (work: Work, officeId: string, day: string): Promise<number> =>
  (
    await work.one<{ last: number }>(
      `insert into dossier_number as n (office_id, day, last) values ($1, $2, 1)
       on conflict (office_id, day) do update set last = n.last + 1 returning last`,
      [officeId, day],
    )
  ).last

export interface ConsentRow {
  readonly subject_id: string
  readonly id: string
  readonly case_subject_id: string
  readonly case_id: string
  readonly consent: string
  readonly state: 'waiting' | 'agreed' | 'declined' | 'on-paper' | 'lapsed'
  readonly asked_at: Date
  readonly answer_by: Date
  readonly answered_at: Date | null
  readonly reminded_at: Date | null
}
export const insertConsent = (
  work: Work,
  row: Pick<
    ConsentRow,
    'subject_id' | 'id' | 'case_subject_id' | 'case_id' | 'consent' | 'asked_at' | 'answer_by'
  >,
): Promise<number> =>
  work.run(
    `insert into dossier_consent (subject_id, id, case_subject_id, case_id, consent, state, asked_at,
       answer_by)
     values ($1, $2, $3, $4, $5, 'waiting', $6, $7)`,
    [row.subject_id, row.id, row.case_subject_id, row.case_id, row.consent, row.asked_at, row.answer_by],
  )
/** The newest first: those that wait, and what she answered lately. */
export const consentsAskedOf = (read: Reading, subjectId: string, most: number) =>
  read.rows<ConsentRow>('select * from dossier_consent where subject_id = $1 order by id desc limit $2', [
    subjectId,
    most,
  ])
export const countWaiting = async (
  read: Reading,
  subjectId: string,
  at: Date,
  most: number,
): Promise<number> =>
  (
    await read.one<{ waiting: number }>(
      `select count(*)::int as waiting from (select 1 from dossier_consent
         where subject_id = $1 and state = 'waiting' and answer_by >= $2 limit $3) as waiting`,
      [subjectId, at, most],
    )
  ).waiting
export const consentOf = (read: Reading, subjectId: string, id: string) =>
  read.maybe<ConsentRow>('select * from dossier_consent where subject_id = $1 and id = $2', [subjectId, id])
export const consentForUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<ConsentRow>('select * from dossier_consent where subject_id = $1 and id = $2 for update', [
    subjectId,
    id,
  ])
export const consentInCase = (
  work: Work,
  of: { readonly subject_id: string; readonly id: string },
  subjectId: string,
  consent: string,
) =>
  work.maybe<ConsentRow>(
    `select * from dossier_consent where subject_id = $3 and case_subject_id = $1 and case_id = $2
       and consent = $4 for update`,
    [of.subject_id, of.id, subjectId, consent],
  )
export const settleConsent = (
  work: Work,
  { subject_id, id }: Pick<ConsentRow, 'subject_id' | 'id'>,
  state: ConsentRow['state'],
  at: Date,
): Promise<number> =>
  work.run(
    `update dossier_consent set state = $3, answered_at = $4
     where subject_id = $1 and id = $2 and state = 'waiting'`,
    [subject_id, id, state, at],
  )
export const markReminded = (
  work: Work,
  { subject_id, id }: Pick<ConsentRow, 'subject_id' | 'id'>,
  at: Date,
): Promise<number> =>
  work.run('update dossier_consent set reminded_at = $3 where subject_id = $1 and id = $2', [
    subject_id,
    id,
    at,
  ])
/** All that still wait for one dossier end with it. */
export const lapseConsents = (
  work: Work,
  of: { readonly subject_id: string; readonly id: string },
  at: Date,
): Promise<number> =>
  work.run(
    `update dossier_consent set state = 'lapsed', answered_at = $3
     where case_subject_id = $1 and case_id = $2 and state = 'waiting'`,
    [of.subject_id, of.id, at],
  )
/** Dossiers that still wait for an agreement past its day. */
export const consentsPast = (read: Reading, at: Date, most: number) =>
  read.rows<{ readonly case_subject_id: string; readonly case_id: string }>(
    `select case_subject_id, case_id from dossier_consent
     where state = 'waiting' and answer_by < $1 order by answer_by, id limit $2`,
    [at, most],
  )

const SLOTS = 8
export const countRating = (
  work: Work,
  of: {
    readonly officeId: string
    readonly month: string
    readonly procedure: string
    readonly stars: number
  },
): Promise<number> =>
  work.run(
    `insert into dossier_rating as r (office_id, month, procedure, stars, slot, given)
     values ($1, $2, $3, $4, floor(random() * ${SLOTS})::smallint, 1)
     on conflict (office_id, month, procedure, stars, slot) do update set given = r.given + 1`,
    [of.officeId, of.month, of.procedure, of.stars],
  )

export interface IssuedPaper {
  readonly digest: Buffer
  readonly subject_id: string
  readonly case_id: string
  readonly kind: string
  readonly issued_at: Date
  /** SHA-256 of the file as it was handed out; null for what was handed out before it was noted. */
  readonly file_digest: Buffer | null
  /** ISO day. */
  readonly valid_until: string | null
  readonly ended_at: Date | null
}
export const insertPaper = (work: Work, row: Omit<IssuedPaper, 'ended_at'>): Promise<number> =>
  work.run(
    `insert into issued_paper (digest, subject_id, case_id, kind, issued_at, valid_until, file_digest)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.digest, row.subject_id, row.case_id, row.kind, row.issued_at, row.valid_until, row.file_digest],
  )
const PAPER =
  'digest, subject_id, case_id, kind, issued_at, valid_until::text as valid_until, file_digest, ended_at'
export const paperOf = (read: Reading, digest: Buffer) =>
  read.maybe<IssuedPaper>(`select ${PAPER} from issued_paper where digest = $1`, [digest])
export const paperOfFile = (read: Reading, digest: Buffer) =>
  read.maybe<IssuedPaper>(`select ${PAPER} from issued_paper where file_digest = $1`, [digest])
export const papersOfCase = (
  read: Reading,
  { subject_id, id }: { readonly subject_id: string; readonly id: string },
) =>
  read.rows<IssuedPaper>(`select ${PAPER} from issued_paper where subject_id = $1 and case_id = $2`, [
    subject_id,
    id,
  ])
/** What has ended before keeps its moment. */
export const endPaper = (
  work: Work,
  { subject_id, id }: { readonly subject_id: string; readonly id: string },
  kind: string,
  at: Date,
): Promise<number> =>
  work.run(
    `update issued_paper set ended_at = coalesce(ended_at, $4)
     where subject_id = $1 and case_id = $2 and kind = $3`,
    [subject_id, id, kind, at],
  )
/** Those of a kind that still stand and were handed out before; answers how many ended. */
export const endPapers = (
  work: Work,
  of: { readonly subjectId: string; readonly kind: string; readonly at: Date },
): Promise<number> =>
  work.run(
    `update issued_paper set ended_at = $3
     where subject_id = $1 and kind = $2 and ended_at is null and issued_at < $3`,
    [of.subjectId, of.kind, of.at],
  )
