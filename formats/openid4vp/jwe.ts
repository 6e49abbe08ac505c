/**
 * JWE in compact form (RFC 7516 §7.1) by direct key agreement: ECDH-ES (RFC 7518 §4.6) and AES-GCM (§5.3).
 * Nothing is compressed: what is packed before it is encrypted tells of itself by its length.
 */
import { joined } from '../bytes.ts'
import { decodeBase64url, encodeBase64url, type Bytes } from '../jws/base64url.ts'
import { isJsonObject, readJson, type Json, type JsonObject } from '../jws/strict-json.ts'
import { CURVE, importPoint, KEY_AGREEMENT, readPoint, type EncryptionKey } from './encryption-key.ts'
import { refuseIf, SharingFault } from './openid4vp-fault.ts'

export const encryptionMethods = ['A128GCM', 'A256GCM'] as const
export type EncryptionMethod = (typeof encryptionMethods)[number]

const KEY_bits = { A128GCM: 128, A256GCM: 256 } as const
const [IV_bytes, TAG_bytes] = [12, 16]
const HEADER_DEPTH = 4
/** Of `apu` and `apv`: a nonce or an identifier, decoded. */
const PARTY_INFO_MOST_bytes = 1024

export interface Agreement {
  /** Names the content's method, or the wrapping where the agreed key wraps another (RFC 7518 §4.6.2). */
  readonly algorithm: string
  readonly key_bits: number
  readonly partyU: Uint8Array
  readonly partyV: Uint8Array
}

/** The Concat KDF of one round: 256 bits at most. */
export const agreedKey = async (secret: Uint8Array, agreement: Agreement): Promise<Bytes> => {
  const { algorithm, key_bits, partyU, partyV } = agreement
  const parts = [
    number32(1),
    secret,
    counted(new TextEncoder().encode(algorithm)),
    counted(partyU),
    counted(partyV),
    number32(key_bits),
  ]
  const digest = await crypto.subtle.digest('SHA-256', joined(parts))
  return new Uint8Array(digest).slice(0, key_bits / 8)
}

const number32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}
const counted = (bytes: Uint8Array): Uint8Array => joined([number32(bytes.length), bytes])

export interface Chance {
  /** Bytes that nobody can guess. */
  readonly random: (size_bytes: number) => Uint8Array
  /** A new pair for ECDH on P-256, once; its public half can be exported. */
  readonly ephemeralKey: () => Promise<CryptoKeyPair>
}
export interface Encrypting {
  readonly recipient: EncryptionKey
  readonly method: EncryptionMethod
  readonly chance: Chance
  /** Bound into the key and said in the header; not there unless said (RFC 7518 §4.6.1.2). */
  readonly partyU?: Uint8Array
  readonly partyV?: Uint8Array
}

/** Throws TypeError for a recipient whose point is not on the curve: it was read before. */
export const encryptJwe = async (plaintext: Uint8Array, encrypting: Encrypting): Promise<string> => {
  const { recipient, method, chance, partyU, partyV } = encrypting
  const theirs = await importPoint(recipient)
  if (!theirs) {
    throw new TypeError('the recipient has no key on P-256')
  }
  const { privateKey, publicKey } = await chance.ephemeralKey()
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  const header: JsonObject = {
    alg: KEY_AGREEMENT,
    enc: method,
    kid: recipient.kid,
    epk: { kty: 'EC', crv: CURVE, x, y },
    ...(partyU && { apu: encodeBase64url(partyU) }),
    ...(partyV && { apv: encodeBase64url(partyV) }),
  }
  const text = encodeBase64url(new TextEncoder().encode(JSON.stringify(header)))
  const key = await contentKey(privateKey, theirs, method, partyU, partyV)
  const iv = new Uint8Array(chance.random(IV_bytes))
  const sealed = new Uint8Array(await crypto.subtle.encrypt(gcm(iv, text), key, new Uint8Array(plaintext)))
  const [content, tag] = [sealed.subarray(0, -TAG_bytes), sealed.subarray(-TAG_bytes)]
  return [text, '', ...[iv, content, tag].map(encodeBase64url)].join('.')
}

