/** SQL of the hotline's calls. */
import type { Reading, Work } from '../../../kernel/work.ts'

export interface CallRow {
  readonly agent_id: string
  readonly id: string
  readonly reference: string
  readonly office_id: string
  readonly subject_id: string | null
  readonly about_key: string
  readonly tries: number
  readonly deeds: string[]
  readonly began_at: Date
  readonly ended_at: Date | null
}

export const insert = (
  work: Work,
  row: Pick<CallRow, 'agent_id' | 'id' | 'reference' | 'office_id' | 'began_at'>,
): Promise<number> =>
  work.run(
    'insert into hotline_call (agent_id, id, reference, office_id, began_at) values ($1, $2, $3, $4, $5)',
    [row.agent_id, row.id, row.reference, row.office_id, row.began_at],
  )
export const forUpdate = (work: Work, agentId: string, id: string) =>
  work.maybe<CallRow>('select * from hotline_call where agent_id = $1 and id = $2 for update', [agentId, id])
export const saveTry = (work: Work, row: CallRow): Promise<number> =>
  work.run('update hotline_call set tries = tries + 1 where agent_id = $1 and id = $2', [
    row.agent_id,
    row.id,
  ])
export const saveKnown = (work: Work, row: CallRow, subjectId: string, aboutKey: string): Promise<number> =>
  work.run('update hotline_call set subject_id = $3, about_key = $4 where agent_id = $1 and id = $2', [
    row.agent_id,
    row.id,
    subjectId,
    aboutKey,
  ])
export const saveDeeds = (work: Work, row: CallRow, deeds: readonly string[]): Promise<number> =>
  work.run('update hotline_call set deeds = $3 where agent_id = $1 and id = $2', [
    row.agent_id,
    row.id,
    deeds,
  ])
export const saveEnded = (work: Work, row: CallRow, at: Date): Promise<number> =>
  work.run('update hotline_call set ended_at = $3 where agent_id = $1 and id = $2', [
    row.agent_id,
    row.id,
    at,
  ])
/** Newest first, from before an id. */
export const ofAgent = (read: Reading, agentId: string, before: string | null, most: number) =>
  read.rows<CallRow>(
    'select * from hotline_call where agent_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3',
    [agentId, before, most],
  )
