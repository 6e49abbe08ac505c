/**
 * The app opens the way to fetch documents: a pre-authorised code, good for minutes and once (OpenID4VCI
 * 1.0 §4.1.1). For this phone it is bound to the app's open session, so whoever reads it elsewhere has
 * nothing. Another wallet takes the passcode here, and a code that she types there. In the profile of a
 * child or ward it is for this phone alone, after a consent to this use.
 */
import { OfferCredentials } from '../../../../../contract/credentials.ts'
import type { Citizen } from '../../../../kernel/actor.ts'
import { later, now } from '../../../../kernel/clock.ts'
import { newCode, newSecret } from '../../../../kernel/id.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem, type Problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { mustHaveConsent } from '../../../cases/representation/ward-deeds.ts'
import { tryPasscodeInHand } from '../../../people/accounts/device.ts'
import type { CredentialConfiguration } from '../credential-type.ts'
import { issuingLimits, offerRule } from '../rules.ts'
import { issuableTo } from '../issuing/issuable.ts'
import { composeOffer } from './protocol.ts'
import * as store from './offer-store.ts'

const CODE_BYTES = 32

export const codeDigest = (tools: Tools, code: string): Buffer =>
  tools.digests.secret('credential-code', code)
export const txCodeDigest = (tools: Tools, code: string, txCode: string): Buffer =>
  tools.digests.secret('credential-tx-code', `${code} ${txCode}`)

/**
 * What she may be issued with her account, by configuration: that of which she has a document now. Throws
 * `credentials.level-too-low` where that is nothing; of a child or ward, who has no identity card here,
 * `credentials.nothing-to-issue`.
 */
const offered = async (
  read: Reading,
  actor: Citizen,
  at: Date,
): Promise<readonly CredentialConfiguration[]> => {
  const mine = await issuableTo(read, actor, at)
  if (mine.length === 0) {
    throw problem(actor.by ? 'credentials.nothing-to-issue' : 'credentials.level-too-low')
  }
  return [...new Map(mine.map(({ configuration }) => [configuration.id, configuration])).values()]
}

/** Whoever only found the app open lets no other wallet in. */
const refusalOfWallet = async (
  work: Work,
  tools: Tools,
  actor: Citizen,
  passcode: string | undefined,
): Promise<Problem | null> => {
  if (passcode === undefined) {
    throw problem('device.passcode-needed')
  }
  return tryPasscodeInHand(work, tools, actor, passcode)
}

export const offerCredentials = useCase({
  contract: OfferCredentials,
  limits: (_, __, actor) =>
    actor.kind === 'citizen'
      ? [
          {
            scope: 'credentials.offer',
            key: actor.subjectId,
            most: inForce(issuingLimits, now()).offersPerHour,
            per_s: 3600,
          },
        ]
      : [],
  permit: citizenHerself,
  isForWard: true,
  isNeverReplayed: true,
  async act(work, input, { actor, tools, now: at, refuse }) {
    const { subjectId, sessionId, deviceId, by } = actor
    if (deviceId === null) {
      throw problem('session.required')
    }
    const isOther = input.for === 'other-wallet'
    if (by && isOther) {
      throw problem('representation.not-for-ward')
    }
    await mustHaveConsent(work, actor, 'documents', at)
    const mine = await offered(work, actor, at)
    const refusal = isOther ? await refusalOfWallet(work, tools, actor, input.passcode) : null
    if (refusal) {
      return refuse(refusal)
    }
    const rule = inForce(offerRule, at)
    const code = newSecret(CODE_BYTES).toString('base64url')
    const txCode = isOther ? newCode(rule.txCodeDigits) : null
    const expiresAt = later(at, rule.code_s)
    store.insertOffer(work, codeDigest(tools, code), {
      subject_id: subjectId,
      holder_id: by?.subjectId ?? null,
      tie_id: by?.tieId ?? null,
      device_id: deviceId,
      session_id: sessionId,
      wallet: isOther ? 'other' : 'own',
      configurations: mine.map(({ id }) => id),
      tx_code_digest: txCode === null ? null : txCodeDigest(tools, code, txCode),
      expires_at: expiresAt,
    })
    const txCodeDigits = isOther ? rule.txCodeDigits : null
    const { offer, offerUri } = await composeOffer(tools, { offered: mine, code, txCodeDigits })
    return { offer, offerUri, txCode, expiresAt: expiresAt.toISOString() }
  },
  audit: ({ actor, input, refusal }) =>
    input.for === 'other-wallet'
      ? { about: actor.subjectId, purpose: 'credentials-offered-elsewhere', outcome: refusal ?? 'done' }
      : null,
})
