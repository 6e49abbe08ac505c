/**
 * Whose documents a party believes: the list that Sen publishes, with its keys and status lists. All that it
 * knows of Sen is the address.
 */
import type { CredentialFacts } from '../../formats/sd-jwt-vc/credential-claims.ts'
import { isJsonList, isJsonObject, readJson, type Json } from '../../formats/jws/strict-json.ts'
import { statusAt } from '../../formats/token-status-list/status-list.ts'
import {
  verifyStatusList,
  type VerifiedStatusList,
} from '../../formats/token-status-list/status-list-token.ts'
import { verifyTrustList, type TrustedIssuer, type TrustList } from '../../formats/trust-list/trust-list.ts'
import { machineTime } from './own-clock.ts'

const TIMEOUT_MS = 5000
/** A revoked document is found out after a minute, whatever its issuer allows. */
const FRESH_MS = 60_000

/** What was asked of Sen could not be had, or is not what Sen signed: nothing can be judged now. */
export class SenSilent extends Error {}

export interface SenTrust {
  issuers(): Promise<TrustList['issuers']>
  /** By the key's name; null where Sen publishes none of it. */
  key(kid: Json | undefined): Promise<Json>
  isValid(facts: Pick<CredentialFacts, 'status'>, issuer: TrustedIssuer): Promise<boolean>
}

const textAt = async (url: string): Promise<string> => {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' })
    if (answer.ok) {
      return await answer.text()
    }
  } catch {
    // Said below, whatever it was.
  }
  throw new SenSilent(`${url} did not answer`)
}

/** Asked again after a minute; a failed asking is not kept. */
const kept = <Value>(load: () => Promise<Value>): (() => Promise<Value>) => {
  let last: { readonly value: Promise<Value>; readonly at: number } | null = null
  return () => {
    if (!last || performance.now() - last.at > FRESH_MS) {
      const value = load()
      last = { value, at: performance.now() }
      value.catch(() => {
        last = null
      })
    }
    return last.value
  }
}

export const keyNamed = (keys: readonly Json[], kid: Json | undefined): Json =>
  keys.find((key) => isJsonObject(key) && key['kid'] === kid) ?? null

export const openSenTrust = (sen: string): SenTrust => {
  const keys = kept(async () => {
    const read = readJson(new TextEncoder().encode(await textAt(`${sen}/oidc/jwks`)), 8)
    const list = isJsonObject(read) ? read['keys'] : null
    return isJsonList(list) ? list : []
  })
  const key = async (kid: Json | undefined): Promise<Json> => keyNamed(await keys(), kid)
  const issuers = kept(async () => {
    const url = `${sen}/trust-list`
    const read = await verifyTrustList(await textAt(url), {
      url,
      signerKey: ({ kid }) => key(kid),
      algorithms: ['ES256'],
      now_s: machineTime().getTime() / 1000,
    })
    if (!read.ok) {
      throw new SenSilent(read.reason)
    }
    return read.value.issuers
  })
  const lists = new Map<string, () => Promise<VerifiedStatusList>>()
  const listAt = (uri: string, issuer: TrustedIssuer): Promise<VerifiedStatusList> => {
    const known = lists.get(uri) ?? kept(() => statusListAt(uri, issuer))
    lists.set(uri, known)
    return known()
  }
  return {
    issuers,
    key,
    async isValid({ status }, issuer) {
      if (status === null || !issuer.statusLists.includes(status.uri)) {
        return false
      }
      const said = statusAt((await listAt(status.uri, issuer)).list, status.idx)
      return said.ok && said.value.meaning === 'valid'
    },
  }
}

const statusListAt = async (uri: string, issuer: TrustedIssuer): Promise<VerifiedStatusList> => {
  const read = await verifyStatusList(await textAt(uri), {
    uri,
    issuerKey: ({ kid }) =>
      keyNamed(
        issuer.keys.map((one): Json => ({ ...one })),
        kid,
      ),
    algorithms: ['ES256'],
    now_s: machineTime().getTime() / 1000,
  })
  if (!read.ok) {
    throw new SenSilent(read.reason)
  }
  return read.value
}
