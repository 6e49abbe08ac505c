// What an officer writes at this counter while it is not yet on the server: sealed (AES-256-GCM) under a key
// that the browser never gives out,
// made when she signs in and thrown away when she signs out. Each officer has a key of her own; a colleague
// at the same machine opens nothing.
import { openRecords } from '../../../client/records.ts'

type Sealed = { owner: string; iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }

const keys = openRecords('sen-counter-key')
let own: { owner: string; key: CryptoKey } | null = null

/**
 * Opens the key of the officer who has just signed in; the one she had at this machine when her last session
 * ended without a sign-out.
 */
export const openDesk = async (owner: string): Promise<void> => {
  if (own?.owner === owner) {
    return
  }
  const kept = await keys.get<CryptoKey>(owner)
  const key =
    kept ?? (await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']))
  if (!kept) {
    await keys.put(owner, key)
  }
  own = { owner, key }
}

const mine = () => {
  if (!own) {
    throw new Error('nobody is signed in at this counter')
  }
  return own
}

/** What is bound to the ciphertext: an entry moved to another name or another officer does not open. */
const placeOf = (owner: string, name: string) => new TextEncoder().encode(`${owner} ${name}`)

export type SealedStore<T> = {
  get: (id: string) => Promise<T | null>
  put: (id: string, value: T) => Promise<void>
  remove: (id: string) => Promise<void>
  all: () => Promise<T[]>
  /** How many entries other officers left at this machine. */
  countOfOthers: () => Promise<number>
  wipe: () => Promise<void>
}

/** One store, in a database of its own. Values are JSON. */
export const openSealedStore = <T>(database: string): SealedStore<T> => {
  const records = openRecords(database)
  const nameOf = (id: string) => `${mine().owner}/${id}`
  const read = async (name: string): Promise<T | null> => {
    const { owner, key } = mine()
    const kept = await records.get<Sealed>(name)
    if (!kept || kept.owner !== owner) {
      return null
    }
    const plain = await crypto.subtle
      .decrypt({ name: 'AES-GCM', iv: kept.iv, additionalData: placeOf(owner, name) }, key, kept.data)
      .catch(() => null)
    return plain && (JSON.parse(new TextDecoder().decode(plain)) as T)
  }
  const ownNames = async () => (await records.names()).filter((name) => name.startsWith(`${mine().owner}/`))
  return {
    get: (id) => read(nameOf(id)),
    put: async (id, value) => {
      const { owner, key } = mine()
      const name = nameOf(id)
      const iv = crypto.getRandomValues(new Uint8Array(new ArrayBuffer(12)))
      const data = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: placeOf(owner, name) },
        key,
        new TextEncoder().encode(JSON.stringify(value)),
      )
      await records.put(name, { owner, iv, data } satisfies Sealed)
    },
    remove: (id) => records.remove(nameOf(id)),
    all: async () =>
      (await Promise.all((await ownNames()).map(read))).filter(
        (value): value is Awaited<T> & T => value !== null,
      ),
    countOfOthers: async () =>
      (await records.names()).filter((name) => !name.startsWith(`${mine().owner}/`)).length,
    wipe: async () => {
      for (const name of await ownNames()) {
        await records.remove(name)
      }
    },
  }
}

/** Throws the key away: what is still sealed under it can never be opened again. */
export const closeDesk = async (): Promise<void> => {
  const { owner } = own ?? {}
  own = null
  if (owner !== undefined) {
    await keys.remove(owner).catch(() => undefined)
  }
}
