/**
 * COSE_Sign1 and COSE_Mac0 (RFC 9052 §4.2, §6.2) as ISO/IEC 18013-5 §9.1.2.4 and §9.1.3 profile them:
 * untagged, the algorithm protected, no external data. A message that says anything twice, or binds us to a
 * header that we do not know, is refused.
 */
import { isArray, type CborMap, type CborValue } from './cbor-value.ts'
import { isSignedBy, owned, type EcCurve, type EcHash, type EcPublicKey } from './ec-key.ts'
import { MdocRefusal, refuseIf, type MdocRefusalCode } from './mdoc-refusal.ts'
import { bytesOf, mapOf, readMap } from './read-fields.ts'
import { writeCbor } from './write-cbor.ts'

export interface CoseMessage {
  readonly protectedBytes: Uint8Array
  readonly algorithm: number
  readonly unprotected: CborMap
  /** null: it is detached. */
  readonly payload: Uint8Array | null
  /** Signature or tag. */
  readonly proof: Uint8Array
}

const LABEL = { algorithm: 1, critical: 2, x5chain: 33 } as const

interface SignatureAlgorithm {
  readonly id: number
  readonly hash: EcHash
  /** RFC 9053 leaves the curve open; ISO/IEC 18013-5 table 22 pairs them. */
  readonly curve: EcCurve
}
const SIGNATURES: readonly SignatureAlgorithm[] = [
  { id: -7, hash: 'SHA-256', curve: 'P-256' },
  { id: -35, hash: 'SHA-384', curve: 'P-384' },
  { id: -36, hash: 'SHA-512', curve: 'P-521' },
]
const ES256 = -7
const HMAC_256 = 5

export const readCose = (value: CborValue, where: string): CoseMessage => {
  if (!isArray(value) || value.length !== 4) {
    throw new MdocRefusal('mdoc.cose-structure', where)
  }
  const [protectedPart, unprotectedPart, payload, proof] = value
  const protectedBytes = bytesOf(protectedPart, where)
  const header: CborMap = protectedBytes.length === 0 ? new Map() : readMap(protectedBytes, where)
  const unprotected = mapOf(unprotectedPart, where)
  refuseIf(
    [...unprotected.keys()].some((label) => header.has(label)),
    'mdoc.cose-header-twice',
    where,
  )
  refuseIf(header.has(LABEL.critical) || unprotected.has(LABEL.critical), 'mdoc.cose-critical-header', where)
  const algorithm = header.get(LABEL.algorithm)
  if (typeof algorithm !== 'number') {
    throw new MdocRefusal('mdoc.algorithm-unknown', where)
  }
  if (payload !== null && !(payload instanceof Uint8Array)) {
    throw new MdocRefusal('mdoc.cose-payload', where)
  }
  return { protectedBytes, algorithm, unprotected, payload, proof: bytesOf(proof, where) }
}

/** RFC 9360 §2: one certificate alone, or two and more in a row, the signer's first. */
export const x5chainOf = ({ unprotected }: CoseMessage, where: string): readonly Uint8Array[] => {
  const chain = unprotected.get(LABEL.x5chain)
  if (chain instanceof Uint8Array) {
    return [chain]
  }
  if (!isArray(chain)) {
    throw new MdocRefusal('mdoc.chain-missing', where)
  }
  refuseIf(chain.length < 2, 'mdoc.cose-structure', where)
  return chain.map((one) => bytesOf(one, where))
}

const toBeProven = (context: 'Signature1' | 'MAC0', header: Uint8Array, payload: Uint8Array): Uint8Array =>
  writeCbor([context, header, new Uint8Array(0), payload])

/** What is not there stands in the message; a detached one brings it from outside. */
const payloadOf = (message: CoseMessage, detached: Uint8Array | null, where: string): Uint8Array => {
  const payload = detached ?? message.payload
  if (!payload || (detached !== null && message.payload !== null)) {
    throw new MdocRefusal('mdoc.cose-payload', where)
  }
  return payload
}

export const mustBeSignedBy = async (
  message: CoseMessage,
  key: EcPublicKey,
  detached: Uint8Array | null,
  { where, wrongCode }: { readonly where: string; readonly wrongCode: MdocRefusalCode },
): Promise<void> => {
  const payload = payloadOf(message, detached, where)
  const algorithm = SIGNATURES.find(({ id }) => id === message.algorithm)
  if (!algorithm) {
    throw new MdocRefusal('mdoc.algorithm-unknown', where)
  }
  refuseIf(algorithm.curve !== key.curve, 'mdoc.algorithm-mismatch', where)
  const data = toBeProven('Signature1', message.protectedBytes, payload)
  refuseIf(!(await isSignedBy(key, algorithm.hash, data, message.proof, where)), wrongCode, where)
}

export const mustHaveMacOf = async (
  message: CoseMessage,
  macKey: CryptoKey,
  detached: Uint8Array,
  where: string,
): Promise<void> => {
  const payload = payloadOf(message, detached, where)
  refuseIf(message.algorithm !== HMAC_256, 'mdoc.algorithm-unknown', where)
  const data = toBeProven('MAC0', message.protectedBytes, payload)
  const isRight = await crypto.subtle.verify('HMAC', macKey, owned(message.proof), owned(data))
  refuseIf(!isRight, 'mdoc.device-mac', where)
}

/** The bytes that somebody's key signs by ES256: r and s, 64 bytes. */
export type Sign = (toBeSigned: Uint8Array) => Promise<Uint8Array>

export const composeSign1 = async (
  sign: Sign,
  {
    chain,
    payload,
    isDetached,
  }: {
    readonly chain: readonly Uint8Array[]
    readonly payload: Uint8Array
    readonly isDetached: boolean
  },
): Promise<CborValue> => {
  const header = writeCbor(new Map([[LABEL.algorithm, ES256]]))
  const signature = await sign(toBeProven('Signature1', header, payload))
  refuseIf(signature.length !== 64, 'mdoc.algorithm-mismatch', 'signature')
  const [only] = chain
  const unprotected = new Map<number, CborValue>(
    only ? [[LABEL.x5chain, chain.length === 1 ? only : chain]] : [],
  )
  return [header, unprotected, isDetached ? null : payload, signature]
}

export const composeMac0 = async (macKey: CryptoKey, payload: Uint8Array): Promise<CborValue> => {
  const header = writeCbor(new Map([[LABEL.algorithm, HMAC_256]]))
  const tag = await crypto.subtle.sign('HMAC', macKey, owned(toBeProven('MAC0', header, payload)))
  return [header, new Map(), null, new Uint8Array(tag)]
}
