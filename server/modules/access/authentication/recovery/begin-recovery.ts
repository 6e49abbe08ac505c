/**
 * How a recovery begins, is looked at, and is left. Whoever begins one for a number that is not hers gets the
 * same answers and no code.
 */
import {
  BeginRecovery,
  LeaveRecovery,
  RedeemVoucher,
  SendRecoveryCode,
  ViewLadder,
  ViewRecovery,
} from '../../../../../contract/recovery.ts'
import type { InputOf } from '../../../../../contract/operation.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { askerAt } from '../../../../kernel/limit.ts'
import { anyone, recoveringHerself } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { ShownPresence } from '../../../../kernel/presence.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { findSubject, NOBODY } from '../../../people/accounts/open-account.ts'
import {
  aroundOf,
  isCurrent,
  keepProof,
  recoveryForUpdate,
  openTyped,
  recoveryOf,
  rowAfter,
  sealTyped,
  type Typed,
} from './keep-recovery.ts'
import { drawRecoveryCode, isStillHers, subjectOfPair } from './recovery-code.ts'
import { isContestedSince, isRecoveryBarred } from './recovery-bar.ts'
import { recoveryLadder, recoveryTries, rungs, type Rung } from './recovery-rules.ts'
import { setRecoverySession } from './recovery-session.ts'
import { recoveryView } from './recovery-state.ts'
import { beginning, ending, stepOf } from './recovery.ts'
import * as store from './recovery-store.ts'
import type { RecoveryRow } from './recovery-store.ts'
import { RecoveryStopped } from './events.ts'

const perNetwork = (request: RequestContext) => ({
  scope: 'recovery.network',
  key: request.network,
  most: 40,
  per_s: 3600,
})
/** Counted for this asker alone: whoever knows a number must not take the way back from its owner. */
const limitsOf = (personalNumber: string, request: RequestContext) => [
  perNetwork(request),
  {
    scope: 'recovery.number',
    key: `${askerAt(request.network)} ${personalNumber}`,
    most: inForce(recoveryTries, presentMoment()).begunPerNetworkNumberAndDay,
    per_s: 86_400,
  },
]

export const viewLadder = useCase({
  contract: ViewLadder,
  permit: anyone, // the same page for everybody
  act: (_, __, { now }) =>
    Promise.resolve({
      rungs: rungs.map((rung) => {
        const { proofs, wait_s, where } = inForce(recoveryLadder, now)[rung]
        return { rung, proofs: [...proofs], wait_s, where }
      }),
    }),
  audit: none('it is about nobody'),
})

const open = async (
  work: Work,
  tools: Tools,
  begun: { rung: Rung; subjectId: string | null; typed: Typed; presence: ShownPresence | null },
  request: RequestContext,
  at: Date,
): Promise<RecoveryRow> => {
  const id = newId()
  const { begunAt, endsAt } = beginning(begun.rung, at)
  const base = { id, rung: begun.rung, subject_id: begun.subjectId, language: request.language }
  const firstCode = (): Promise<string> => {
    if (begun.presence === null) {
      throw problem('presence.missing')
    }
    return drawRecoveryCode(work, tools, { ...base, proven: [] }, begun.typed, {
      network: request.network,
      isHers: begun.subjectId !== null,
      presence: begun.presence,
    })
  }
  const isCodeFirst = inForce(recoveryLadder, at)[begun.rung].proofs[0] === 'code'
  const proof_id = isCodeFirst ? await firstCode() : null
  await store.insert(work, {
    ...base,
    sealed_typed: sealTyped(tools, begun.typed),
    proof_id,
    begun_at: begunAt,
    ends_at: endsAt,
  })
  const row = await store.forUpdate(work, id)
  if (!row) {
    throw new Error('a recovery vanished inside its own transaction')
  }
  return row
}

const typedOf = (input: InputOf<typeof BeginRecovery>): Typed => ({
  personalNumber: input.personalNumber,
  channel: input.channel,
  to: input.channel === 'sms' ? input.phone : input.email,
})

export const beginRecovery = useCase({
  contract: BeginRecovery,
  limits: ({ personalNumber }, request) => limitsOf(personalNumber, request),
  permit: anyone, // whoever lost her phone has nothing to sign in with; every proof is still to come
  async act(work, input, { tools, now, effects, request, presence }) {
    const typed = typedOf(input)
    const subjectId = await subjectOfPair(work, tools, typed)
    const row = await open(work, tools, { rung: input.rung, subjectId, typed, presence }, request, now)
    setRecoverySession(tools, effects, row.id, now)
    return recoveryView(work, tools, row, now)
  },
  audit: none(
    'nothing is told and nothing changed before the first proof; a line here would let strangers fill her log',
  ),
})

