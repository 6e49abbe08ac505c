/**
 * "This was not me": by the code of the notice on the public page, or in the app of a bound phone. It ends
 * the recovery and locks the account.
 */
import type { OutputOf } from '../../../../../contract/operation.ts'
import {
  DisputeRecovery,
  StopRecovery,
  StopRecoveryByDevice,
  ViewOngoing,
  ViewOngoingByDevice,
} from '../../../../../contract/recovery.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../../kernel/clock.ts'
import { askerAt } from '../../../../kernel/limit.ts'
import { anyone, citizenHerself } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { proveDevice } from '../../../people/accounts/device-proof.ts'
import { disputeClosing, isClosingCode } from '../closing/closing.ts'
import { findSubject } from '../../../people/accounts/open-account.ts'
import { isRecoveryCode, recoveryOf, rowAfter } from './keep-recovery.ts'
import { disputedForUpdate, isOnlyAtCounter, ongoingRecovery } from './recovery-bar.ts'
import { recoveryTries, type Rung } from './recovery-rules.ts'
import { endsWithLock, mayBeStopped } from './objection.ts'
import { ending } from './recovery.ts'
import * as store from './recovery-store.ts'
import { RecoveryStopped } from './events.ts'

/**
 * Ends the recovery that counts for a person and answers its rung; null when none stands. Its own row is
 * locked first, as its proofs do. `isByHerself`: as in `objection.ts`.
 */
export const stopCurrent = async (
  work: Work,
  subjectId: string,
  { end, isByHerself }: { readonly end: 'cancelled' | 'disputed'; readonly isByHerself: boolean },
  at: Date,
): Promise<Rung | null> => {
  const seen = await store.current(work, subjectId)
  const row = seen && (await store.forUpdate(work, seen.recovery_id))
  const current = row && (await store.currentForUpdate(work, subjectId))
  if (
    !current ||
    current.recovery_id !== row.id ||
    row.ended_as !== null ||
    !mayBeStopped(current, isByHerself, at)
  ) {
    return null
  }
  await store.save(work, rowAfter(row, ending(recoveryOf(row), end)))
  await store.endCurrent(work, subjectId, at)
  return current.rung
}

const dispute = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  { by, isByHerself = false }: { readonly by: 'holder' | 'holder-code'; readonly isByHerself?: boolean },
  at: Date,
): Promise<boolean> => {
  const rung = await stopCurrent(work, subjectId, { end: 'disputed', isByHerself }, at)
  if (!rung) {
    return false
  }
  await disputedForUpdate(work, tools, subjectId, { rung, by })
  work.publish(RecoveryStopped, subjectId, { how: 'disputed' })
  return true
}

export const disputeRecovery = useCase({
  contract: DisputeRecovery,
  limits: ({ personalNumber }, request) => [
    { scope: 'recovery.dispute.network', key: request.network, most: 30, per_s: 3600 },
    {
      // Of this asker alone: who has the right code is never refused for what strangers tried.
      scope: 'recovery.dispute',
      key: `${askerAt(request.network)} ${personalNumber}`,
      most: inForce(recoveryTries, presentMoment()).cancelCodesPerNetworkNumberAndDay,
      per_s: 86_400,
    },
  ],
  permit: anyone, // the code of the notice is the proof: it went to every channel that is hers
  async find(work, { personalNumber }, _, tools) {
    return { subjectId: await findSubject(work, tools, personalNumber) }
  },
  async act(work, { code }, { found: { subjectId }, tools, now }) {
    const digits = code.replace(/\D/g, '')
    // Both are looked up whatever the first says, so that the time tells nothing.
    const isOfRecovery = await isRecoveryCode(work, tools, subjectId, digits)
    const isOfClosing = await isClosingCode(work, tools, subjectId, digits)
    const isStopped =
      subjectId !== null &&
      ((isOfRecovery && (await dispute(work, tools, subjectId, { by: 'holder-code' }, now))) ||
        (isOfClosing && (await disputeClosing(work, tools, subjectId))))
    if (!isStopped) {
      throw problem('recovery.dispute-wrong')
    }
    return {}
  },
  // Only for a right code: a line for a wrong one would let strangers fill her log.
  audit: ({ found, result }) =>
    result && found.subjectId
      ? { about: found.subjectId, purpose: 'recovery-disputed', outcome: 'done' }
      : null,
})

