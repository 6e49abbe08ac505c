/**
 * A verifier's judgement of a whole answer (OpenID4VP 1.0 §8.6): opened by its own key, bound to its own
 * request, every presentation genuine, everything that was asked for and nothing more. One that is refused
 * refuses all.
 */
import type { ClaimQuery, CredentialQuery, DcqlQuery } from '../dcql/dcql-query.ts'
import { judgeShown, type Shown } from '../dcql/judge-shown.ts'
import { decodeBase64url } from '../jws/base64url.ts'
import { isJsonList, isJsonObject, readJson, type Json, type JsonObject } from '../jws/strict-json.ts'
import type { Trust as MdocTrust } from '../mdoc/document-signer.ts'
import { verifyResponse, type ShownDocument } from '../mdoc/verify-response.ts'
import type { Parsed } from '../parsed.ts'
import type { ReadCredential } from '../sd-jwt-vc/read-credential.ts'
import { verifyPresentation, type Trust as SdJwtTrust } from '../sd-jwt-vc/verify-credential.ts'
import { audienceOf, transcriptOf, type Bound } from './binding.ts'
import type { AnswerFields } from './compose-answer.ts'
import { decryptJwe, encryptionMethods, type DecryptionKey } from './jwe.ts'
import { claimsOfElements } from './mdoc-claims.ts'
import { judged, orFault, refuseIf, SharingFault, type SharingFaultCode } from './openid4vp-fault.ts'

/** A few portraits in each of several documents. */
const ANSWER_MOST_characters = 4 * 1024 * 1024
const ANSWER_DEPTH = 6
const PRESENTATIONS_MOST = 16

/** What this verifier asked, from its own memory: nothing of it is taken from the answer. */
export interface OwnRequest {
  readonly clientId: string
  readonly nonce: string
  readonly state: string | null
  readonly query: DcqlQuery
  readonly target: Bound['target']
  /** The key pair of this request; null for `direct_post`. */
  readonly encryption: { readonly key: DecryptionKey } | null
}
export interface Believing {
  /** Its `kinds` beside those of the query, if they are fewer. */
  readonly sdJwt: SdJwtTrust
  /** How long ago a holder's key may have signed. */
  readonly maxAge_s: number
  readonly mdoc: MdocTrust
  /** The moment for mobile documents; `sdJwt.now_s` says it for the others. */
  readonly at: Date
}

type Proven =
  | { readonly format: 'dc+sd-jwt'; readonly credential: ReadCredential }
  | { readonly format: 'mso_mdoc'; readonly document: ShownDocument }
interface JudgedPresentation {
  readonly proven: Proven
  /** The combination of claims that it answers. */
  readonly claims: readonly ClaimQuery[]
}
/** By the id of the credential query. */
export type JudgedAnswer = ReadonlyMap<string, readonly JudgedPresentation[]>

/** `fields`: the form that was posted, or the browser's object. */
export const verifyAnswer = (
  fields: AnswerFields,
  request: OwnRequest,
  believing: Believing,
): Promise<Parsed<JudgedAnswer, SharingFaultCode>> =>
  judged(async () => {
    const parameters = await openAnswer(fields, request)
    // §8.2: the state comes back as it went; the browser's API carries none.
    const isItsState = request.state === null || parameters['state'] === request.state
    refuseIf(request.target.kind === 'link' && !isItsState, 'openid4vp.other-state')
    const answered = new Map<string, readonly Proven[]>()
    for (const [id, texts] of readToken(parameters['vp_token'])) {
      const query = request.query.credentials.find((one) => one.id === id)
      if (!query) {
        throw new SharingFault('dcql.unasked')
      }
      const proven: Proven[] = []
      for (const text of texts) {
        proven.push(await prove(text, query, request, believing))
      }
      answered.set(id, proven)
    }
    const shown = new Map([...answered].map(([id, proven]) => [id, proven.map(shownOf)]))
    const verdict = orFault(judgeShown(request.query, shown))
    return new Map(
      [...answered].map(([id, proven]) => [
        id,
        proven.map((one, index) => ({ proven: one, claims: verdict.get(id)?.[index] ?? [] })),
      ]),
    )
  })

