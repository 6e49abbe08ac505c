/**
 * From a document signer to a country signing authority that the operator trusts (ICAO Doc 9303 part 12 §5;
 * RFC 5280 §6): name and key identifiers,
 * signature, time, use of keys, revocation. Several authorities may have one name (each new key of a state),
 * and a link certificate leads from the
 * old key to the new.
 */
import { hasSigned } from './algorithms.ts'
import { isSelfIssued, KEY_USAGE, mayHaveIssued, type Certificate } from './certificate.ts'
import type { CARD_ZONE } from '../mrz.ts'
import type { ChipCrypto } from './chip-crypto.ts'
import { ChipFault, refuseIf, type ChipFaultCode } from './chip-fault.ts'
import type { RevocationList } from './crl.ts'
import { oids } from './oids.ts'

/**
 * Authorities by the canonical form of their names. A list is here only when one of its authorities signed
 * it.
 */
export interface TrustStore {
  readonly authorities: ReadonlyMap<string, readonly TrustedAuthority[]>
  readonly lists: ReadonlyMap<string, readonly RevocationList[]>
}
export interface TrustedAuthority {
  readonly certificate: Certificate
  /** Trusted by the operator's own deed; a link is trusted through the authority that signed it. */
  readonly isRoot: boolean
  readonly scope: TrustScope
}
/**
 * What an authority is trusted for: documents of its own state, and of these kinds. A master list brings
 * authorities of every state; without a scope each of them could make a card of this one.
 */
interface TrustScope {
  /** ISO 3166-1, as in `C` of its name. */
  readonly state: string
  /** Codes of the machine-readable zone, such as `ID`. */
  readonly documents: readonly string[]
}
/** The document in hand: its state and the code of its zone. */
export type CardKind = Pick<typeof CARD_ZONE, 'country' | 'document'>

const LINKS_MAX = 4
const SIGNER = 'signer certificate'
const AUTHORITY = 'signing authority'

/** Extensions whose meaning is applied below. */
const APPLIED_TO_BOTH: readonly string[] = [
  oids.basicConstraints,
  oids.keyUsage,
  oids.subjectKeyId,
  oids.authorityKeyId,
]
const APPLIED_TO_SIGNER: readonly string[] = [...APPLIED_TO_BOTH, oids.extendedKeyUsage, oids.documentTypes]
const APPLIED_TO_AUTHORITY: readonly string[] = [
  ...APPLIED_TO_BOTH,
  oids.nameChange,
  oids.privateKeyUsagePeriod,
]

/** What the signer's own certificate must be, whoever issued it. */
export const checkSigner = (
  signer: Certificate,
  card: CardKind,
  at: Date,
  signingTime: Date | null,
): void => {
  const { extensions } = signer
  refuseIf(signer.subject.country !== card.country, 'chip.signer-state', SIGNER)
  refuseIf(!maySign(extensions.documentTypes, card.document), 'chip.signer-document', SIGNER)
  // When the key may have been used can be asked only where the time of signing is told.
  const applied = signingTime ? [...APPLIED_TO_SIGNER, oids.privateKeyUsagePeriod] : APPLIED_TO_SIGNER
  refuseIf(!extensions.critical.every((oid) => applied.includes(oid)), 'chip.critical-extension', SIGNER)
  refuseIf(extensions.basicConstraints?.isAuthority === true, 'chip.signer-is-authority', SIGNER)
  refuseIf(
    extensions.keyUsage !== null && !extensions.keyUsage(KEY_USAGE.digitalSignature),
    'chip.signer-usage',
    SIGNER,
  )
  refuseIf(
    extensions.extendedKeyUsage !== null && !extensions.extendedKeyUsage.includes(oids.anyExtendedKeyUsage),
    'chip.signer-usage',
    SIGNER,
  )
  refuseIf(at < signer.notBefore, 'chip.signer-not-yet-valid', SIGNER)
  refuseIf(at > signer.notAfter, 'chip.signer-expired', SIGNER)
  if (!signingTime) {
    return
  }
  const { notBefore, notAfter } = extensions.privateKeyUsage ?? { notBefore: null, notAfter: null }
  refuseIf(
    signingTime < (notBefore ?? signer.notBefore) || signingTime > (notAfter ?? signer.notAfter),
    'chip.signing-time',
    SIGNER,
  )
}

/**
 * A signer without the list may sign any document of its state; a single letter stands for all codes that
 * begin with it.
 */
const maySign = (types: readonly string[] | null, document: string): boolean =>
  types === null ||
  types.some((type) => type === document || (type.length === 1 && document.startsWith(type)))

/**
 * Throws the fault of the way that came furthest. `chip.signer-unknown`: nobody we trust has the issuer's
 * name and key.
 */
