// Locking this phone's own account, and asking why it is locked. The device's key is the proof: neither wants
// a passcode (design §2.8).
import type { LockByDevice, LockNow, ViewLock } from '../../../../contract/lock.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed } from '../../../client/call.ts'
import { Problem } from '../../../client/problem.ts'
import { navigate } from '../../../ui/router.tsx'
import { byThisDevice } from '../activate/journey.ts'
import { closeSession, session } from '../shell/session.ts'
import { closeVault } from '../vault/vault.ts'

export type LockState = OutputOf<typeof ViewLock>
export type StandingGround = LockState['grounds'][number]

export const readLockState = (): Promise<LockState> =>
  byThisDevice('lock-state', (proof) => deed<typeof ViewLock>('lock.state', proof, { timeout_s: 10 }))

const byDevice = () => byThisDevice('lock', (proof) => deed<typeof LockByDevice>('lock.by-device', proof))
const bySession = () => deed<typeof LockNow>('lock.now', {})

/** The key of this phone says whose account it is, whatever profile is open and whether a session stands. */
const lockIt = async (): Promise<void> => {
  if (!session().device) {
    await bySession()
    return
  }
  try {
    await byDevice()
  } catch (error) {
    // The key is bound no longer, or lost: an open session still speaks for its holder.
    const isKeyGone = error instanceof Problem && ['device.unknown', 'device.gone'].includes(error.code)
    if (!isKeyGone || session().phase !== 'open') {
      throw error
    }
    await bySession()
  }
}

/** Locks the account of this phone's holder and shows what that means. */
export const lockThisAccount = async (): Promise<void> => {
  await lockIt()
  closeVault()
  closeSession()
  navigate('/locked', { replace: true })
}
