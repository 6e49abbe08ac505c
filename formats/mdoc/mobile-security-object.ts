/**
 * The mobile security object (ISO/IEC 18013-5 §9.1.2.4): what the issuer signs. Read only after its
 * signature.
 */
import { isMap, type CborMap, type CborValue } from './cbor-value.ts'
import { readDateTime } from './dates.ts'
import { coseKeyOf, readCoseKey, type EcHash, type EcPublicKey } from './ec-key.ts'
import { MdocRefusal, refuseIf } from './mdoc-refusal.ts'
import {
  arrayOf,
  bytesOf,
  encodedOf,
  mapOf,
  mustBeFirstVersion,
  namedEntries,
  readMap,
  smallUint,
  textOf,
} from './read-fields.ts'
import { readCbor } from './read-cbor.ts'

export interface ValidityInfo {
  readonly signed: Date
  readonly validFrom: Date
  readonly validUntil: Date
  readonly expectedUpdate: Date | null
}

/** Token Status List: where the state of this document stands. `other` is a means that we do not know. */
export type StatusReference =
  | { readonly kind: 'status-list'; readonly index: number; readonly uri: string }
  | { readonly kind: 'other' }

export interface MobileSecurityObject {
  readonly docType: string
  readonly hash: EcHash
  readonly digests: ReadonlyMap<string, ReadonlyMap<number, Uint8Array>>
  readonly deviceKey: EcPublicKey
  /** What the device may say by itself: whole namespaces, or elements of one. */
  readonly mayDeviceSay: (namespace: string, element: string) => boolean
  readonly validity: ValidityInfo
  readonly status: StatusReference | null
}

const WHERE = 'MSO'
const HASH_BYTES: Readonly<Record<EcHash, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 }
const isHash = (name: string): name is EcHash => name in HASH_BYTES

/** `payload` is MobileSecurityObjectBytes: `#6.24(bstr .cbor MobileSecurityObject)`. */
export const readMobileSecurityObject = (payload: Uint8Array): MobileSecurityObject => {
  const map = readMap(encodedOf(readCbor(payload, WHERE), WHERE).inner, WHERE)
  mustBeFirstVersion(map.get('version'), WHERE)
  const hash = textOf(map.get('digestAlgorithm'), WHERE)
  if (!isHash(hash)) {
    throw new MdocRefusal('mdoc.digest-algorithm', WHERE)
  }
  const keyInfo = mapOf(map.get('deviceKeyInfo'), WHERE)
  return {
    docType: textOf(map.get('docType'), WHERE),
    hash,
    digests: readDigests(mapOf(map.get('valueDigests'), WHERE), HASH_BYTES[hash]),
    deviceKey: readCoseKey(mapOf(keyInfo.get('deviceKey'), WHERE), 'device key'),
    mayDeviceSay: readAuthorizations(keyInfo.get('keyAuthorizations')),
    validity: readValidity(mapOf(map.get('validityInfo'), WHERE)),
    status: readStatus(map.get('status')),
  }
}

const readDigests = (map: CborMap, size_bytes: number): MobileSecurityObject['digests'] =>
  new Map(
    namedEntries(map, WHERE).map(([namespace, digests]) => [
      namespace,
      new Map(
        [...mapOf(digests, WHERE)].map(([id, value]) => {
          const bytes = bytesOf(value, WHERE)
          refuseIf(bytes.length !== size_bytes, 'mdoc.structure', WHERE)
          return [smallUint(id, WHERE), bytes] as const
        }),
      ),
    ]),
  )

const readAuthorizations = (value: CborValue): MobileSecurityObject['mayDeviceSay'] => {
  if (value === undefined) {
    return () => false
  }
  const map = mapOf(value, WHERE)
  const texts = (list: CborValue): readonly string[] => arrayOf(list, WHERE).map((one) => textOf(one, WHERE))
  const spaces = map.has('nameSpaces') ? texts(map.get('nameSpaces')) : []
  const elements = new Map(
    map.has('dataElements')
      ? namedEntries(mapOf(map.get('dataElements'), WHERE), WHERE).map(([name, list]) => [name, texts(list)])
      : [],
  )
  return (namespace, element) =>
    spaces.includes(namespace) || (elements.get(namespace)?.includes(element) ?? false)
}

const readValidity = (map: CborMap): ValidityInfo => {
  const [signed, validFrom, validUntil] = [
    readDateTime(map.get('signed'), WHERE),
    readDateTime(map.get('validFrom'), WHERE),
    readDateTime(map.get('validUntil'), WHERE),
  ]
  // §9.1.2.4: valid from no earlier than the signature, and valid until later than that.
  refuseIf(validFrom < signed || validUntil <= validFrom, 'mdoc.validity-order', WHERE)
  const expectedUpdate = map.has('expectedUpdate') ? readDateTime(map.get('expectedUpdate'), WHERE) : null
  return { signed, validFrom, validUntil, expectedUpdate }
}

const readStatus = (value: CborValue): StatusReference | null => {
  if (value === undefined) {
    return null
  }
  const list = mapOf(value, WHERE).get('status_list')
  if (!isMap(list)) {
    refuseIf(list !== undefined, 'mdoc.structure', WHERE)
    return { kind: 'other' }
  }
  return {
    kind: 'status-list',
    index: smallUint(list.get('idx'), WHERE),
    uri: textOf(list.get('uri'), WHERE),
  }
}

/** As it is signed; the map's order is that of Annex D. */
export const composeMobileSecurityObject = (object: {
  readonly docType: string
  readonly digests: CborMap
  readonly deviceKey: EcPublicKey
  readonly validityInfo: CborMap
  readonly status: { readonly index: number; readonly uri: string } | null
}): CborMap =>
  new Map<string, CborValue>([
    ['version', '1.0'],
    ['digestAlgorithm', 'SHA-256'],
    ['valueDigests', object.digests],
    ['deviceKeyInfo', new Map([['deviceKey', coseKeyOf(object.deviceKey)]])],
    ['docType', object.docType],
    ['validityInfo', object.validityInfo],
    ...(object.status ? [['status', new Map([['status_list', statusList(object.status)]])] as const] : []),
  ])

const statusList = ({ index, uri }: { readonly index: number; readonly uri: string }): CborMap =>
  new Map<string, CborValue>([
    ['idx', smallUint(index, 'status')],
    ['uri', uri],
  ])
