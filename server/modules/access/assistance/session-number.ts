/** The number that a helper typed, as it is kept (`sealed-early.ts`). */
import { sealedEarly, type SealedEarly } from '../../../kernel/sealed-early.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import * as store from './store.ts'

const number = sealedEarly('assistance_session.number')
type Row = Pick<store.SessionRow, 'subject_id' | 'sealed_number' | 'is_number_of_house'>
const asKept = (row: Row): SealedEarly => ({
  subjectId: row.subject_id,
  sealed: row.sealed_number,
  isOfHouse: row.is_number_of_house,
})

export const sealTypedNumber = (tools: Tools, personalNumber: string) => ({
  sealed_number: number.seal(tools, personalNumber),
  is_number_of_house: true,
})

export const numberOf = (tools: Tools, row: Row): Promise<string> => number.open(tools, asKept(row))

export const sealNumberAsHers = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  sessionId: string,
): Promise<void> => {
  const row = await store.forUpdate(work, subjectId, sessionId)
  const sealed = row && (await number.asHers(tools, asKept(row)))
  if (row && sealed) {
    await store.saveNumber(work, subjectId, row.id, sealed)
  }
}
