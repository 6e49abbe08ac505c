// The recovery on the server (contract/recovery.ts): the ladder's rungs, how the one of this browser stands,
// and its deeds. The cookie that names it
// outlives the browser, so that closing the page loses nothing.
import type { z } from 'zod'
import type {
  BeginRecovery,
  DrawRecoveryChallenge,
  FinishRecovery,
  JudgeRecoveryPassword,
  LeaveRecovery,
  ProveChip,
  ProveCode,
  ProvePortrait,
  RedeemVoucher,
  recoveryState,
  SendRecoveryCode,
  ViewLadder,
  ViewRecovery,
} from '../../../../contract/recovery.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed, view, type GivenTo } from '../../../client/call.ts'
import { strangersDeed } from '../../../client/presence.ts'
import { makeDeviceKey, storedDevice } from '../../../client/device-key.ts'
import { Problem } from '../../../client/problem.ts'
import { maskPersonalNumber } from '../../../ui/format.ts'
import { navigate } from '../../../ui/router.tsx'
import { createStore } from '../../../ui/store.ts'
import { deviceName } from '../activate/device-name.ts'
import { refreshMe, setSession } from '../shell/session.ts'
import { bindThisPhone } from '../vault/bind-phone.ts'
import { refreshAndKeep } from '../vault/hold-card.ts'
import type { PhoneChip } from './phone-chip.ts'

/** Throws why it would not be taken at the end. */
export const judgeRecoveryPassword = async (password: string): Promise<void> => {
  await deed<typeof JudgeRecoveryPassword>('recovery.judge-password', { password })
}

export type Recovery = z.infer<typeof recoveryState>
export type Rung = Recovery['rung']
export type Rungs = OutputOf<typeof ViewLadder>['rungs']

/** undefined: not asked yet; null: there is none in this browser. */
const store = createStore<Recovery | null | undefined>(undefined)
export const useRecovery = store.use

export const loadLadder = async (): Promise<Rungs> =>
  (await view<typeof ViewLadder>('recovery.ladder', {})).rungs

export const loadRecovery = async (): Promise<Recovery | null> => {
  try {
    const recovery = await view<typeof ViewRecovery>('recovery.state', {})
    store.set(recovery)
    return recovery
  } catch (error) {
    if (
      !(error instanceof Problem) ||
      (error.code !== 'recovery.gone' && error.code !== 'session.required')
    ) {
      throw error
    }
    store.set(null)
    return null
  }
}

const begun = (recovery: Recovery) => {
  store.set(recovery)
  navigate('/recover/continue')
}
export const beginRecovery = async (input: GivenTo<typeof BeginRecovery>) =>
  begun(await strangersDeed<typeof BeginRecovery>('recovery.begin', input))
export const redeemVoucher = async (input: GivenTo<typeof RedeemVoucher>) =>
  begun(await deed<typeof RedeemVoucher>('recovery.redeem-voucher', input))

export const sendRecoveryCode = async () =>
  store.set(await strangersDeed<typeof SendRecoveryCode>('recovery.send-code', {}))
export const proveCode = async (code: string) =>
  store.set(await deed<typeof ProveCode>('recovery.prove-code', { code }))
export const provePortrait = async (picture: string) => {
  try {
    store.set(await deed<typeof ProvePortrait>('recovery.prove-portrait', { picture }, { timeout_s: 60 }))
  } catch (error) {
    // A try was counted, perhaps the last one.
    if (error instanceof Problem && error.code === 'recovery.portrait-differs') {
      await loadRecovery().catch(() => undefined)
    }
    throw error
  }
}

export const drawChallenge = async (): Promise<string> =>
  (await deed<typeof DrawRecoveryChallenge>('recovery.draw-challenge', {})).challenge
/** A file without an answer is sent as well: the server says what is wrong with it. */
export const proveChip = async ({ file, answer }: PhoneChip, challenge: string): Promise<void> => {
  const answered = (await answer(challenge)) ?? ''
  store.set(
    await deed<typeof ProveChip>('recovery.prove-chip', { chip: file, answer: answered }, { timeout_s: 30 }),
  )
}

export const leaveRecovery = async (): Promise<void> => {
  await deed<typeof LeaveRecovery>('recovery.leave', {}).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.code !== 'recovery.gone') {
      throw error
    }
  })
  store.set(null)
  navigate('/recover', { replace: true })
}

/** This phone becomes the account's only one; the app opens with its card. */
export const finishRecovery = async ({
  password,
  passcode,
}: {
  password: string
  passcode: string
}): Promise<void> => {
  const device = { ...(await makeDeviceKey()), name: deviceName() }
  const done = await deed<typeof FinishRecovery>(
    'recovery.finish',
    { password, passcode, device },
    { timeout_s: 45 },
  )
  await bindThisPhone(done.device, {
    fullName: done.fullName,
    maskedNumber: maskPersonalNumber(done.personalNumber),
  })
  setSession({ device: await storedDevice(), phase: 'open' })
  store.set(undefined)
  // The account stands whatever becomes of the card; the wallet page fetches it again.
  await Promise.allSettled([refreshAndKeep(passcode), refreshMe()])
  void navigator.storage?.persist?.().catch(() => false)
  navigate('/activate/done?of=lost-phone', { replace: true })
}
