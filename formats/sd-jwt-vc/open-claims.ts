/**
 * Puts disclosures at the places of their digests (RFC 9901 §7.1, steps 3 to 5), and refuses what that
 * section refuses: a digest twice, a disclosure without a place, a name that stands there already.
 */
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../jws/strict-json.ts'
import { isReservedName, sdJwtLimits, type Disclosure } from './disclosure.ts'
import { refuseIf, SdJwtFault } from './sd-jwt-fault.ts'

/** Names of members and numbers of elements, from the top. */
export type ClaimPath = readonly (string | number)[]

export interface Revealed {
  readonly path: ClaimPath
  readonly disclosure: string
}
export interface OpenClaims {
  /** Without `_sd`, `_sd_alg` and digests of what was not disclosed. */
  readonly claims: JsonObject
  /** Where each disclosure stands, the outer before the inner. Numbers count the elements that are seen. */
  readonly revealed: readonly Revealed[]
}

interface Opening {
  readonly byDigest: ReadonlyMap<string, Disclosure>
  readonly seen: Set<string>
  readonly revealed: Revealed[]
}

export const openClaims = (payload: JsonObject, byDigest: ReadonlyMap<string, Disclosure>): OpenClaims => {
  const opening: Opening = { byDigest, seen: new Set(), revealed: [] }
  const claims = openObject(payload, [], 1, opening)
  refuseIf(opening.revealed.length !== byDigest.size, 'sd-jwt.disclosure-unreferenced')
  return { claims, revealed: opening.revealed }
}

const openValue = (value: Json, path: ClaimPath, depth: number, opening: Opening): Json => {
  refuseIf(depth > sdJwtLimits.depth, 'sd-jwt.too-deep')
  if (isJsonList(value)) {
    return openList(value, path, depth, opening)
  }
  return isJsonObject(value) ? openObject(value, path, depth, opening) : value
}

const openObject = (value: JsonObject, path: ClaimPath, depth: number, opening: Opening): JsonObject => {
  const members = new Map<string, Json>()
  for (const [name, member] of Object.entries(value)) {
    if (name === '_sd' || (name === '_sd_alg' && path.length === 0)) {
      continue
    }
    // `...` belongs into lists, `_sd_alg` to the top.
    refuseIf(isReservedName(name), 'sd-jwt.digest-form')
    members.set(name, openValue(member, [...path, name], depth + 1, opening))
  }
  for (const digest of digestsIn(value)) {
    const disclosure = take(digest, opening)
    if (disclosure) {
      const { name } = disclosure
      if (name === null) {
        throw new SdJwtFault('sd-jwt.disclosure-form')
      }
      refuseIf(members.has(name), 'sd-jwt.disclosure-collides')
      members.set(name, reveal(disclosure, [...path, name], depth, opening))
    }
  }
  return Object.fromEntries(members)
}

const openList = (list: readonly Json[], path: ClaimPath, depth: number, opening: Opening): Json => {
  const elements: Json[] = []
  for (const element of list) {
    const place = [...path, elements.length]
    if (!isJsonObject(element) || !Object.hasOwn(element, '...')) {
      elements.push(openValue(element, place, depth + 1, opening))
      continue
    }
    const digest = element['...']
    if (typeof digest !== 'string' || Object.keys(element).length !== 1) {
      throw new SdJwtFault('sd-jwt.digest-form')
    }
    const disclosure = take(digest, opening)
    if (disclosure) {
      refuseIf(disclosure.name !== null, 'sd-jwt.disclosure-form')
      elements.push(reveal(disclosure, place, depth, opening))
    }
  }
  return elements
}

const digestsIn = (value: JsonObject): readonly string[] => {
  const digests = Object.hasOwn(value, '_sd') ? value['_sd'] : []
  if (!isJsonList(digests) || !digests.every((one) => typeof one === 'string')) {
    throw new SdJwtFault('sd-jwt.digest-form')
  }
  return digests
}

/** The disclosure of this digest, if she showed it. Decoys are counted like all others. */
const take = (digest: string, { byDigest, seen }: Opening): Disclosure | undefined => {
  refuseIf(seen.has(digest), 'sd-jwt.digest-duplicated')
  refuseIf(seen.size >= sdJwtLimits.digests, 'sd-jwt.too-many')
  seen.add(digest)
  return byDigest.get(digest)
}

const reveal = ({ text, value }: Disclosure, path: ClaimPath, depth: number, opening: Opening): Json => {
  opening.revealed.push({ path, disclosure: text })
  return openValue(value, path, depth + 1, opening)
}
