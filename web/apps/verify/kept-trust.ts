// The list of issuers and the status lists that this device keeps: fetched whenever there is a network,
// believed only as they were signed, and the only thing that the page keeps.
import { readJson, isJsonList, isJsonObject, type Json } from '../../../formats/jws/strict-json.ts'
import { verifyTrustList } from '../../../formats/trust-list/trust-list.ts'
import { openRecords } from '../../client/records.ts'
import { now } from '../../ui/clock.ts'
import { createStore } from '../../ui/store.ts'
import type { KeptTrust } from './judge-code.ts'

/** As they came. */
interface Kept {
  readonly token: string
  readonly keys: Json
  readonly statusLists: ReadonlyMap<string, string>
}

const records = openRecords('sen-verify')
const NAME = 'trust'
const TIMEOUT_ms = 10_000

export const trust = createStore<KeptTrust | null>(null)

const listUrl = (): string => `${location.origin}/trust-list`

const believe = async ({ token, keys, statusLists }: Kept): Promise<KeptTrust | null> => {
  const signerKey = ({ kid }: { readonly kid?: Json }): Json =>
    (isJsonList(keys) ? keys : []).find((key) => isJsonObject(key) && key['kid'] === kid) ?? null
  const list = await verifyTrustList(token, {
    url: listUrl(),
    signerKey,
    algorithms: ['ES256'],
    now_s: now() / 1000,
  })
  return list.ok ? { list: list.value, statusLists } : null
}

const textAt = async (url: string): Promise<string> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_ms), cache: 'no-cache' })
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`)
  }
  return response.text()
}

/** From the last visit. A list that has run out, or was changed here, is none. */
export const openKept = async (): Promise<void> => {
  const kept = await records.get<Kept>(NAME).catch(() => undefined)
  if (kept && trust.get() === null) {
    trust.set(await believe(kept))
  }
}

/** A status list that cannot be had today stays as it was kept: its own age says how much it is worth. */
const statusListsOf = async (uris: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const before = trust.get()?.statusLists
  const pairs = await Promise.all(
    uris.map(async (uri) => [uri, (await textAt(uri).catch(() => before?.get(uri))) ?? ''] as const),
  )
  return new Map(pairs.filter(([, token]) => token !== ''))
}

/** Whether the newest of all was fetched. Without a network all stays as it is. */
export const refreshTrust = async (): Promise<boolean> => {
  try {
    const [token, jwks] = await Promise.all([textAt(listUrl()), textAt('/oidc/jwks')])
    const read = readJson(new TextEncoder().encode(jwks), 8)
    const keys = isJsonObject(read) ? (read['keys'] ?? null) : null
    const listed = await believe({ token, keys, statusLists: new Map() })
    if (listed === null) {
      return false
    }
    const uris = listed.list.issuers.flatMap((issuer) => issuer.statusLists)
    const statusLists = await statusListsOf(uris)
    await records.put(NAME, { token, keys, statusLists } satisfies Kept).catch(() => undefined)
    trust.set({ list: listed.list, statusLists })
    return true
  } catch {
    return false
  }
}
