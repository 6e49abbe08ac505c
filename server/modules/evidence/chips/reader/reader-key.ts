/**
 * The key by which the counter's agent is a registered device of its desk: made here, kept in a file that
 * only its owner reads, and used for what this very agent has just read.
 */
import { createHash, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { CaptureSeal } from '../../../../../contract/devices.ts'
import { enrolText, sealText, takenText } from '../../../../../formats/capture-seal.ts'
import { readIfThere, writeWhole } from '../../../../storage/small-file.ts'

export interface ReaderKey {
  readonly device: string
  readonly secret: KeyObject
}

const signBy = (secret: KeyObject, text: string): string =>
  sign('sha256', Buffer.from(text), { key: secret, dsaEncoding: 'ieee-p1363' }).toString('base64url')

interface Reading {
  readonly caseId: string
  readonly nonce: string
  readonly taken: object
}
export const sealReading = (
  { device, secret }: ReaderKey,
  { caseId, nonce, taken }: Reading,
  at: Date,
): CaptureSeal => {
  const digest = createHash('sha256').update(takenText(taken)).digest('base64url')
  const when = at.toISOString()
  const signature = signBy(secret, sealText({ step: 'chip', caseId, nonce, at: when, digest }))
  return { device, nonce, at: when, signature }
}

const keyFile = z.strictObject({ device: z.uuid(), key: z.string() })

/** Null where there is no such file. Throws a plain Error for one that is none of ours. */
export const readReaderKey = async (path: string): Promise<ReaderKey | null> => {
  const text = await readIfThere(path)
  if (text === null) {
    return null
  }
  const { device, key } = keyFile.parse(JSON.parse(text))
  return { device, secret: createPrivateKey(key) }
}

/**
 * Registers this agent with the administrator's one-time ticket, and keeps the key. Throws a plain Error with
 * the server's own words for a refusal.
 */
export const enrolReader = async (origin: string, ticket: string, path: string): Promise<ReaderKey> => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const response = await fetch(`${origin}/api/desk/enrol-device`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', origin },
    body: JSON.stringify({
      ticket,
      key: { kty: 'EC', crv: 'P-256', x, y },
      signature: signBy(privateKey, enrolText({ x, y })),
    }),
    signal: AbortSignal.timeout(20_000),
  })
  const told = z
    .looseObject({ device: z.uuid().optional(), detail: z.string().optional() })
    .parse(await response.json())
  if (!response.ok || told.device === undefined) {
    throw new Error(told.detail ?? `The server answered ${response.status}.`)
  }
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await writeWhole(path, JSON.stringify({ device: told.device, key }), 0o600)
  return { device: told.device, secret: privateKey }
}
