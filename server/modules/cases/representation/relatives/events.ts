/** What passes between a person and her trusted relatives: each side keeps its own record. */
import { z } from 'zod'
import { moment } from '../../../../../contract/values.ts'
import { defineEvent, type EventType } from '../../../../kernel/event.ts'

const id = z.string()

export const RelativeNamed = defineEvent('RelativeNamed', z.strictObject({}))
/** Its subject is the relative, or nobody: whether the number has an account shows in nothing. */
export const RelativeAsked = defineEvent(
  'RelativeAsked',
  z.strictObject({ id, namedBy: z.string(), askedAt: moment, lapsesAt: moment }),
)
export const RelativeAnswered = defineEvent(
  'RelativeAnswered',
  z.strictObject({ id, accept: z.boolean(), at: moment }),
)
/** `side`: whose record has to follow. */
export const RelativeEnded = defineEvent(
  'RelativeEnded',
  z.strictObject({ id, side: z.enum(['relative', 'named']) }),
)
/** Its subject is the person whose account the relative locks. */
export const RelativeLocks = defineEvent('RelativeLocks', z.strictObject({ id, by: z.string(), at: moment }))
export const RelativeLockSent = defineEvent('RelativeLockSent', z.strictObject({ id }))

/** The other side has followed: its subject is whom it is news to. */
export const RelativeQuestionCame = defineEvent(
  'RelativeQuestionCame',
  z.strictObject({ id, lapsesAt: moment }),
)
export const RelativeAgreed = defineEvent('RelativeAgreed', z.strictObject({ id }))
export const RelativeDeclined = defineEvent('RelativeDeclined', z.strictObject({ id }))
export const RelativeTieEnded = defineEvent('RelativeTieEnded', z.strictObject({ id }))
export const LockedByRelative = defineEvent('LockedByRelative', z.strictObject({ id }))

export const relativeEvents: readonly EventType[] = [
  RelativeNamed,
  RelativeAsked,
  RelativeAnswered,
  RelativeEnded,
  RelativeLocks,
  RelativeLockSent,
  RelativeQuestionCame,
  RelativeAgreed,
  RelativeDeclined,
  RelativeTieEnded,
  LockedByRelative,
]
