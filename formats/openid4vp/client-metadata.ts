/** What a party says of itself beside its request (OpenID4VP 1.0 §5.1 `client_metadata`, §8.3, §11.1). */
import type { DcqlQuery } from '../dcql/dcql-query.ts'
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../jws/strict-json.ts'
import { KEY_AGREEMENT, importPoint, readPoint, type EncryptionKey } from './encryption-key.ts'
import { encryptionMethods, type EncryptionMethod } from './jwe.ts'
import { refuseIf, SharingFault } from './openid4vp-fault.ts'

const KEYS_MOST = 16
const LIST_MOST = 32

export interface Encryption {
  readonly key: EncryptionKey
  readonly method: EncryptionMethod
}

/** Every format that is asked for has to be among those that the party can read. */
export const readFormats = (metadata: JsonObject, { credentials }: DcqlQuery): void => {
  const formats = metadata['vp_formats_supported']
  if (!isJsonObject(formats)) {
    throw new SharingFault('openid4vp.formats')
  }
  for (const { format } of credentials) {
    const abilities = Object.hasOwn(formats, format) ? formats[format] : undefined
    if (!isJsonObject(abilities)) {
      throw new SharingFault('openid4vp.formats')
    }
    const lists = Object.entries(abilities).filter(([name]) => name.endsWith('_alg_values'))
    refuseIf(
      lists.some(([, list]) => !isJsonList(list) || list.length === 0 || list.length > LIST_MOST),
      'openid4vp.formats',
    )
  }
}

/** The first key that we can encrypt to, in the party's order, and its first method that we have. */
export const readEncryption = async (metadata: JsonObject): Promise<Encryption> => {
  const keys = readKeys(metadata['jwks'])
  const methods = readMethods(metadata['encrypted_response_enc_values_supported'])
  const method = methods.find((one) => encryptionMethods.some((ours) => ours === one))
  const known = encryptionMethods.find((one) => one === method)
  if (known === undefined) {
    throw new SharingFault('openid4vp.no-encryption-method')
  }
  for (const key of keys) {
    const { kid, use, alg } = key
    const point = alg === KEY_AGREEMENT && (use === undefined || use === 'enc') ? readPoint(key) : null
    if (point && typeof kid === 'string') {
      refuseIf((await importPoint(point)) === null, 'openid4vp.keys')
      return { key: { kid, ...point }, method: known }
    }
  }
  throw new SharingFault('openid4vp.no-encryption-key')
}

/** Each with `kid` and `alg`, none with its private half (§5.1, §8.3). */
const readKeys = (jwks: Json | undefined): readonly JsonObject[] => {
  const keys = isJsonObject(jwks) ? jwks['keys'] : undefined
  if (!isJsonList(keys)) {
    throw new SharingFault(jwks === undefined ? 'openid4vp.no-encryption-key' : 'openid4vp.keys')
  }
  refuseIf(keys.length > KEYS_MOST, 'openid4vp.keys')
  const read = keys.map((key) => {
    const isWhole =
      isJsonObject(key) && isText(key['kid']) && isText(key['alg']) && !('d' in key) && !('k' in key)
    if (!isWhole) {
      throw new SharingFault('openid4vp.keys')
    }
    return key
  })
  refuseIf(new Set(read.map(({ kid }) => kid)).size !== read.length, 'openid4vp.keys')
  return read
}

const readMethods = (value: Json | undefined): readonly Json[] => {
  if (value === undefined) {
    return ['A128GCM']
  }
  if (!isJsonList(value) || value.length === 0 || value.length > LIST_MOST || !value.every(isText)) {
    throw new SharingFault('openid4vp.metadata')
  }
  return value
}

const isText = (value: Json | undefined): value is string => typeof value === 'string' && value !== ''
