/**
 * Opening and closing the app on a bound device: the device key signs a fresh challenge, the server checks
 * the passcode.
 */
import { CloseApp, NewChallenge, OpenApp } from '../../../../../contract/activation.ts'
import { holderOf } from '../../../../kernel/actor.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { anyone, anyoneWith } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import { mustBeUsable } from '../../../people/accounts/account.ts'
import { tryPasscode } from '../../../people/accounts/device.ts'
import { drawChallenge, proveDevice } from '../../../people/accounts/device-proof.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { rememberNetwork } from '../secrets/password.ts'
import { openAppSession } from './app-session.ts'
import * as store from '../store.ts'

export const newChallenge = useCase({
  contract: NewChallenge,
  permit: anyone, // a challenge tells nothing; it is the same for a device that does not exist
  async act(_, { device, purpose = 'open-app' }, { tools }) {
    const { challenge, expiresAt } = drawChallenge(tools, device, purpose)
    return { challenge, expiresAt: expiresAt.toISOString() }
  },
  audit: none('a challenge is about nobody'),
})

export const openApp = useCase({
  contract: OpenApp,
  limits: (_, request) => [{ scope: 'app.open', key: request.network, most: 300, per_s: 3600 }],
  permit: anyone, // device key and passcode are the proof
  async act(work, input, { tools, effects, request, now, refuse }) {
    const device = await proveDevice(work, tools, input, 'open-app')
    const refusal = await tryPasscode(work, tools, device, device.row, input.passcode)
    if (refusal) {
      return refuse(refusal)
    }
    const account = await findAccount(work, device.subjectId)
    if (!account) {
      throw problem('device.unknown')
    }
    mustBeUsable(account)
    const openUntil = await openAppSession(work, tools, effects, request, device)
    rememberNetwork(work, tools, account.personalNumber, request.network, now)
    const person = await findPerson(work, tools, account.personalNumber)
    return { fullName: person?.fullName ?? '', openUntil: openUntil.toISOString() }
  },
  audit: none("opening the app on one's own device; the session itself stands in the list of sessions"),
})

export const closeApp = useCase({
  contract: CloseApp,
  permit: anyoneWith('app'), // closing what is closed is no refusal
  isForHeldStill: true,
  isForWard: 'always',
  async act(work, _, { actor, effects }) {
    if (actor.kind === 'citizen') {
      await store.endSession(work, holderOf(actor), actor.sessionId)
    }
    effects.endSession('app')
    return {}
  },
  audit: none('the session itself stands in the list of sessions'),
})
