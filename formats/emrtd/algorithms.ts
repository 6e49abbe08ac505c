/**
 * AlgorithmIdentifier into what is really to be computed: RFC 8017 (RSA), RFC 5758 (ECDSA), RFC 4055 (PSS),
 * BSI TR-03111 (plain ECDSA).
 * An identifier never decides alone: `checkSignature` holds it against the key, and parameters that a scheme
 * does not have are refused.
 */
import type { ChipCrypto, HashName, PublicKey, SignatureScheme } from './chip-crypto.ts'
import { ChipFault, refuseIf, type ChipFaultCode } from './chip-fault.ts'
import { childrenOf, NULL, readOne, SEQUENCE, TlvCursor, type Tlv } from './der-reader.ts'
import { objectId, smallInteger } from './der-values.ts'
import { oids } from './oids.ts'

const hashes: ReadonlyMap<string, HashName> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
])
const MD5 = '1.2.840.113549.2.5'

const rsaSchemes: ReadonlyMap<string, HashName> = new Map([
  ['1.2.840.113549.1.1.5', 'sha1'],
  ['1.2.840.113549.1.1.14', 'sha224'],
  ['1.2.840.113549.1.1.11', 'sha256'],
  ['1.2.840.113549.1.1.12', 'sha384'],
  ['1.2.840.113549.1.1.13', 'sha512'],
])
const ecdsaSchemes: ReadonlyMap<string, HashName> = new Map([
  ['1.2.840.10045.4.1', 'sha1'],
  ['1.2.840.10045.4.3.1', 'sha224'],
  ['1.2.840.10045.4.3.2', 'sha256'],
  ['1.2.840.10045.4.3.3', 'sha384'],
  ['1.2.840.10045.4.3.4', 'sha512'],
])
const plainEcdsaSchemes: ReadonlyMap<string, HashName> = new Map([
  ['0.4.0.127.0.7.1.1.4.1.1', 'sha1'],
  ['0.4.0.127.0.7.1.1.4.1.2', 'sha224'],
  ['0.4.0.127.0.7.1.1.4.1.3', 'sha256'],
  ['0.4.0.127.0.7.1.1.4.1.4', 'sha384'],
  ['0.4.0.127.0.7.1.1.4.1.5', 'sha512'],
])
const WEAK_RSA = new Set(['1.2.840.113549.1.1.2', '1.2.840.113549.1.1.3', '1.2.840.113549.1.1.4'])

export interface AlgorithmIdentifier {
  readonly oid: string
  readonly parameters: Tlv | undefined
  readonly whole: Uint8Array
}

export const readAlgorithm = (tlv: Tlv, where: string): AlgorithmIdentifier => {
  const cursor = TlvCursor.of(tlv, SEQUENCE, where)
  const oid = objectId(cursor.take(0x06), where)
  const parameters = cursor.takeAny()
  cursor.end()
  return { oid, parameters, whole: tlv.whole }
}

const mustHaveNullOrNothing = ({ parameters }: AlgorithmIdentifier, where: string): void =>
  refuseIf(
    parameters !== undefined && !(parameters.tag === NULL && parameters.value.length === 0),
    'chip.algorithm-parameters',
    where,
  )

/** SHA-224 and stronger. */
export const readHash = (tlv: Tlv, where: string): HashName => {
  const algorithm = readAlgorithm(tlv, where)
  refuseIf(algorithm.oid === MD5, 'chip.weak-digest', where)
  const hash = hashes.get(algorithm.oid)
  if (!hash) {
    throw new ChipFault('chip.algorithm-unknown', where)
  }
  mustHaveNullOrNothing(algorithm, where)
  refuseIf(hash === 'sha1', 'chip.weak-digest', where)
  return hash
}

/**
 * `digest` is what stands beside a signature of CMS, where `rsaEncryption` alone names no hash. Whether they
 * agree is checked here.
 */
export const readSignatureScheme = (tlv: Tlv, where: string, digest?: HashName): SignatureScheme => {
  const algorithm = readAlgorithm(tlv, where)
  const scheme = schemeOf(algorithm, where, digest)
  refuseIf(scheme.hash === 'sha1', 'chip.weak-digest', where)
  refuseIf(digest !== undefined && scheme.hash !== digest, 'chip.algorithm-mismatch', where)
  return scheme
}

