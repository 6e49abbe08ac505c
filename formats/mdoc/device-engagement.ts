/**
 * DeviceEngagement (ISO/IEC 18013-5 §8.2.1.1): what a holder's QR code or NFC tag tells a reader before
 * there is a session.
 */
import { isArray, isMap, type CborMap, type CborValue } from './cbor-value.ts'
import { importPublicKey, readCoseKey, type EcPublicKey } from './ec-key.ts'
import { judged, MdocRefusal, refuseIf, type Judged } from './mdoc-refusal.ts'
import { arrayOf, encodedOf, mapOf, mustBeFirstVersion, readMap, smallUint } from './read-fields.ts'

export interface DeviceEngagement {
  /** The device's key of this session, not that of the document. */
  readonly deviceKey: EcPublicKey
  readonly retrieval: readonly RetrievalMethod[]
}
interface RetrievalMethod {
  /** 1 NFC, 2 Bluetooth low energy, 3 Wi-Fi Aware. */
  readonly type: number
  readonly version: number
  readonly options: CborMap
}

const WHERE = 'DeviceEngagement'
const KEY = { version: 0, security: 1, retrieval: 2 } as const
/** §9.1.5.2, cipher suite 1: the only one. */
const CIPHER_SUITE = 1

export const readDeviceEngagement = (bytes: Uint8Array): Promise<Judged<DeviceEngagement>> =>
  judged(async () => {
    const map = readMap(bytes, WHERE)
    mustBeFirstVersion(map.get(KEY.version), WHERE)
    const [suite, key, ...more] = arrayOf(map.get(KEY.security), WHERE)
    refuseIf(more.length > 0, 'mdoc.structure', WHERE)
    refuseIf(suite !== CIPHER_SUITE, 'mdoc.algorithm-unknown', WHERE)
    const deviceKey = readCoseKey(readMap(encodedOf(key, WHERE).inner, WHERE), WHERE)
    await importPublicKey(deviceKey, 'ECDH', WHERE)
    const methods = map.has(KEY.retrieval) ? arrayOf(map.get(KEY.retrieval), WHERE) : []
    return { deviceKey, retrieval: methods.map(readMethod) }
  })

const readMethod = (value: CborValue): RetrievalMethod => {
  if (!isArray(value) || value.length !== 3 || !isMap(value[2])) {
    throw new MdocRefusal('mdoc.structure', WHERE)
  }
  return {
    type: smallUint(value[0], WHERE),
    version: smallUint(value[1], WHERE),
    options: mapOf(value[2], WHERE),
  }
}
