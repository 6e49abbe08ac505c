/**
 * Whether an authority that we trust said these things about this holder, and says them still (ISO/IEC
 * 18013-5 §9.3.1): chain, signature, kind of document, time, the digest of each element. The device comes
 * after.
 */
import { sameBytes } from '../emrtd/der-values.ts'
import type { CborValue } from './cbor-value.ts'
import { mustBeSignedBy, x5chainOf } from './cose.ts'
import { checkDocumentSigner, type DocumentSigner, type Trust } from './document-signer.ts'
import { digest } from './ec-key.ts'
import { readIssuerSigned, type IssuerSigned, type IssuerSignedItem } from './issuer-signed.ts'
import { judged, MdocRefusal, refuseIf, type Judged } from './mdoc-refusal.ts'
import {
  readMobileSecurityObject,
  type MobileSecurityObject,
  type StatusReference,
  type ValidityInfo,
} from './mobile-security-object.ts'
import { readMap } from './read-fields.ts'

/** By namespace, then by element. */
export type Elements = ReadonlyMap<string, ReadonlyMap<string, CborValue>>

export interface IssuedDocument {
  readonly docType: string
  readonly elements: Elements
  readonly validity: ValidityInfo
  /** Whether it is revoked is asked elsewhere: here stands only where. */
  readonly status: StatusReference | null
  readonly signer: Omit<DocumentSigner, 'key' | 'wasValidAt'>
  /** The key that a device must show; a wallet holds it against its own before it keeps the document. */
  readonly deviceKey: MobileSecurityObject['deviceKey']
}

export interface CheckedIssuer {
  readonly object: MobileSecurityObject
  readonly document: IssuedDocument
}

/** A wallet's check of what it was issued; `bytes` is IssuerSigned. */
export const verifyIssued = (
  bytes: Uint8Array,
  { docType, trust, at }: { readonly docType: string; readonly trust: Trust; readonly at: Date },
): Promise<Judged<IssuedDocument>> => {
  mustBeTime(at)
  return judged(async () => {
    const { document } = await checkIssuer(readIssuerSigned(readMap(bytes, 'IssuerSigned')), trust, at)
    refuseIf(document.docType !== docType, 'mdoc.doc-type', 'MSO')
    return document
  })
}

/** A moment that is none compares with nothing: every check of time would pass. */
export const mustBeTime = (at: Date): void => {
  if (Number.isNaN(at.getTime())) {
    throw new RangeError('the moment of verification is no time')
  }
}

/** Nothing of the payload is read before its signature stands. */
export const checkIssuer = async (
  { items, issuerAuth }: IssuerSigned,
  trust: Trust,
  at: Date,
): Promise<CheckedIssuer> => {
  const { key, wasValidAt, ...signer } = await checkDocumentSigner(
    x5chainOf(issuerAuth, 'issuerAuth'),
    trust,
    at,
  )
  const proof = { where: 'issuerAuth', wrongCode: 'mdoc.issuer-signature' } as const
  await mustBeSignedBy(issuerAuth, key, null, proof)
  const object = readMobileSecurityObject(issuerAuth.payload ?? new Uint8Array(0))
  const { validity } = object
  refuseIf(!wasValidAt(validity.signed), 'mdoc.signed-outside-signer-validity', 'MSO')
  refuseIf(at < validity.validFrom, 'mdoc.not-yet-valid', 'MSO')
  refuseIf(at > validity.validUntil, 'mdoc.expired', 'MSO')
  const elements = new Map<string, Map<string, CborValue>>()
  const found = await Promise.all(items.map(({ whole }) => digest(object.hash, whole)))
  for (const [index, item] of items.entries()) {
    mustBeDigested(item, found[index], object)
    const space = elements.get(item.namespace) ?? new Map<string, CborValue>()
    elements.set(item.namespace, space.set(item.element, item.value))
  }
  mustNameOneCountry(elements, signer.country)
  const { docType, deviceKey, status } = object
  return { object, document: { docType, elements, validity, status, signer, deviceKey } }
}

const mustBeDigested = (
  { namespace, digestId }: IssuerSignedItem,
  found: Uint8Array = new Uint8Array(0),
  { digests }: MobileSecurityObject,
): void => {
  const where = 'IssuerSignedItem'
  const own = digests.get(namespace)
  const expected = own?.get(digestId)
  if (expected && sameBytes(expected, found)) {
    return
  }
  const isElsewhere = [...digests].some(
    ([name, known]) => name !== namespace && [...known.values()].some((one) => sameBytes(one, found)),
  )
  refuseIf(isElsewhere, 'mdoc.element-of-other-namespace', where)
  refuseIf(!own, 'mdoc.namespace-unknown', where)
  throw new MdocRefusal(expected ? 'mdoc.digest-mismatch' : 'mdoc.digest-id-unknown', where)
}

/** §9.3.1: a document that says which state issued it must say the state of its signer. */
const mustNameOneCountry = (elements: Elements, country: string): void => {
  for (const space of elements.values()) {
    refuseIf(
      space.has('issuing_country') && space.get('issuing_country') !== country,
      'mdoc.issuing-country',
      'issuing_country',
    )
  }
}
