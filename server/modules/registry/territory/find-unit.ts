/** Units for other modules: as they are, or as they were on a day. */
import { dayInVietnam } from '../../../kernel/policy.ts'
import { now } from '../../../kernel/clock.ts'
import type { Reading } from '../../../kernel/work.ts'
import * as store from './store.ts'
import type { UnitVersion } from './unit.ts'

const today = (): string => dayInVietnam(now())

/**
 * The unit of a code on a day (ISO; today when not given), or null. Codes of personal numbers (3 digits) are
 * found up to June 2025.
 */
export const findUnit = async (read: Reading, code: string, day = today()): Promise<UnitVersion | null> =>
  (await store.unitOn(read, code, day)) ?? null

/** All versions of a code, oldest first. */
export const unitHistory = (read: Reading, code: string): Promise<UnitVersion[]> =>
  store.versionsOf(read, code)

export const listProvinces = (read: Reading, day = today()): Promise<UnitVersion[]> =>
  store.provincesOn(read, day)

export const listCommunes = (read: Reading, provinceCode: string, day = today()): Promise<UnitVersion[]> =>
  store.communesOn(read, provinceCode, day)
