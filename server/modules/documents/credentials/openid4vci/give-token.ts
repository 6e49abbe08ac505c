/**
 * The token endpoint for pre-authorised codes (OpenID4VCI 1.0 §6, RFC 6749 §5). A code is good once: when
 * it comes again, somebody has read it, and the token of the first time ends too (RFC 9700 §4.5).
 */
import { timingSafeEqual } from 'node:crypto'
import { GiveCredentialToken } from '../../../../../contract/credentials.ts'
import type { Actor, Citizen } from '../../../../kernel/actor.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { later } from '../../../../kernel/clock.ts'
import { newSecret } from '../../../../kernel/id.ts'
import { anyoneWith } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem, type Problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { issuableTo } from '../issuing/issuable.ts'
import { offerRule } from '../rules.ts'
import { grantedDetails, readDetails, type GrantedDetail } from './authorization-details.ts'
import { citizenOfOffer } from './citizen-of-offer.ts'
import { doorLimit } from './door-limit.ts'
import { codeDigest, txCodeDigest } from './offer-credentials.ts'
import * as store from './offer-store.ts'
import { PRE_AUTHORIZED } from './protocol.ts'

const TOKEN_BYTES = 32

export const tokenDigest = (tools: Tools, token: string): Buffer =>
  tools.digests.secret('credential-token', token)

/**
 * Whether whoever asks holds the app's session in which it was opened; another wallet has a code instead.
 */
const isForAsker = (offer: store.OfferRow, actor: Actor): boolean =>
  offer.wallet === 'other' || (actor.kind === 'citizen' && actor.sessionId === offer.session_id)

type TxVerdict = 'right' | 'wrong' | Problem

const judgeTxCode = (
  tools: Tools,
  offer: store.OfferRow,
  code: string,
  txCode: string | undefined,
): TxVerdict => {
  if (offer.tx_code_digest === null) {
    return txCode === undefined ? 'right' : problem('credentials.tx-code-unexpected')
  }
  if (txCode === undefined) {
    return problem('credentials.tx-code-missing')
  }
  return timingSafeEqual(offer.tx_code_digest, txCodeDigest(tools, code, txCode)) ? 'right' : 'wrong'
}

/** Null where the wallet asked for none (OpenID4VCI 1.0 §6.2). */
const detailsFor = async (
  work: Work,
  { offer, citizen }: { readonly offer: store.OfferRow; readonly citizen: Citizen },
  asked: string | undefined,
  at: Date,
): Promise<GrantedDetail[] | null> => {
  if (asked === undefined) {
    return null
  }
  const named = readDetails(asked)
  return grantedDetails(named, offer.configurations, await issuableTo(work, citizen, at))
}

export const giveCredentialToken = useCase({
  contract: GiveCredentialToken,
  limits: (_, request) => doorLimit('token', request),
  permit: anyoneWith('app'), // the code is the proof; for this phone also the session in which it was opened
  isForWard: 'always', // whose documents, and who acts, the code itself names
  isNeverReplayed: true,
  async act(work, input, { actor, tools, now: at, refuse }) {
    const code = input['pre-authorized_code']
    if (input.grant_type !== PRE_AUTHORIZED) {
      throw problem('credentials.grant-unsupported')
    }
    if (code === undefined) {
      throw problem('credentials.code-missing')
    }
    const digest = codeDigest(tools, code)
    const offer = await store.offerForUpdate(work, digest)
    const rule = inForce(offerRule, at)
    if (offer?.used_at) {
      await store.takeTokenBack(work, digest)
      return refuse(problem('credentials.code-wrong'))
    }
    const isStanding =
      offer !== undefined &&
      offer.expires_at > at &&
      offer.tx_failures < rule.txCodeTries &&
      isForAsker(offer, actor)
    const citizen = isStanding ? await citizenOfOffer(work, tools, offer) : null
    if (!isStanding || !citizen) {
      throw problem('credentials.code-wrong')
    }
    const verdict = judgeTxCode(tools, offer, code, input.tx_code)
    if (verdict === 'wrong') {
      await store.countTxFailure(work, digest)
      return refuse(problem('credentials.tx-code-wrong'))
    }
    if (verdict !== 'right') {
      throw verdict
    }
    const details = await detailsFor(work, { offer, citizen }, input.authorization_details, at)
    const token = newSecret(TOKEN_BYTES).toString('base64url')
    await store.giveToken(work, digest, {
      digest: tokenDigest(tools, token),
      at,
      endsAt: later(at, rule.token_s),
    })
    return {
      access_token: token,
      token_type: 'Bearer' as const,
      expires_in: rule.token_s,
      ...(details === null ? {} : { authorization_details: details }),
    }
  },
  audit: none('what is issued with the token leaves a line; the token itself gives nothing of anybody'),
})
