// Who uses the app in this browser: a stranger, the holder of a bound device whose app is closed, or open;
// with the card in memory while open.
import type { ViewIdentityCard, ViewMe } from '../../../../contract/account.ts'
import type { OpenProfile } from '../../../../contract/representation.ts'
import type { Operation, OutputOf } from '../../../../contract/operation.ts'
import { deed, view, type CallOptions, type GivenTo, type AsksNoPresence } from '../../../client/call.ts'
import { Problem } from '../../../client/problem.ts'
import { storedDevice, type StoredDevice } from '../../../client/device-key.ts'
import { forgetPerson } from '../../../client/of-person.ts'
import { believeProfile } from '../../../client/profile.ts'
import { navigate } from '../../../ui/router.tsx'
import { createStore } from '../../../ui/store.ts'

export type Me = OutputOf<typeof ViewMe>
export type IdentityCard = OutputOf<typeof ViewIdentityCard>
export type Proof = 'verified' | 'unchecked' | 'forged'
export type HeldCard = { card: IdentityCard; proof: Proof }

export type Session = {
  /**
   * `closed`: this device is bound, the passcode is asked. `offline`: opened by the passcode alone, without
   * the server.
   */
  phase: 'starting' | 'stranger' | 'closed' | 'open' | 'offline'
  device: StoredDevice | null
  me: Me | null
  held: HeldCard | null
}

const store = createStore<Session>({ phase: 'starting', device: null, me: null, held: null })
export const session = store.get
export const useSession = store.use
export const onSession = store.subscribe
export const setSession = (change: Partial<Session>) => store.set({ ...store.get(), ...change })

/** Forgets what was shown; the bound device stays. */
export const closeSession = () => {
  believeProfile(null)
  forgetPerson()
  setSession({ phase: store.get().device ? 'closed' : 'stranger', me: null, held: null })
}

/**
 * Somebody else's profile was open and is not any more, or another one is: back to one's own, and what is on
 * screen is read anew.
 */
const lostProfile = new Set(['representation.ended', 'representation.other-profile-open'])

const whenRefused = (reason: unknown): never => {
  if (reason instanceof Problem && reason.code === 'session.required') {
    closeSession()
  }
  if (reason instanceof Problem && lostProfile.has(reason.code)) {
    void findBack(reason.code)
  }
  throw reason
}

/** A view of the signed-in citizen: when the session has ended, the app closes and asks the passcode. */
export const ownView = <Op extends Operation>(
  name: Op['name'],
  input: GivenTo<Op>,
  options?: CallOptions,
): Promise<OutputOf<Op>> => view<Op>(name, input, options).catch(whenRefused)
export const ownDeed = <Op extends AsksNoPresence>(
  name: Op['name'],
  input: GivenTo<Op>,
  options?: CallOptions,
): Promise<OutputOf<Op>> => deed<Op>(name, input, options).catch(whenRefused)

const takeMe = (me: Me): Me => {
  believeProfile(me.acting?.tieId ?? 'self')
  // A card of another profile is not shown under this one's name.
  setSession(me.acting?.tieId === store.get().me?.acting?.tieId ? { me } : { me, held: null })
  return me
}

export const refreshMe = async (): Promise<Me> => takeMe(await ownView<typeof ViewMe>('account.me', {}))

/** Opens somebody's profile, or one's own with null. Throws Problem. */
export const openProfile = async (tieId: string | null): Promise<Me> => {
  believeProfile(null)
  await ownDeed<typeof OpenProfile>('representation.open-profile', { tieId })
  return refreshMe()
}

const findBack = async (code: string): Promise<void> => {
  believeProfile(null)
  try {
    if (code === 'representation.ended') {
      await openProfile(null)
    } else {
      await refreshMe()
    }
    navigate('/wallet', { replace: true })
  } catch {
    // The page that asked shows its own refusal.
  }
}

/** Between two visits the right to act for the open profile ended: the app opens on one's own. */
const backToOwn = (reason: unknown): Promise<Me> => {
  if (reason instanceof Problem && reason.code === 'representation.ended') {
    return openProfile(null)
  }
  throw reason
}

const lookAgain = async () => {
  if (document.hidden || store.get().phase !== 'open') {
    return
  }
  await refreshMe().catch(() => undefined)
}

/** At the first drawing: is there a device, and is its session still open. */
export const startSession = async () => {
  const device = await storedDevice()
  setSession({ device })
  try {
    takeMe(await view<typeof ViewMe>('account.me', {}, { retries: 0, timeout_s: 8 }).catch(backToOwn))
    setSession({ phase: 'open' })
  } catch {
    setSession({ phase: device ? 'closed' : 'stranger' })
  }
  document.addEventListener('visibilitychange', () => void lookAgain())
}
