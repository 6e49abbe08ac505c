/**
 * Reads what a party asks (OpenID4VP 1.0 §5): a signed request object (RFC 9101) whose signer is the party
 * that `client_id` names. Nothing of it is believed before its signature stands, and nothing is taken from
 * outside of it.
 */
import type { DcqlQuery } from '../dcql/dcql-query.ts'
import { readQuery } from '../dcql/read-query.ts'
import type { Algorithm } from '../jws/algorithms.ts'
import type { Bytes } from '../jws/base64url.ts'
import { judgeJws, openJws, type Jws } from '../jws/compact-jws.ts'
import { isJsonObject, type Json, type JsonObject } from '../jws/strict-json.ts'
import type { Parsed } from '../parsed.ts'
import { readChain, readClientId } from './client-id.ts'
import { readEncryption, readFormats, type Encryption } from './client-metadata.ts'
import { judged, orFault, refuseIf, SharingFault, type SharingFaultCode } from './openid4vp-fault.ts'
import {
  ANY_WALLET,
  readAudience,
  readMode,
  readNonce,
  readOrigins,
  readResponseUri,
  readState,
  readVerifierInfo,
  type Channel,
  type ResponseMode,
  type VerifierInfo,
} from './request-parameters.ts'

/** The type of a request object (RFC 9101 §10.8). */
export const REQUEST_TYPE = 'oauth-authz-req+jwt'
const REQUEST_DEPTH = 16
/** A chain of certificates, a query and the attestations of a party stay far below. */
const REQUEST_MOST_characters = 256 * 1024

export interface ReadingRequest<Party> {
  readonly channel: Channel
  /**
   * Whose chain this is, if it is believed at this moment and may ask at all; null for everybody else. DER,
   * the signer's first; without the root unless the party sent it.
   */
  readonly partyOf: (chain: readonly Bytes[], clientId: string) => Promise<Party | null> | Party | null
  readonly algorithms: readonly Algorithm[]
  /** Seconds since 1970. */
  readonly now_s: number
  /** How far clocks may differ; 60 unless said. */
  readonly skew_s?: number
  /** What the request may call the wallet; any wallet unless said. */
  readonly audiences?: readonly string[]
}

export interface PresentationRequest<Party> {
  readonly party: Party
  readonly clientId: string
  readonly query: DcqlQuery
  readonly nonce: string
  readonly state: string | null
  readonly responseMode: ResponseMode
  /** Where the answer goes, and what it is bound to beside the nonce. */
  readonly target:
    | { readonly kind: 'link'; readonly responseUri: string }
    | { readonly kind: 'browser'; readonly origin: string }
  /** Null for `direct_post`. */
  readonly encryption: Encryption | null
  readonly verifierInfo: readonly VerifierInfo[]
}

export const readRequest = <Party>(
  text: string,
  reading: ReadingRequest<Party>,
): Promise<Parsed<PresentationRequest<Party>, SharingFaultCode>> =>
  judged(async () => {
    refuseIf(text.length > REQUEST_MOST_characters, 'openid4vp.too-large')
    const jws = openRequest(text, reading.algorithms)
    const { claims } = jws
    const chain = readChain(jws.header['x5c'])
    const { clientId, host } = await readClientId(claims['client_id'], chain)
    const fault = await judgeJws(jws, chain.key)
    if (fault !== null) {
      throw new SharingFault(`openid4vp.request-${fault}`)
    }
    const party = await reading.partyOf(chain.certificates, clientId)
    if (party === null) {
      throw new SharingFault('openid4vp.chain-untrusted')
    }
    mustBeForThis(claims, clientId, reading)
    return { party, clientId, ...(await readClaims(claims, host, reading.channel)) }
  })

const openRequest = (text: string, algorithms: readonly Algorithm[]): Jws => {
  const opened = openJws(text, { type: REQUEST_TYPE, algorithms, depth: REQUEST_DEPTH })
  if (!opened.ok) {
    throw new SharingFault(`openid4vp.request-${opened.reason}`)
  }
  return opened.value
}

/** For this wallet, in this moment, and the answer to what this wallet sent. */
const mustBeForThis = (
  claims: JsonObject,
  clientId: string,
  { channel, now_s, skew_s = 60, audiences = [ANY_WALLET] }: ReadingRequest<unknown>,
): void => {
  // RFC 9101 §4.
  refuseIf('request' in claims || 'request_uri' in claims, 'openid4vp.nested-request')
  const { iat, nbf, exp } = claims
  const isTime = (time: Json | undefined): boolean => time === undefined || typeof time === 'number'
  refuseIf(![iat, nbf, exp].every(isTime), 'openid4vp.request-time')
  const start = Math.max(Number(iat ?? 0), Number(nbf ?? 0))
  refuseIf(start > now_s + skew_s || Number(exp ?? Infinity) <= now_s - skew_s, 'openid4vp.request-time')
  readAudience(claims['aud'], channel, audiences)
  if (channel.kind === 'browser') {
    readOrigins(claims['expected_origins'], channel.origin)
    return
  }
  refuseIf(channel.clientId !== clientId, 'openid4vp.client-id-other')
  // One that was never sent is the answer to somebody else's wallet.
  refuseIf((claims['wallet_nonce'] ?? null) !== channel.walletNonce, 'openid4vp.wallet-nonce')
}

const readClaims = async (
  claims: JsonObject,
  host: string | null,
  channel: Channel,
): Promise<Omit<PresentationRequest<unknown>, 'party' | 'clientId'>> => {
  const responseMode = readMode(claims, channel)
  refuseIf('scope' in claims, 'openid4vp.scope')
  // §5.1: who knows no type of it refuses it.
  refuseIf('transaction_data' in claims, 'openid4vp.transaction-data')
  const asked = claims['dcql_query']
  refuseIf(asked === undefined, 'openid4vp.query-missing')
  const query = orFault(readQuery(asked))
  const metadata = claims['client_metadata']
  if (!isJsonObject(metadata)) {
    throw new SharingFault('openid4vp.metadata')
  }
  readFormats(metadata, query)
  return {
    query,
    nonce: readNonce(claims['nonce']),
    // The browser binds the answer by itself, and the API knows no state (appendix A.2).
    state: channel.kind === 'link' ? readState(claims['state'], query) : null,
    responseMode,
    target:
      channel.kind === 'link'
        ? { kind: 'link', responseUri: readResponseUri(claims, host) }
        : { kind: 'browser', origin: channel.origin },
    encryption: responseMode === 'direct_post' ? null : await readEncryption(metadata),
    verifierInfo: readVerifierInfo(claims['verifier_info'], query),
  }
}
