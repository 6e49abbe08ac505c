/** Makes claims selectively disclosable (RFC 9901 §4.2, §6): the issuer's side of `open-claims.ts`. */
import { encodeBase64url } from '../jws/base64url.ts'
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../jws/strict-json.ts'
import { composeDisclosure, digestOf, isReservedName, type HashName } from './disclosure.ts'

/** `null` stands for every element of a list. */
export type ClaimPattern = readonly (string | number | null)[]

export interface Concealing {
  /** Each of them becomes a disclosure of its own; also one inside another. */
  readonly paths: readonly ClaimPattern[]
  readonly hash: HashName
  /**
   * Digests of nothing beside those of each object and list, so that their number tells less (RFC 9901
   * §4.2.5).
   */
  readonly decoys: number
  readonly random: (size_bytes: number) => Uint8Array
}
export interface Concealed {
  readonly payload: JsonObject
  readonly disclosures: readonly string[]
}

/** Throws TypeError for a path that leads nowhere and for names that RFC 9901 keeps to itself. */
export const concealClaims = async (claims: JsonObject, concealing: Concealing): Promise<Concealed> => {
  const unused = new Set(concealing.paths)
  const work: Work = { ...concealing, unused, disclosures: [] }
  const payload = await concealObject(claims, concealing.paths.map(whole), work)
  if (unused.size > 0) {
    throw new TypeError(`no claim at ${[...unused].map((path) => JSON.stringify(path)).join(', ')}`)
  }
  return { payload, disclosures: work.disclosures }
}

interface Work extends Concealing {
  readonly unused: Set<ClaimPattern>
  readonly disclosures: string[]
}
/** What of a pattern is left below where we are. */
interface Rest {
  readonly pattern: ClaimPattern
  readonly at: number
}

const whole = (pattern: ClaimPattern): Rest => ({ pattern, at: 0 })

const below = (rests: readonly Rest[], step: string | number): Rest[] =>
  rests
    .filter(({ pattern, at }) => pattern[at] === step || (typeof step === 'number' && pattern[at] === null))
    .map(({ pattern, at }) => ({ pattern, at: at + 1 }))

const concealValue = async (value: Json, rests: readonly Rest[], work: Work): Promise<Json> => {
  if (isJsonList(value)) {
    return concealList(value, rests, work)
  }
  return isJsonObject(value) ? concealObject(value, rests, work) : value
}

const concealObject = async (value: JsonObject, rests: readonly Rest[], work: Work): Promise<JsonObject> => {
  const open: [string, Json][] = []
  // Begun one after the other and waited for together: each alone would cost a turn of its own.
  const begun: Promise<string>[] = []
  for (const [name, member] of Object.entries(value)) {
    if (isReservedName(name)) {
      throw new TypeError(`the name ${name} is reserved`)
    }
    const here = below(rests, name)
    const inner = await concealValue(member, here, work)
    if (isConcealed(here, work)) {
      begun.push(disclose(name, inner, work))
    } else {
      open.push([name, inner])
    }
  }
  if (begun.length === 0) {
    return Object.fromEntries(open)
  }
  const digests = [...(await Promise.all(begun)), ...(await decoysFor(work))]
  // Sorted, so that their order says nothing of the claims' (RFC 9901 §4.2.4.1).
  return { ...Object.fromEntries(open), _sd: digests.toSorted() }
}

const concealList = async (list: readonly Json[], rests: readonly Rest[], work: Work): Promise<Json> => {
  const elements: Json[] = []
  let isAnyConcealed = false
  for (const [index, element] of list.entries()) {
    const here = below(rests, index)
    const inner = await concealValue(element, here, work)
    const isThis = isConcealed(here, work)
    isAnyConcealed ||= isThis
    elements.push(isThis ? { '...': await disclose(null, inner, work) } : inner)
  }
  const decoys = isAnyConcealed ? await decoysFor(work) : []
  return [...elements, ...decoys.map((digest) => ({ '...': digest }))]
}

const isConcealed = (here: readonly Rest[], { unused }: Work): boolean => {
  const ending = here.filter(({ pattern, at }) => pattern.length === at)
  for (const { pattern } of ending) {
    unused.delete(pattern)
  }
  return ending.length > 0
}

const disclose = async (name: string | null, value: Json, work: Work): Promise<string> => {
  const text = composeDisclosure(encodeBase64url(work.random(SALT_bytes)), name, value)
  work.disclosures.push(text)
  return digestOf(text, work.hash)
}

/** 128 bits, as RFC 9901 §9.3 recommends. */
const SALT_bytes = 16

const decoysFor = ({ decoys, random, hash }: Work): Promise<string[]> =>
  Promise.all(Array.from({ length: decoys }, () => digestOf(encodeBase64url(random(SALT_bytes)), hash)))
