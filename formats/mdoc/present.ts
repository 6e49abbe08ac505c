/**
 * Shows chosen elements of a document (ISO/IEC 18013-5 §8.3.2.1.2.2): the issuer's bytes as they came, and
 * the device's own proof over the transcript of this one request.
 */
import type { CborMap, CborValue } from './cbor-value.ts'
import { composeMac0, composeSign1, type Sign } from './cose.ts'
import { deviceMacKey } from './device-mac-key.ts'
import type { EcPublicKey } from './ec-key.ts'
import { readIssuerSigned } from './issuer-signed.ts'
import { judged, MdocRefusal, refuseIf, type Judged } from './mdoc-refusal.ts'
import { readMobileSecurityObject } from './mobile-security-object.ts'
import { readMap } from './read-fields.ts'
import { deviceAuthentication } from './session-transcript.ts'
import { encodedCbor, writeCbor } from './write-cbor.ts'

type DeviceProof =
  | { readonly kind: 'signature'; readonly sign: Sign }
  /** `deviceKey` may derive bits; `readerKey` is the reader's of this session. */
  | { readonly kind: 'mac'; readonly deviceKey: CryptoKey; readonly readerKey: EcPublicKey }

export interface DocumentToShow {
  /** IssuerSigned as it was issued. */
  readonly issuerSigned: Uint8Array
  /** What the holder agreed to, by namespace, then element. */
  readonly elements: Readonly<Record<string, readonly string[]>>
  readonly proof: DeviceProof
}

/** DeviceResponse, encoded. An element that the document does not hold refuses the whole. */
export const presentDocuments = (
  documents: readonly DocumentToShow[],
  transcript: Uint8Array,
): Promise<Judged<Uint8Array>> =>
  judged(async () => {
    refuseIf(documents.length === 0, 'mdoc.no-document', 'present')
    const shown: CborValue[] = []
    for (const document of documents) {
      shown.push(await composeDocument(document, transcript))
    }
    return writeCbor(
      new Map<string, CborValue>([
        ['version', '1.0'],
        ['documents', shown],
        ['status', 0],
      ]),
    )
  })

const composeDocument = async (document: DocumentToShow, transcript: Uint8Array): Promise<CborMap> => {
  const { items, issuerAuth, issuerAuthSource } = readIssuerSigned(
    readMap(document.issuerSigned, 'IssuerSigned'),
  )
  if (!issuerAuth.payload) {
    throw new MdocRefusal('mdoc.cose-payload', 'issuerAuth')
  }
  const { docType } = readMobileSecurityObject(issuerAuth.payload)
  const spaces = new Map<string, CborValue[]>()
  for (const [namespace, names] of Object.entries(document.elements)) {
    const chosen = [...new Set(names)].map((name) => {
      const item = items.find((one) => one.namespace === namespace && one.element === name)
      if (!item) {
        throw new MdocRefusal('mdoc.element-not-held', 'present')
      }
      return item.source
    })
    if (chosen.length > 0) {
      spaces.set(namespace, chosen)
    }
  }
  const issuerSigned = new Map<string, CborValue>([
    ...(spaces.size > 0 ? [['nameSpaces', spaces] as const] : []),
    ['issuerAuth', issuerAuthSource],
  ])
  return new Map<string, CborValue>([
    ['docType', docType],
    ['issuerSigned', issuerSigned],
    ['deviceSigned', await composeDeviceSigned(docType, transcript, document.proof)],
  ])
}

/** The device adds nothing of its own: our documents authorise no such element. */
const composeDeviceSigned = async (
  docType: string,
  transcript: Uint8Array,
  proof: DeviceProof,
): Promise<CborMap> => {
  const nameSpaces = encodedCbor(writeCbor(new Map()))
  const payload = deviceAuthentication(transcript, docType, writeCbor(nameSpaces))
  const auth: readonly [string, CborValue] =
    proof.kind === 'signature'
      ? ['deviceSignature', await composeSign1(proof.sign, { chain: [], payload, isDetached: true })]
      : [
          'deviceMac',
          await composeMac0(await deviceMacKey(proof.deviceKey, proof.readerKey, transcript), payload),
        ]
  return new Map<string, CborValue>([
    ['nameSpaces', nameSpaces],
    ['deviceAuth', new Map([auth])],
  ])
}
