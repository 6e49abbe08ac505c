/**
 * A reader's judgement of what it was shown (ISO/IEC 18013-5 §8.3.2.1.2.2, §9.1.3, §9.3): each document by
 * its issuer, then by the device that holds it, over the reader's own transcript. One refused document
 * refuses the whole answer.
 */
import { isArray, type CborMap, type CborValue } from './cbor-value.ts'
import { mustBeSignedBy, mustHaveMacOf, readCose } from './cose.ts'
import { deviceMacKey } from './device-mac-key.ts'
import type { Trust } from './document-signer.ts'
import { readIssuerSigned } from './issuer-signed.ts'
import { judged, MdocRefusal, refuseIf, type Judged } from './mdoc-refusal.ts'
import type { MobileSecurityObject } from './mobile-security-object.ts'
import { encodedOf, mapOf, mustBeFirstVersion, namedEntries, readMap, textOf } from './read-fields.ts'
import { deviceAuthentication, mustBeTranscript } from './session-transcript.ts'
import { checkIssuer, mustBeTime, type Elements, type IssuedDocument } from './verify-issuer.ts'

interface WantedDocument {
  readonly docType: string
  /** What was asked for, by namespace; anything more is refused. null: whatever is shown. */
  readonly elements: Readonly<Record<string, readonly string[]>> | null
}

export interface ShownDocument extends IssuedDocument {
  /** What the device said by itself, allowed by the issuer. */
  readonly deviceElements: Elements
  readonly provenBy: 'signature' | 'mac'
}

export interface Reader {
  readonly wanted: readonly WantedDocument[]
  /** The reader's own, never one that came with the answer (`session-transcript.ts`). */
  readonly transcript: Uint8Array
  readonly trust: Trust
  readonly at: Date
  /** The private key of this session, for devices that answer with a MAC; null where there is none. */
  readonly sessionKey: CryptoKey | null
}

const WHERE = 'DeviceResponse'
const DOCUMENTS_MAX = 16

/** `bytes` is DeviceResponse. */
export const verifyResponse = (
  bytes: Uint8Array,
  reader: Reader,
): Promise<Judged<readonly ShownDocument[]>> => {
  mustBeTime(reader.at)
  return judged(async () => {
    mustBeTranscript(reader.transcript)
    const map = readMap(bytes, WHERE)
    mustBeFirstVersion(map.get('version'), WHERE)
    refuseIf(map.get('status') !== 0, 'mdoc.response-status', WHERE)
    const documents = map.get('documents')
    if (!isArray(documents) || documents.length === 0) {
      throw new MdocRefusal('mdoc.no-document', WHERE)
    }
    refuseIf(documents.length > DOCUMENTS_MAX, 'mdoc.structure', WHERE)
    const shown: ShownDocument[] = []
    for (const document of documents) {
      shown.push(await verifyDocument(mapOf(document, 'Document'), reader))
    }
    return shown
  })
}

const verifyDocument = async (map: CborMap, reader: Reader): Promise<ShownDocument> => {
  const docType = textOf(map.get('docType'), 'Document')
  const wanted = reader.wanted.find((one) => one.docType === docType)
  if (!wanted) {
    throw new MdocRefusal('mdoc.doc-type-unwanted', 'Document')
  }
  const issuerSigned = readIssuerSigned(mapOf(map.get('issuerSigned'), 'issuerSigned'))
  const { object, document } = await checkIssuer(issuerSigned, reader.trust, reader.at)
  refuseIf(object.docType !== docType, 'mdoc.doc-type', 'Document')
  const device = await checkDevice(mapOf(map.get('deviceSigned'), 'deviceSigned'), object, reader)
  mustBeWanted(document.elements, wanted)
  mustBeWanted(device.deviceElements, wanted)
  return { ...document, ...device }
}

/** What was not asked for must not be seen either, whoever sent it. */
const mustBeWanted = (elements: Elements, wanted: WantedDocument): void => {
  if (!wanted.elements) {
    return
  }
  const allowed = new Map(Object.entries(wanted.elements))
  for (const [namespace, space] of elements) {
    const names = allowed.get(namespace) ?? []
    refuseIf(
      [...space.keys()].some((name) => !names.includes(name)),
      'mdoc.element-unwanted',
      'Document',
    )
  }
}

const checkDevice = async (
  map: CborMap,
  object: MobileSecurityObject,
  reader: Reader,
): Promise<Pick<ShownDocument, 'deviceElements' | 'provenBy'>> => {
  const { whole, inner } = encodedOf(map.get('nameSpaces'), 'deviceSigned')
  const auth = mapOf(map.get('deviceAuth'), 'deviceAuth')
  const [signature, mac] = [auth.get('deviceSignature'), auth.get('deviceMac')]
  refuseIf(signature === undefined && mac === undefined, 'mdoc.device-auth-missing', 'deviceAuth')
  refuseIf(signature !== undefined && mac !== undefined, 'mdoc.device-auth-both', 'deviceAuth')
  const proven = deviceAuthentication(reader.transcript, object.docType, whole)
  await (signature === undefined
    ? mustHaveDeviceMac(mac, proven, object, reader)
    : mustBeSignedBy(readCose(signature, 'deviceSignature'), object.deviceKey, proven, {
        where: 'deviceSignature',
        wrongCode: 'mdoc.device-signature',
      }))
  return {
    deviceElements: readDeviceElements(inner, object),
    provenBy: signature === undefined ? 'mac' : 'signature',
  }
}

const mustHaveDeviceMac = async (
  mac: CborValue,
  proven: Uint8Array,
  object: MobileSecurityObject,
  { sessionKey, transcript }: Reader,
): Promise<void> => {
  const message = readCose(mac, 'deviceMac')
  if (!sessionKey) {
    throw new MdocRefusal('mdoc.reader-key-missing', 'deviceMac')
  }
  const macKey = await deviceMacKey(sessionKey, object.deviceKey, transcript)
  await mustHaveMacOf(message, macKey, proven, 'deviceMac')
}

/** §9.1.2.4: a device says only what the issuer lets its key say. */
const readDeviceElements = (bytes: Uint8Array, object: MobileSecurityObject): Elements => {
  const where = 'DeviceNameSpaces'
  const spaces = namedEntries(readMap(bytes, where), where).map(([namespace, items]) => {
    const elements = namedEntries(mapOf(items, where), where)
    refuseIf(elements.length === 0, 'mdoc.structure', where)
    refuseIf(
      elements.some(([element]) => !object.mayDeviceSay(namespace, element)),
      'mdoc.device-element-unauthorised',
      where,
    )
    return [namespace, new Map(elements)] as const
  })
  return new Map(spaces)
}
