/** The number that a helper typed, as it is kept (`sealed-early.ts`). */
import { sealedEarly, sealLate, type SealedEarly } from '../../../kernel/sealed-early.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Transact, Work } from '../../../kernel/work.ts'
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
): Promise<boolean> => {
  const row = await store.forUpdate(work, subjectId, sessionId)
  const sealed = row && (await number.asHers(tools, asKept(row)))
  if (!row || !sealed) {
    return false
  }
  await store.saveNumber(work, subjectId, row.id, sealed)
  return true
}

export const sealLateNumbers = (transact: Transact, tools: Tools): Promise<number> =>
  sealLate(
    transact,
    (before, most) => store.ofHouseBefore(tools.read, before, most),
    (work, { subject_id, id }) => sealNumberAsHers(work, tools, subject_id, id),
  )
