// Who uses the app in this browser: a stranger, the holder of a bound device whose app is closed, or open; with the card in memory while open.
import type { ViewIdentityCard, ViewMe } from '../../../contract/account.ts'
import type { Operation, OutputOf } from '../../../contract/operation.ts'
import { deed, view, type CallOptions, type GivenTo } from '../../client/call.ts'
import { Problem } from '../../client/problem.ts'
import { storedDevice, type StoredDevice } from '../../client/device-key.ts'
import { createStore } from '../../ui/store.ts'

export type Me = OutputOf<typeof ViewMe>
export type IdentityCard = OutputOf<typeof ViewIdentityCard>
export type Proof = 'verified' | 'unchecked' | 'forged'
export type HeldCard = { card: IdentityCard; proof: Proof }

export type Session = {
  /** `closed`: this device is bound, the passcode is asked. `offline`: opened by the passcode alone, without the server. */
  phase: 'starting' | 'stranger' | 'closed' | 'open' | 'offline'
  device: StoredDevice | null
  me: Me | null
  held: HeldCard | null
}

const store = createStore<Session>({ phase: 'starting', device: null, me: null, held: null })
export const session = store.get
export const useSession = store.use
export const setSession = (change: Partial<Session>) => store.set({ ...store.get(), ...change })

/** Forgets what was shown; the bound device stays. */
export const closeSession = () => setSession({ phase: store.get().device ? 'closed' : 'stranger', me: null, held: null })

const isRefused = (error: unknown) => error instanceof Problem && error.code === 'session.required'

const whenRefused = (error: unknown): never => {
  if (isRefused(error)) closeSession()
  throw error
}

/** A view of the signed-in citizen: when the session has ended, the app closes and asks the passcode. */
export const ownView = <Op extends Operation>(name: Op['name'], input: GivenTo<Op>, options?: CallOptions): Promise<OutputOf<Op>> => view<Op>(name, input, options).catch(whenRefused)
export const ownDeed = <Op extends Operation>(name: Op['name'], input: GivenTo<Op>, options?: CallOptions): Promise<OutputOf<Op>> => deed<Op>(name, input, options).catch(whenRefused)

export const refreshMe = async (): Promise<Me> => {
  const me = await ownView<typeof ViewMe>('account.me', {})
  setSession({ me })
  return me
}

const lookAgain = async () => {
  if (document.hidden || store.get().phase !== 'open') return
  await refreshMe().catch(() => undefined)
}

/** At the first drawing: is there a device, and is its session still open. */
export const startSession = async () => {
  const device = await storedDevice()
  setSession({ device })
  try {
    const me = await view<typeof ViewMe>('account.me', {}, { retries: 0, timeout_s: 8 })
    setSession({ phase: 'open', me })
  } catch {
    setSession({ phase: device ? 'closed' : 'stranger' })
  }
  document.addEventListener('visibilitychange', () => void lookAgain())
}
