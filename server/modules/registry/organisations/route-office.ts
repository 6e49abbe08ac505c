/**
 * Which office a case goes to that nobody opens at a counter: the one whose territory is nearest to the
 * person and which has somebody with the task. A commune goes before its province, a province before the
 * country.
 */
import { now } from '../../../kernel/clock.ts'
import type { Reading } from '../../../kernel/work.ts'
import { findUnit, unitHistory } from '../territory/find-unit.ts'
import { CENTRAL_OFFICE, type Task } from './mandate.ts'
import * as store from './store.ts'

/** The unit as it is today: what a commune was merged into, where it is gone. */
const unitToday = async (read: Reading, code: string) => {
  const unit = await findUnit(read, code)
  if (unit) {
    return unit
  }
  const last = (await unitHistory(read, code)).at(-1)
  const successor = last?.successorCode ? await findUnit(read, last.successorCode) : null
  return successor ?? last ?? null
}

/** The nearest first. A code that is in no list stands for itself. */
const territoriesOf = async (read: Reading, unitCode: string | null): Promise<string[]> => {
  if (unitCode === null) {
    return []
  }
  const { code, parentCode } = (await unitToday(read, unitCode)) ?? { code: unitCode, parentCode: null }
  return parentCode === null ? [code] : [code, parentCode]
}

/**
 * Exactly one office: where nobody in the country has the task now, the central one, so that no case is
 * without an office. `unitCode`: of the person's residence; null where it is not known.
 */
export const officeFor = async (
  read: Reading,
  task: Task,
  unitCode: string | null,
  at = now(),
): Promise<string> => {
  const units = await territoriesOf(read, unitCode)
  return (
    (await store.nearestOffice(read, { units, task, at, central: CENTRAL_OFFICE.id })) ?? CENTRAL_OFFICE.id
  )
}
