/**
 * The relying parties' clients: small, read at every request, so each process holds what it read for half a
 * minute.
 */
import type { AdapterPayload } from 'oidc-provider'
import { now } from '../../../kernel/clock.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import * as store from './store.ts'
import type { ClientRow } from './store.ts'

const HELD_MS = 30_000
const HELD_MAX = 1000

interface Held {
  readonly row: ClientRow
  readonly payload: AdapterPayload
  readonly until: number
}
/** One cache per database. */
const caches = new WeakMap<Reading, Map<string, Held>>()

const heldClient = async (tools: Tools, id: string): Promise<Held | undefined> => {
  let cache = caches.get(tools.read)
  if (!cache) {
    caches.set(tools.read, (cache = new Map()))
  }
  const at = now().getTime()
  const held = cache.get(id)
  if (held && held.until > at) {
    return held
  }
  cache.delete(id)
  if (id.length > 100) {
    return undefined
  }
  const row = await store.client(tools.read, id)
  if (!row) {
    return undefined
  }
  if (cache.size >= HELD_MAX) {
    cache.delete(cache.keys().next().value ?? '')
  }
  const fresh = { row, payload: row.metadata as AdapterPayload, until: at + HELD_MS }
  cache.set(id, fresh)
  return fresh
}

/** A changed client counts at once in the process that changed it. */
export const forgetClient = (tools: Pick<Tools, 'read'>, id: string): void =>
  void caches.get(tools.read)?.delete(id)

export const clientMetadata = async (tools: Tools, id: string): Promise<AdapterPayload | undefined> =>
  (await heldClient(tools, id))?.payload

export interface Party {
  readonly clientId: string
  readonly name: string
  readonly domain: string
}

/** How a party is named to the person. */
export const partyOf = async (tools: Tools, clientId: string): Promise<Party> => {
  const held = await heldClient(tools, clientId)
  return { clientId, name: held?.row.name ?? clientId, domain: held?.row.domain ?? '' }
}
