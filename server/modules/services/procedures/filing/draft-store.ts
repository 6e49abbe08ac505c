/** SQL of drafts of public services and of the pictures that come with them. */
import type { Reading, Work } from '../../../../kernel/work.ts'

export interface DraftRow {
  readonly subject_id: string
  readonly procedure: string
  readonly id: string
  readonly version: number
  readonly sealed: Buffer
  readonly saved_at: Date
}

export const draftOf = (read: Reading, subjectId: string, procedure: string) =>
  read.maybe<DraftRow>('select * from service_draft where subject_id = $1 and procedure = $2', [
    subjectId,
    procedure,
  ])
/** One of each procedure: a person has few. */
export const draftsOf = (read: Reading, subjectId: string) =>
  read.rows<DraftRow>('select * from service_draft where subject_id = $1 order by saved_at desc limit 200', [
    subjectId,
  ])
export const draftForUpdate = (work: Work, subjectId: string, procedure: string) =>
  work.maybe<DraftRow>('select * from service_draft where subject_id = $1 and procedure = $2 for update', [
    subjectId,
    procedure,
  ])
/** Which other procedure of hers has this id. */
export const otherOfId = (read: Reading, subjectId: string, id: string, procedure: string) =>
  read.maybe('select 1 from service_draft where subject_id = $1 and id = $2 and procedure <> $3', [
    subjectId,
    id,
    procedure,
  ])
/** The phone that wrote last says under which id it is filed. */
export const saveDraft = async (work: Work, row: DraftRow): Promise<void> => {
  await work.run(
    `insert into service_draft (subject_id, procedure, id, version, sealed, saved_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (subject_id, procedure) do update set id = excluded.id, version = excluded.version,
       sealed = excluded.sealed, saved_at = excluded.saved_at`,
    [row.subject_id, row.procedure, row.id, row.version, row.sealed, row.saved_at],
  )
  await work.run('update service_draft_paper set kept_at = $3 where subject_id = $1 and procedure = $2', [
    row.subject_id,
    row.procedure,
    row.saved_at,
  ])
}
export const renameDraft = (work: Work, subjectId: string, procedure: string, id: string): Promise<number> =>
  work.run('update service_draft set id = $3 where subject_id = $1 and procedure = $2', [
    subjectId,
    procedure,
    id,
  ])

export interface PaperRow {
  readonly paper: string
  readonly sealed: Buffer
}
export const papersOf = async (
  read: Reading,
  subjectId: string,
  procedure: string,
): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await read.rows<{ paper: string }>(
        'select paper from service_draft_paper where subject_id = $1 and procedure = $2',
        [subjectId, procedure],
      )
    ).map(({ paper }) => paper),
  )
export const keepPaper = (
  work: Work,
  of: { readonly subjectId: string; readonly procedure: string; readonly paper: string },
  sealed: Buffer,
  at: Date,
): Promise<number> =>
  work.run(
    `insert into service_draft_paper (subject_id, procedure, paper, sealed, kept_at)
     values ($1, $2, $3, $4, $5)
     on conflict (subject_id, procedure, paper) do update set sealed = excluded.sealed,
       kept_at = excluded.kept_at`,
    [of.subjectId, of.procedure, of.paper, sealed, at],
  )

/** Answers whose procedure it was; undefined where there is none of this id. */
export const removeDraft = async (work: Work, subjectId: string, id: string): Promise<string | undefined> =>
  (
    await work.maybe<{ procedure: string }>(
      'delete from service_draft where subject_id = $1 and id = $2 returning procedure',
      [subjectId, id],
    )
  )?.procedure
export const removePapers = (work: Work, subjectId: string, procedure: string): Promise<PaperRow[]> =>
  work.rows<PaperRow>(
    'delete from service_draft_paper where subject_id = $1 and procedure = $2 returning paper, sealed',
    [subjectId, procedure],
  )
