/**
 * The new phone. In one transaction: the old devices' keys and passcodes, the app's sessions, the sign-ins at
 * portals, the journeys that were begun
 * and the password end; the new key, passcode and password stand.
 */
import { FinishRecovery } from '../../../../../contract/recovery.ts'
import type { InputOf } from '../../../../../contract/operation.ts'
import { isSignedBy } from '../../../../kernel/es256.ts'
import { recoveringHerself } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { bindDevice, deviceToken, unbindEveryDevice } from '../../../people/accounts/device.ts'
import { isWeakPasscode, type KnownOf } from '../../../people/accounts/weak-passcode.ts'
import { activateAtCounter, accountForUpdate } from '../../../people/accounts/open-account.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { openAppSession } from '../sessions/app-session.ts'
import { aroundOf, recoveryForUpdate, recoveryOf, rowAfter } from './keep-recovery.ts'
import { knownOf } from '../secrets/judge-password.ts'
import { toldOfOwnData } from '../secrets/own-data-told.ts'
import { mustBeGoodPassword } from '../secrets/password.ts'
import { liftOwnLock } from './recovery-bar.ts'
import { finishing, stepOf } from './recovery.ts'
import * as recoveries from './recovery-store.ts'
import { endEverySignIn } from '../sessions/sessions.ts'
import { wayHome } from '../ways-home.ts'
import * as store from '../store.ts'
import { RecoveryDone } from './events.ts'

type Input = InputOf<typeof FinishRecovery>

const mustBeGood = ({ password, passcode, device }: Input, known: KnownOf, at: Date): void => {
  mustBeGoodPassword(password, known, at)
  if (isWeakPasscode(passcode, known)) {
    throw problem('passcode.weak')
  }
  if (!isSignedBy(device.key, `sen device-key ${device.key.x}.${device.key.y}`, device.signature)) {
    throw problem('device.proof')
  }
}

/** Everything by which the old phone, or whoever has it, could still act. */
const endOldHold = async (
  work: Work,
  subjectId: string,
  at: Date,
): Promise<{ devices: number; signIns: number }> => {
  const devices = await unbindEveryDevice(work, subjectId, at)
  await store.endSessionsBut(work, subjectId, null)
  await store.endOtherJourneys(work, subjectId, null, at)
  return { devices, signIns: await endEverySignIn(work, subjectId, at) }
}

export const finishRecovery = useCase({
  contract: FinishRecovery,
  limits: (_, request) => [{ scope: 'recovery.finish', key: request.network, most: 60, per_s: 3600 }],
  // The slow hash only for a recovery in which everything else is proven.
  async prepare({ password }, { actor, tools, now }) {
    const row = await recoveries.find(tools.read, actor.recoveryId)
    const isProven = row !== undefined && stepOf(recoveryOf(row), now) === 'secrets'
    return { phc: isProven ? await tools.passwords.hash(password) : null }
  },
  find: recoveryForUpdate,
  permit: recoveringHerself,
  async act(work, input, { found, prepared, tools, now, effects, request, refuse }) {
    const after = finishing(recoveryOf(found), await aroundOf(work, found, now))
    const { subject_id: subjectId } = found
    const known = subjectId && prepared.phc !== null ? await knownOf(work, tools, subjectId) : null
    if (!subjectId || !known) {
      throw problem('recovery.order')
    }
    // Before anything is written: what is refused here is kept.
    const refused = await toldOfOwnData(work, { tools, refuse }, subjectId, () =>
      mustBeGood(input, known, now),
    )
    if (refused) {
      return refused
    }
    await liftOwnLock(work, tools, subjectId)
    const account = await accountForUpdate(work, subjectId)
    if (!account || prepared.phc === null) {
      throw problem('recovery.order')
    }
    const person = await findPerson(work, tools, account.personalNumber)
    if (account.state === 'issued' && found.rung !== 'voucher') {
      throw problem('recovery.order')
    }
    // A counter has seen her: an account that nobody ever activated is hers to use from now on.
    if (account.state === 'issued') {
      await activateAtCounter(work, account)
    }
    const ended = await endOldHold(work, account.subjectId, now)
    await store.savePassword(work, account.subjectId, prepared.phc, now)
    const device = await bindDevice(work, tools, account.subjectId, {
      key: input.device.key,
      name: input.device.name,
      passcode: input.passcode,
      way: wayHome(found.rung, found.begun_at),
    })
    await openAppSession(work, tools, effects, request, device)
    await recoveries.save(work, rowAfter(found, after))
    await recoveries.endCurrent(work, account.subjectId, now)
    effects.endSession('recovery')
    work.publish(RecoveryDone, account.subjectId, {
      deviceName: input.device.name,
      rung: found.rung,
      endedDevices: ended.devices,
    })
    return {
      device: deviceToken(tools, device),
      fullName: person?.fullName ?? '',
      personalNumber: account.personalNumber,
    }
  },
  audit: ({ found, refusal }) =>
    found.subject_id && found.proven.length > 0
      ? {
          about: found.subject_id,
          purpose: 'recovery-done',
          outcome: refusal ?? 'done',
          detail: { rung: found.rung },
        }
      : null,
})