const openAnswer = async (fields: AnswerFields, { encryption }: OwnRequest): Promise<JsonObject> => {
  const { error, response, vp_token: token, state } = fields
  refuseIf(error !== undefined, 'openid4vp.wallet-error')
  const text = response ?? token
  refuseIf(text === undefined || (response !== undefined && token !== undefined), 'openid4vp.answer-form')
  refuseIf((text ?? '').length > ANSWER_MOST_characters, 'openid4vp.too-large')
  if (encryption === null) {
    refuseIf(token === undefined, 'openid4vp.encrypted')
    const read = readJson(new TextEncoder().encode(token), ANSWER_DEPTH)
    return { vp_token: read ?? null, ...(state !== undefined && { state }) }
  }
  if (response === undefined) {
    throw new SharingFault('openid4vp.not-encrypted')
  }
  const { key } = encryption
  const { plaintext } = await decryptJwe(response, {
    keyOf: (kid) => (kid === key.kid ? key : null),
    methods: encryptionMethods,
  })
  const parameters = readJson(plaintext, ANSWER_DEPTH)
  if (!isJsonObject(parameters)) {
    throw new SharingFault('openid4vp.answer-form')
  }
  refuseIf('error' in parameters, 'openid4vp.wallet-error')
  return parameters
}

const readToken = (token: Json | undefined): readonly (readonly [string, readonly string[]])[] => {
  if (!isJsonObject(token)) {
    throw new SharingFault('openid4vp.vp-token')
  }
  const entries = Object.entries(token).map(([id, list]) => {
    const texts = isJsonList(list) ? list.filter((one) => typeof one === 'string') : []
    refuseIf(!isJsonList(list) || texts.length === 0 || texts.length !== list.length, 'openid4vp.vp-token')
    refuseIf(new Set(texts).size !== texts.length, 'openid4vp.presentation-twice')
    return [id, texts] as const
  })
  refuseIf(entries.flatMap(([, texts]) => texts).length > PRESENTATIONS_MOST, 'openid4vp.too-large')
  return entries
}

const prove = async (
  text: string,
  query: CredentialQuery,
  request: OwnRequest,
  { sdJwt, maxAge_s, mdoc, at }: Believing,
): Promise<Proven> => {
  if (query.format === 'dc+sd-jwt') {
    const asked = { nonce: request.nonce, audience: audienceOf(request), maxAge_s }
    const isBearerAccepted = !query.isBindingRequired
    const credential = orFault(await verifyPresentation(text, sdJwt, { ...asked, isBearerAccepted }))
    return { format: 'dc+sd-jwt', credential }
  }
  const bytes = decodeBase64url(text)
  if (!bytes) {
    throw new SharingFault('openid4vp.presentation-form')
  }
  // Which elements were asked for is judged by the query, with its combinations.
  const wanted = query.kinds.map((docType) => ({ docType, elements: null }))
  const transcript = await transcriptOf(request)
  const reader = { wanted, transcript, trust: mdoc, at, sessionKey: null }
  const answer = await verifyResponse(bytes, reader)
  if (!answer.ok) {
    throw new SharingFault(answer.code)
  }
  const [document, ...others] = answer.value
  if (!document || others.length > 0) {
    throw new SharingFault('openid4vp.presentation-form')
  }
  return { format: 'mso_mdoc', document }
}

const shownOf = (proven: Proven): Shown => {
  if (proven.format === 'dc+sd-jwt') {
    const { vct, claims, revealed, holderKey } = proven.credential
    return {
      format: 'dc+sd-jwt',
      kinds: [vct],
      isBound: holderKey !== null,
      claims,
      revealed: revealed.map(({ path }) => path),
    }
  }
  const { docType, elements, deviceElements } = proven.document
  const revealed = [...elements, ...deviceElements].flatMap(([namespace, space]) =>
    [...space.keys()].map((element) => [namespace, element]),
  )
  // What a device says by itself answers no question: the issuer did not say it.
  return { format: 'mso_mdoc', kinds: [docType], isBound: true, claims: claimsOfElements(elements), revealed }
}
