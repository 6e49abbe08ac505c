/** The issuer's part: an SD-JWT VC (draft-ietf-oauth-sd-jwt-vc §2) bound to the holder's key, signed. */
import { signJws } from '../jws/compact-jws.ts'
import type { JwsSigner, PublicJwk } from '../jws/algorithms.ts'
import type { Json, JsonObject } from '../jws/strict-json.ts'
import { concealClaims, type ClaimPattern } from './conceal-claims.ts'
import { CREDENTIAL_TYPE, protectedClaims, type StatusReference } from './credential-claims.ts'
import { sdJwtLimits, type HashName } from './disclosure.ts'

export interface Issue {
  /** What it says of its holder. What has a field of its own below is not repeated here. */
  readonly claims: JsonObject
  /** What she may show or keep to herself, each by itself; `null` is every element of a list. */
  readonly disclosable: readonly ClaimPattern[]
  /** The kind of document. */
  readonly vct: string
  readonly issuer?: string
  readonly issuedAt_s?: number
  readonly notBefore_s?: number
  readonly expiresAt_s?: number
  /** Without one, whoever has a copy is believed. */
  readonly holderKey?: PublicJwk
  readonly status?: StatusReference
  readonly signer: JwsSigner
  readonly hash?: HashName
  /** In each object and list that holds digests; 0 unless said. */
  readonly decoys?: number
  /** Chance for salts and decoys, such as `crypto.getRandomValues` gives. */
  readonly random: (size_bytes: number) => Uint8Array
}

const owned: ReadonlySet<string> = new Set([...protectedClaims, 'iat'])

/**
 * The credential in compact form, with all of its disclosures. Throws TypeError for claims that are not the
 * caller's to give and for paths that lead nowhere: those are mistakes of a program, not of a person.
 */
export const issueCredential = async (issue: Issue): Promise<string> => {
  const taken = Object.keys(issue.claims).find((name) => owned.has(name))
  if (taken !== undefined) {
    throw new TypeError(`the claim ${taken} has a field of its own`)
  }
  const { hash = 'sha-256', decoys = 0, random } = issue
  const concealed = await concealClaims(issue.claims, { paths: issue.disclosable, hash, decoys, random })
  const payload: JsonObject = { ...registered(issue), ...concealed.payload, _sd_alg: hash }
  const jwt = await signJws(CREDENTIAL_TYPE, payload, issue.signer)
  const credential = `${[jwt, ...concealed.disclosures].join('~')}~`
  if (credential.length > sdJwtLimits.characters || concealed.disclosures.length > sdJwtLimits.disclosures) {
    throw new TypeError('no verifier would read a credential that large')
  }
  return credential
}

const registered = (issue: Issue): JsonObject => {
  const { holderKey, status } = issue
  const said: readonly (readonly [string, Json | undefined])[] = [
    ['iss', issue.issuer],
    ['vct', issue.vct],
    ['iat', issue.issuedAt_s],
    ['nbf', issue.notBefore_s],
    ['exp', issue.expiresAt_s],
    ['cnf', holderKey && { jwk: { kty: holderKey.kty, crv: holderKey.crv, x: holderKey.x, y: holderKey.y } }],
    ['status', status && { status_list: { idx: status.idx, uri: status.uri } }],
  ]
  return Object.fromEntries(said.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
