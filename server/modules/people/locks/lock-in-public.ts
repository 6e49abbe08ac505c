/**
 * The public page: her number and a code that the thief of her phone does not get, from her e-mail or from
 * paper. Whoever asks learns nothing: the answer
 * is the same in shape and work for numbers and addresses that nobody has. A stranger without a code locks
 * nobody; limits keep guessing small.
 */
import { timingSafeEqual } from 'node:crypto'
import { LockByEmailCode, LockByLockCode, SendLockCode } from '../../../../contract/lock.ts'
import { none } from '../../../kernel/audit-line.ts'
import { newId } from '../../../kernel/id.ts'
import { anyone } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import { now } from '../../../kernel/clock.ts'
import { accountOfPair } from '../accounts/account-of-pair.ts'
import { deliveryOf, drawProof, tryCode } from '../accounts/contact-proof.ts'
import { findSubject, NOBODY } from '../accounts/open-account.ts'
import { lockSubject } from './lock-subject.ts'
import { publicLockBudget } from './rules.ts'
import * as store from './store.ts'

/**
 * Of the asker alone, never of the number or of the nation: nobody guesses 60 bits on paper or six digits in
 * a mailbox by asking often, and a budget that strangers share is one that they spend for the owner.
 */
const perNetwork = (scope: string) => (_: unknown, request: RequestContext) => [
  {
    scope,
    key: request.network,
    most: inForce(publicLockBudget, now()).perNetworkPerHour,
    per_s: 3600,
  },
]

interface Attempt {
  readonly owner: string
  readonly proof: string
  readonly subjectId: string | null
}
const sealAttempt = (tools: Tools, attempt: Attempt): string =>
  tools.sealer
    .sealWithPlatformKey(
      'lock.attempt',
      JSON.stringify([attempt.owner, attempt.proof, attempt.subjectId ?? '-'.repeat(36)]),
    )
    .toString('base64url')
const openAttempt = (tools: Tools, text: string): Attempt | null => {
  try {
    const [owner, proof, subjectId] = JSON.parse(
      tools.sealer.unsealWithPlatformKey('lock.attempt', Buffer.from(text, 'base64url')).toString('utf8'),
    ) as [string, string, string]
    return { owner, proof, subjectId: subjectId.startsWith('-') ? null : subjectId }
  } catch {
    return null
  }
}

export const sendLockCode = useCase({
  contract: SendLockCode,
  limits: perNetwork('lock.network'),
  permit: anyone, // the owner without her phone has nothing else; the code goes to the e-mail that is bound
  async act(work, { personalNumber, email }, { tools, request, presence }) {
    const account = await accountOfPair(work, tools, { personalNumber, channel: 'email', to: email })
    const owner = newId()
    const proof = await drawProof(work, tools, {
      ownerId: owner,
      channel: 'email',
      to: email,
      purpose: 'lock',
      language: request.language,
      mayBeSent: account !== null,
      asker: {
        kind: 'blind',
        presence,
        network: request.network,
        named: `${personalNumber} ${email}`,
        isHerNetwork: false, // a first code a day of her own, and the paper without any
      },
    })
    const code = await deliveryOf(work, tools, owner, proof, { isBlind: true })
    if (!code) {
      throw new Error('a proof vanished inside its own transaction')
    }
    return { attempt: sealAttempt(tools, { owner, proof, subjectId: account?.subjectId ?? null }), code }
  },
  audit: none('nothing is told and nothing changed before the code is right'),
})

export const lockByEmailCode = useCase({
  contract: LockByEmailCode,
  limits: (_, request) => [{ scope: 'code.try', key: request.network, most: 120, per_s: 3600 }],
  permit: anyone, // the code from her e-mail is the proof
  async act(work, { attempt, code }, { tools, now: at, refuse }) {
    const open = openAttempt(tools, attempt)
    if (!open) {
      throw problem('code.expired')
    }
    const refusal = await tryCode(work, tools, open.owner, open.proof, code)
    if (refusal) {
      return refuse(refusal)
    }
    if (open.subjectId) {
      await lockSubject(work, tools, {
        subjectId: open.subjectId,
        ground: 'holder-request',
        by: 'holder-code',
      })
    }
    return { lockedAt: at.toISOString() }
  },
  audit: none(
    'the lock itself publishes an event, whose reaction writes the line: a line here would tell by its time that the number has an account',
  ),
})

export const lockByLockCode = useCase({
  contract: LockByLockCode,
  limits: perNetwork('lock.paper'),
  permit: anyone, // the code on paper is the proof
  async act(work, { personalNumber, lockCode }, { tools, now: at, refuse }) {
    const subjectId = (await findSubject(work, tools, personalNumber)) ?? NOBODY
    const held = await store.lockCode(work, subjectId)
    const given = tools.digests.secret('lock-code', `${subjectId} ${lockCode}`)
    const isRight = timingSafeEqual(given, held?.code_digest ?? Buffer.alloc(given.length))
    if (!held || !isRight) {
      return refuse(problem('lock.not-accepted'))
    }
    await store.useLockCode(work, subjectId, at)
    await lockSubject(work, tools, { subjectId, ground: 'holder-request', by: 'holder-code' })
    return { lockedAt: at.toISOString() }
  },
  audit: none('the lock itself publishes an event, whose reaction writes the line'),
})
