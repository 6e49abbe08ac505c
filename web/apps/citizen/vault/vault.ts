// The identity card kept on this device for days without a network. The card is sealed (AES-256-GCM) with a
// random data key; the data key is
// wrapped by a key from the passcode (PBKDF2-SHA-256, OWASP 2023: at least 600 000 rounds) and again by a key
// that the browser never gives out,
// so that the file of one browser is of no use on another machine. After five wrong tries in a row the kept
// card is destroyed.
import { openRecords } from '../../../client/records.ts'

const mostTries = 5
/**
 * What lies beside the card: documents for showing, documents of other registers to be looked at, and what of
 * her filings the server has not been told yet.
 */
const BESIDE = ['credentials', 'documents', 'filings'] as const
export type Beside = (typeof BESIDE)[number]
const KEYS = 'credential-keys'
const rounds = 600_000

type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }
type Kept = {
  salt: Uint8Array<ArrayBuffer>
  rounds: number
  wrappedKey: Sealed
  card: Sealed
  wrongTries: number
}

export type Opening<T> = { ok: true; content: T } | { ok: false; left: number } | null

const records = openRecords('sen-wallet')
const random = (size: number) => crypto.getRandomValues(new Uint8Array(new ArrayBuffer(size)))
const gcm = (iv: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv })

const seal = async (key: CryptoKey, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<Sealed> => {
  const iv = random(12)
  return { iv, data: await crypto.subtle.encrypt(gcm(iv), key, bytes) }
}
const open = (key: CryptoKey, { iv, data }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt(gcm(iv), key, data)

/** Not extractable: it works only inside this browser's store. */
const browserKey = async (): Promise<CryptoKey> => {
  const kept = await records.get<CryptoKey>('browser-key')
  if (kept) {
    return kept
  }
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  await records.put('browser-key', made)
  return made
}

const keyOfPasscode = async (
  passcode: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> => {
  const raw = await crypto.subtle.importKey('raw', new TextEncoder().encode(passcode), 'PBKDF2', false, [
    'deriveKey',
  ])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    raw,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

const importDataKey = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
const textOf = (content: unknown) => new TextEncoder().encode(JSON.stringify(content))
const contentOf = <T>(bytes: ArrayBuffer): T => JSON.parse(new TextDecoder().decode(bytes)) as T

/** While the app is open: with it a fresher card is sealed without asking the passcode again. */
let dataKey: CryptoKey | null = null

const opened = async (passcode: string, { wrappedKey, salt, rounds: times }: Kept): Promise<CryptoKey> => {
  const inner = unpacked(await open(await browserKey(), wrappedKey))
  return importDataKey(await open(await keyOfPasscode(passcode, salt, times), inner))
}

/**
 * Called with the passcode that the server has just found right. The data key stays where it opens with it,
 * and with it what is sealed beside the card; under another passcode all is sealed anew.
 */
export const keepCard = async (passcode: string, content: unknown): Promise<void> => {
  const kept = await records.get<Kept>('card')
  const known = kept && (await opened(passcode, kept).catch(() => null))
  if (known) {
    dataKey = known
    const card = await seal(known, textOf(content))
    return records.put('card', { ...kept, card, wrongTries: 0 } satisfies Kept)
  }
  for (const name of BESIDE) {
    await records.remove(name)
  }
  const salt = random(16)
  const rawKey = random(32)
  const inner = await seal(await keyOfPasscode(passcode, salt, rounds), rawKey)
  const wrappedKey = await seal(await browserKey(), packed(inner))
  dataKey = await importDataKey(rawKey)
  await records.put('card', {
    salt,
    rounds,
    wrappedKey,
    card: await seal(dataKey, textOf(content)),
    wrongTries: 0,
  } satisfies Kept)
}

const packed = ({ iv, data }: Sealed): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(new ArrayBuffer(iv.length + data.byteLength))
  bytes.set(iv)
  bytes.set(new Uint8Array(data), iv.length)
  return bytes
}
const unpacked = (bytes: ArrayBuffer): Sealed => ({
  iv: new Uint8Array(bytes.slice(0, 12)),
  data: bytes.slice(12),
})

/** A fresher card under the same key; nothing when the app was not opened by the passcode on this page. */
export const freshenCard = async (content: unknown): Promise<void> => {
  const kept = dataKey && (await records.get<Kept>('card'))
  if (kept && dataKey) {
    await records.put('card', { ...kept, card: await seal(dataKey, textOf(content)) })
  }
}

/**
 * Opens the kept card by the passcode alone. Null when there is none. The try counts before it is made, so
 * closing the app saves nobody.
 */
export const openKeptCard = async <T>(passcode: string): Promise<Opening<T>> => {
  const kept = await records.get<Kept>('card')
  if (!kept) {
    return null
  }
  const tries = kept.wrongTries + 1
  await records.put('card', { ...kept, wrongTries: tries })
  try {
    dataKey = await opened(passcode, kept)
    const content = contentOf<T>(await open(dataKey, kept.card))
    await records.put('card', { ...kept, wrongTries: 0 })
    return { ok: true, content }
  } catch {
    dataKey = null
    if (tries >= mostTries) {
      await destroyKeptCard()
    }
    return { ok: false, left: Math.max(0, mostTries - tries) }
  }
}

export const closeVault = () => {
  dataKey = null
}

export const isVaultOpen = (): boolean => dataKey !== null
export const hasKeptCard = async (): Promise<boolean> =>
  (await records.get<Kept>('card').catch(() => undefined)) !== undefined

/** Seals what goes with the card under the same key. The vault must be open. */
export const sealBeside = async (name: Beside, content: unknown): Promise<void> => {
  if (!dataKey) {
    throw new Error('the vault is closed')
  }
  await records.put(name, await seal(dataKey, textOf(content)))
}

/** Null where the vault is closed, or nothing lies there that this key opens. */
export const openBeside = async <T>(name: Beside): Promise<T | null> => {
  const sealed = dataKey && (await records.get<Sealed>(name))
  return dataKey && sealed ? open(dataKey, sealed).then(contentOf<T>, () => null) : null
}

/**
 * The keys of the documents for showing, by their names: made here and never given out by the browser.
 * Without what lies beside the card, which only the passcode opens, they prove nothing.
 */
export const keptKeys = async (): Promise<ReadonlyMap<string, CryptoKey>> =>
  (await records.get<ReadonlyMap<string, CryptoKey>>(KEYS)) ?? new Map()
export const keepKeys = (keys: ReadonlyMap<string, CryptoKey>): Promise<void> => records.put(KEYS, keys)

export const destroyKeptCard = async (): Promise<void> => {
  dataKey = null
  await records.remove('card').catch(() => undefined)
  for (const name of BESIDE) {
    await records.remove(name).catch(() => undefined)
  }
  await records.remove(KEYS).catch(() => undefined)
  await records.remove('browser-key').catch(() => undefined)
}