export const checkChain = (
  crypto: ChipCrypto,
  signer: Certificate,
  card: CardKind,
  trust: TrustStore,
  at: Date,
): void => {
  climb({ crypto, trust, card, at }, signer, SIGNER, 0, 0)
}

interface Climb {
  readonly crypto: ChipCrypto
  readonly trust: TrustStore
  readonly card: CardKind
  readonly at: Date
}

const climb = (way: Climb, child: Certificate, where: string, links: number, intermediates: number): void => {
  const issuer = { issuer: child.issuer, authorityKeyId: child.extensions.authorityKeyId }
  const named = (way.trust.authorities.get(child.issuer.canonical) ?? []).filter(
    ({ certificate }) => certificate !== child && mayHaveIssued(certificate, issuer),
  )
  if (named.length === 0) {
    throw new ChipFault('chip.signer-unknown', where)
  }
  const signers = named.filter(({ certificate }) => hasSigned(way.crypto, certificate.key, child))
  if (signers.length === 0) {
    throw new ChipFault('chip.signer-signature', where)
  }
  mustNotBeRevoked(child, way, where)
  let fault: ChipFault | undefined
  for (const authority of signers) {
    try {
      checkAuthority(authority.certificate, child, way, intermediates)
      checkScope(authority, way.card)
      if (authority.isRoot) {
        return
      }
      refuseIf(links >= LINKS_MAX, 'chip.signer-unknown', AUTHORITY)
      climb(
        way,
        authority.certificate,
        AUTHORITY,
        links + 1,
        intermediates + (isLink(authority.certificate) ? 0 : 1),
      )
      return
    } catch (error) {
      if (!(error instanceof ChipFault)) {
        throw error
      }
      fault ??= error
    }
  }
  if (fault) {
    throw fault
  }
}

/**
 * The next key, or the next name, of one authority: no authority below another, so it takes no step of a
 * path's length.
 */
const isLink = (certificate: Certificate): boolean =>
  isSelfIssued(certificate) || certificate.extensions.isNameChange

const checkAuthority = (
  { extensions, subject, notBefore, notAfter }: Certificate,
  child: Certificate,
  { card, at }: Climb,
  intermediates: number,
): void => {
  refuseIf(subject.country !== card.country, 'chip.authority-state', AUTHORITY)
  const fault = authorityFault(extensions, intermediates)
  if (fault) {
    throw new ChipFault(fault, AUTHORITY)
  }
  refuseIf(!wasInUse(extensions, child.notBefore), 'chip.authority-usage', AUTHORITY)
  refuseIf(at < notBefore, 'chip.authority-not-yet-valid', AUTHORITY)
  refuseIf(at > notAfter, 'chip.authority-expired', AUTHORITY)
}

/** A link is in the scope of the authority that it hangs on, which is asked further up. */
const checkScope = ({ isRoot, scope }: TrustedAuthority, card: CardKind): void =>
  refuseIf(
    isRoot && (scope.state !== card.country || !scope.documents.includes(card.document)),
    'chip.authority-scope',
    AUTHORITY,
  )

/** A binding period of the authority's key: what it issued began inside of it. */
const wasInUse = ({ critical, privateKeyUsage }: Certificate['extensions'], issued: Date): boolean =>
  !critical.includes(oids.privateKeyUsagePeriod) ||
  (issued >= (privateKeyUsage?.notBefore ?? issued) && issued <= (privateKeyUsage?.notAfter ?? issued))

/** Why a certificate is no authority's, whoever asks. */
export const authorityFault = (
  extensions: Certificate['extensions'],
  intermediates = 0,
): ChipFaultCode | null => {
  const { basicConstraints, keyUsage, critical } = extensions
  if (!critical.every((oid) => APPLIED_TO_AUTHORITY.includes(oid))) {
    return 'chip.critical-extension'
  }
  if (!basicConstraints?.isAuthority) {
    return 'chip.authority-usage'
  }
  if (keyUsage && !keyUsage(KEY_USAGE.certificateSigning)) {
    return 'chip.authority-usage'
  }
  return basicConstraints.pathLength !== null && intermediates > basicConstraints.pathLength
    ? 'chip.authority-usage'
    : null
}

/**
 * Any list of the issuer's name revokes, also one made after `at`: who verifies the past still knows today's
 * thefts. When a state has lists and
 * the newest is past its date, nothing of that state is believed. Where the operator has no list at all, the
 * signer is not looked for.
 */
const mustNotBeRevoked = (child: Certificate, { trust, at }: Climb, where: string): void => {
  const lists = trust.lists.get(child.issuer.canonical) ?? []
  if (lists.length === 0) {
    return
  }
  refuseIf(
    lists.some(({ revoked }) => revoked.has(child.serial)),
    'chip.signer-revoked',
    where,
  )
  refuseIf(!lists.some(({ nextUpdate }) => nextUpdate === null || nextUpdate >= at), 'chip.crl-stale', where)
}
