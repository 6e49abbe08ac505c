/** A notice of stay as it lies in the table of its office. */
import type { z } from 'zod'
import type { stayWay } from '../../../../contract/stays.ts'

export type Way = z.infer<typeof stayWay>
/** `waiting`: not asked yet. `foreign`: of a passport, which no register of ours has. */
export type RegisterSays = 'waiting' | 'agrees' | 'differs' | 'unknown' | 'foreign'

export interface NoticeRow {
  readonly office_id: string
  readonly facility_id: string
  readonly id: string
  readonly guest_digest: Buffer
  readonly told_digest: Buffer
  readonly subject_id: string | null
  readonly from_at: Date
  readonly to_at: Date
  /** ISO days. */
  readonly from_day: string
  readonly to_day: string
  readonly way: Way
  readonly sealed: Buffer
  readonly filed_at: Date
  readonly late_min: number
  readonly state: 'filed' | 'cancelled'
  readonly state_why: string | null
  readonly register_says: RegisterSays
}
