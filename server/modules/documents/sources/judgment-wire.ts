/**
 * What is said on the line to the register of judgments (`docs/source-register.md`; Law on Judicial Records
 * 28/2009/QH12). Judgments of years ago name no number: she is asked for by name and day of birth as well,
 * and whoever asks decides which of the entries are hers.
 */
import { z } from 'zod'
import { recordHolder } from './source-wire.ts'

/** As operators connect it. */
export const REGISTER_OF_JUDGMENTS = 'judgments'

export interface JudgmentQuestion {
  readonly request_id: string
  readonly person: {
    readonly personal_number: string
    readonly old_number: string | null
    readonly full_name: string
    readonly birth_date: string
  }
  /** Bans are told only to whoever has a right to them here. */
  readonly with_bans: boolean
}

const text = (most: number) => z.string().trim().min(1).max(most)
const decided = {
  reference: text(120),
  holder: recordHolder,
  number: text(60),
  day: z.iso.date(),
  court: text(160),
}
export const judgmentOnWire = z.object({
  ...decided,
  offences: z.array(text(200)).min(1).max(20),
  article: text(200).nullable(),
  main_penalty: text(300),
  extra_penalty: text(300).nullable(),
  execution: text(300).nullable(),
  /** The day from which it counts as never given; null: it still counts. */
  expunged_on: z.iso.date().nullable(),
})
/** Not to hold an office, not to found or lead a company. */
const ban = z.object({ ...decided, office: text(200), term: text(120) })

/** Nothing found is an answer with nothing in it. */
export const judgmentsAnswer = z.object({
  answer: z.literal('found'),
  as_of: z.iso.date(),
  judgments: z.array(judgmentOnWire).max(60),
  bans: z.array(ban).max(30),
})
export type JudgmentsAnswer = z.infer<typeof judgmentsAnswer>
