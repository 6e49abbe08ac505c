// Who stands at this counter: undefined while nobody knows, null when nobody is signed in. While the line is
// down the officer who was signed in
// here stays so, to the end of her shift; what she writes is sealed and waits.
import type { EnterByTicket, OfficerSignOut, ViewOfficer } from '../../../../contract/officer.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed, view } from '../../../client/call.ts'
import { Problem } from '../../../client/problem.ts'
import { isReachable, onReachable } from '../../../client/reachability.ts'
import { now } from '../../../ui/clock.ts'
import { navigate } from '../../../ui/router.tsx'
import { createStore, remember, remembered } from '../../../ui/store.ts'
import { closeDesk, openDesk, openSealedStore } from './sealed-store.ts'

export type OfficerProfile = OutputOf<typeof ViewOfficer>
type Kept = { profile: OfficerProfile; keptAt: number }

export const officer = createStore<OfficerProfile | null | undefined>(undefined)

const ownerPlace = 'sen.counter-owner'
/**
 * As long as a session of the server (SHIFT_S): afterwards nobody is believed to be here without asking it.
 */
const shift_ms = 8 * 3_600_000
const keptProfiles = openSealedStore<Kept>('sen-counter-officer')

const ownerOf = (profile: OfficerProfile): string => profile.number

/**
 * Her own sealed stores are open before any page of hers is drawn. A browser that refuses its store works on,
 * without drafts.
 */
export const welcome = async (profile: OfficerProfile): Promise<void> => {
  try {
    await openDesk(ownerOf(profile))
    await keptProfiles.put('me', { profile, keptAt: now() })
    remember(ownerPlace, ownerOf(profile))
  } catch (error) {
    console.error(error)
  }
  officer.set(profile)
}

const whoWasHere = async (): Promise<OfficerProfile | null> => {
  const owner = remembered(ownerPlace)
  if (!owner) {
    return null
  }
  await openDesk(owner)
  const kept = await keptProfiles.get('me')
  return kept && now() - kept.keptAt < shift_ms ? kept.profile : null
}

export const lookWhoIsHere = async (): Promise<void> => {
  try {
    await welcome(await view<typeof ViewOfficer>('officer.me', {}, { retries: 0 }))
  } catch (error) {
    const isDown = error instanceof Problem && error.isOfNetwork
    officer.set(isDown ? await whoWasHere().catch(() => null) : null)
  }
}

export const enterByTicket = async (ticket: string) =>
  welcome(await deed<typeof EnterByTicket>('officer.enter', { ticket }))

/**
 * She is here no more. What her pages hold in memory goes with her: whoever comes in next begins with a page
 * that knows nothing. Where none can be loaded now, it is as soon as the line is back, before anybody else
 * can come in.
 */
const leftHere = (): void => {
  if (isReachable() || navigator.serviceWorker?.controller) {
    officer.set(undefined)
    location.reload()
    return
  }
  officer.set(null)
  const stop = onReachable(() => {
    stop()
    location.reload()
  })
}

/** Other windows of this browser follow: they would go on under the name of whoever has left. */
const followOtherWindows = (): void => {
  addEventListener('storage', ({ key, newValue }: StorageEvent) => {
    const here = officer.get()
    if (key === ownerPlace && here && newValue !== ownerOf(here)) {
      leftHere()
    }
  })
}
if (typeof window !== 'undefined') {
  followOtherWindows()
}

/**
 * The person is out at this counter whatever the network says; the server's session ends by itself at the end
 * of the shift.
 */
export const signOut = async () => {
  await deed<typeof OfficerSignOut>('officer.sign-out', {}, { retries: 0, timeout_s: 5 }).catch(
    () => undefined,
  )
  await keptProfiles.wipe().catch(() => undefined)
  await closeDesk()
  remember(ownerPlace, '')
  navigate('/', { replace: true })
  leftHere()
}

/** A session that ended meanwhile leads to the sign-in page, whatever was being done. */
export const orSignIn = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof Problem && error.code === 'session.required' && officer.get()) {
      leftHere()
    }
    throw error
  }
}
