/**
 * The trusted relative's side: what she is asked, and her yes by the number that she heard, or her no. What
 * it does to the person follows by a fact.
 */
import { timingSafeEqual } from 'node:crypto'
import { AnswerAsk, ViewAsks } from '../../../../../contract/recovery.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { newId } from '../../../../kernel/id.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { type Problem, problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { tryPasscodeInHand } from '../../../people/accounts/device.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { isTrustedRelative } from '../../../cases/representation/relatives/trusted-relative-standing.ts'
import { aroundOf, keepProof, recoveryOf } from './keep-recovery.ts'
import { recoveryTries } from './recovery-rules.ts'
import { stepOf } from './recovery.ts'
import { stopCurrent } from './stop-recovery.ts'
import * as store from './recovery-store.ts'
import type { AskRow } from './recovery-store.ts'
import { RelativeConfirmed, RelativeDenied } from './events.ts'

const NAME = 'recovery_ask.name'
const matchDigest = (tools: Tools, recoveryId: string, number: string): Buffer =>
  tools.digests.secret('recovery-match', `${recoveryId} ${number}`)

export const viewAsks = useCase({
  contract: ViewAsks,
  permit: citizenHerself,
  async act(work, _, { actor, tools, now }) {
    const asks = await Promise.all(
      (await store.openAsks(work, actor.subjectId, now)).map(async (row) => ({
        id: row.id,
        name: (await tools.sealer.open(actor.subjectId, NAME, row.sealed_name)).toString('utf8'),
        askedAt: row.asked_at.toISOString(),
        endsAt: row.ends_at.toISOString(),
        triesLeft: row.tries_left,
      })),
    )
    return { asks }
  },
  audit: none("what she herself is asked; the person's log has the recovery and the answer"),
})

const confirmAsk = async (
  work: Work,
  tools: Tools,
  row: AskRow,
  matchNumber: string,
): Promise<Problem | null> => {
  if (!(await isTrustedRelative(work, row.for_subject, row.subject_id))) {
    throw problem('recovery.ask-gone')
  }
  if (!timingSafeEqual(matchDigest(tools, row.recovery_id, matchNumber), row.match_digest)) {
    const left = row.tries_left - 1
    await store.saveAsk(work, row.subject_id, row.id, left, left > 0 ? 'open' : 'spent')
    return problem('recovery.match-wrong', { params: { left } })
  }
  await store.saveAsk(work, row.subject_id, row.id, row.tries_left, 'confirmed')
  work.publish(RelativeConfirmed, row.for_subject, {
    recoveryId: row.recovery_id,
    relativeId: row.subject_id,
  })
  return null
}

export const answerAsk = useCase({
  contract: AnswerAsk,
  permit: citizenHerself,
  async act(work, input, { actor, tools, now, refuse }) {
    const row = await store.askForUpdate(work, actor.subjectId, input.id)
    if (!row || row.state !== 'open' || row.ends_at <= now) {
      throw problem('recovery.ask-gone')
    }
    if (!input.confirm) {
      await store.saveAsk(work, actor.subjectId, row.id, row.tries_left, 'denied')
      work.publish(RelativeDenied, row.for_subject, {
        recoveryId: row.recovery_id,
        relativeId: actor.subjectId,
      })
      return {}
    }
    const refusal =
      (await tryPasscodeInHand(work, tools, actor, input.passcode)) ??
      (await confirmAsk(work, tools, row, input.matchNumber))
    return refusal ? refuse(refusal) : {}
  },
  audit: ({ actor, input, refusal }) => ({
    about: actor.subjectId,
    purpose: 'recovery-relative-answered',
    outcome: refusal ?? (input.confirm ? 'accepted' : 'refused'),
  }),
})

/**
 * Writes the question on the relative's side. False when she cannot be asked any more.
 */
export const putAsk = async (
  work: Work,
  tools: Tools,
  relativeId: string,
  ask: { recoveryId: string; forSubject: string; sealedMatch: Buffer; endsAt: Date },
  at: Date,
): Promise<boolean> => {
  const [account, relative] = [await findAccount(work, ask.forSubject), await findAccount(work, relativeId)]
  if (
    !account ||
    relative?.state !== 'active' ||
    !(await isTrustedRelative(work, ask.forSubject, relativeId))
  ) {
    return false
  }
  const name = (await findPerson(work, tools, account.personalNumber))?.fullName ?? ''
  const matchNumber = tools.sealer.unsealWithPlatformKey('recovery.match', ask.sealedMatch).toString('utf8')
  await store.insertAsk(work, {
    subject_id: relativeId,
    id: newId(),
    recovery_id: ask.recoveryId,
    for_subject: ask.forSubject,
    sealed_name: await tools.sealer.seal(relativeId, NAME, name),
    match_digest: matchDigest(tools, ask.recoveryId, matchNumber),
    tries_left: inForce(recoveryTries, at).matchNumbers,
    asked_at: at,
    ends_at: ask.endsAt,
  })
  return true
}

/**
 * Told to the person: her relative's yes is a proof, when it still is her relative and the recovery still
 * waits for it.
 */
export const takeConfirmation = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  { recoveryId, relativeId }: { recoveryId: string; relativeId: string },
  at: Date,
): Promise<boolean> => {
  const row = await store.forUpdate(work, recoveryId)
  if (!row || row.subject_id !== subjectId || !(await isTrustedRelative(work, subjectId, relativeId))) {
    return false
  }
  const around = await aroundOf(work, row, at)
  if (!around.isCurrent || around.isBarred || stepOf(recoveryOf(row), at) !== 'relative') {
    return false
  }
  await keepProof(work, tools, row, 'relative', at)
  return true
}

/** Her relative's no ends it. */
export const takeDenial = async (
  work: Work,
  subjectId: string,
  recoveryId: string,
  at: Date,
): Promise<boolean> => {
  const current = await store.current(work, subjectId)
  return (
    current?.recovery_id === recoveryId &&
    (await stopCurrent(work, subjectId, { end: 'cancelled', isByHerself: false }, at)) !== null
  )
}
