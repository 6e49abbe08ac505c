/** The parameters of a request one by one (OpenID4VP 1.0 §5.1, §5.2, §8.2, appendix A.2). */
import type { DcqlQuery } from '../dcql/dcql-query.ts'
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../jws/strict-json.ts'
import { refuseIf, SharingFault } from './openid4vp-fault.ts'

/** §5.8: what a request says as `aud` where the wallet was not asked for its own name before. */
export const ANY_WALLET = 'https://self-issued.me/v2'

/** 128 bits in the letters that §5.2 allows: 22 of base64url. */
const ENTROPY_LEAST_characters = 22
const TEXT_MOST_characters = 512
const URL_MOST_characters = 2048

const responseModes = ['direct_post', 'direct_post.jwt', 'dc_api.jwt'] as const
export type ResponseMode = (typeof responseModes)[number]

/** The way by which a request came. */
export type Channel =
  | {
      /** A link or a QR code, and the request behind it. */
      readonly kind: 'link'
      /** As the link said it. */
      readonly clientId: string
      /** What the wallet sent with `request_uri_method=post`; null where it sent none. */
      readonly walletNonce: string | null
    }
  /** The Digital Credentials API: the origin that the browser tells, as it tells it. */
  | { readonly kind: 'browser'; readonly origin: string }

export const readMode = (claims: JsonObject, channel: Channel): ResponseMode => {
  refuseIf(claims['response_type'] !== 'vp_token', 'openid4vp.response-type')
  const mode = responseModes.find((one) => one === claims['response_mode'])
  if (mode === undefined) {
    throw new SharingFault('openid4vp.response-mode')
  }
  refuseIf((mode === 'dc_api.jwt') !== (channel.kind === 'browser'), 'openid4vp.other-channel')
  return mode
}

const isUrlSafe = (value: Json | undefined): value is string =>
  typeof value === 'string' && value.length <= TEXT_MOST_characters && /^[A-Za-z0-9._~-]+$/.test(value)

export const readNonce = (nonce: Json | undefined): string => {
  if (!isUrlSafe(nonce) || nonce.length < ENTROPY_LEAST_characters) {
    throw new SharingFault('openid4vp.nonce')
  }
  return nonce
}

/** §5.3: where no key proves the holder, nothing but the state binds the answer to the request. */
export const readState = (state: Json | undefined, { credentials }: DcqlQuery): string | null => {
  if (state !== undefined && !isUrlSafe(state)) {
    throw new SharingFault('openid4vp.state')
  }
  const isNeeded = credentials.some(({ isBindingRequired }) => !isBindingRequired)
  refuseIf(
    isNeeded && (state === undefined || state.length < ENTROPY_LEAST_characters),
    'openid4vp.state-missing',
  )
  return state ?? null
}

/** `host` is that of `x509_san_dns`, or null. */
export const readResponseUri = (claims: JsonObject, host: string | null): string => {
  refuseIf('redirect_uri' in claims, 'openid4vp.redirect-uri')
  const uri = claims['response_uri']
  if (typeof uri !== 'string' || uri.length > URL_MOST_characters || !/^https:\/\/[!-~]+$/.test(uri)) {
    throw new SharingFault('openid4vp.response-uri')
  }
  const url = URL.parse(uri)
  if (!url || uri.includes('#') || uri.includes('\\') || url.username !== '' || url.password !== '') {
    throw new SharingFault('openid4vp.response-uri')
  }
  refuseIf(host !== null && url.hostname !== host, 'openid4vp.response-uri-host')
  return uri
}

export const readAudience = (aud: Json | undefined, channel: Channel, audiences: readonly string[]): void => {
  // §5.8 speaks of metadata of wallets, which a browser does not ask for.
  if (aud === undefined && channel.kind === 'browser') {
    return
  }
  const said = isJsonList(aud) ? aud : [aud]
  refuseIf(!audiences.some((one) => said.includes(one)), 'openid4vp.audience')
}

/** Texts are compared as they are: neither is read as an address (appendix A.2). */
export const readOrigins = (expected: Json | undefined, origin: string): void => {
  const isOrigin = (one: Json): boolean =>
    typeof one === 'string' && one.length <= TEXT_MOST_characters && !/^(?!https:)[a-z]+:\/\//i.test(one)
  if (!isJsonList(expected) || expected.length === 0 || expected.length > 32 || !expected.every(isOrigin)) {
    throw new SharingFault('openid4vp.origins')
  }
  refuseIf(!expected.includes(origin), 'openid4vp.other-origin')
}

/** Something that others attest of the party (§5.11): nothing here believes it. */
export interface VerifierInfo {
  readonly format: string
  readonly data: string | JsonObject
  /** The credential queries that it is about; null: all. */
  readonly credentialIds: readonly string[] | null
}

export const readVerifierInfo = (
  value: Json | undefined,
  { credentials }: DcqlQuery,
): readonly VerifierInfo[] => {
  if (value === undefined) {
    return []
  }
  if (!isJsonList(value) || value.length === 0 || value.length > 16) {
    throw new SharingFault('openid4vp.verifier-info')
  }
  return value.map((one) => {
    const { format, data, credential_ids: ids }: JsonObject = isJsonObject(one) ? one : {}
    const known = isJsonList(ids) ? credentials.filter(({ id }) => ids.includes(id)) : null
    const areIdsRight =
      ids === undefined || (isJsonList(ids) && ids.length > 0 && known?.length === ids.length)
    const isData = typeof data === 'string' || isJsonObject(data)
    if (typeof format !== 'string' || format === '' || !isData || !areIdsRight) {
      throw new SharingFault('openid4vp.verifier-info')
    }
    return { format, data, credentialIds: known && known.map(({ id }) => id) }
  })
}
