/**
 * From the signer of a document to an issuing authority that the caller pinned (ISO/IEC 18013-5 §9.3.1,
 * §9.3.3 and Annex B.1; RFC 5280 §6): names and key identifiers, signatures, purposes, path length,
 * country, time and revocation. A root is trusted because the caller gave it, never because it came along.
 */
import { KEY_USAGE, mayHaveIssued, type Certificate } from '../emrtd/certificate.ts'
import { sameBytes } from '../emrtd/der-values.ts'
import { oids } from '../emrtd/oids.ts'
import { certificateOf, ecKeyOf, hasIssued } from './certificate-signature.ts'
import type { EcPublicKey } from './ec-key.ts'
import { judged, MdocRefusal, refuseIf, type Judged, type MdocRefusalCode } from './mdoc-refusal.ts'

/** Annex B.1.4: extended key usage of a document signer. */
export const DOCUMENT_SIGNER_PURPOSE = '1.0.18013.5.1.2'
const CHAIN_MAX = 3

/** A root that was read once and is used for many documents. */
export interface TrustedRoot {
  readonly certificate: Certificate
}

interface RevocationQuestion {
  /** Hex of the serial number as encoded. */
  readonly serial: string
  readonly issuer: string
  readonly certificate: Uint8Array
}
export type RevocationAnswer = 'good' | 'revoked' | 'unknown'

export interface Trust {
  readonly roots: readonly TrustedRoot[]
  /** Asked for each certificate below the root; `unknown`, and a question that fails, refuse the document. */
  readonly revocation: (question: RevocationQuestion) => RevocationAnswer | Promise<RevocationAnswer>
}

export interface DocumentSigner {
  readonly key: EcPublicKey
  /** ISO 3166-1, of the signer and of everybody above. */
  readonly country: string
  readonly name: string
  readonly serial: string
  /** The pinned root's own bytes. */
  readonly root: Uint8Array
  /** Whether signer and authorities were all valid then. */
  readonly wasValidAt: (time: Date) => boolean
}

/** DER. A root must be an authority itself; whether it is in its time is asked with each document. */
export const readRoots = (certificates: readonly Uint8Array[]): Promise<Judged<readonly TrustedRoot[]>> =>
  judged(() =>
    certificates.map((bytes, index) => {
      const where = `root ${index}`
      const certificate = certificateOf(bytes, where)
      mustBeAuthority(certificate, 0, where)
      refuseIf(certificate.subject.country === null, 'mdoc.signer-country', where)
      ecKeyOf(certificate, where)
      return { certificate }
    }),
  )

const APPLIED: readonly string[] = [
  oids.basicConstraints,
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.subjectKeyId,
  oids.authorityKeyId,
]

const mustBeKnown = ({ extensions }: Certificate, where: string): void =>
  refuseIf(
    !extensions.critical.every((oid) => APPLIED.includes(oid)),
    'mdoc.certificate-critical-extension',
    where,
  )

/** Annex B.1.4. */
const mustBeSigner = (signer: Certificate, where: string): void => {
  const { basicConstraints, keyUsage, extendedKeyUsage } = signer.extensions
  mustBeKnown(signer, where)
  refuseIf(basicConstraints?.isAuthority === true, 'mdoc.signer-is-authority', where)
  refuseIf(
    !keyUsage?.(KEY_USAGE.digitalSignature) || keyUsage(KEY_USAGE.certificateSigning),
    'mdoc.signer-usage',
    where,
  )
  refuseIf(!extendedKeyUsage?.includes(DOCUMENT_SIGNER_PURPOSE), 'mdoc.signer-purpose', where)
}

/** Annex B.1.2; `below` counts the authorities between it and the signer. */
const mustBeAuthority = (authority: Certificate, below: number, where: string): void => {
  const { basicConstraints, keyUsage } = authority.extensions
  mustBeKnown(authority, where)
  refuseIf(!basicConstraints?.isAuthority, 'mdoc.authority-usage', where)
  refuseIf(!keyUsage?.(KEY_USAGE.certificateSigning), 'mdoc.authority-usage', where)
  const most = basicConstraints?.pathLength ?? null
  refuseIf(most !== null && below > most, 'mdoc.authority-path-length', where)
}

