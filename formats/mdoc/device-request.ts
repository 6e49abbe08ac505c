/**
 * What a reader asks for (ISO/IEC 18013-5 §8.3.2.1.2.1) and, where it signs that, by which key (§9.1.4).
 * Whether the reader's certificate is believed is the wallet's own matter: its register of parties says so.
 */
import type { CborMap } from './cbor-value.ts'
import { certificateOf, ecKeyOf } from './certificate-signature.ts'
import { mustBeSignedBy, readCose, x5chainOf, type CoseMessage } from './cose.ts'
import { judged, MdocRefusal, refuseIf, type Judged } from './mdoc-refusal.ts'
import {
  arrayOf,
  encodedOf,
  mapOf,
  mustBeFirstVersion,
  namedEntries,
  readMap,
  textOf,
} from './read-fields.ts'
import { readerAuthentication } from './session-transcript.ts'

export interface DocumentRequest {
  readonly docType: string
  /** By namespace, then element: whether the reader means to keep it. */
  readonly elements: ReadonlyMap<string, ReadonlyMap<string, boolean>>
  /** DER, the reader's first; null where the reader did not sign. */
  readonly readerChain: readonly Uint8Array[] | null
}

const WHERE = 'DeviceRequest'

/**
 * `bytes` is DeviceRequest. With a transcript each signature is checked over it; without one, before there
 * is a session, a signed request is refused rather than shown as if it had been checked.
 */
export const readDeviceRequest = (
  bytes: Uint8Array,
  transcript: Uint8Array | null,
): Promise<Judged<readonly DocumentRequest[]>> =>
  judged(async () => {
    const map = readMap(bytes, WHERE)
    mustBeFirstVersion(map.get('version'), WHERE)
    const requests = arrayOf(map.get('docRequests'), WHERE)
    refuseIf(requests.length === 0, 'mdoc.no-document', WHERE)
    const found: DocumentRequest[] = []
    for (const request of requests) {
      found.push(await readDocumentRequest(mapOf(request, WHERE), transcript))
    }
    return found
  })

const readDocumentRequest = async (map: CborMap, transcript: Uint8Array | null): Promise<DocumentRequest> => {
  const { whole, inner } = encodedOf(map.get('itemsRequest'), WHERE)
  const items = readMap(inner, 'ItemsRequest')
  const auth = map.get('readerAuth')
  const signature = auth === undefined ? null : readCose(auth, 'readerAuth')
  return {
    docType: textOf(items.get('docType'), 'ItemsRequest'),
    elements: readElements(mapOf(items.get('nameSpaces'), 'ItemsRequest')),
    readerChain: signature && (await readReader(signature, transcript, whole)),
  }
}

const readElements = (map: CborMap): DocumentRequest['elements'] => {
  const where = 'ItemsRequest'
  refuseIf(map.size === 0, 'mdoc.structure', where)
  return new Map(
    namedEntries(map, where).map(([namespace, list]) => {
      const elements = namedEntries(mapOf(list, where), where).map(([element, isKept]) => {
        if (typeof isKept !== 'boolean') {
          throw new MdocRefusal('mdoc.structure', where)
        }
        return [element, isKept] as const
      })
      refuseIf(elements.length === 0, 'mdoc.structure', where)
      return [namespace, new Map(elements)] as const
    }),
  )
}

const readReader = async (
  message: CoseMessage,
  transcript: Uint8Array | null,
  itemsRequest: Uint8Array,
): Promise<readonly Uint8Array[]> => {
  const where = 'readerAuth'
  const chain = x5chainOf(message, where)
  const [first] = chain
  if (!first || !transcript) {
    throw new MdocRefusal('mdoc.transcript', where)
  }
  const key = ecKeyOf(certificateOf(first, where), where)
  await mustBeSignedBy(message, key, readerAuthentication(transcript, itemsRequest), {
    where,
    wrongCode: 'mdoc.reader-signature',
  })
  return chain
}
