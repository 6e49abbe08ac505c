/**
 * A party's judgement of an answer: whole by `verifyAnswer`, of issuers that Sen lists, not revoked, and all
 * of one holder's key, so that two people cannot put one identity together.
 */
import type { AnswerFields } from '../../formats/openid4vp/compose-answer.ts'
import { verifyAnswer, type Believing } from '../../formats/openid4vp/verify-answer.ts'
import type { Json } from '../../formats/jws/strict-json.ts'
import type { ReadCredential } from '../../formats/sd-jwt-vc/read-credential.ts'
import type { TrustedIssuer } from '../../formats/trust-list/trust-list.ts'
import type { OpenRequest } from './matters.ts'
import { machineTime } from './own-clock.ts'
import { CARD_KIND } from './party-list.ts'
import type { Received } from './received.ts'
import { keyNamed, type SenTrust } from './sen-trust.ts'

const KEY_BINDING_AGE_MOST_s = 600

export type Verdict =
  | { readonly ok: true; readonly received: Received }
  | { readonly ok: false; readonly reason: string }

/** What a credential says of itself, not of her. */
const OF_THE_CREDENTIAL = new Set(['iss', 'iat', 'exp', 'nbf', 'vct', 'cnf', 'status', 'aud', 'jti'])

/** Throws SenSilent where nothing can be judged now. */
export const judgeReceived = async (
  fields: AnswerFields,
  request: OpenRequest,
  party: { readonly clientId: string; readonly responseUri: string; readonly trust: SenTrust },
): Promise<Verdict> => {
  const issuers = await party.trust.issuers()
  const judged = await verifyAnswer(
    fields,
    {
      clientId: party.clientId,
      nonce: request.nonce,
      state: request.state,
      query: request.query,
      target: { kind: 'link', responseUri: party.responseUri },
      encryption: { key: request.key },
    },
    believing(issuers),
  )
  if (!judged.ok) {
    return judged
  }
  const shown = [...judged.value.values()].flat().flatMap(({ proven }) => {
    return proven.format === 'dc+sd-jwt' ? [proven.credential] : []
  })
  const [first] = shown
  const issuer = issuers.find((one) => one.issuer === first?.issuer)
  if (!first || !issuer) {
    return { ok: false, reason: 'nothing-shown' }
  }
  if (new Set(shown.map(whoseIs)).size !== 1) {
    return { ok: false, reason: 'several-holders' }
  }
  for (const one of shown) {
    if (!(await party.trust.isValid(one, issuer))) {
      return { ok: false, reason: 'not-valid' }
    }
  }
  return { ok: true, received: receivedOf([first, ...shown], issuer, askedNames(request)) }
}

const whoseIs = ({ issuer, holderKey }: ReadCredential): string =>
  JSON.stringify([issuer, holderKey?.['x'], holderKey?.['y']])

const believing = (issuers: readonly TrustedIssuer[]): Believing => {
  const at = machineTime()
  return {
    sdJwt: {
      issuerKey: ({ issuer: name, header, vct }) => {
        const issuer = issuers.find((one) => one.issuer === name)
        const isOfIts = issuer?.kinds.some((kind) => kind.vct === vct)
        const keys = isOfIts ? (issuer?.keys ?? []) : []
        return keyNamed(
          keys.map((one): Json => ({ ...one })),
          header['kid'],
        )
      },
      algorithms: ['ES256'],
      kinds: [CARD_KIND],
      now_s: at.getTime() / 1000,
    },
    maxAge_s: KEY_BINDING_AGE_MOST_s,
    // None of the parties asks for a mobile document.
    mdoc: { roots: [], revocation: () => 'unknown' },
    at,
  }
}

const askedNames = ({ query }: OpenRequest): readonly string[] =>
  query.credentials.flatMap(({ claims }) => claims.map(({ path: [name] }) => String(name)))

/** The credential's own order is chance. */
const receivedOf = (
  shown: readonly [ReadCredential, ...ReadCredential[]],
  issuer: TrustedIssuer,
  asked: readonly string[],
): Received => {
  const [{ claims, vct, expiresAt_s }] = shown
  const chosen = new Map(
    shown.flatMap((one) => one.revealed.map(({ path: [name = ''] }) => [String(name), one.claims] as const)),
  )
  const names = [...asked.filter((name) => chosen.has(name)), ...chosen.keys()]
  return {
    at: machineTime(),
    issuer: issuer.names,
    document: issuer.kinds.find((kind) => kind.vct === vct)?.names ?? { vi: vct, en: vct },
    expiresAt: expiresAt_s === null ? null : new Date(expiresAt_s * 1000),
    claims: [...new Set(names)].map((name) => ({ name, value: chosen.get(name)?.[name] ?? null })),
    always: Object.entries(claims).flatMap(([name, value]) =>
      chosen.has(name) || OF_THE_CREDENTIAL.has(name) ? [] : [{ name, value: value ?? null }],
    ),
  }
}
