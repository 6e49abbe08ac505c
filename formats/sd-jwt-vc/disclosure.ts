/** Disclosures and their digests (RFC 9901 §4.2), and what bounds a text of them. */
import { decodeBase64url, encodeBase64url } from '../jws/base64url.ts'
import { isJsonList, NAME_OF_PROTOTYPE, readJson, type Json, type JsonObject } from '../jws/strict-json.ts'
import { refuseIf, SdJwtFault } from './sd-jwt-fault.ts'

/**
 * Far above any paper of a person with her picture, and little for a phone. `depth` counts objects and lists,
 * also where one disclosure stands in another.
 */
export const sdJwtLimits = { characters: 512 * 1024, disclosures: 256, digests: 2048, depth: 16 } as const

/** IANA's "Named Information Hash Algorithm" names that WebCrypto has, and what it calls them. */
const HASHES = { 'sha-256': 'SHA-256', 'sha-384': 'SHA-384', 'sha-512': 'SHA-512' } as const
export type HashName = keyof typeof HASHES

const isHashName = (name: Json): name is HashName => typeof name === 'string' && Object.hasOwn(HASHES, name)

/** What a payload says, or SHA-256 where it says nothing (RFC 9901 §4.1.1). */
export const hashOf = (payload: JsonObject): HashName => {
  const name = payload['_sd_alg'] ?? (Object.hasOwn(payload, '_sd_alg') ? null : 'sha-256')
  if (!isHashName(name)) {
    throw new SdJwtFault('sd-jwt.hash-unknown')
  }
  return name
}

/** Over the ASCII of the text itself, as RFC 9901 §4.2.3 asks; `sd_hash` is made the same way (§4.3.1). */
export const digestOf = async (text: string, hash: HashName): Promise<string> =>
  encodeBase64url(new Uint8Array(await crypto.subtle.digest(HASHES[hash], new TextEncoder().encode(text))))

/** Names that mean digests, everywhere in a payload (RFC 9901 §4.1, §4.2.4). */
export const isReservedName = (name: string): boolean =>
  name === '_sd' || name === '_sd_alg' || name === '...' || name === NAME_OF_PROTOTYPE

export interface Disclosure {
  readonly text: string
  /** Null for an element of a list. */
  readonly name: string | null
  readonly value: Json
}

export const readDisclosure = (text: string): Disclosure => {
  const bytes = decodeBase64url(text)
  const parts = bytes ? readJson(bytes, sdJwtLimits.depth) : undefined
  if (!isJsonList(parts) || (parts.length !== 2 && parts.length !== 3) || typeof parts[0] !== 'string') {
    throw new SdJwtFault('sd-jwt.disclosure-form')
  }
  const [, second = null, third = null] = parts
  if (parts.length === 2) {
    return { text, name: null, value: second }
  }
  if (typeof second !== 'string') {
    throw new SdJwtFault('sd-jwt.disclosure-form')
  }
  refuseIf(isReservedName(second), 'sd-jwt.disclosure-name')
  return { text, name: second, value: third }
}

export const composeDisclosure = (salt: string, name: string | null, value: Json): string =>
  encodeBase64url(
    new TextEncoder().encode(JSON.stringify(name === null ? [salt, value] : [salt, name, value])),
  )