export interface DecryptionKey extends EncryptionKey {
  /** Of ECDH on P-256, allowed to derive bits. */
  readonly privateKey: CryptoKey
}
export interface Decrypting {
  /** By the `kid` of the header; null where it names none or one that is not ours. */
  readonly keyOf: (kid: string | null) => DecryptionKey | null
  readonly methods: readonly EncryptionMethod[]
}

export const decryptJwe = async (
  text: string,
  { keyOf, methods }: Decrypting,
): Promise<{ readonly plaintext: Bytes; readonly key: DecryptionKey }> => {
  const parts = text.split('.', 6)
  const [first = '', wrapped, ...rest] = parts
  const [headerBytes, iv, content, tag] = [first, ...rest].map(decodeBase64url)
  const header = headerBytes ? readJson(headerBytes, HEADER_DEPTH) : undefined
  if (parts.length !== 5 || wrapped !== '' || !isJsonObject(header) || !iv || !content || !tag) {
    throw new SharingFault('openid4vp.jwe-form')
  }
  refuseIf(iv.length !== IV_bytes || tag.length !== TAG_bytes, 'openid4vp.jwe-form')
  const { method, epk, partyU, partyV, kid } = readHeader(header, methods)
  const key = keyOf(kid)
  if (!key) {
    throw new SharingFault('openid4vp.jwe-key-unknown')
  }
  const point = readPoint(epk)
  const theirs = point && (await importPoint(point))
  if (!theirs) {
    throw new SharingFault('openid4vp.jwe-ephemeral-key')
  }
  const content_ = await contentKey(key.privateKey, theirs, method, partyU, partyV)
  try {
    const opened = await crypto.subtle.decrypt(gcm(iv, first), content_, joined([content, tag]))
    return { plaintext: new Uint8Array(opened), key }
  } catch {
    throw new SharingFault('openid4vp.jwe-damaged')
  }
}

const readHeader = (header: JsonObject, methods: readonly EncryptionMethod[]) => {
  const { alg, enc, epk, kid, apu, apv } = header
  refuseIf(alg !== KEY_AGREEMENT, 'openid4vp.jwe-algorithm')
  const method = methods.find((one) => one === enc)
  if (method === undefined) {
    throw new SharingFault('openid4vp.jwe-method')
  }
  // Compression, extensions, and keys or addresses of the sender's own choice.
  const isMore = ['zip', 'crit', 'jwk', 'jku', 'x5c', 'x5u'].some((name) => name in header)
  refuseIf(isMore || (kid !== undefined && typeof kid !== 'string'), 'openid4vp.jwe-header')
  return { method, epk, kid: kid ?? null, partyU: infoOf(apu), partyV: infoOf(apv) } as {
    readonly method: EncryptionMethod
    readonly epk: Json | undefined
    readonly kid: string | null
    readonly partyU: Bytes | undefined
    readonly partyV: Bytes | undefined
  }
}

const infoOf = (value: Json | undefined): Bytes | undefined => {
  if (value === undefined) {
    return undefined
  }
  const bytes = typeof value === 'string' ? decodeBase64url(value) : null
  if (!bytes || bytes.length > PARTY_INFO_MOST_bytes) {
    throw new SharingFault('openid4vp.jwe-header')
  }
  return bytes
}

const gcm = (iv: Bytes, header: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  // RFC 7516 §5.1 (14): the header as it is written.
  additionalData: new TextEncoder().encode(header),
  tagLength: TAG_bytes * 8,
})

const contentKey = async (
  ours: CryptoKey,
  theirs: CryptoKey,
  method: EncryptionMethod,
  partyU: Uint8Array = new Uint8Array(),
  partyV: Uint8Array = new Uint8Array(),
): Promise<CryptoKey> => {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, ours, 256)
  const agreement = { algorithm: method, key_bits: KEY_bits[method], partyU, partyV }
  const raw = await agreedKey(new Uint8Array(secret), agreement)
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
