/** Reads what a credential says, for the holder's own screen: nothing of it is proven by that. */
import { decodeBase64url } from '../jws/base64url.ts'
import { isJsonObject, readJson, type JsonObject } from '../jws/strict-json.ts'
import type { Parsed } from '../parsed.ts'
import { readFacts, type CredentialFacts } from './credential-claims.ts'
import { hashOf, sdJwtLimits, type HashName } from './disclosure.ts'
import { openClaims, type Revealed } from './open-claims.ts'
import { judged, SdJwtFault, type SdJwtFaultCode } from './sd-jwt-fault.ts'
import { readDisclosures, splitSdJwt, type SplitSdJwt } from './split-sd-jwt.ts'

export interface ReadCredential extends CredentialFacts {
  readonly claims: JsonObject
  /** What of it she may show or keep. */
  readonly revealed: readonly Revealed[]
}
export interface OpenedCredential extends ReadCredential {
  readonly split: SplitSdJwt
  readonly hash: HashName
}

export const readCredential = (text: string): Promise<Parsed<ReadCredential, SdJwtFaultCode>> =>
  judged(async () => {
    const { split: _, hash: __, ...read } = await openUnproven(text)
    return read
  })

/** The same for those who stand inside of a door. */
export const openUnproven = async (text: string): Promise<OpenedCredential> => {
  const split = splitSdJwt(text)
  return openSplit(split, unprovenPayload(split.jwt))
}

export const openSplit = async (split: SplitSdJwt, payload: JsonObject): Promise<OpenedCredential> => {
  const hash = hashOf(payload)
  const { claims, revealed } = openClaims(payload, await readDisclosures(split.disclosures, hash))
  return { ...readFacts(claims, revealed), claims, revealed, split, hash }
}

const unprovenPayload = (jwt: string): JsonObject => {
  const parts = jwt.split('.', 4)
  const bytes = parts.length === 3 ? decodeBase64url(parts[1] ?? '') : null
  const payload = bytes ? readJson(bytes, sdJwtLimits.depth) : undefined
  if (!isJsonObject(payload)) {
    throw new SdJwtFault('sd-jwt.issuer-form')
  }
  return payload
}
