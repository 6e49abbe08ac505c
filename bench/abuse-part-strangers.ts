/** Part of the bench of abuse: what strangers do who know numbers, phones and mailboxes. */
import type { Fixture } from '../testing/fixture.ts'
import type { Visitor } from '../testing/visitor.ts'
import type { Chance } from '../testing/recovery-acts/chance.ts'
import { Problem } from '../server/kernel/problem.ts'
import { disputeRecovery } from '../server/modules/access/authentication/recovery/stop-recovery.ts'
import { beginRecovery } from '../server/modules/access/authentication/recovery/begin-recovery.ts'
import {
  declareIdentity,
  sendEnrolmentCode,
  startEnrolment,
} from '../server/modules/cases/enrolment/level-1/fill-draft.ts'
import { lockByLockCode, sendLockCode } from '../server/modules/people/locks/lock-in-public.ts'
import type { Owner } from './abuse-part-owners.ts'

interface Stranger {
  readonly visitor: Visitor
  hasDraft: boolean
}
/** How often each act ended how. */
export type Ends = Map<string, number>

export const newStranger = (fixture: Fixture): Stranger => ({ visitor: fixture.visitor(), hasDraft: false })

const PREFIXES = ['+8432', '+8496', '+8491', '+8490', '+8492'] as const

/** An application of nobody, whose codes go to anybody's phone: the classic pump. */
const pump = async (stranger: Stranger, chance: Chance, { person }: Owner): Promise<void> => {
  const { visitor } = stranger
  if (!stranger.hasDraft) {
    await visitor.do(startEnrolment, { consent: '2026-11', language: 'vi' })
    const { personalNumber, fullName, birthDate } = person
    await visitor.do(declareIdentity, { personalNumber, fullName, birthDate })
    stranger.hasDraft = true
  }
  const anybody = `${chance.pick(PREFIXES)}${String(chance.below(10_000_000)).padStart(7, '0')}`
  try {
    await visitor.do(sendEnrolmentCode, { phone: chance.is(0.5) ? person.phone : anybody })
  } catch (error) {
    // It has lapsed in the meantime.
    stranger.hasDraft = !(error instanceof Problem && error.code === 'enrolment.draft-gone')
    throw error
  }
}

const ACTS = {
  pump,
  recover: async ({ visitor }: Stranger, _: Chance, { person: { personalNumber, phone } }: Owner) =>
    visitor.do(beginRecovery, { rung: 'face', personalNumber, channel: 'sms', phone }),
  'lock by e-mail': async ({ visitor }: Stranger, _: Chance, { person: { personalNumber, email } }: Owner) =>
    visitor.do(sendLockCode, { personalNumber, email }),
  'lock by paper': async ({ visitor }: Stranger, _: Chance, { person: { personalNumber } }: Owner) =>
    visitor.do(lockByLockCode, { personalNumber, lockCode: 'AAAA-AAAA-AAAA' }),
  dispute: async ({ visitor }: Stranger, chance: Chance, { person: { personalNumber } }: Owner) =>
    visitor.do(disputeRecovery, { personalNumber, code: String(chance.below(100_000_000)).padStart(8, '0') }),
} as const
const NAMES = ['pump', 'pump', 'recover', 'recover', 'lock by e-mail', 'lock by paper', 'dispute'] as const

/** One act against one owner. A refusal is an end; anything else is a fault of ours. */
export const attack = async (
  stranger: Stranger,
  chance: Chance,
  owners: readonly Owner[],
  ends: Ends,
): Promise<void> => {
  const name = chance.pick(NAMES)
  const end = await ACTS[name](stranger, chance, chance.pick(owners)).then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Problem) {
        return error.code
      }
      throw error
    },
  )
  const key = `${name}: ${end}`
  ends.set(key, (ends.get(key) ?? 0) + 1)
}
