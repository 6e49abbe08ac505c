/**
 * The holder's part: shows what was chosen and no more, bound to one verifier and one moment (RFC 9901
 * §7.2).
 */
import type { JwsSigner } from '../jws/algorithms.ts'
import { signJws } from '../jws/compact-jws.ts'
import { isJsonList, isJsonObject, type Json } from '../jws/strict-json.ts'
import type { Parsed } from '../parsed.ts'
import type { ClaimPattern } from './conceal-claims.ts'
import { KEY_BINDING_TYPE } from './credential-claims.ts'
import { digestOf } from './disclosure.ts'
import type { ClaimPath } from './open-claims.ts'
import { openUnproven } from './read-credential.ts'
import { judged, refuseIf, type SdJwtFaultCode } from './sd-jwt-fault.ts'

interface KeyBinding {
  readonly signer: JwsSigner
  readonly nonce: string
  readonly audience: string
  readonly issuedAt_s: number
}
export interface Presenting {
  /** As it was issued, with every disclosure. */
  readonly credential: string
  /**
   * The claims to show, each with what it stands in. What is disclosable by itself below one of them stays
   * hidden unless it is named too.
   */
  readonly show: readonly ClaimPattern[]
  /** Null only for a credential without a holder's key. */
  readonly keyBinding: KeyBinding | null
}

/**
 * `sd-jwt.claim-absent` where the credential has no such claim; the codes of its form where it is broken. The
 * issuer's signature was checked when it came (`verifyIssued`).
 */
export const presentCredential = ({
  credential,
  show,
  keyBinding,
}: Presenting): Promise<Parsed<string, SdJwtFaultCode>> =>
  judged(async () => {
    const { split, hash, claims, revealed, holderKey } = await openUnproven(credential)
    refuseIf(split.keyBinding !== null, 'sd-jwt.key-binding-unexpected')
    refuseIf(holderKey !== null && keyBinding === null, 'sd-jwt.key-binding-missing')
    refuseIf(holderKey === null && keyBinding !== null, 'sd-jwt.holder-key-missing')
    const shown = show.flatMap((pattern) => {
      const places = placesOf(pattern, claims)
      refuseIf(places.length === 0, 'sd-jwt.claim-absent')
      return places
    })
    const needed = new Set(
      revealed
        .filter(({ path }) => shown.some((place) => isOnTheWay(path, place)))
        .map((one) => one.disclosure),
    )
    const bound = [split.jwt, ...split.disclosures.filter((one) => needed.has(one)), ''].join('~')
    return keyBinding ? bound + (await bind(keyBinding, await digestOf(bound, hash))) : bound
  })

const bind = ({ signer, nonce, audience, issuedAt_s }: KeyBinding, digest: string): Promise<string> =>
  signJws(KEY_BINDING_TYPE, { iat: issuedAt_s, aud: audience, nonce, sd_hash: digest }, signer)

const isOnTheWay = (path: ClaimPath, place: ClaimPath): boolean =>
  path.length <= place.length && path.every((step, index) => step === place[index])

/** Where a pattern leads in these claims: none, one, or one for each element. */
const placesOf = (pattern: ClaimPattern, claims: Json): readonly ClaimPath[] => {
  let found: readonly { readonly path: ClaimPath; readonly value: Json }[] = [{ path: [], value: claims }]
  for (const step of pattern) {
    found = found.flatMap(({ path, value }) =>
      childrenOf(value, step).map(([key, child]) => ({ path: [...path, key], value: child })),
    )
  }
  return found.map(({ path }) => path)
}

const childrenOf = (value: Json, step: string | number | null): (readonly [string | number, Json])[] => {
  if (isJsonList(value)) {
    return [...value.entries()].filter(([index]) => step === null || step === index)
  }
  return typeof step === 'string' && isJsonObject(value)
    ? Object.entries(value).filter(([name]) => name === step)
    : []
}
