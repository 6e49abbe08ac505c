// What this browser is registered as at its desk: the devices that take pictures, prints and chips, or the
// citizen's screen. Each has a key of its own (ECDSA P-256) that the browser made and nobody can read out.
import { base64url } from '../../../client/base64url.ts'
import type { EnrolDevice } from '../../../../contract/devices.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { enrolText } from '../../../../formats/capture-seal.ts'
import { deed } from '../../../client/call.ts'
import { openRecords } from '../../../client/records.ts'

export type Role = 'desk' | 'screen'
export type Enrolled = OutputOf<typeof EnrolDevice>
type Kept = Enrolled & { privateKey: CryptoKey }

const records = openRecords('sen-desk-device')
const es256 = { name: 'ECDSA', hash: 'SHA-256' }

const sign = async (privateKey: CryptoKey, text: string): Promise<string> =>
  base64url(await crypto.subtle.sign(es256, privateKey, new TextEncoder().encode(text)))

const kept = async (role: Role): Promise<Kept | null> =>
  (await records.get<Kept>(role).catch(() => undefined)) ?? null

/** Null too when the browser has lost or refuses its store. */
export const enrolled = async (role: Role): Promise<Enrolled | null> => {
  const found = await kept(role)
  if (!found) {
    return null
  }
  const { privateKey: _, ...device } = found
  return device
}

/** Which of the two a device is follows from what the administrator's ticket says. */
export const enrol = async (ticket: string): Promise<Enrolled> => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const device = await deed<typeof EnrolDevice>('desk.enrol-device', {
    ticket,
    key: { kty: 'EC', crv: 'P-256', x, y },
    signature: await sign(pair.privateKey, enrolText({ x, y })),
  })
  const role: Role = device.kinds.includes('screen') ? 'screen' : 'desk'
  await records.put(role, { ...device, privateKey: pair.privateKey } satisfies Kept)
  return device
}

/** Throws when this browser is no such device: ask `enrolled` first. */
export const signAs = async (role: Role, text: string): Promise<string> => {
  const found = await kept(role)
  if (!found) {
    throw new Error(`this browser is no ${role} of a desk`)
  }
  return sign(found.privateKey, text)
}