const ongoingOf = async (
  read: Reading,
  subjectId: string,
  at: Date,
  { withVoucher } = { withVoucher: true },
): Promise<OutputOf<typeof ViewOngoing>> => {
  const standing = await ongoingRecovery(read, subjectId, at)
  const row = standing?.rung === 'voucher' && !withVoucher ? null : standing
  return {
    ongoing: row
      ? {
          rung: row.rung,
          begunAt: row.begun_at.toISOString(),
          waitUntil: row.wait_until?.toISOString() ?? null,
        }
      : null,
  }
}

export const viewOngoing = useCase({
  contract: ViewOngoing,
  permit: citizenHerself,
  act: (work, _, { actor, now }) => ongoingOf(work, actor.subjectId, now),
  audit: none('what stands in her own account'),
})

export const viewOngoingByDevice = useCase({
  contract: ViewOngoingByDevice,
  limits: (_, request) => [{ scope: 'recovery.ongoing', key: request.network, most: 300, per_s: 3600 }],
  permit: anyone, // the bound device's key is the proof; without one the answer is the same for everybody
  async act(work, proof, { now, tools }) {
    const { subjectId } = await proveDevice(work, tools, proof, 'recovery-state')
    return {
      // What a counter has given her is not for whoever holds the old phone to end.
      ...(await ongoingOf(work, subjectId, now, { withVoucher: false })),
      isOnlyAtCounter: await isOnlyAtCounter(work, subjectId),
    }
  },
  audit: none("the holder's own phone learns what stands in her account"),
})

export const stopRecovery = useCase({
  contract: StopRecovery,
  permit: citizenHerself,
  isForHeldStill: true,
  async act(work, { wasMe }, { actor, tools, now }) {
    if (!wasMe) {
      if (!(await dispute(work, tools, actor.subjectId, { by: 'holder', isByHerself: true }, now))) {
        throw problem('recovery.gone')
      }
      return {}
    }
    if (!(await stopCurrent(work, actor.subjectId, { end: 'cancelled', isByHerself: true }, now))) {
      throw problem('recovery.gone')
    }
    work.publish(RecoveryStopped, actor.subjectId, { how: 'cancelled' })
    return {}
  },
  audit: ({ actor, input }) => ({
    about: actor.subjectId,
    purpose: input.wasMe ? 'recovery-left' : 'recovery-disputed',
    outcome: 'done',
  }),
})

/**
 * Whoever holds the locked phone can end what goes on, as by the notice's code; nothing is opened by it.
 */
export const stopRecoveryByDevice = useCase({
  contract: StopRecoveryByDevice,
  limits: (_, request) => [{ scope: 'recovery.stop-device', key: request.network, most: 120, per_s: 3600 }],
  find: (work, proof, _, tools) => proveDevice(work, tools, proof, 'recovery-stop'),
  permit: anyone, // the bound device's key is the proof
  async act(work, _, { found: { subjectId }, tools, now }) {
    if (!(await dispute(work, tools, subjectId, { by: 'holder' }, now))) {
      throw problem('recovery.gone')
    }
    return {}
  },
  audit: ({ found }) => ({
    about: found.subjectId,
    purpose: 'recovery-disputed',
    outcome: 'done',
  }),
})

/**
 * Ends a recovery at home that was begun before. Her lock, set while one goes on: whoever locks then fears
 * whoever began it. Her phone that another person has shown to be his: its notices would reach nobody. One
 * that she herself begins afterwards goes its way. `isSeen` (`isSeenBy`): that ends a voucher's too.
 */
export const endBegunBefore = async (
  work: Work,
  subjectId: string,
  {
    before,
    how,
    isSeen,
  }: { readonly before: Date; readonly how: 'locked' | 'phone-moved'; readonly isSeen: boolean },
): Promise<void> => {
  const current = await store.current(work, subjectId)
  if (
    current &&
    endsWithLock(current, { before, isSeen }) &&
    (await stopCurrent(work, subjectId, { end: 'cancelled', isByHerself: isSeen }, presentMoment()))
  ) {
    work.publish(RecoveryStopped, subjectId, { how })
  }
}
