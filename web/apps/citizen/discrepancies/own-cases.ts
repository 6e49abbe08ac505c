// The citizen's own cases of differing data.
import type { ViewOwnDiscrepancies } from '../../../../contract/discrepancy.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { ownView } from '../shell/session.ts'

export type OwnCase = OutputOf<typeof ViewOwnDiscrepancies>['items'][number]

export const readOwnCases = async (): Promise<readonly OwnCase[]> =>
  (await ownView<typeof ViewOwnDiscrepancies>('discrepancy.own', {})).items
