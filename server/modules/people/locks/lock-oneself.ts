/**
 * The holder's own ways: two taps in the app, her lock code, what her phone shows while it is locked, her
 * history.
 */
import { LockByDevice, LockNow, MakeLockCode, ViewLock, ViewLockHistory } from '../../../../contract/lock.ts'
import { holderOf } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { later } from '../../../kernel/clock.ts'
import { newSecret } from '../../../kernel/id.ts'
import { anyone, citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { tryPasscodeInHand } from '../accounts/device.ts'
import { proveDevice } from '../accounts/device-proof.ts'
import { findAccount } from '../accounts/open-account.ts'
import { lockSubject } from './lock-subject.ts'
import type { Standing } from './lock.ts'
import { firstLockCode_s, groundRules } from './rules.ts'
import * as store from './store.ts'

const SHOWN_MAX = 50
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export const lockNow = useCase({
  contract: LockNow,
  limits: (_, __, actor) => [
    { scope: 'lock.own', key: actor.kind === 'citizen' ? holderOf(actor) : '', most: 10, per_s: 3600 },
  ],
  permit: citizenHerself,
  // Whoever's profile is open: it is her own account that she stops.
  isForWard: 'always',
  // Whoever sees that somebody else is getting her account back must be able to stop everything.
  isForHeldStill: true,
  async act(work, _, { actor, now, effects, tools }) {
    await lockSubject(work, tools, { subjectId: holderOf(actor), ground: 'holder-request', by: 'holder' })
    effects.endSession('app')
    return { lockedAt: now.toISOString() }
  },
  audit: ({ actor }) => ({ about: holderOf(actor), purpose: 'account-locked', detail: { way: 'app' } }),
})

export const lockByDevice = useCase({
  contract: LockByDevice,
  limits: (_, request) => [{ scope: 'lock.device', key: request.network, most: 120, per_s: 3600 }],
  find: (work, proof, _, tools) => proveDevice(work, tools, proof, 'lock'),
  // Whoever holds the phone can lock this one account and nothing else.
  permit: anyone, // the bound device's key is the proof
  async act(work, _, { found: { subjectId }, now, tools, effects }) {
    await lockSubject(work, tools, { subjectId, ground: 'holder-request', by: 'holder' })
    effects.endSession('app')
    return { lockedAt: now.toISOString() }
  },
  audit: ({ found }) => ({ about: found.subjectId, purpose: 'account-locked', detail: { way: 'app' } }),
})

export const describeGround = ({ ground, setAt }: Standing, at: Date) => {
  const { liftedBy, source } = inForce(groundRules, at)[ground]
  return { ground, setAt: setAt.toISOString(), liftedBy: [...liftedBy], law: source }
}

export const viewLock = useCase({
  contract: ViewLock,
  limits: (_, request) => [{ scope: 'lock.state', key: request.network, most: 300, per_s: 3600 }],
  permit: anyone, // the bound device's key is the proof; without one the answer is the same for everybody
  async act(work, proof, { now, tools }) {
    // A locked phone is asked for no passcode: what it is told is why it opens nothing.
    const { subjectId } = await proveDevice(work, tools, proof, 'lock-state')
    const rows = await store.standing(work, subjectId)
    return { isLocked: rows.length > 0, grounds: rows.map((row) => describeGround(row, now)) }
  },
  audit: none("the holder's own phone learns why it opens nothing"),
})

export const viewLockHistory = useCase({
  contract: ViewLockHistory,
  permit: citizenHerself,
  async act(work, _, { actor }) {
    const rows = await store.history(work, actor.subjectId, SHOWN_MAX)
    return {
      items: rows.map((row) => ({
        id: row.id,
        ground: row.ground,
        setBy: row.set_by,
        setAt: row.set_at.toISOString(),
        liftedAt: row.lifted_at?.toISOString() ?? null,
      })),
      lockCodeMadeAt: (await store.lockCode(work, actor.subjectId))?.made_at.toISOString() ?? null,
    }
  },
  audit: none("one's own locks"),
})

/** Twelve characters of 32: 60 bits, so that nobody guesses one within the budget of tries. */
const drawLockCode = (): string => [...newSecret(12)].map((byte) => ALPHABET[byte & 31]).join('')

export const makeLockCode = useCase({
  contract: MakeLockCode,
  limits: (_, __, actor) => [
    { scope: 'lock.code', key: actor.kind === 'citizen' ? actor.subjectId : '', most: 10, per_s: 3600 },
  ],
  permit: citizenHerself,
  async act(work, { passcode }, { actor, now, tools, refuse }) {
    const [held, account] = [
      await store.lockCode(work, actor.subjectId),
      await findAccount(work, actor.subjectId),
    ]
    const isFirst =
      !held && account?.activatedAt && now < later(account.activatedAt, inForce(firstLockCode_s, now))
    if (!isFirst) {
      if (passcode === undefined) {
        throw problem('lock.passcode-needed')
      }
      const refusal = await tryPasscodeInHand(work, tools, actor, passcode)
      if (refusal) {
        return refuse(refusal)
      }
    }
    const code = drawLockCode()
    await store.saveLockCode(
      work,
      actor.subjectId,
      tools.digests.secret('lock-code', `${actor.subjectId} ${code}`),
      now,
    )
    return { lockCode: code.replace(/(.{4})(?=.)/g, '$1-') }
  },
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'lock-code-made',
    outcome: refusal ?? 'done',
  }),
})
