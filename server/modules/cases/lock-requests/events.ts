/** What happens to a request to lock or unlock. */
import { z } from 'zod'
import { lockRequestKind } from '../../../../contract/lock.ts'
import { moment } from '../../../../contract/values.ts'
import { defineEvent } from '../../../kernel/event.ts'

export const LockRequestAnswered = defineEvent(
  'LockRequestAnswered',
  z.strictObject({ requestId: z.string(), state: z.enum(['granted', 'refused']) }),
)
/** It was not passed on, or not decided, by its time. */
export const LockRequestOverdue = defineEvent(
  'LockRequestOverdue',
  z.strictObject({
    requestId: z.string(),
    reference: z.string(),
    kind: lockRequestKind,
    dueAt: moment,
    office: z.string(),
  }),
)
