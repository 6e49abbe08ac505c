/**
 * Why a person's data were looked at or changed, as she reads it in her log (Decree 69/2024/ND-CP art.
 * 17(2)). The code is what an audit line stores, for ever; the two sentences are its title.
 */
import type { FieldCode } from './fields.ts'

/**
 * Whom the person should ask about such a line; the hotline's guide explains each: `office` an office at
 * work, `service` a sign-in, `help` a helper or the hotline, `self` her own account, `representative` who
 * acts for her, `automatic` the product by itself, `staff` lines about nobody, which no citizen sees.
 */
export const families = ['office', 'service', 'help', 'self', 'representative', 'automatic', 'staff'] as const
export type Family = (typeof families)[number]

export interface PurposeEntry {
  readonly vi: string
  readonly en: string
  readonly family: Family
  /** What a line of this purpose may name, and nothing else. */
  readonly fields: readonly FieldCode[]
}

export const definePurposes = <const T extends Record<string, PurposeEntry>>(entries: T): T => entries
