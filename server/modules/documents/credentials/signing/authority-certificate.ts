/**
 * The authority of this installation and its document signers as certificates (ISO/IEC 18013-5:2021 Annex
 * B.1.2, B.1.4). Pure but for the arithmetic of keys: time, serial numbers and the seed come in.
 */
import { createECDH, createHash, createHmac, createPrivateKey, sign, type KeyObject } from 'node:crypto'
import {
  authorityExtensions,
  composeCertificate,
  composeName,
  extension,
  signerExtensions,
} from '../../../../../formats/emrtd/compose-certificate.ts'
import { derOid, sequence } from '../../../../../formats/emrtd/der-writer.ts'
import { oids } from '../../../../../formats/emrtd/oids.ts'
import { DOCUMENT_SIGNER_PURPOSE } from '../../../../../formats/mdoc/document-signer.ts'

const COUNTRY = 'VN'
const ECDSA_SHA256 = sequence(derOid('1.2.840.10045.4.3.2'))
/** The order of P-256 (SEC 2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const CURVE = 'prime256v1'

interface Span {
  readonly notBefore: Date
  readonly notAfter: Date
}

/**
 * The authority's key of a turn, always the same from the same seed: it need not be kept (FIPS 186-5 A.2.1,
 * 512 bits reduced, so that no key is likelier than another).
 */
export const authorityKey = (seed: Uint8Array, turn: number): KeyObject => {
  const drawn = createHmac('sha512', seed).update(`sen document authority ${turn}`).digest()
  const scalar = (BigInt(`0x${drawn.toString('hex')}`) % (ORDER - 1n)) + 1n
  const d = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex')
  const exchange = createECDH(CURVE)
  exchange.setPrivateKey(d)
  const point = exchange.getPublicKey()
  return createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
      d: d.toString('base64url'),
    },
  })
}

/** SubjectPublicKeyInfo, and the identifier of a key (RFC 5280 §4.2.1.2 (1)). */
const halfOf = (key: KeyObject): { info: Uint8Array; id: Uint8Array } => {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const point = Buffer.concat([Uint8Array.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  const algorithm = sequence(derOid(oids.ecPublicKey), derOid('1.2.840.10045.3.1.7'))
  const bits = Buffer.concat([Uint8Array.of(0x03, point.length + 1, 0), point])
  return { info: sequence(algorithm, bits), id: createHash('sha1').update(point).digest() }
}

const authorityName = (turn: number): Uint8Array =>
  composeName([oids.country, COUNTRY], [oids.organization, 'Sen'], [oids.commonName, `Sen documents ${turn}`])

/** Positive, and never the same twice (RFC 5280 §4.1.2.2). */
const serialOf = (drawn: Uint8Array): Uint8Array => Buffer.concat([Uint8Array.of(1), drawn.subarray(0, 15)])

/** `drawn`: fifteen bytes of chance or more. */
export const authorityCertificate = (
  key: KeyObject,
  { turn, drawn, notBefore, notAfter }: Span & { readonly turn: number; readonly drawn: Uint8Array },
): Uint8Array => {
  const { info, id } = halfOf(key)
  return composeCertificate({
    serial: serialOf(drawn),
    issuer: authorityName(turn),
    subject: authorityName(turn),
    notBefore,
    notAfter,
    publicKeyInfo: info,
    extensions: authorityExtensions(id),
    algorithm: ECDSA_SHA256,
    sign: (tbs) => sign('sha256', tbs, key),
  })
}

/** Of a signer with this public or private key, by the authority of the turn. */
export const signerCertificate = (
  key: KeyObject,
  authority: { readonly key: KeyObject; readonly turn: number },
  { turn, drawn, notBefore, notAfter }: Span & { readonly turn: number; readonly drawn: Uint8Array },
): Uint8Array => {
  const { info, id } = halfOf(key)
  return composeCertificate({
    serial: serialOf(drawn),
    issuer: authorityName(authority.turn),
    subject: composeName(
      [oids.country, COUNTRY],
      [oids.organization, 'Sen'],
      [oids.commonName, `Sen document signer ${turn}`],
    ),
    notBefore,
    notAfter,
    publicKeyInfo: info,
    extensions: [
      ...signerExtensions(id, halfOf(authority.key).id),
      extension(oids.extendedKeyUsage, true, sequence(derOid(DOCUMENT_SIGNER_PURPOSE))),
    ],
    algorithm: ECDSA_SHA256,
    sign: (tbs) => sign('sha256', tbs, authority.key),
  })
}
