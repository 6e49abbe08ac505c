/**
 * The ladder as people of the test fixture climb it: every rung up to where it stands, each step separate.
 */
import assert from 'node:assert/strict'
import type { Rung } from '../server/modules/access/authentication/recovery/recovery-rules.ts'
import { beginRecovery } from '../server/modules/access/authentication/recovery/begin-recovery.ts'
import { finishRecovery } from '../server/modules/access/authentication/recovery/finish-recovery.ts'
import {
  drawRecoveryChallenge,
  proveChip,
  proveCode,
  provePortrait,
} from '../server/modules/access/authentication/recovery/prove-recovery.ts'
import type { RecoveryView } from '../server/modules/access/authentication/recovery/recovery-state.ts'
import type { ChipOptions } from '../world/chips/chip-of.ts'
import type { CastName } from '../world/portraits/cast-features.ts'
import { castPortrait } from '../world/settle-cast.ts'
import type { Fixture } from './fixture.ts'
import { TestDevice } from './test-device.ts'
import { chipOfPerson, type TestPerson } from './test-person.ts'
import type { Visitor } from './visitor.ts'

const NEW_PASSWORD = 'Sen-Hong#2027'
export const NEW_PASSCODE = '739150'

export const beginRung = (
  visitor: Visitor,
  person: TestPerson,
  rung: Exclude<Rung, 'voucher'>,
): Promise<RecoveryView> =>
  visitor.do(beginRecovery, {
    rung,
    personalNumber: person.personalNumber,
    channel: 'sms',
    phone: person.phone,
  })

export const chipProof = async (visitor: Visitor, person: TestPerson, options: ChipOptions = {}) => {
  const chip = await chipOfPerson(person, options)
  const { challenge } = await visitor.do(drawRecoveryChallenge)
  return { chip: chip.file, answer: chip.answer(Buffer.from(challenge, 'base64url')).toString('base64') }
}
export const showChip = async (
  visitor: Visitor,
  person: TestPerson,
  options: ChipOptions = {},
): Promise<RecoveryView> => visitor.do(proveChip, await chipProof(visitor, person, options))
export const showCode = async (fixture: Fixture, visitor: Visitor, to: string): Promise<RecoveryView> =>
  visitor.do(proveCode, { code: await fixture.code(to) })
export const pictureOf = async (face: CastName): Promise<{ picture: string }> => ({
  picture: (await castPortrait({ id: face })).toString('base64'),
})
export const showFace = async (visitor: Visitor, face: CastName): Promise<RecoveryView> =>
  visitor.do(provePortrait, await pictureOf(face))

export const newPhone = (device = new TestDevice()) => ({
  password: NEW_PASSWORD,
  passcode: NEW_PASSCODE,
  device: device.binding(),
})
export const finishOn = async (visitor: Visitor, device = new TestDevice()): Promise<TestDevice> => {
  device.token = (await visitor.do(finishRecovery, newPhone(device))).device
  return device
}

/** As far as the portrait's rung goes before its waiting. */
export const upToWait = async (fixture: Fixture, visitor: Visitor, person: TestPerson): Promise<void> => {
  await beginRung(visitor, person, 'face')
  await showCode(fixture, visitor, person.phone)
  assert.equal((await showFace(visitor, person.face)).step, 'wait')
}

/** The code that ends a recovery, in the notice of its waiting. */
export const stopCodeIn = async (fixture: Fixture, to: string): Promise<string> => {
  const text = /sẽ được gắn|được gắn vào/
  const letter = (await fixture.letters(to, text)).findLast((m) => m.text.match(text)) ?? assert.fail()
  return /(\d{4}) (\d{4})/.exec(letter.text)?.slice(1).join('') ?? assert.fail(letter.text)
}
