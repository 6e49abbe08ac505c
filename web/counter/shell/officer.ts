// Who stands at this counter: undefined while nobody knows, null when nobody is signed in.
import type { EnterByTicket, OfficerSignOut, ViewOfficer } from '../../../contract/officer.ts'
import type { OutputOf } from '../../../contract/operation.ts'
import { deed, view } from '../../client/call.ts'
import { Problem } from '../../client/problem.ts'
import { navigate } from '../../ui/router.tsx'
import { createStore } from '../../ui/store.ts'

export type OfficerProfile = OutputOf<typeof ViewOfficer>
export const officer = createStore<OfficerProfile | null | undefined>(undefined)

export const lookWhoIsHere = async () => {
  try {
    officer.set(await view<typeof ViewOfficer>('officer.me', {}))
  } catch {
    officer.set(null)
  }
}

export const enterByTicket = async (ticket: string) => officer.set(await deed<typeof EnterByTicket>('officer.enter', { ticket }))

/** The person is out at this counter whatever the network says; the server's session ends by itself at the end of the shift. */
export const signOut = async () => {
  await deed<typeof OfficerSignOut>('officer.sign-out', {}).catch(() => undefined)
  officer.set(null)
  navigate('/', { replace: true })
}

/** A session that ended meanwhile leads to the sign-in page, whatever was being done. */
export const orSignIn = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof Problem && error.code === 'session.required') officer.set(null)
    throw error
  }
}
