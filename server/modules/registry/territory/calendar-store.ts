/** SQL of the announced changes to the working calendar. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type { CalendarChange } from './calendar-change.ts'

export interface ChangeRow {
  /** 1 for the first change, without gaps. */
  readonly revision: number
  readonly change: CalendarChange
  readonly proposedBy: string
  readonly confirmedBy: string
  readonly confirmedAt: Date
  /** null while open time limits are counted anew. */
  readonly settledAt: Date | null
}
/** A country announces a few a year. */
export const changes = (read: Reading) =>
  read.rows<ChangeRow>(
    `select revision, change, proposed_by as "proposedBy", confirmed_by as "confirmedBy",
       confirmed_at as "confirmedAt", settled_at as "settledAt"
     from calendar_change order by revision limit 5000`,
    [],
  )
/** Answers false when somebody else confirmed one in this very moment: it is tried again. */
export const insertChange = async (
  work: Work,
  { revision, change, proposedBy, confirmedBy, confirmedAt }: Omit<ChangeRow, 'settledAt'>,
): Promise<boolean> =>
  (await work.run(
    `insert into calendar_change (revision, change, proposed_by, confirmed_by, confirmed_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [revision, JSON.stringify(change), proposedBy, confirmedBy, confirmedAt],
  )) === 1
export const settleChanges = (work: Work, upTo: number, at: Date) =>
  work.run('update calendar_change set settled_at = $2 where revision <= $1 and settled_at is null', [
    upTo,
    at,
  ])

export interface ChangeProposal {
  readonly sha256: string
  readonly change: CalendarChange
  readonly proposedBy: string
  readonly proposedAt: Date
}
const PROPOSAL = 'sha256, change, proposed_by as "proposedBy", proposed_at as "proposedAt"'
export const changeProposals = (read: Reading) =>
  read.rows<ChangeProposal>(
    `select ${PROPOSAL} from proposed_calendar_change order by proposed_at, sha256 limit 500`,
    [],
  )
/** Held until the transaction ends, so that one of two who confirm it at once finds it gone. */
export const lockChangeProposal = (work: Work, sha256: string) =>
  work.maybe<ChangeProposal>(
    `select ${PROPOSAL} from proposed_calendar_change where sha256 = $1 for update`,
    [sha256],
  )
/** false: just this is proposed already. */
export const insertChangeProposal = async (work: Work, row: ChangeProposal): Promise<boolean> =>
  (await work.run(
    `insert into proposed_calendar_change (sha256, change, proposed_by, proposed_at)
     values ($1, $2, $3, $4) on conflict do nothing`,
    [row.sha256, JSON.stringify(row.change), row.proposedBy, row.proposedAt],
  )) === 1
export const deleteChangeProposal = (work: Work, sha256: string) =>
  work.run('delete from proposed_calendar_change where sha256 = $1', [sha256])
