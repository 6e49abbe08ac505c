/** Whether her account or her phone number is about to go, for whoever takes all of hers along. */
import type { TellingTo } from '../../../../kernel/telling.ts'
import { phoneLeavesAt } from '../phone-release/phone-release.ts'
import { closesAt } from './closing.ts'

export const tellClosing = async ({ work, account: { subjectId } }: TellingTo) => ({
  closesAt: await closesAt(work, subjectId),
  phoneLeavesAt: await phoneLeavesAt(work, subjectId),
})
