/** What happens to an account by the law's grounds (Law 26/2023 art. 34, Decree 69/2024 art. 15). */
import { z } from 'zod'
import { lockAuthority, lockGround } from '../../../../contract/lock.ts'
import { moment } from '../../../../contract/values.ts'
import { defineEvent } from '../../../kernel/event.ts'

export const AccountLocked = defineEvent(
  'AccountLocked',
  z.strictObject({ lockId: z.string(), ground: lockGround, by: lockAuthority, at: moment }),
)

/** Whom it was set for asks for the lock that stands already: nothing is added, and what began since ends. */
export const LockAskedAnew = defineEvent('LockAskedAnew', z.strictObject({ by: lockAuthority, at: moment }))

const lifted = z.strictObject({
  lifted: z.array(lockGround).readonly(),
  remaining: z.array(lockGround).readonly(),
  by: lockAuthority,
  at: moment,
})
/** A ground is gone and another stands: the account stays locked. */
export const LockLifted = defineEvent('LockLifted', lifted)
export const AccountUnlocked = defineEvent('AccountUnlocked', lifted)
