// The deeds of one sign-in, below its own address: the provider's cookie is bound to that path.
import type { NewChallenge } from '../../../contract/activation.ts'
import type { OutputOf } from '../../../contract/operation.ts'
import type {
  GiveConsent,
  GiveDeviceProof,
  GivePassword,
  GiveSignInCode,
  RefuseSignIn,
  SendSignInCode,
  ViewSignIn,
} from '../../../contract/sign-in.ts'
import { askAgainIfSpent } from '../../client/ask-again.ts'
import { deed, view } from '../../client/call.ts'
import { signChallenge, storedDevice } from '../../client/device-key.ts'

export type SignInState = OutputOf<typeof ViewSignIn>

const uid = location.pathname.split('/').filter(Boolean)[2] ?? ''
const below = (step: string) => ({ path: `/oidc/interaction/${encodeURIComponent(uid)}/${step}` })

export const viewState = () => view<typeof ViewSignIn>('sign-in.state', { uid }, below('state'))

/** The bound device's token goes along: with it a wrong password elsewhere does not shut its owner out. */
export const givePassword = async (personalNumber: string, password: string) =>
  deed<typeof GivePassword>(
    'sign-in.password',
    { uid, personalNumber, password, device: (await storedDevice())?.token },
    below('password'),
  )

export const sendCode = (channel: 'sms' | 'email') =>
  deed<typeof SendSignInCode>('sign-in.send-code', { uid, channel }, below('send-code'))
export const giveCode = (code: string) =>
  deed<typeof GiveSignInCode>('sign-in.code', { uid, code }, below('code'))

/** Signs a fresh challenge with this browser's key. */
export const giveDeviceProof = (device: string, passcode: string) =>
  askAgainIfSpent(async () => {
    const asked = { device, purpose: 'sign-in' as const }
    const { challenge } = await deed<typeof NewChallenge>('authentication.challenge', asked)
    const signature = await signChallenge(challenge, 'sign-in')
    return deed<typeof GiveDeviceProof>(
      'sign-in.device',
      { uid, device, challenge, signature, passcode },
      below('device'),
    )
  })

export const giveConsent = () => deed<typeof GiveConsent>('sign-in.consent', { uid }, below('consent'))
export const refuse = () => deed<typeof RefuseSignIn>('sign-in.refuse', { uid }, below('refuse'))
