/** SQL of published procedures. */
import type { Reading, Work } from '../../../kernel/work.ts'

export interface PublishedRow {
  readonly id: string
  readonly version: number
  readonly definition: unknown
}
/** A country has some hundreds of them. */
export const publishedProcedures = (read: Reading) =>
  read.rows<PublishedRow>(
    'select id, version, definition from published_procedure order by id, version limit 5000',
    [],
  )
export const publishedProcedure = (read: Reading, id: string, version: number) =>
  read.maybe<PublishedRow>(
    'select id, version, definition from published_procedure where id = $1 and version = $2',
    [id, version],
  )

export interface ProposalRow extends PublishedRow {
  readonly proposedBy: string
  readonly proposedAt: Date
}
const PROPOSAL = 'id, version, definition, proposed_by as "proposedBy", proposed_at as "proposedAt"'
export const proposals = (read: Reading) =>
  read.rows<ProposalRow>(`select ${PROPOSAL} from proposed_procedure order by id, version limit 500`, [])
/** Held until the transaction ends, so that one of two who publish it at once finds it gone. */
export const lockProposal = (work: Work, id: string, version: number) =>
  work.maybe<ProposalRow>(
    `select ${PROPOSAL} from proposed_procedure where id = $1 and version = $2 for update`,
    [id, version],
  )
/** false: this version is proposed already. */
export const insertProposal = async (work: Work, row: ProposalRow): Promise<boolean> =>
  (await work.maybe(
    `insert into proposed_procedure (id, version, definition, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing returning id`,
    [row.id, row.version, JSON.stringify(row.definition), row.proposedBy, row.proposedAt],
  )) !== undefined
export const deleteProposal = (work: Work, id: string, version: number) =>
  work.run('delete from proposed_procedure where id = $1 and version = $2', [id, version])
export const insertPublished = (work: Work, row: ProposalRow, by: string, at: Date) =>
  work.run(
    `insert into published_procedure (id, version, definition, proposed_by, published_by, published_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.version, JSON.stringify(row.definition), row.proposedBy, by, at],
  )
