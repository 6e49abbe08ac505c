/**
 * An address that the register can write, in a commune that stands that day; the number of a new household.
 */
import { newCode } from '../../../../kernel/id.ts'
import { dayInVietnam } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { findUnit, listCommunes } from '../../territory/find-unit.ts'
import { mustReadLine, type Dwelling } from './residence.ts'
import * as store from './residence-store.ts'

const COMMUNE = /^[0-9]{5}$/
const PROVINCE = /^[0-9]{2}$/

/**
 * Throws for a commune that is no more, and for what is no unit. A province does where its communes have not
 * been brought in.
 */
export const mustBeUnit = async (read: Reading, unit: string, at: Date): Promise<void> => {
  const day = dayInVietnam(at)
  const isOne =
    (COMMUNE.test(unit) || PROVINCE.test(unit)) &&
    (await findUnit(read, unit, day)) !== null &&
    (COMMUNE.test(unit) || (await listCommunes(read, unit, day)).length === 0)
  if (!isOne) {
    throw problem('residence.no-such-unit')
  }
}

/** Whether both are in one commune; of those that are only known by province nobody can say. */
export const isSameCommune = (one: string | null, other: string | null): boolean =>
  one !== null && one === other && COMMUNE.test(one)

export const mustBeCommune = async (
  read: Reading,
  { address, unit }: Dwelling,
  at: Date,
): Promise<Dwelling> => {
  const dwelling = { address: mustReadLine(address, 'residence.bad-place'), unit }
  await mustBeUnit(read, unit, at)
  return dwelling
}

const DIGITS = 9
const TRIES = 5

/** The commune and nine drawn digits: no counter for which all of a commune would wait. */
export const drawHousehold = async (read: Reading, unit: string): Promise<string> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const household = `${unit}-${newCode(DIGITS)}`
    if (!(await store.isHouseholdUsed(read, household))) {
      return household
    }
  }
  throw new Error('no free number of a household was drawn')
}
