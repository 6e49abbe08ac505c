/**
 * The file in which a person takes along all that is held of her: readable JSON, sealed by its house. Beside
 * `data` stands a compact JWS with detached content (RFC 7515 appendix F) over the canonical form of `data`
 * (RFC 8785), so that the file may be laid out anew and a changed value shows. Pure.
 */
import { canonicalJson } from '../canonical-json.ts'
import type { Parsed } from '../parsed.ts'
import type { JwsSigner } from '../jws/algorithms.ts'
import { encodeBase64url } from '../jws/base64url.ts'
import { judgeJws, openCompact, type JwsFault } from '../jws/compact-jws.ts'
import { isJsonObject, readJson, type Json, type JsonObject } from '../jws/strict-json.ts'

const OWN_DATA_TYPE = 'sen-own-data'
const DEPTH = 24

export interface OwnDataFile {
  readonly data: JsonObject
  readonly signature: string
}

const payloadOf = (data: JsonObject): string => encodeBase64url(new TextEncoder().encode(canonicalJson(data)))

/** `signer.header` names the key (`kid`) and brings its certificate (`x5c`), so that it is found in years. */
export const sealOwnData = async (data: JsonObject, signer: JwsSigner): Promise<OwnDataFile> => {
  const header = JSON.stringify({ ...signer.header, alg: signer.algorithm, typ: OWN_DATA_TYPE })
  const first = encodeBase64url(new TextEncoder().encode(header))
  const signature = await signer.sign(new TextEncoder().encode(`${first}.${payloadOf(data)}`))
  return { data, signature: `${first}..${encodeBase64url(signature)}` }
}

/**
 * The data, where one of these public keys (JWK) sealed it. The key that the file itself brings is not
 * looked at: whoever trusts its certificate has judged that before. The caller has bounded the length.
 */
export const judgeOwnData = async (
  bytes: Uint8Array,
  keys: readonly Json[],
): Promise<Parsed<JsonObject, JwsFault>> => {
  const file = readJson(bytes, DEPTH)
  if (!isJsonObject(file)) {
    return { ok: false, reason: 'form' }
  }
  const { data, signature } = file
  const parts = typeof signature === 'string' ? signature.split('.') : []
  if (!isJsonObject(data) || parts.length !== 3 || parts[1] !== '') {
    return { ok: false, reason: 'form' }
  }
  const opened = openCompact(`${parts[0]}.${payloadOf(data)}.${parts[2]}`, {
    algorithms: ['ES256'],
    depth: DEPTH,
  })
  if (!opened.ok) {
    return opened
  }
  const { header } = opened.value
  if (header['typ'] !== OWN_DATA_TYPE) {
    return { ok: false, reason: 'type' }
  }
  const key = keys.find((one) => isJsonObject(one) && one['kid'] === header['kid'])
  const fault = await judgeJws(opened.value, key)
  return fault === null ? { ok: true, value: data } : { ok: false, reason: fault }
}
