/**
 * The proofs of a recovery at home: the card's chip, the code, the portrait. What is slow (a chip, a face) is
 * judged before the transaction.
 */
import {
  DrawRecoveryChallenge,
  ProveChip,
  ProveCode,
  ProvePortrait,
} from '../../../../../contract/recovery.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import type { ProblemCode } from '../../../../../contract/problems/catalogue.ts'
import { none, type LineOf } from '../../../../kernel/audit-line.ts'
import { countInside } from '../../../../kernel/limit.ts'
import { newCode } from '../../../../kernel/id.ts'
import { recoveringHerself } from '../../../../kernel/permit.ts'
import { dayInVietnam, inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { tryCode } from '../../../people/accounts/contact-proof.ts'
import { phoneSeen } from '../../../people/accounts/contacts.ts'
import { accountForUpdate, NOBODY } from '../../../people/accounts/open-account.ts'
import { judgePortrait } from '../../../evidence/biometrics/face/judge-portrait.ts'
import { checkChipAnswer, newChipChallenge, readChip } from '../../../evidence/chips/read-chip.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { registerPortraitOf } from '../../../registry/population/register-portrait.ts'
import { trustedRelativesOf } from '../../../cases/representation/relatives/trusted-relative-standing.ts'
import { drawRecoveryCode, isStillHers } from './recovery-code.ts'
import {
  aroundOf,
  isCurrent,
  keepProof,
  recoveryForUpdate,
  openTyped,
  recoveryOf,
  rowAfter,
} from './keep-recovery.ts'
import { recoveryTries, type Proof } from './recovery-rules.ts'
import { recoveryView } from './recovery-state.ts'
import { ending, proving, stepOf } from './recovery.ts'
import * as store from './recovery-store.ts'
import type { RecoveryRow } from './recovery-store.ts'
import { RecoveryAsksRelative, RecoveryStopped } from './events.ts'

const perNetwork = (scope: string, most: number) => (_: unknown, request: RequestContext) => [
  { scope, key: request.network, most, per_s: 3600 },
]

/** A line in her own log from the first proof on: before it, anybody could fill it. */
const lineOf =
  (proof: string) =>
  ({
    found,
    refusal,
    result,
  }: {
    found: RecoveryRow
    refusal: ProblemCode | null
    result: unknown
  }): LineOf<'recovery-proof'> | null =>
    found.subject_id && (found.proven.length > 0 || result)
      ? {
          about: found.subject_id,
          purpose: 'recovery-proof',
          outcome: refusal ?? 'done',
          detail: { proof, rung: found.rung },
        }
      : null

/** Before the slow or spending part: as `proving` will say. */
const mustStandAt = async (work: Work, row: RecoveryRow, step: Proof, at: Date): Promise<void> =>
  void proving(recoveryOf(row), step, await aroundOf(work, row, at))

export const drawRecoveryChallenge = useCase({
  contract: DrawRecoveryChallenge,
  limits: perNetwork('recovery.challenge', 120),
  find: recoveryForUpdate,
  permit: recoveringHerself,
  async act(work, _, { found, now }) {
    await mustStandAt(work, found, 'chip', now)
    const challenge = newChipChallenge()
    await store.save(work, { ...found, challenge })
    return { challenge: challenge.toString('base64url') }
  },
  audit: none('a challenge tells nothing'),
})

const openRow = async (tools: Tools, actor: Actor): Promise<RecoveryRow | null> =>
  actor.kind === 'recovering' ? ((await store.find(tools.read, actor.recoveryId)) ?? null) : null

/**
 * Why a chip is no proof; null when it is. The card must be the one that the register holds as the person's
 * present one.
 */
const judgeChip = async (
  read: Reading,
  tools: Tools,
  row: RecoveryRow,
  { chip, answer }: { chip: unknown; answer: string },
  at: Date,
): Promise<ProblemCode | null> => {
  const { verdict, fields } = await readChip(read, chip, at)
  if (verdict !== 'genuine') {
    return 'recovery.chip-refused'
  }
  const { personalNumber } = openTyped(tools, row)
  if (fields.personalNumber !== personalNumber) {
    return 'recovery.chip-other-person'
  }
  if (!row.challenge || checkChipAnswer(chip, row.challenge, Buffer.from(answer, 'base64')).length > 0) {
    return 'recovery.chip-copied'
  }
  const card = (await findPerson(read, tools, personalNumber))?.card
  const isPresent =
    card?.state === 'valid' &&
    card.issuedOn === fields.issuedOn &&
    (card.expiresOn === null || card.expiresOn >= dayInVietnam(at))
  return isPresent ? null : 'recovery.chip-refused'
}

export const proveChip = useCase({
  contract: ProveChip,
  limits: perNetwork('recovery.chip', 60),
  async prepare(input, { actor, tools, now }) {
    const row = await openRow(tools, actor)
    return {
      refusal: row ? await judgeChip(tools.read, tools, row, input, now) : null,
      challenge: row?.challenge ?? null,
    }
  },
  find: recoveryForUpdate,
  permit: recoveringHerself,
  async act(work, _, { found, prepared, tools, now, request, refuse }) {
    await mustStandAt(work, found, 'chip', now)
    // Each challenge takes one answer; another deed may have taken this one since it was judged.
    const isSame =
      prepared.challenge !== null && found.challenge !== null && prepared.challenge.equals(found.challenge)
    await store.save(work, { ...found, challenge: null })
    if (prepared.refusal || !isSame) {
      return refuse(problem(prepared.refusal ?? 'recovery.chip-copied'))
    }
    const kept = await keepProof(work, tools, { ...found, challenge: null }, 'chip', now)
    const typed = openTyped(tools, kept)
    const isHers = await isStillHers(work, tools, kept, typed)
    const proof_id = await drawRecoveryCode(work, tools, kept, typed, {
      network: request.network,
      isHers,
      presence: 'chip',
    })
    const row = { ...kept, proof_id }
    await store.save(work, row)
    return recoveryView(work, tools, row, now)
  },
  audit: lineOf('chip'),
})

const MATCH_DIGITS = 4

/**
 * Her relatives are asked once the code has shown that it is her phone or mailbox; what they must hear from
 * her stands on this screen only.
 */
const askRelatives = async (work: Work, tools: Tools, row: RecoveryRow): Promise<RecoveryRow> => {
  const { subject_id: subjectId } = row
  // What counts for nothing asks nobody either.
  if (row.rung !== 'relative' || subjectId === null || !(await isCurrent(work, row))) {
    return row
  }
  const matchNumber = newCode(MATCH_DIGITS)
  const relatives = await trustedRelativesOf(work, subjectId)
  const sealed = tools.sealer.sealWithPlatformKey('recovery.match', matchNumber)
  for (const relativeId of relatives) {
    work.publish(RecoveryAsksRelative, relativeId, {
      recoveryId: row.id,
      forSubject: subjectId,
      match: sealed.toString('base64url'),
      endsAt: row.ends_at.toISOString(),
    })
  }
  const asked = { ...row, sealed_match: sealed, asked_relatives: relatives.length }
  await store.save(work, asked)
  return asked
}

export const proveCode = useCase({
  contract: ProveCode,
  limits: perNetwork('code.try', 120),
  find: recoveryForUpdate,
  permit: recoveringHerself,
  async act(work, { code }, { found, tools, now, refuse }) {
    await mustStandAt(work, found, 'code', now)
    // Before the phone could move: whoever is second sees the other.
    await accountForUpdate(work, found.subject_id ?? NOBODY)
    const wrong = found.proof_id
      ? await tryCode(work, tools, found.id, found.proof_id, code)
      : problem('code.expired')
    // Also when it is right: a phone that has moved to another holder since hears of nothing more. Asked
    // always, so that the work is the same for a number of nobody.
    const isHers = await isStillHers(work, tools, found, openTyped(tools, found))
    const refusal = wrong ?? (isHers ? null : problem('code.spent'))
    if (refusal) {
      return refuse(refusal)
    }
    if (found.subject_id && found.proof_id) {
      phoneSeen(work, found.subject_id, { ownerId: found.id, id: found.proof_id })
    }
    return recoveryView(
      work,
      tools,
      await askRelatives(work, tools, await keepProof(work, tools, found, 'code', now)),
      now,
    )
  },
  audit: lineOf('code'),
})

export const provePortrait = useCase({
  contract: ProvePortrait,
  limits: perNetwork('recovery.portrait', 30),
  async prepare({ picture }, { actor, tools, now }) {
    const row = await openRow(tools, actor)
    if (!row?.subject_id || stepOf(recoveryOf(row), now) !== 'portrait') {
      return null
    }
    return judgePortrait(
      tools.faces,
      await registerPortraitOf(tools.read, tools, openTyped(tools, row).personalNumber),
      Buffer.from(picture, 'base64'),
    )
  },
  find: recoveryForUpdate,
  permit: recoveringHerself,
  async act(work, _, { found, prepared, tools, now, refuse }) {
    await mustStandAt(work, found, 'portrait', now)
    if (!prepared || !found.subject_id) {
      throw problem('recovery.order')
    }
    if (!prepared.jpeg) {
      throw problem('portrait.not-a-picture')
    }
    if (prepared.outcome === 'poor') {
      throw problem('recovery.portrait-poor')
    }
    const rule = inForce(recoveryTries, found.begun_at)
    const tries = found.portrait_tries + 1
    const isInside = await countInside(work, tools.digests, {
      scope: 'recovery.portrait',
      key: found.subject_id,
      most: rule.portraitsPerDay,
      per_s: 86_400,
    })
    const isMatch = prepared.outcome === 'match' && isInside
    if (isMatch) {
      return recoveryView(
        work,
        tools,
        await keepProof(work, tools, found, 'portrait', now, { portrait_tries: tries }),
        now,
      )
    }
    const left = isInside ? Math.max(0, rule.portraits - tries) : 0
    const after = left > 0 ? recoveryOf(found) : ending(recoveryOf(found), 'failed')
    await store.save(work, { ...rowAfter(found, after), portrait_tries: tries })
    if (left === 0) {
      await endFailed(work, found.subject_id, now)
    }
    return refuse(problem('recovery.portrait-differs', { params: { left } }))
  },
  audit: lineOf('portrait'),
})

const endFailed = async (work: Work, subjectId: string, at: Date): Promise<void> => {
  await store.endCurrent(work, subjectId, at)
  work.publish(RecoveryStopped, subjectId, { how: 'failed' })
}
