/** SQL of going back to an application whose session is gone. */
import type { Reading, Work } from '../../../../kernel/work.ts'

export interface ReturnRow {
  readonly id: string
  readonly sealed_reference: Buffer
  readonly proof_id: string
  readonly ends_at: Date
}
export const insertReturn = (work: Work, row: ReturnRow): Promise<number> =>
  work.run(
    `insert into enrolment_return (id, sealed_reference, proof_id, ends_at)
     values ($1, $2, $3, $4)`,
    [row.id, row.sealed_reference, row.proof_id, row.ends_at],
  )
export const findReturn = (read: Reading, id: string, at: Date) =>
  read.maybe<ReturnRow>('select * from enrolment_return where id = $1 and ends_at > $2', [id, at])
