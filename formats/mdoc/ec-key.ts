/**
 * Public keys on the NIST curves as COSE_Key (RFC 9053 §7.1) and what they have signed, by WebCrypto.
 * Brainpool and Edwards curves, which ISO/IEC 18013-5 table 22 allows too, are in no browser, so they are
 * refused.
 */
import { joined } from '../bytes.ts'
import type { CborMap } from './cbor-value.ts'
import { MdocRefusal, refuseIf } from './mdoc-refusal.ts'

export type EcCurve = 'P-256' | 'P-384' | 'P-521'
export interface EcPublicKey {
  readonly curve: EcCurve
  /** Uncompressed: 04 X Y. */
  readonly point: Uint8Array
}
export type EcHash = 'SHA-256' | 'SHA-384' | 'SHA-512'

export const FIELD_BYTES: Readonly<Record<EcCurve, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66 }
const CURVES: readonly (readonly [number, EcCurve])[] = [
  [1, 'P-256'],
  [2, 'P-384'],
  [3, 'P-521'],
]
const LABEL = { keyType: 1, curve: -1, x: -2, y: -3, d: -4 } as const
const EC2 = 2

export const isEcCurve = (name: string): name is EcCurve => name in FIELD_BYTES

export const readCoseKey = (map: CborMap, where: string): EcPublicKey => {
  const curve = CURVES.find(([id]) => id === map.get(LABEL.curve))?.[1]
  const [x, y] = [map.get(LABEL.x), map.get(LABEL.y)]
  if (map.get(LABEL.keyType) !== EC2 || !curve) {
    throw new MdocRefusal('mdoc.algorithm-unknown', where)
  }
  // A private part that travels is nobody's secret any more.
  refuseIf(map.has(LABEL.d), 'mdoc.key', where)
  const size = FIELD_BYTES[curve]
  if (!(x instanceof Uint8Array) || !(y instanceof Uint8Array) || x.length !== size || y.length !== size) {
    throw new MdocRefusal('mdoc.key', where)
  }
  return { curve, point: joined([Uint8Array.of(4), x, y]) }
}

export const coseKeyOf = ({ curve, point }: EcPublicKey): CborMap => {
  const size = FIELD_BYTES[curve]
  if (point.length !== 1 + 2 * size || point[0] !== 4) {
    throw new MdocRefusal('mdoc.key', 'key')
  }
  const id = CURVES.find(([, name]) => name === curve)?.[0] ?? 0
  return new Map<number, number | Uint8Array>([
    [LABEL.keyType, EC2],
    [LABEL.curve, id],
    [LABEL.x, point.slice(1, 1 + size)],
    [LABEL.y, point.slice(1 + size)],
  ])
}

/** WebCrypto wants bytes that nobody shares. */
export const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

export const digest = async (hash: EcHash, bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest(hash, owned(bytes)))

/** Refuses a point that is not on its curve. */
export const importPublicKey = async (
  { curve, point }: EcPublicKey,
  use: 'ECDSA' | 'ECDH',
  where: string,
): Promise<CryptoKey> => {
  try {
    return await crypto.subtle.importKey(
      'raw',
      owned(point),
      { name: use, namedCurve: curve },
      true,
      use === 'ECDSA' ? ['verify'] : [],
    )
  } catch {
    throw new MdocRefusal('mdoc.key', where)
  }
}

/** A pinned root's key is asked for each document, and taking a key in costs as much as a signature. */
const takenIn = new WeakMap<EcPublicKey, CryptoKey>()

const verifyingKey = async (key: EcPublicKey, where: string): Promise<CryptoKey> => {
  const known = takenIn.get(key) ?? (await importPublicKey(key, 'ECDSA', where))
  takenIn.set(key, known)
  return known
}

/** `signature` is r and s, each as long as the field (RFC 9053 §2.1); another length is no signature. */
export const isSignedBy = async (
  key: EcPublicKey,
  hash: EcHash,
  data: Uint8Array,
  signature: Uint8Array,
  where: string,
): Promise<boolean> => {
  const imported = await verifyingKey(key, where)
  return (
    signature.length === 2 * FIELD_BYTES[key.curve] &&
    (await crypto.subtle.verify({ name: 'ECDSA', hash }, imported, owned(signature), owned(data)))
  )
}
