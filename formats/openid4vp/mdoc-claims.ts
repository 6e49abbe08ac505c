/**
 * Elements of a mobile document as JSON (RFC 8949 §6.1), the form in which queries are evaluated: namespace,
 * element, value. What has no such form is null: it can be asked for by its name only.
 */
import { Float, isArray, isMap, Tagged, type CborValue } from '../mdoc/cbor-value.ts'
import { encodeBase64url } from '../jws/base64url.ts'
import type { Json, JsonObject } from '../jws/strict-json.ts'
import type { Elements } from '../mdoc/verify-issuer.ts'

export const claimsOfElements = (elements: Elements): JsonObject =>
  Object.fromEntries(
    [...elements].map(([namespace, space]) => [
      namespace,
      Object.fromEntries([...space].map(([element, value]) => [element, jsonOf(value)])),
    ]),
  )

const jsonOf = (value: CborValue): Json => {
  if (value instanceof Uint8Array) {
    return encodeBase64url(value)
  }
  if (value instanceof Tagged) {
    return jsonOf(value.content)
  }
  if (value instanceof Float) {
    return Number.isFinite(value.value) ? value.value : null
  }
  if (isArray(value)) {
    return value.map(jsonOf)
  }
  if (isMap(value)) {
    const entries = [...value].map(([key, one]) => [key, jsonOf(one)] as const)
    return entries.every(([key]) => typeof key === 'string') ? Object.fromEntries(entries) : null
  }
  return typeof value === 'bigint' || value === undefined ? null : value
}
