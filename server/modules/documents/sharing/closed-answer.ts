/**
 * Whether an answer is closed for the party: Sen carries what it cannot read, and takes nothing that it
 * could (OpenID4VP 1.0 §8.3; RFC 7516 §7.1).
 */
import { decodeBase64url } from '../../../../formats/jws/base64url.ts'
import { isJsonObject, readJson } from '../../../../formats/jws/strict-json.ts'

const HEADER_DEPTH = 4

/** `keyId`: the party's key of this request. */
export const isClosedFor = (response: string, keyId: string): boolean => {
  const parts = response.split('.', 6)
  const [first = '', wrapped = ''] = parts
  // Direct agreement: no key is wrapped, so the second part is empty.
  if (parts.length !== 5 || wrapped !== '' || !parts.every((part) => /^[A-Za-z0-9_-]*$/.test(part))) {
    return false
  }
  const bytes = decodeBase64url(first)
  const header = bytes && readJson(bytes, HEADER_DEPTH)
  return (
    header !== null &&
    isJsonObject(header) &&
    header['alg'] === 'ECDH-ES' &&
    header['kid'] === keyId &&
    parts.slice(2).every((part) => part !== '')
  )
}
