// The journey on the server (contract/activation.ts): activation, a further device, a forgotten password.
import type {
  FinishJourney,
  JudgeJourneyPassword,
  journeyState,
  NewChallenge,
  ResendJourneyCode,
  StartActivation,
  StartNewDevice,
  StartNewPassword,
  VerifyJourneyCode,
  ViewJourney,
} from '../../../../contract/activation.ts'
import type { z } from 'zod'
import { deed, view, type GivenTo } from '../../../client/call.ts'
import { strangersDeed } from '../../../client/presence.ts'
import { askAgainIfSpent } from '../../../client/ask-again.ts'
import { Problem } from '../../../client/problem.ts'
import { makeDeviceKey, signChallenge, storedDevice, type ProofPurpose } from '../../../client/device-key.ts'
import { maskPersonalNumber } from '../../../ui/format.ts'
import { navigate } from '../../../ui/router.tsx'
import { createStore } from '../../../ui/store.ts'
import { refreshMe, setSession } from '../shell/session.ts'
import { bindThisPhone } from '../vault/bind-phone.ts'
import { refreshAndKeep, refreshCard } from '../vault/hold-card.ts'
import { deviceName } from './device-name.ts'

export type Journey = z.infer<typeof journeyState>

const store = createStore<Journey | null | undefined>(undefined)
export const useJourney = store.use

/** Null when there is none in progress in this browser. */
export const loadJourney = async (): Promise<Journey | null> => {
  try {
    const journey = await view<typeof ViewJourney>('activation.state', {})
    store.set(journey)
    return journey
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== 'journey.gone' && error.code !== 'session.required')) {
      throw error
    }
    store.set(null)
    return null
  }
}

const begun = (journey: Journey) => {
  store.set(journey)
  navigate('/activate/continue')
}

export const startActivation = async (input: GivenTo<typeof StartActivation>) =>
  begun(await strangersDeed<typeof StartActivation>('activation.start', input))
export const startNewDevice = async (input: GivenTo<typeof StartNewDevice>) =>
  begun(await deed<typeof StartNewDevice>('activation.start-new-device', input))

/** The bound device proves itself. Throws `device.unknown` when this browser has lost its key. */
const proveThisDevice = async (purpose: ProofPurpose) => {
  const device = await storedDevice()
  if (!device) {
    throw new Problem({ code: 'device.gone', detail: '', status: 401 })
  }
  const asked = { device: device.token, purpose }
  const { challenge } = await deed<typeof NewChallenge>('authentication.challenge', asked)
  return { device: device.token, challenge, signature: await signChallenge(challenge, purpose) }
}
/** A deed that rests on this device's proof. */
export const byThisDevice = <Answer>(
  purpose: ProofPurpose,
  act: (proof: Awaited<ReturnType<typeof proveThisDevice>>) => Promise<Answer>,
): Promise<Answer> => askAgainIfSpent(async () => act(await proveThisDevice(purpose)))

export const startNewPassword = async (passcode: string) =>
  begun(
    await byThisDevice('new-password', (proof) =>
      deed<typeof StartNewPassword>('activation.start-new-password', { ...proof, passcode }),
    ),
  )

export const resendJourneyCode = async (channel: GivenTo<typeof ResendJourneyCode>['channel']) =>
  store.set(await strangersDeed<typeof ResendJourneyCode>('activation.resend-code', { channel }))
export const verifyJourneyCode = async (code: string) =>
  store.set(await deed<typeof VerifyJourneyCode>('activation.verify-code', { code }))

/** Throws why it would not be taken at the end. */
export const judgeJourneyPassword = async (password: string): Promise<void> => {
  await deed<typeof JudgeJourneyPassword>('activation.judge-password', { password })
}

export type Secrets = { password?: string; passcode?: string }

/** What this phone is bound as until now; null when it is not, or has lost the key. */
const proveFormer = async () => ((await storedDevice()) ? proveThisDevice('replace-device') : null)

/** Sets what is missing, keeps the device's key, and opens the app with its card. */
export const finishJourney = async (journey: Journey, { password, passcode }: Secrets): Promise<void> => {
  const device = journey.needs.device ? { ...(await makeDeviceKey()), name: deviceName() } : undefined
  const done = await askAgainIfSpent(async () => {
    const replaces = device && (await proveFormer())
    return deed<typeof FinishJourney>(
      'activation.finish',
      {
        ...(password ? { password } : {}),
        ...(passcode ? { passcode } : {}),
        ...(device ? { device } : {}),
        ...(replaces ? { replaces } : {}),
      },
      { timeout_s: 45 },
    )
  })
  const holder = { fullName: done.fullName, maskedNumber: maskPersonalNumber(done.personalNumber) }
  if (done.device) {
    await bindThisPhone(done.device, holder)
  }
  setSession({ device: await storedDevice(), phase: 'open' })
  store.set(undefined)
  // The account stands whatever becomes of the card; the wallet page fetches it again.
  await Promise.allSettled([passcode ? refreshAndKeep(passcode) : refreshCard(), refreshMe()])
  void navigator.storage?.persist?.().catch(() => false)
  const of = done.hasReplaced && journey.journey === 'new-device' ? 'new-passcode' : journey.journey
  navigate(`/activate/done?of=${of}`, { replace: true })
}