/**
 * Written on paper in groups; typed or scanned. Letters that look like digits are digits: its alphabet has
 * neither I, L nor O.
 */
const bare = (voucher: string): string =>
  voucher
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0')
    .replace(/[^0-9A-Z]/g, '')
export const voucherDigest = (tools: Pick<Tools, 'digests'>, voucher: string): Buffer =>
  tools.digests.secret('recovery-voucher', bare(voucher))

export const redeemVoucher = useCase({
  contract: RedeemVoucher,
  // A lane of its own: nobody guesses a voucher, so nothing is counted by number, and neither is what others
  // of the same network begin.
  limits: (_, request) => [{ scope: 'recovery.voucher', key: request.network, most: 60, per_s: 3600 }],
  permit: anyone, // the voucher is the proof
  async find(work, { personalNumber }, _, tools) {
    return { subjectId: await findSubject(work, tools, personalNumber) }
  },
  async act(work, { personalNumber, voucher }, { tools, now, effects, request, found: { subjectId } }) {
    const used = await store.useVoucher(work, voucherDigest(tools, voucher), subjectId ?? NOBODY, now)
    if (subjectId === null || !used || (await isContestedSince(work, subjectId, used.issued_at))) {
      throw problem('recovery.voucher-wrong')
    }
    if (await isRecoveryBarred(work, subjectId, 'voucher')) {
      throw problem('recovery.barred')
    }
    const row = await open(
      work,
      tools,
      { rung: 'voucher', subjectId, typed: { personalNumber, channel: null, to: '' }, presence: null },
      request,
      now,
    )
    const kept = await keepProof(work, tools, row, 'voucher', now)
    setRecoverySession(tools, effects, row.id, now)
    return recoveryView(work, tools, kept, now)
  },
  // Only for a right one: a line for a wrong try would tell that the number has an account.
  audit: ({ found, result }) =>
    result && found.subjectId
      ? { about: found.subjectId, purpose: 'recovery-begun', outcome: 'done', detail: { rung: 'voucher' } }
      : null,
})

export const viewRecovery = useCase({
  contract: ViewRecovery,
  async find(work, _: unknown, actor) {
    const row = actor.kind === 'recovering' ? await store.find(work, actor.recoveryId) : undefined
    if (!row) {
      throw problem('recovery.gone')
    }
    return row
  },
  permit: recoveringHerself,
  act: (work, _, { found, tools, now }) => recoveryView(work, tools, found, now),
  audit: none('it tells its own state to whoever began it'),
})

export const sendRecoveryCode = useCase({
  contract: SendRecoveryCode,
  limits: (_, request) => [perNetwork(request)],
  find: recoveryForUpdate,
  permit: recoveringHerself,
  async act(work, _, { found, tools, now, request, presence }) {
    const around = await aroundOf(work, found, now)
    if (!around.isCurrent) {
      throw problem('recovery.gone')
    }
    if (stepOf(recoveryOf(found), now) !== 'code') {
      throw problem('recovery.order')
    }
    const typed = openTyped(tools, found)
    const isHers = await isStillHers(work, tools, found, typed)
    const proof_id = await drawRecoveryCode(work, tools, found, typed, {
      network: request.network,
      isHers,
      presence,
    })
    const row = { ...found, proof_id }
    await store.save(work, row)
    return recoveryView(work, tools, row, now)
  },
  audit: none('nothing is told and nothing changed before the code is right'),
})

export const leaveRecovery = useCase({
  contract: LeaveRecovery,
  find: recoveryForUpdate,
  permit: recoveringHerself,
  async act(work, _, { found, now, effects }) {
    if (found.ended_as === null) {
      await store.save(work, rowAfter(found, ending(recoveryOf(found), 'cancelled')))
      if (found.subject_id && found.proven.length > 0 && (await isCurrent(work, found))) {
        await store.endCurrent(work, found.subject_id, now)
        work.publish(RecoveryStopped, found.subject_id, { how: 'left' })
      }
    }
    effects.endSession('recovery')
    return {}
  },
  audit: ({ found }) =>
    found.subject_id && found.proven.length > 0
      ? { about: found.subject_id, purpose: 'recovery-left', outcome: 'done' }
      : null,
})
