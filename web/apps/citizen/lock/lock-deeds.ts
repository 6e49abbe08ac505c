// Locking this phone's own account, and asking why it is locked. The device's key is the proof: neither wants
// a passcode (design §2.8).
import type { LockByDevice, LockNow, ViewLock } from '../../../../contract/lock.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed } from '../../../client/call.ts'
import { Problem } from '../../../client/problem.ts'
import { navigate } from '../../../ui/router.tsx'
import { proveThisDevice } from '../activate/journey.ts'
import { closeSession, session } from '../shell/session.ts'
import { closeVault } from '../vault/vault.ts'

export type LockState = OutputOf<typeof ViewLock>
export type StandingGround = LockState['grounds'][number]

export const readLockState = async (): Promise<LockState> =>
  deed<typeof ViewLock>('lock.state', await proveThisDevice('lock-state'), { timeout_s: 10 })

const byDevice = async () => {
  await deed<typeof LockByDevice>('lock.by-device', await proveThisDevice('lock'))
}

const bySession = async () => {
  try {
    await deed<typeof LockNow>('lock.now', {})
  } catch (error) {
    // The session has ended since: the key of the device still speaks for her.
    if (!(error instanceof Problem) || error.code !== 'session.required') {
      throw error
    }
    await byDevice()
  }
}

/** Locks the account of this phone and shows what that means. */
export const lockThisAccount = async (): Promise<void> => {
  await (session().phase === 'open' ? bySession() : byDevice())
  closeVault()
  closeSession()
  navigate('/locked', { replace: true })
}
