/**
 * The demo world's own signing authority, its document signers and its revocation list. Their elliptic keys
 * follow from fixed words, so that a chip of
 * yesterday verifies today and starting costs nothing; anybody can make them, which is why an installation
 * with an operator refuses the authority.
 */
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto'
import {
  authorityExtensions,
  composeCertificate,
  composeName,
  composeRevocationList,
  signerExtensions,
} from '../../formats/emrtd/compose-certificate.ts'
import { oids } from '../../formats/emrtd/oids.ts'
import { composePem } from '../../formats/pem.ts'
import { TEST_ORGANIZATION } from '../../server/modules/evidence/chips/test-authority.ts'
import type { DocumentSigner } from '../../server/modules/evidence/chips/personalise-chip.ts'
import {
  chipAlgorithms,
  ellipticKeyOf,
  signingKeyOf,
  type ChipAlgorithm,
  type SigningKey,
} from '../../server/modules/evidence/chips/signing-key.ts'

export interface Authority {
  readonly name: Uint8Array
  readonly key: SigningKey
  readonly certificate: Uint8Array
}
export interface Span {
  readonly notBefore: Date
  readonly notAfter: Date
}

const RSA_BITS = 2048
const rsaKeys = new Map<string, KeyObject>()

/**
 * RSA keys cannot be made from words at a fair price: they are drawn when first asked for, and live as long
 * as the process.
 */
export const privateKeyFor = (algorithm: ChipAlgorithm, words: string): KeyObject => {
  const { curve } = chipAlgorithms[algorithm]
  if (curve) {
    return ellipticKeyOf(curve, createHash('sha512').update(words).digest())
  }
  const known = rsaKeys.get(words) ?? generateKeyPairSync('rsa', { modulusLength: RSA_BITS }).privateKey
  rsaKeys.set(words, known)
  return known
}

export const keyFor = (algorithm: ChipAlgorithm, words: string): SigningKey =>
  signingKeyOf(privateKeyFor(algorithm, words), algorithm)

/** Leading bit clear, so that the integer is not negative. */
export const serialOf = (words: string): Uint8Array => {
  const serial = createHash('sha256').update(words).digest().subarray(0, 12)
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f)
  return serial
}

export const openAuthority = ({
  key,
  name,
  words,
  span,
  extensions = authorityExtensions(key.keyId),
}: {
  readonly key: SigningKey
  readonly name: Uint8Array
  readonly words: string
  readonly span: Span
  readonly extensions?: readonly Uint8Array[]
}): Authority => ({
  name,
  key,
  certificate: composeCertificate({
    serial: serialOf(words),
    issuer: name,
    subject: name,
    ...span,
    publicKeyInfo: key.publicKeyInfo,
    extensions,
    algorithm: key.algorithm,
    sign: (tbs) => key.sign(tbs),
  }),
})

export const issueSigner = (
  authority: Authority,
  {
    key,
    words,
    name,
    span,
    extensions = signerExtensions(key.keyId, authority.key.keyId),
  }: {
    readonly key: SigningKey
    readonly words: string
    readonly name: Uint8Array
    readonly span: Span
    readonly extensions?: readonly Uint8Array[]
  },
): DocumentSigner => {
  const bytes = serialOf(words)
  const certificate = composeCertificate({
    serial: bytes,
    issuer: authority.name,
    subject: name,
    ...span,
    publicKeyInfo: key.publicKeyInfo,
    extensions,
    algorithm: authority.key.algorithm,
    sign: (tbs) => authority.key.sign(tbs),
  })
  return { key, certificate, issuer: authority.name, serial: derSerial(bytes) }
}

const derSerial = (bytes: Uint8Array): Uint8Array => Buffer.concat([Uint8Array.of(0x02, bytes.length), bytes])

export const nameOf = (commonName: string, organization = TEST_ORGANIZATION): Uint8Array =>
  composeName([oids.country, 'VN'], [oids.organization, organization], [oids.commonName, commonName])

/** Cards of the cast were issued from 2015 on, and the world's clock may run ten years ahead. */
const AUTHORITY_SPAN: Span = {
  notBefore: new Date('2012-01-01T00:00:00Z'),
  notAfter: new Date('2062-01-01T00:00:00Z'),
}
const SIGNER_SPAN: Span = {
  notBefore: new Date('2012-01-01T00:00:00Z'),
  notAfter: new Date('2060-01-01T00:00:00Z'),
}
const ENDED: Span = {
  notBefore: new Date('2012-01-01T00:00:00Z'),
  notAfter: new Date('2024-01-01T00:00:00Z'),
}

let made: Authority | undefined
export const worldAuthority = (): Authority => {
  made ??= openAuthority({
    key: keyFor('ecdsa-p384', 'sen world authority 1'),
    name: nameOf('CSCA Sen demo'),
    words: 'sen world authority 1',
    span: AUTHORITY_SPAN,
  })
  return made
}

export type SignerKind = 'good' | 'expired' | 'revoked' | 'stranger'
const REVOKED_WORDS = 'sen world signer revoked'
const signers = new Map<string, DocumentSigner>()

/** `stranger` hangs on an authority of the same name that nobody imported. */
export const worldSigner = (
  algorithm: ChipAlgorithm = 'ecdsa-p256',
  kind: SignerKind = 'good',
): DocumentSigner => {
  const words = kind === 'revoked' ? REVOKED_WORDS : `sen world signer ${algorithm} ${kind}`
  const known = signers.get(words)
  if (known) {
    return known
  }
  const authority =
    kind === 'stranger'
      ? openAuthority({
          key: keyFor('ecdsa-p384', 'a stranger'),
          name: nameOf('CSCA Sen demo'),
          words,
          span: AUTHORITY_SPAN,
        })
      : worldAuthority()
  const signer = issueSigner(authority, {
    key: keyFor(algorithm, words),
    words,
    name: nameOf(`DS ${algorithm} ${kind}`),
    span: kind === 'expired' ? ENDED : SIGNER_SPAN,
  })
  signers.set(words, signer)
  return signer
}

/** The world's good signer as an operator would bring it: certificate and private key. */
export const worldSignerToAdd = (): { certificate: Uint8Array; privateKey: KeyObject } => ({
  certificate: worldSigner('ecdsa-p256').certificate,
  privateKey: privateKeyFor('ecdsa-p256', 'sen world signer ecdsa-p256 good'),
})

const worldRevocationList = (): Uint8Array => {
  const { key, name } = worldAuthority()
  return composeRevocationList({
    issuer: name,
    authorityKeyId: key.keyId,
    number: 1,
    thisUpdate: new Date('2026-01-01T00:00:00Z'),
    nextUpdate: AUTHORITY_SPAN.notAfter,
    revoked: [{ serial: serialOf(REVOKED_WORDS), at: new Date('2025-06-01T00:00:00Z') }],
    algorithm: key.algorithm,
    sign: (tbs) => key.sign(tbs),
  })
}

/**
 * What `sen trust import` would take. Signing is random, so the certificate is made once a process and
 * compared by its key.
 */
export const worldTrustPem = (): string =>
  composePem('CERTIFICATE', worldAuthority().certificate) + composePem('X509 CRL', worldRevocationList())
