/**
 * Chips with one thing wrong, for tests: every part of a security object can be given otherwise, and what is
 * given is really signed.
 */
import { createHash } from 'node:crypto'
import type { HashName } from '../../formats/emrtd/chip-crypto.ts'
import type { ChipFile } from '../../formats/emrtd/chip-file.ts'
import { readCertificate } from '../../formats/emrtd/certificate.ts'
import { authorityExtensions } from '../../formats/emrtd/compose-certificate.ts'
import {
  attribute,
  composeGroupDigests,
  composeSod,
  hashAlgorithm,
} from '../../formats/emrtd/compose-security-object.ts'
import { readRevocationList } from '../../formats/emrtd/crl.ts'
import { derInteger, derOid, derValue, explicit, octets, sequence } from '../../formats/emrtd/der-writer.ts'
import { oids } from '../../formats/emrtd/oids.ts'
import type { TrustedAuthority, TrustStore } from '../../formats/emrtd/trust-chain.ts'
import { composePem } from '../../formats/pem.ts'
import type { PersonalNumber } from '../../formats/personal-number.ts'
import type { PartialDate } from '../../formats/partial-date.ts'
import {
  chipFileOfGroups,
  groupsOf,
  type CardToMake,
  type DocumentSigner,
} from '../../server/modules/evidence/chips/personalise-chip.ts'
import type { ChipAlgorithm } from '../../server/modules/evidence/chips/signing-key.ts'
import { issueSigner, keyFor, nameOf, openAuthority, type Authority, type Span } from './authority.ts'

export const AT = new Date('2026-11-25T08:00:00Z')
export const SPAN: Span = {
  notBefore: new Date('2020-01-01T00:00:00Z'),
  notAfter: new Date('2035-01-01T00:00:00Z'),
}

export const kitAuthority = (
  algorithm: ChipAlgorithm = 'ecdsa-p384',
  words = 'kit authority',
  span = SPAN,
  extensions?: readonly Uint8Array[],
): Authority => {
  const key = keyFor(algorithm, words)
  return openAuthority({
    key,
    name: nameOf('CSCA Kit'),
    words,
    span,
    extensions: extensions ?? authorityExtensions(key.keyId),
  })
}
export const authority = kitAuthority()

export const kitSigner = (
  algorithm: ChipAlgorithm = 'ecdsa-p256',
  changes: {
    readonly from?: Authority
    readonly span?: Span
    readonly words?: string
    readonly extensions?: readonly Uint8Array[]
  } = {},
): DocumentSigner => {
  const words = changes.words ?? `kit signer ${algorithm}`
  return issueSigner(changes.from ?? authority, {
    key: keyFor(algorithm, words),
    words,
    name: nameOf('DS Kit'),
    span: changes.span ?? SPAN,
    ...(changes.extensions ? { extensions: changes.extensions } : {}),
  })
}

/** A picture that is none beyond its first bytes: no test here looks at it. */
const JPEG = Buffer.concat([
  Buffer.from('ffd8ffe0', 'hex'),
  Buffer.alloc(12_000, 0x5a),
  Buffer.from('ffd9', 'hex'),
])

export const card = (changes: Partial<CardToMake['details']> = {}, picture = JPEG): CardToMake => ({
  details: {
    personalNumber: '940191004826' as PersonalNumber,
    fullName: 'Nguyễn Thị Hạnh',
    birthDate: '1991-04-12' as PartialDate,
    sex: 'female',
    nationality: 'Việt Nam',
    ethnicity: 'Kinh',
    residence: 'Số 12, đường Bờ Sông',
    issuedOn: '2021-06-18',
    expiresOn: '2031-04-12',
    fatherName: 'Nguyễn Văn Cha',
    motherName: 'Trần Thị Mẹ',
    ...changes,
  },
  portrait: { jpeg: picture, width: 480, height: 640 },
  answerKey: {
    publicKeyInfo: keyFor('ecdsa-p256', 'kit chip').publicKeyInfo,
    algorithm: '0.4.0.127.0.7.1.1.4.1.3',
  },
})
export const groups = (changes: Partial<CardToMake['details']> = {}): Map<number, Uint8Array> =>
  new Map(groupsOf(card(changes)))
export const stranger = {
  personalNumber: '938158002417' as PersonalNumber,
  fullName: 'Lê Thị Mận',
  birthDate: '1958' as PartialDate,
} as const

