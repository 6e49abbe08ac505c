// The key of this device (Decree 69/2024 art. 14): ECDSA P-256, made by the browser, not extractable, kept in
// IndexedDB beside the opaque token
// by which the server knows the device. The private half never leaves the browser's store; without it the
// device cannot prove itself.
import { base64url } from './base64url.ts'
import type { z } from 'zod'
import type { proofPurpose } from '../../contract/values.ts'
import { openRecords } from './records.ts'

type DeviceKey = { kty: 'EC'; crv: 'P-256'; x: string; y: string }
export type DeviceHolder = { fullName?: string; maskedNumber?: string }
export type StoredDevice = DeviceHolder & { token: string }
export type NewDeviceKey = { key: DeviceKey; signature: string }

type Bound = StoredDevice & { privateKey: CryptoKey }

const records = openRecords('sen-device')
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
const es256 = { name: 'ECDSA', hash: 'SHA-256' }

/**
 * Made but not yet bound: the server has not answered. Kept for the page's life, so that a second press sends
 * the same key.
 */
let waiting: { privateKey: CryptoKey; made: NewDeviceKey } | null = null

const sign = async (privateKey: CryptoKey, text: string): Promise<string> =>
  base64url(await crypto.subtle.sign(es256, privateKey, new TextEncoder().encode(text)))

const bound = async (): Promise<Bound | null> =>
  (await records.get<Bound>('bound').catch(() => undefined)) ?? null

/** The device this browser is bound as, or null. Null too when the browser has lost or refuses its store. */
export const storedDevice = async (): Promise<StoredDevice | null> => {
  const found = await bound()
  return found && { token: found.token, fullName: found.fullName, maskedNumber: found.maskedNumber }
}

/**
 * A new key, which has signed `sen device-key <x>.<y>` to show that its holder asks. Nothing is kept until
 * `keepDevice`.
 */
export const makeDeviceKey = async (): Promise<NewDeviceKey> => {
  if (waiting) {
    return waiting.made
  }
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  if (!x || !y) {
    throw new Error('the browser made a key without coordinates')
  }
  const made: NewDeviceKey = {
    key: { kty: 'EC', crv: 'P-256', x, y },
    signature: await sign(pair.privateKey, `sen device-key ${x}.${y}`),
  }
  waiting = { privateKey: pair.privateKey, made }
  return made
}

/**
 * Keeps the key made last under the token the server gave for it. Without a new key (a forgotten password)
 * only the holder is renewed.
 */
export const keepDevice = async (token: string, holder: DeviceHolder = {}): Promise<void> => {
  const privateKey = waiting?.privateKey ?? (await bound())?.privateKey
  if (!privateKey) {
    throw new Error('there is no key to keep')
  }
  await records.put('bound', { ...holder, token, privateKey } satisfies Bound)
  waiting = null
}

export type ProofPurpose = z.infer<typeof proofPurpose>

/**
 * ES256 over the challenge, r|s, base64url; never over one that is for something else than was asked. Throws
 * when this device is not bound: ask `storedDevice` first.
 */
export const signChallenge = async (text: string, purpose: ProofPurpose): Promise<string> => {
  if (!text.startsWith(`${purpose}.`)) {
    throw new Error('a challenge for something else than this device asked for')
  }
  const found = await bound()
  if (!found) {
    throw new Error('this device is not bound')
  }
  return sign(found.privateKey, text)
}

/** Throws the key away: this browser is no longer a bound device. */
export const forgetDevice = async (): Promise<void> => {
  waiting = null
  await records.remove('bound').catch(() => undefined)
}
