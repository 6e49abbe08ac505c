/**
 * The rest of a journey: the code, then what is missing, all in one transaction: password, passcode and
 * device key stand together or not at all.
 */
import {
  FinishJourney,
  ResendJourneyCode,
  VerifyJourneyCode,
  ViewJourney,
} from '../../../../../contract/activation.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { momentOfId } from '../../../../kernel/id.ts'
import { applicantHerself } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase, type Execution, type Preparation } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import type { Applicant } from '../../../../kernel/actor.ts'
import { isSignedBy } from '../../../../kernel/es256.ts'
import type { InputOf } from '../../../../../contract/operation.ts'
import type { Account } from '../../../people/accounts/account.ts'
import { channelOf, tryCode } from '../../../people/accounts/contact-proof.ts'
import { deviceToken, type DeviceReference } from '../../../people/accounts/device.ts'
import { isWeakPasscode, type KnownOf } from '../../../people/accounts/weak-passcode.ts'
import { contactsOf, phoneSeen, provePhone } from '../../../people/accounts/contacts.ts'
import { activateAccount, accountForUpdate } from '../../../people/accounts/open-account.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { openAppSession } from '../sessions/app-session.ts'
import { settleDevice, type SettledDevice } from './settle-device.ts'
import { journeyState, journeyForUpdate, needsOf, resendCode } from './journey.ts'
import { toldOfOwnData } from '../secrets/own-data-told.ts'
import { mustBeGoodPassword } from '../secrets/password.ts'
import { endEverySignIn } from '../sessions/sessions.ts'
import { AccountActivated, DeviceBound, PasscodeReset, PasswordChanged } from '../events.ts'
import * as store from '../store.ts'
import type { JourneyRow } from '../store.ts'

const ofNobodyYet = none('the journey tells its own state to whoever began it')

export const viewJourney = useCase({
  contract: ViewJourney,
  find: journeyForUpdate,
  permit: applicantHerself,
  act: (work, _, { tools, found }) => journeyState(work, tools, found),
  audit: ofNobodyYet,
})

export const verifyJourneyCode = useCase({
  contract: VerifyJourneyCode,
  limits: (_, request) => [{ scope: 'code.try', key: request.network, most: 120, per_s: 3600 }],
  find: journeyForUpdate,
  permit: applicantHerself,
  async act(work, { code }, { tools, found, refuse }) {
    if (found.is_proven) {
      return journeyState(work, tools, found)
    }
    const refusal = found.proof_id
      ? await tryCode(work, tools, found.id, found.proof_id, code)
      : problem('code.expired')
    if (refusal) {
      return refuse(refusal)
    }
    await store.setProven(work, found.id)
    return journeyState(work, tools, { ...found, is_proven: true })
  },
  audit: ofNobodyYet,
})

type FinishInput = InputOf<typeof FinishJourney>

/** The slow hash, before any row is locked, and for nobody who has not proven herself in this journey. */
const hashPassword = async (
  { password }: FinishInput,
  { actor, tools, now }: Preparation<Applicant>,
): Promise<{ phc: string | null }> => {
  const journey = password === undefined ? undefined : await store.findJourney(tools.read, actor.draftId, now)
  return { phc: password !== undefined && journey?.is_proven ? await tools.passwords.hash(password) : null }
}

