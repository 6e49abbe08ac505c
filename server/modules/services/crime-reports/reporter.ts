/** Who sent a named report: number and name under her own key, opened only where it is meant to be read. */
import type { Tools } from '../../../kernel/tools.ts'
import type { ReporterRow } from './reporter-store.ts'

export interface Identity {
  readonly personalNumber: string
  readonly name: string | null
}
const SEALED = 'crime_report_reporter.identity'

export const sealIdentity = (
  { sealer }: Pick<Tools, 'sealer'>,
  subjectId: string,
  identity: Identity,
): Promise<Buffer> => sealer.seal(subjectId, SEALED, JSON.stringify(identity))

export const identityOf = async (
  { sealer }: Pick<Tools, 'sealer'>,
  { subject_id: subjectId, sealed }: Pick<ReporterRow, 'subject_id' | 'sealed'>,
): Promise<Identity> =>
  JSON.parse((await sealer.open(subjectId, SEALED, sealed)).toString('utf8')) as Identity
