/** Made-up issuing authorities and document signers in the profile of ISO/IEC 18013-5 Annex B.1. */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { KEY_USAGE } from '../../formats/emrtd/certificate.ts'
import {
  authorityExtensions,
  authorityKeyExtension,
  composeCertificate,
  composeName,
  extension,
} from '../../formats/emrtd/compose-certificate.ts'
import { derNamedBits, derOid, octets, sequence } from '../../formats/emrtd/der-writer.ts'
import { oids } from '../../formats/emrtd/oids.ts'
import type { Sign } from '../../formats/mdoc/cose.ts'
import { DOCUMENT_SIGNER_PURPOSE } from '../../formats/mdoc/document-signer.ts'
import type { EcPublicKey } from '../../formats/mdoc/ec-key.ts'

export interface KeyPair {
  readonly privateKey: KeyObject
  readonly publicKey: EcPublicKey
  readonly spki: Uint8Array
  readonly id: Uint8Array
  /** ES256. */
  readonly sign: Sign
  readonly forAgreement: () => Promise<CryptoKey>
}

export const makeKey = (curve: 'P-256' | 'P-384' = 'P-256'): KeyPair => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: curve })
  const spki = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }))
  const point = spki.slice(curve === 'P-256' ? -65 : -97)
  return {
    privateKey,
    publicKey: { curve, point },
    spki,
    id: Uint8Array.from(createHash('sha1').update(point).digest()),
    sign: async (bytes) =>
      Uint8Array.from(sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
    forAgreement: () =>
      crypto.subtle.importKey(
        'pkcs8',
        Uint8Array.from(privateKey.export({ format: 'der', type: 'pkcs8' })),
        { name: 'ECDH', namedCurve: curve },
        false,
        ['deriveBits'],
      ),
  }
}

export interface Party {
  readonly certificate: Uint8Array
  readonly name: Uint8Array
  readonly key: KeyPair
}

const nameOf = (commonName: string, country: string | null): Uint8Array =>
  composeName(...(country === null ? [] : [[oids.country, country] as const]), [
    oids.commonName,
    commonName,
  ] as const)

export interface PartyWishes {
  readonly commonName?: string
  readonly country?: string | null
  readonly key?: KeyPair
  readonly notBefore?: Date
  readonly notAfter?: Date
  readonly extensions?: readonly Uint8Array[]
  readonly pathLength?: number | null
}

const SHA256_ECDSA = sequence(derOid('1.2.840.10045.4.3.2'))
let serial = 1

const certify = (
  subject: { readonly name: Uint8Array; readonly key: KeyPair },
  issuer: { readonly name: Uint8Array; readonly key: KeyPair },
  { notBefore, notAfter, extensions }: Required<Pick<PartyWishes, 'notBefore' | 'notAfter' | 'extensions'>>,
): Uint8Array =>
  Uint8Array.from(
    composeCertificate({
      serial: Uint8Array.of(1, serial++ & 0xff),
      issuer: issuer.name,
      subject: subject.name,
      notBefore,
      notAfter,
      publicKeyInfo: subject.key.spki,
      extensions,
      algorithm: SHA256_ECDSA,
      sign: (tbs) => sign('sha256', tbs, issuer.key.privateKey),
    }),
  )

export const makeAuthority = (wishes: PartyWishes = {}, above: Party | null = null): Party => {
  const key = wishes.key ?? makeKey()
  const name = nameOf(wishes.commonName ?? 'Test IACA', wishes.country === undefined ? 'VN' : wishes.country)
  const { pathLength = 0 } = wishes
  const certificate = certify({ name, key }, above ?? { name, key }, {
    notBefore: wishes.notBefore ?? new Date('2026-01-01T00:00:00Z'),
    notAfter: wishes.notAfter ?? new Date('2036-01-01T00:00:00Z'),
    extensions: wishes.extensions ?? [
      ...authorityExtensions(key.id, pathLength),
      ...(above ? [authorityKeyExtension(above.key.id)] : []),
    ],
  })
  return { certificate, name, key }
}

/** Each part of what Annex B.1.4 asks of a signer, so that a test can leave one out or change it. */
export const signerParts = (key: KeyPair, authority: Party) => ({
  usage: extension(oids.keyUsage, true, derNamedBits(KEY_USAGE.digitalSignature)),
  purpose: purposeOf(DOCUMENT_SIGNER_PURPOSE),
  keyId: extension(oids.subjectKeyId, false, octets(key.id)),
  authorityKeyId: authorityKeyExtension(authority.key.id),
})

export const purposeOf = (...purposes: readonly string[]): Uint8Array =>
  extension(oids.extendedKeyUsage, true, sequence(...purposes.map(derOid)))

export const makeSigner = (authority: Party, wishes: PartyWishes = {}): Party => {
  const key = wishes.key ?? makeKey()
  const name = nameOf(wishes.commonName ?? 'Test DS', wishes.country === undefined ? 'VN' : wishes.country)
  const certificate = certify({ name, key }, authority, {
    notBefore: wishes.notBefore ?? new Date('2026-06-01T00:00:00Z'),
    notAfter: wishes.notAfter ?? new Date('2027-06-01T00:00:00Z'),
    extensions: wishes.extensions ?? Object.values(signerParts(key, authority)),
  })
  return { certificate, name, key }
}
