/**
 * Issues a mobile document (ISO/IEC 18013-5 §9.1.2): a salt and a digest for each element, the digests
 * signed by the document signer, bound to the key of one device. What it answers goes out by OpenID4VCI as
 * it is.
 */
import type { CborMap, CborValue } from './cbor-value.ts'
import { dateTime } from './dates.ts'
import { composeSign1, type Sign } from './cose.ts'
import { digest, importPublicKey, type EcPublicKey } from './ec-key.ts'
import { SALT_LEAST_BYTES } from './issuer-signed.ts'
import { judged, refuseIf, type Judged } from './mdoc-refusal.ts'
import { composeMobileSecurityObject } from './mobile-security-object.ts'
import { encodedCbor, writeCbor } from './write-cbor.ts'

export interface DocumentToIssue {
  readonly docType: string
  /** By namespace, then by element. */
  readonly elements: Readonly<Record<string, Readonly<Record<string, CborValue>>>>
  readonly deviceKey: EcPublicKey
  readonly signed: Date
  readonly validFrom: Date
  readonly validUntil: Date
  readonly expectedUpdate: Date | null
  /** Its place in a Token Status List. */
  readonly status: { readonly index: number; readonly uri: string } | null
}

export interface Issuer {
  /** DER, the document signer first, without the root. */
  readonly chain: readonly Uint8Array[]
  /** ES256 by the document signer's key. */
  readonly sign: Sign
  /** So many bytes that nobody can foresee. */
  readonly random: (size_bytes: number) => Uint8Array
}

const SALT_BYTES = 32

/** IssuerSigned, encoded. */
export const issueDocument = (
  document: DocumentToIssue,
  { chain, sign, random }: Issuer,
): Promise<Judged<Uint8Array>> =>
  judged(async () => {
    refuseIf(chain.length === 0, 'mdoc.chain-missing', 'issuer')
    const { signed, validFrom, validUntil } = document
    // So that no document leaves that every reader refuses.
    refuseIf(!(validFrom >= signed && validUntil > validFrom), 'mdoc.validity-order', 'issuer')
    await importPublicKey(document.deviceKey, 'ECDSA', 'device key')
    const spaces = new Map<string, CborValue>()
    const digests = new Map<string, CborMap>()
    for (const [namespace, elements] of Object.entries(document.elements)) {
      const made = await composeItems(Object.entries(elements), random)
      refuseIf(made.items.length === 0, 'mdoc.structure', 'issuer')
      spaces.set(namespace, made.items)
      digests.set(namespace, made.digests)
    }
    const object = composeMobileSecurityObject({
      docType: document.docType,
      digests,
      deviceKey: document.deviceKey,
      validityInfo: validityInfo(document),
      status: document.status,
    })
    const payload = writeCbor(encodedCbor(writeCbor(object)))
    const issuerAuth = await composeSign1(sign, { chain, payload, isDetached: false })
    return writeCbor(
      new Map<string, CborValue>([
        ['nameSpaces', spaces],
        ['issuerAuth', issuerAuth],
      ]),
    )
  })

const composeItems = async (
  elements: readonly (readonly [string, CborValue])[],
  random: Issuer['random'],
): Promise<{ items: CborValue[]; digests: Map<number, Uint8Array> }> => {
  const ids = shuffled(elements.length, random)
  const made = elements.map(([element, value], index) => {
    const digestId = ids[index] ?? index
    const salt = random(SALT_BYTES)
    refuseIf(salt.length < SALT_LEAST_BYTES, 'mdoc.salt-short', 'issuer')
    const item = encodedCbor(
      writeCbor(
        new Map<string, CborValue>([
          ['digestID', digestId],
          ['random', salt],
          ['elementIdentifier', element],
          ['elementValue', value],
        ]),
      ),
    )
    return { digestId, item }
  })
  const digests = await Promise.all(
    made.map(async ({ digestId, item }) => [digestId, await digest('SHA-256', writeCbor(item))] as const),
  )
  return {
    items: made.map(({ item }) => item),
    digests: new Map(digests.sort(([a], [b]) => a - b)),
  }
}

/**
 * Numbers that tell nothing: were they in the order of the elements, a number alone would tell which
 * element was shown, or how many a person has.
 */
const shuffled = (count: number, random: Issuer['random']): number[] =>
  Array.from({ length: count }, (_, id) => ({ id, key: toNumber(random(6)) }))
    .sort((a, b) => a.key - b.key)
    .map(({ id }) => id)

const toNumber = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0)

const validityInfo = (document: DocumentToIssue): CborMap =>
  new Map([
    ['signed', dateTime(document.signed)],
    ['validFrom', dateTime(document.validFrom)],
    ['validUntil', dateTime(document.validUntil)],
    ...(document.expectedUpdate ? [['expectedUpdate', dateTime(document.expectedUpdate)] as const] : []),
  ])
