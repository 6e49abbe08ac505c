/**
 * Who asks (OpenID4VP 1.0 §5.9): the certificate that signed the request bears the name, or is the one, that
 * `client_id` says. Whether the chain is believed is the caller's to judge.
 */
import { ChipFault } from '../emrtd/chip-fault.ts'
import { encodeBase64url, type Bytes } from '../jws/base64url.ts'
import { isJsonList, type Json, type JsonObject } from '../jws/strict-json.ts'
import { certificateOf, ecKeyOf } from '../mdoc/certificate-signature.ts'
import { MdocRefusal } from '../mdoc/mdoc-refusal.ts'
import { readBase64 } from '../transparency-log/base64.ts'
import { dnsNamesOf, isDnsName } from './dns-names.ts'
import { refuseIf, SharingFault } from './openid4vp-fault.ts'

const CHAIN_MOST = 4
const CLIENT_ID_MOST_characters = 512

export interface SigningChain {
  /** DER, the signer's first. */
  readonly certificates: readonly Bytes[]
  /** The signer's names of hosts. */
  readonly names: readonly string[]
  /** The signer's public key, as a JWK. */
  readonly key: JsonObject
}

export const readChain = (x5c: Json | undefined): SigningChain => {
  if (x5c === undefined) {
    throw new SharingFault('openid4vp.chain-missing')
  }
  if (!isJsonList(x5c) || x5c.length === 0 || x5c.length > CHAIN_MOST) {
    throw new SharingFault('openid4vp.chain-form')
  }
  const certificates = x5c.map((one) => {
    const bytes = typeof one === 'string' ? readBase64(one) : null
    if (!bytes) {
      throw new SharingFault('openid4vp.chain-form')
    }
    return bytes
  })
  try {
    const [first] = certificates.map((bytes, index) => certificateOf(bytes, `x5c ${index}`))
    if (!first) {
      throw new SharingFault('openid4vp.chain-form')
    }
    const { curve, point } = ecKeyOf(first, 'x5c 0')
    const half = (point.length - 1) / 2
    const [x, y] = [point.subarray(1, 1 + half), point.subarray(1 + half)].map(encodeBase64url)
    return {
      certificates,
      names: dnsNamesOf(first, 'x5c 0'),
      key: { kty: 'EC', crv: curve, x: x ?? '', y: y ?? '' },
    }
  } catch (error) {
    if (error instanceof MdocRefusal || error instanceof ChipFault) {
      throw new SharingFault('openid4vp.chain-form')
    }
    throw error
  }
}

/** The host that the answer must go to; null where the prefix names none. */
export const readClientId = async (
  clientId: Json | undefined,
  { certificates, names }: SigningChain,
): Promise<{ readonly clientId: string; readonly host: string | null }> => {
  if (typeof clientId !== 'string' || clientId.length > CLIENT_ID_MOST_characters) {
    throw new SharingFault('openid4vp.client-id')
  }
  const colon = clientId.indexOf(':')
  const [prefix, rest] = [clientId.slice(0, Math.max(colon, 0)), clientId.slice(colon + 1)]
  if (prefix === 'x509_san_dns') {
    refuseIf(!isDnsName(rest) || !names.includes(rest), 'openid4vp.client-id-name')
    return { clientId, host: rest }
  }
  refuseIf(prefix !== 'x509_hash', 'openid4vp.client-id-prefix')
  const digest = await crypto.subtle.digest('SHA-256', certificates[0] ?? new Uint8Array())
  refuseIf(rest !== encodeBase64url(new Uint8Array(digest)), 'openid4vp.client-id-hash')
  return { clientId, host: null }
}
