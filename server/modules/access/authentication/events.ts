/** What happens to devices, secrets and sessions; recovery in `recovery/`. */
import { z } from 'zod'
import { moment } from '../../../../contract/values.ts'
import { defineEvent, type EventType } from '../../../kernel/event.ts'

const device = z.strictObject({ deviceName: z.string() })
export const AccountActivated = defineEvent('AccountActivated', device)
export const DeviceBound = defineEvent('DeviceBound', device)
/** A phone that was bound already has another key and passcode in the place of the former. */
export const PasscodeReset = defineEvent('PasscodeReset', device)
export const DeviceRemoved = defineEvent('DeviceRemoved', device.extend({ at: moment }))
export const PasswordChanged = defineEvent('PasswordChanged', z.strictObject({}))

/** The former one, sealed under the platform's key: it hears of the change as well. */
const former = z.strictObject({ old: z.string().nullable() })
export const PhoneChanged = defineEvent('PhoneChanged', former)
export const EmailChanged = defineEvent('EmailChanged', former)

export const SignedOutEverywhere = defineEvent('SignedOutEverywhere', z.strictObject({ count: z.number() }))
/** A sign-in at a relying party was ended in the app: the provider has to follow. */
export const SignInEnded = defineEvent(
  'SignInEnded',
  z.strictObject({ providerSession: z.string(), clientId: z.string(), grantId: z.string() }),
)

export const authenticationEvents: readonly EventType[] = [
  AccountActivated,
  DeviceBound,
  PasscodeReset,
  DeviceRemoved,
  PasswordChanged,
  PhoneChanged,
  EmailChanged,
  SignedOutEverywhere,
  SignInEnded,
]