/** `x5chain` is DER, the signer first, without the root: a copy of it would prove nothing. */
export const checkDocumentSigner = async (
  x5chain: readonly Uint8Array[],
  trust: Trust,
  at: Date,
): Promise<DocumentSigner> => {
  refuseIf(x5chain.length > CHAIN_MAX, 'mdoc.chain-too-long', 'x5chain')
  const holdsRoot = x5chain.some((one) =>
    trust.roots.some(({ certificate }) => sameBytes(certificate.whole, one)),
  )
  refuseIf(holdsRoot, 'mdoc.chain-holds-root', 'x5chain')
  const [signer, ...intermediates] = x5chain.map((bytes, index) => certificateOf(bytes, `x5chain ${index}`))
  if (!signer) {
    throw new MdocRefusal('mdoc.chain-missing', 'x5chain')
  }
  mustBeSigner(signer, 'x5chain 0')
  const below = [signer, ...intermediates]
  for (const [index, authority] of intermediates.entries()) {
    await mustBeIssuerOf(authority, below[index] ?? signer, index + 1)
  }
  const top = below.at(-1) ?? signer
  const root = await rootOf(top, trust, below.length - 1)
  mustBeAuthority(root, intermediates.length, 'root')
  const country = countryOf([...below, root])
  mustBeInTime(below, root, at)
  for (const [index, certificate] of below.entries()) {
    await mustNotBeRevoked(certificate, trust, `x5chain ${index}`)
  }
  return {
    key: ecKeyOf(signer, 'x5chain 0'),
    country,
    name: signer.subject.text,
    serial: signer.serial,
    root: root.whole,
    wasValidAt: (time) => [...below, root].every((one) => time >= one.notBefore && time <= one.notAfter),
  }
}

const issuerOf = ({ issuer, extensions }: Certificate): Parameters<typeof mayHaveIssued>[1] => ({
  issuer,
  authorityKeyId: extensions.authorityKeyId,
})

const mustBeIssuerOf = async (authority: Certificate, child: Certificate, index: number): Promise<void> => {
  const where = `x5chain ${index}`
  mustBeAuthority(authority, index - 1, where)
  refuseIf(!mayHaveIssued(authority, issuerOf(child)), 'mdoc.signer-unknown', where)
  refuseIf(!(await hasIssued(authority, child, where)), 'mdoc.signer-signature', `x5chain ${index - 1}`)
}

/** Several roots may have one name: each new key of an authority. The one whose key signed is it. */
const rootOf = async (top: Certificate, { roots }: Trust, index: number): Promise<Certificate> => {
  const where = `x5chain ${index}`
  const named = roots.filter(({ certificate }) => mayHaveIssued(certificate, issuerOf(top)))
  refuseIf(named.length === 0, 'mdoc.signer-unknown', where)
  for (const { certificate } of named) {
    if (await hasIssued(certificate, top, where)) {
      return certificate
    }
  }
  throw new MdocRefusal('mdoc.signer-signature', where)
}

/** Annex B.1: the same state all the way, so that no authority makes documents of another. */
const countryOf = (path: readonly Certificate[]): string => {
  const [country, ...others] = path.map(({ subject }) => subject.country)
  if (!country || others.some((other) => other !== country)) {
    throw new MdocRefusal('mdoc.signer-country', 'x5chain')
  }
  return country
}

const mustBeInTime = (
  [signer, ...intermediates]: readonly Certificate[],
  root: Certificate,
  at: Date,
): void => {
  const check = (one: Certificate, early: MdocRefusalCode, late: MdocRefusalCode, where: string): void => {
    refuseIf(at < one.notBefore, early, where)
    refuseIf(at > one.notAfter, late, where)
  }
  if (signer) {
    check(signer, 'mdoc.signer-not-yet-valid', 'mdoc.signer-expired', 'x5chain 0')
  }
  for (const authority of [...intermediates, root]) {
    check(authority, 'mdoc.authority-not-yet-valid', 'mdoc.authority-expired', authority.subject.text)
  }
}

const mustNotBeRevoked = async (certificate: Certificate, trust: Trust, where: string): Promise<void> => {
  const { serial, issuer, whole } = certificate
  let answer: RevocationAnswer
  try {
    answer = await trust.revocation({ serial, issuer: issuer.text, certificate: whole })
  } catch {
    // Who cannot be asked has not said that it is good.
    answer = 'unknown'
  }
  refuseIf(answer === 'revoked', 'mdoc.signer-revoked', where)
  refuseIf(answer !== 'good', 'mdoc.revocation-unknown', where)
}