const schemeOf = (
  algorithm: AlgorithmIdentifier,
  where: string,
  digest: HashName | undefined,
): SignatureScheme => {
  const { oid } = algorithm
  refuseIf(WEAK_RSA.has(oid), 'chip.weak-digest', where)
  const rsa = oid === oids.rsaEncryption && digest ? digest : rsaSchemes.get(oid)
  if (rsa) {
    mustHaveNullOrNothing(algorithm, where)
    return { kind: 'rsa', hash: rsa }
  }
  if (oid === oids.rsaPss) {
    return { kind: 'rsa-pss', ...readPssParameters(algorithm.parameters, where) }
  }
  const ecdsa = ecdsaSchemes.get(oid) ?? plainEcdsaSchemes.get(oid)
  if (!ecdsa) {
    throw new ChipFault('chip.algorithm-unknown', where)
  }
  refuseIf(algorithm.parameters !== undefined, 'chip.algorithm-parameters', where)
  return { kind: 'ecdsa', hash: ecdsa, encoding: plainEcdsaSchemes.has(oid) ? 'plain' : 'der' }
}

/**
 * RFC 4055 §3.1. What is left out means SHA-1, which is refused as weak; the mask's hash must be the hash.
 */
export const readPssParameters = (
  parameters: Tlv | undefined,
  where: string,
): { hash: HashName; saltLength: number } => {
  if (!parameters) {
    throw new ChipFault('chip.algorithm-parameters', where)
  }
  const cursor = TlvCursor.of(parameters, SEQUENCE, where)
  const [hashTlv, maskTlv, saltTlv, trailerTlv] = [
    cursor.takeIf(0xa0),
    cursor.takeIf(0xa1),
    cursor.takeIf(0xa2),
    cursor.takeIf(0xa3),
  ]
  cursor.end()
  if (!hashTlv || !maskTlv) {
    throw new ChipFault('chip.weak-digest', where)
  }
  const hash = readHash(readOne(hashTlv.value, where), where)
  const mask = readAlgorithm(readOne(maskTlv.value, where), where)
  refuseIf(mask.oid !== oids.mgf1 || !mask.parameters, 'chip.algorithm-parameters', where)
  refuseIf(
    mask.parameters !== undefined && readHash(mask.parameters, where) !== hash,
    'chip.algorithm-mismatch',
    where,
  )
  const saltLength = saltTlv ? smallInteger(readOne(saltTlv.value, where), where) : 20
  refuseIf(
    trailerTlv !== undefined && smallInteger(readOne(trailerTlv.value, where), where) !== 1,
    'chip.algorithm-parameters',
    where,
  )
  // Some writers take the longest salt that the key allows.
  refuseIf(saltLength > 1024, 'chip.algorithm-parameters', where)
  return { hash, saltLength }
}

/**
 * Throws `wrongCode` when the signature is not the key's; `chip.algorithm-mismatch` when the scheme is none
 * of the key's kind.
 */
export const checkSignature = (
  crypto: ChipCrypto,
  wanted: {
    readonly key: PublicKey
    readonly scheme: SignatureScheme
    readonly data: Uint8Array
    readonly signature: Uint8Array
    readonly where: string
    readonly wrongCode: ChipFaultCode
  },
): void => {
  const { key, scheme, data, signature, where, wrongCode } = wanted
  refuseIf((key.kind === 'ec') !== (scheme.kind === 'ecdsa'), 'chip.algorithm-mismatch', where)
  if (key.kind === 'rsa' && key.pssOnly !== null) {
    const { pssOnly } = key
    refuseIf(
      scheme.kind !== 'rsa-pss' ||
        (pssOnly !== 'any' && (pssOnly.hash !== scheme.hash || scheme.saltLength < pssOnly.saltLength)),
      'chip.algorithm-mismatch',
      where,
    )
  }
  if (scheme.kind === 'ecdsa' && scheme.encoding === 'der') {
    mustBeTwoIntegers(signature, where, wrongCode)
  }
  refuseIf(!crypto.verify(key, scheme, data, signature), wrongCode, where)
}

/** Whether the key signed it. A signature that cannot be read, or of another kind than the key, is none. */
export const hasSigned = (
  crypto: ChipCrypto,
  key: PublicKey,
  {
    scheme,
    tbs,
    signature,
  }: { readonly scheme: SignatureScheme; readonly tbs: Uint8Array; readonly signature: Uint8Array },
): boolean => {
  try {
    checkSignature(crypto, {
      key,
      scheme,
      data: tbs,
      signature,
      where: 'signature',
      wrongCode: 'chip.signer-signature',
    })
    return true
  } catch (error) {
    if (error instanceof ChipFault) {
      return false
    }
    throw error
  }
}

const mustBeTwoIntegers = (signature: Uint8Array, where: string, wrongCode: ChipFaultCode): void => {
  const pair = readOne(signature, where)
  const parts = pair.tag === SEQUENCE ? childrenOf(pair, where) : []
  refuseIf(parts.length !== 2 || parts.some(({ tag }) => tag !== 0x02), wrongCode, where)
}
