/**
 * How each journey begins. Whoever begins one for a number that is not hers gets the same answer and no code.
 */
import { StartActivation, StartNewDevice, StartNewPassword } from '../../../../../contract/activation.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { anyone, anyoneWith } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import { accountOfPair } from '../../../people/accounts/account-of-pair.ts'
import { tryPasscode } from '../../../people/accounts/device.ts'
import { proveDevice } from '../../../people/accounts/device-proof.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { acceptedSubjectOfDraft } from '../../../cases/enrolment/level-1/accepted-draft.ts'
import { beginJourney, journeyState } from './journey.ts'
import { prepareTry, settleTry } from '../secrets/password.ts'

const limitsOf = (request: RequestContext) => [
  { scope: 'journey.network', key: request.network, most: 60, per_s: 3600 },
]

/**
 * The subject that number and phone belong to together, if its account waits for activation (or is active,
 * for a further device).
 */
const subjectOfPair = async (
  work: Work,
  tools: Tools,
  personalNumber: string,
  phone: string,
): Promise<string | null> => {
  const account = await accountOfPair(work, tools, { personalNumber, channel: 'sms', to: phone })
  return account?.state === 'issued' ? account.subjectId : null
}

const subjectOfSession = async (work: Work, actor: Actor): Promise<string | null> =>
  actor.kind === 'applicant' ? acceptedSubjectOfDraft(work, actor.draftId) : null

export const startActivation = useCase({
  contract: StartActivation,
  limits: (_, request) => limitsOf(request),
  // Number and phone together are asked, and a code.
  permit: anyoneWith('enrol'), // an account that is not yet active cannot sign in
  async act(work, input, { tools, actor, effects, request, presence }) {
    const typed = 'phone' in input ? { personalNumber: input.personalNumber, phone: input.phone } : null
    const subjectId = typed
      ? await subjectOfPair(work, tools, typed.personalNumber, typed.phone)
      : await subjectOfSession(work, actor)
    if (!typed && !subjectId) {
      throw problem('journey.gone')
    }
    const begun = {
      kind: 'activation' as const,
      subjectId,
      deviceId: null,
      typed,
    }
    const row = await beginJourney(work, tools, effects, begun, { ...request, presence })
    return journeyState(work, tools, row)
  },
  audit: none('nothing is told and nothing changed before the code is right'),
})

export const startNewDevice = useCase({
  contract: StartNewDevice,
  limits: (_, request) => limitsOf(request),
  prepare: (input, { tools, now, request }) => prepareTry(tools, input, now, request.network),
  permit: anyone, // number and password are the proof
  async act(work, _, { tools, prepared, now, effects, request, presence, refuse }) {
    const subjectId = await settleTry(work, prepared, now)
    const account = subjectId ? await findAccount(work, subjectId) : null
    if (!account || account.state !== 'active') {
      return refuse(problem('sign-in.no-match'))
    }
    const begun = {
      kind: 'new-device' as const,
      subjectId,
      deviceId: null,
      typed: null,
    }
    const row = await beginJourney(work, tools, effects, begun, { ...request, presence })
    return journeyState(work, tools, row)
  },
  // Only when number and password were right: a line for a wrong try would tell, by its time, that the number
  // has an account.
  audit: ({ prepared, result }) =>
    result && prepared.subjectId
      ? { about: prepared.subjectId, purpose: 'new-device-begun', outcome: 'code-sent' }
      : null,
})

export const startNewPassword = useCase({
  contract: StartNewPassword,
  limits: (_, request) => limitsOf(request),
  // Whoever only holds an unlocked phone gets no further.
  permit: anyone, // the device's key and its passcode are the proof
  async act(work, proof, { tools, effects, request, presence, refuse }) {
    const device = await proveDevice(work, tools, proof, 'new-password')
    const refusal = await tryPasscode(work, tools, device, device.row, proof.passcode)
    if (refusal) {
      return refuse(refusal)
    }
    const begun = {
      kind: 'new-password' as const,
      subjectId: device.subjectId,
      deviceId: device.deviceId,
      typed: null,
    }
    const row = await beginJourney(work, tools, effects, begun, { ...request, presence })
    return journeyState(work, tools, row)
  },
  audit: none('nothing is told and nothing changed before the code is right'),
})