export interface SodPlan {
  readonly signer: DocumentSigner
  readonly groups: ReadonlyMap<number, Uint8Array>
  readonly ldsHash: HashName
  readonly content: Uint8Array
  readonly contentType: string
  readonly attributes: readonly Uint8Array[] | null
  readonly hash: HashName
  readonly digestAlgorithms: readonly Uint8Array[]
  readonly algorithm: Uint8Array
  readonly certificates: readonly Uint8Array[]
  readonly serial: Uint8Array
  readonly version: number
  /** After signing. */
  readonly alter: {
    readonly attributes?: readonly Uint8Array[]
    readonly signature?: (made: Uint8Array) => Uint8Array
    readonly content?: Uint8Array
    readonly unsigned?: Uint8Array
    readonly signers?: number
    readonly wrap?: (content: Uint8Array) => Uint8Array
  }
}

export const hashOf = (hash: HashName, bytes: Uint8Array): Buffer => createHash(hash).update(bytes).digest()

export const digestsOf = (hash: HashName, all: ReadonlyMap<number, Uint8Array>): Map<number, Uint8Array> =>
  new Map([...all].map(([group, bytes]) => [group, hashOf(hash, bytes)]))

export const attributesFor = (
  contentType: string,
  digest: Uint8Array,
  ...more: readonly Uint8Array[]
): Uint8Array[] => [
  attribute(oids.contentType, derOid(contentType)),
  attribute(oids.messageDigest, octets(digest)),
  ...more,
]

/**
 * ContentInfo of the plan; unsorted sets stay as they are given, which DER would sort and verifiers take as
 * they come.
 */
export const signedDataOf = (plan: Partial<SodPlan> = {}): Uint8Array => {
  const signer = plan.signer ?? kitSigner()
  const hash = plan.hash ?? signer.key.hash
  const ldsHash = plan.ldsHash ?? hash
  const contentType = plan.contentType ?? oids.ldsSecurityObject
  const content = plan.content ?? composeGroupDigests(ldsHash, digestsOf(ldsHash, plan.groups ?? groups()))
  const attributes =
    plan.attributes === undefined ? attributesFor(contentType, hashOf(hash, content)) : plan.attributes
  const signature = signer.key.sign(attributes ? derValue(0x31, ...attributes) : content)
  const { alter = {} } = plan
  const told = alter.attributes ?? attributes
  const info = sequence(
    derInteger(1),
    sequence(signer.issuer, plan.serial ?? signer.serial),
    hashAlgorithm(hash),
    ...(told && told.length > 0 ? [derValue(0xa0, ...told)] : []),
    plan.algorithm ?? signer.key.algorithm,
    octets(alter.signature ? alter.signature(signature) : signature),
    ...(alter.unsigned ? [derValue(0xa1, alter.unsigned)] : []),
  )
  const certificates = plan.certificates ?? [signer.certificate]
  return sequence(
    derOid(oids.signedData),
    explicit(
      0,
      sequence(
        derInteger(plan.version ?? 3),
        derValue(0x31, ...(plan.digestAlgorithms ?? [hashAlgorithm(hash)])),
        sequence(derOid(contentType), explicit(0, (alter.wrap ?? octets)(alter.content ?? content))),
        ...(certificates.length > 0 ? [explicit(0, ...certificates)] : []),
        derValue(0x31, ...Array<Uint8Array>(alter.signers ?? 1).fill(info)),
      ),
    ),
  )
}

export const chip = (plan: Partial<SodPlan> = {}, changes: ChipFile = {}): ChipFile => ({
  ...chipFileOfGroups(plan.groups ?? groups(), composeSod(signedDataOf(plan))),
  ...changes,
})

export interface Anchors {
  readonly roots: readonly Uint8Array[]
  readonly links?: readonly Uint8Array[]
  readonly lists?: readonly Uint8Array[]
  /** Codes of zones that the roots are trusted for. */
  readonly documents?: readonly string[]
}

const anchorOf = (bytes: Uint8Array, isRoot: boolean, documents: readonly string[]): TrustedAuthority => {
  const certificate = readCertificate(bytes, isRoot ? 'root' : 'link')
  return { certificate, isRoot, scope: { state: certificate.subject.country ?? '', documents } }
}

export const trustOf = ({ roots, links = [], lists = [], documents = ['ID'] }: Anchors): TrustStore => {
  const all = [
    ...roots.map((bytes) => anchorOf(bytes, true, documents)),
    ...links.map((bytes) => anchorOf(bytes, false, documents)),
  ]
  return {
    authorities: Map.groupBy(all, ({ certificate }) => certificate.subject.canonical),
    lists: Map.groupBy(
      lists.map((bytes) => readRevocationList(bytes)),
      ({ issuer }) => issuer.canonical,
    ),
  }
}

export const rootsPem = ({ roots, links = [], lists = [] }: Anchors): string =>
  [
    ...[...roots, ...links].map((one) => composePem('CERTIFICATE', one)),
    ...lists.map((one) => composePem('X509 CRL', one)),
  ].join('')