export const finishJourney = useCase({
  contract: FinishJourney,
  limits: (_, request) => [{ scope: 'journey.finish', key: request.network, most: 60, per_s: 3600 }],
  prepare: hashPassword,
  find: journeyForUpdate,
  permit: applicantHerself,
  async act(work, input, doing) {
    const { found, tools, now } = doing
    const account =
      found.is_proven && found.subject_id ? await accountForUpdate(work, found.subject_id) : null
    if (!account || (input.password !== undefined && doing.prepared.phc === null)) {
      throw problem('journey.order')
    }
    // The account was issued anew meanwhile, perhaps to its true holder: what was proven before, by another
    // phone, is void.
    if (momentOfId(found.id) < account.issuedAt) {
      throw problem('journey.gone')
    }
    const person = await findPerson(work, tools, account.personalNumber)
    const { phone } = await contactsOf(work, tools, account.subjectId)
    const known = { birthDate: person?.birthDate ?? '', personalNumber: account.personalNumber, phone }
    const needs = await needsOf(work, found)
    const judge = () => mustBringWhatIsMissing(input, needs, known, now)
    const refused = await toldOfOwnData(work, doing, account.subjectId, judge)
    if (refused) {
      return refused
    }
    if (found.kind === 'activation') {
      await activateProven(work, tools, found, account)
    } else if (account.state !== 'active') {
      throw problem('account.locked')
    }
    if (doing.prepared.phc !== null && found.kind !== 'new-device') {
      await store.savePassword(work, account.subjectId, doing.prepared.phc, now)
    }
    if (found.proof_id) {
      phoneSeen(work, account.subjectId, { ownerId: found.id, id: found.proof_id })
    }
    const device = await settleDevice(work, tools, found, account.subjectId, input)
    if (found.kind === 'new-password') {
      await store.endSessionsBut(work, account.subjectId, null)
      await endEverySignIn(work, account.subjectId, now)
    }
    await openSession(work, doing, device)
    await store.setDone(work, found.id, now)
    if (found.kind !== 'new-device') {
      await store.endOtherJourneys(work, account.subjectId, found.id, now)
    }
    publishDone(work, found.kind, device, input.device?.name ?? '')
    return {
      device: deviceToken(tools, device),
      hasReplaced: device.hasReplaced,
      fullName: person?.fullName ?? '',
      personalNumber: account.personalNumber,
    }
  },
  audit: ({ found, refusal, result }) =>
    found.subject_id
      ? {
          about: found.subject_id,
          purpose:
            factOf[
              result?.hasReplaced && found.kind === 'new-device'
                ? 'new-passcode'
                : (found.kind as keyof typeof factOf)
            ],
          outcome: refusal ?? 'done',
        }
      : null,
})

/**
 * A phone that was only declared at the application must have shown itself by now, by this journey's text
 * message.
 */
const activateProven = async (work: Work, tools: Tools, row: JourneyRow, account: Account): Promise<void> => {
  // An account that became active meanwhile is not activated again: that would bind a device without its
  // password.
  if (account.state === 'active') {
    throw problem('journey.gone')
  }
  const { isPhoneProven } = await contactsOf(work, tools, account.subjectId)
  const isBySms = row.proof_id !== null && (await channelOf(work, row.id, row.proof_id)) === 'sms'
  if (!isPhoneProven && !(isBySms && (await provePhone(work, tools, account.subjectId)))) {
    throw problem('phone.not-usable')
  }
  await activateAccount(work, account)
}

const publishDone = (
  work: Work,
  kind: string,
  { subjectId, hasReplaced }: SettledDevice,
  deviceName: string,
): void => {
  if (kind === 'new-password') {
    return work.publish(PasswordChanged, subjectId, {})
  }
  if (kind === 'activation') {
    return work.publish(AccountActivated, subjectId, { deviceName })
  }
  work.publish(hasReplaced ? PasscodeReset : DeviceBound, subjectId, { deviceName })
}

const factOf = {
  activation: 'AccountActivated',
  'new-device': 'DeviceBound',
  'new-passcode': 'PasscodeReset',
  'new-password': 'PasswordChanged',
} as const

const mustBringWhatIsMissing = (
  input: FinishInput,
  needs: { password: boolean; passcode: boolean; device: boolean },
  known: KnownOf,
  at: Date,
): void => {
  if (
    (needs.password && input.password === undefined) ||
    (needs.passcode && input.passcode === undefined) ||
    (needs.device && !input.device)
  ) {
    throw problem('journey.order')
  }
  if (needs.password && input.password !== undefined) {
    mustBeGoodPassword(input.password, known, at)
  }
  if (input.passcode !== undefined && isWeakPasscode(input.passcode, known)) {
    throw problem('passcode.weak')
  }
  const { device } = input
  if (device && !isSignedBy(device.key, `sen device-key ${device.key.x}.${device.key.y}`, device.signature)) {
    throw problem('device.proof')
  }
}

const openSession = async (
  work: Work,
  {
    tools,
    effects,
    request,
  }: Pick<Execution<Applicant, JourneyRow, unknown>, 'tools' | 'effects' | 'request'>,
  device: DeviceReference,
): Promise<void> => {
  await openAppSession(work, tools, effects, request, device)
  effects.endSession('enrol')
}

export const resendJourneyCode = useCase({
  contract: ResendJourneyCode,
  limits: (_, request, actor) => [
    { scope: 'code.network', key: request.network, most: 60, per_s: 3600 },
    { scope: 'code.journey', key: actor.kind === 'applicant' ? actor.draftId : '', most: 5, per_s: 3600 },
  ],
  find: journeyForUpdate,
  permit: applicantHerself,
  async act(work, { channel }, { tools, found, request, presence }) {
    await resendCode(work, tools, found, channel, { ...request, presence })
    const row = await store.journeyForUpdate(work, found.id, new Date(0))
    return journeyState(work, tools, row ?? found)
  },
  audit: ofNobodyYet,
})
