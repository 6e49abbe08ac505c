/**
 * The registered devices of the fixture's desks: whatever an officer of a test takes is signed by the devices
 * of the very desk where she sits, as it is in an office that an administrator has set up.
 */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { CaptureSeal, DeviceKind } from '../contract/devices.ts'
import type { Operation } from '../contract/operation.ts'
import {
  screenText,
  sealText,
  seatText,
  stepTaken,
  takenText,
  type CaptureStep,
} from '../formats/capture-seal.ts'
import type { Officer } from '../server/kernel/actor.ts'
import type { AppContext } from '../server/kernel/app-context.ts'
import { now } from '../server/kernel/clock.ts'
import { deskKey } from '../server/modules/registry/organisations/devices/desk-name.ts'
import { registerDevice } from '../server/modules/registry/organisations/devices/enrol-device.ts'

export interface DeskDevice {
  readonly id: string
  readonly secret: KeyObject
}
type Desk = Pick<Officer, 'officeId' | 'desk'>

export const signBy = ({ secret }: Pick<DeskDevice, 'secret'>, text: string): string =>
  sign('sha256', Buffer.from(text), { key: secret, dsaEncoding: 'ieee-p1363' }).toString('base64url')

/** One that an administrator has registered. */
export const settleDevice = async (
  { transact }: Pick<AppContext, 'transact'>,
  { officeId, desk }: Desk,
  kinds: readonly DeviceKind[],
): Promise<DeskDevice> => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = await transact((work) =>
    registerDevice(work, { officeId, desk, name: 'Thiết bị thử', kinds }, { x, y }),
  )
  return { id, secret: privateKey }
}

const atDesks = new WeakMap<AppContext, Map<string, Promise<DeskDevice>>>()
/** Camera, scanner and reader of a desk, registered at first use. */
export const deviceOf = (context: AppContext, { officeId, desk }: Desk): Promise<DeskDevice> => {
  const known = atDesks.get(context) ?? new Map<string, Promise<DeskDevice>>()
  atDesks.set(context, known)
  const key = `${officeId} ${deskKey(desk)}`
  const device = known.get(key) ?? settleDevice(context, { officeId, desk }, ['camera', 'scanner', 'reader'])
  known.set(key, device)
  return device
}

type Input = Readonly<Record<string, unknown>>
export const sealBy = (
  device: DeskDevice,
  { step, input, nonce }: { step: CaptureStep; input: object; nonce: string },
): CaptureSeal => {
  const at = now().toISOString()
  const digest = createHash('sha256').update(takenText(input)).digest('base64url')
  const text = sealText({ step, caseId: 'caseId' in input ? String(input.caseId) : '', nonce, at, digest })
  return { device: device.id, nonce, at, signature: signBy(device, text) }
}

/** The same capture sent again is the same request: it carries the same seal. */
const seals = new WeakMap<AppContext, Map<string, CaptureSeal>>()

interface Sending {
  readonly contract: Operation
  readonly actor: Officer
  readonly input: unknown
}
type DrawNonce = (caseId: string) => Promise<string>

const sealOf = async (context: AppContext, actor: Officer, given: Input, drawNonce: DrawNonce) => {
  const step = stepTaken(given)
  if (!step) {
    return undefined
  }
  const device = await deviceOf(context, actor)
  const nonce = await drawNonce(String(given['caseId']))
  const known = seals.get(context) ?? new Map<string, CaptureSeal>()
  seals.set(context, known)
  const key = `${device.id} ${nonce} ${createHash('sha256').update(takenText(given)).digest('base64url')}`
  const seal = known.get(key) ?? sealBy(device, { step, input: given, nonce })
  known.set(key, seal)
  return seal
}

/** What the officer's browser sends: the input, and the seal of her desk's devices where one is taken. */
export const withSeal = async (
  context: AppContext,
  { contract, actor, input }: Sending,
  drawNonce: DrawNonce,
): Promise<unknown> => {
  const given = input as Input
  const caseId = given['caseId']
  if (!(contract.input instanceof z.ZodObject) || !z.uuid().safeParse(caseId).success) {
    return input
  }
  if (Array.isArray(given['pages'])) {
    const sealPage = async (page: Input) =>
      'seal' in page ? page : { ...page, seal: await sealOf(context, actor, { caseId, ...page }, drawNonce) }
    return { ...given, pages: await Promise.all((given['pages'] as Input[]).map(sealPage)) }
  }
  const seal =
    'seal' in contract.input.shape && !('seal' in given)
      ? await sealOf(context, actor, given, drawNonce)
      : undefined
  return seal ? { ...given, seal } : input
}

export const screenProof = (device: DeskDevice, nonce: string) => ({
  device: device.id,
  nonce,
  signature: signBy(device, screenText(device.id, nonce)),
})
export const seatProof = (device: DeskDevice, nonce: string) => ({
  device: device.id,
  nonce,
  signature: signBy(device, seatText(device.id, nonce)),
})
