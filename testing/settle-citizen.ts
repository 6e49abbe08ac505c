/** People with an account, as their application, their activation or nothing but the result leaves them. */
import { FinishJourney } from '../contract/activation.ts'
import { now } from '../server/kernel/clock.ts'
import { newId } from '../server/kernel/id.ts'
import { leaveLine } from '../server/kernel/leave-line.ts'
import type { Passwords, Tools } from '../server/kernel/tools.ts'
import type { Work } from '../server/kernel/work.ts'
import { bindDevice, deviceToken } from '../server/modules/people/accounts/device.ts'
import {
  accountForUpdate,
  activateAccount,
  openAccount,
  reserveSubject,
} from '../server/modules/people/accounts/open-account.ts'
import { AccountActivated } from '../server/modules/access/authentication/events.ts'
import { openAppSession } from '../server/modules/access/authentication/sessions/app-session.ts'
import { wayHome } from '../server/modules/access/authentication/ways-home.ts'
import { startActivation } from '../server/modules/access/authentication/activation/begin-journey.ts'
import {
  finishJourney,
  verifyJourneyCode,
} from '../server/modules/access/authentication/activation/finish-journey.ts'
import {
  declareIdentity,
  sendEnrolmentCode,
  startEnrolment,
  takePortrait,
  verifyEnrolmentCode,
} from '../server/modules/cases/enrolment/level-1/fill-draft.ts'
import { submitEnrolment, viewEnrolment } from '../server/modules/cases/enrolment/level-1/submit-enrolment.ts'
import type { CastName } from '../world/portraits/cast-features.ts'
import { castPortrait, type Sitting } from '../world/settle-cast.ts'
import { type TestPerson, newPerson } from './test-person.ts'
import type { Visitor } from './visitor.ts'
import { TestDevice } from './test-device.ts'
import type { Fixture } from './fixture.ts'

export const PASSWORD = 'Hoa-Sen#2026'
export const PASSCODE = '258046'

export interface Application {
  readonly declared?: object
  readonly face?: CastName
  readonly phone?: string
  readonly email?: string
  readonly sitting?: Sitting
}

/**
 * All of an application up to where it stands after the house has looked at it; the answers of every step, in
 * order.
 */
export const applyFor = async (
  fixture: Fixture,
  visitor: Visitor,
  person: TestPerson,
  changes: Application = {},
) => {
  const { declared = {}, face = person.face, phone = person.phone, sitting } = changes
  const start = await visitor.do(startEnrolment, { consent: '2026-11', language: 'vi' })
  const declare = await visitor.do(declareIdentity, {
    personalNumber: person.personalNumber,
    fullName: person.fullName,
    birthDate: person.birthDate,
    ...declared,
  })
  const send = await visitor.do(sendEnrolmentCode, { phone, email: changes.email ?? person.email })
  const verify = await visitor.do(verifyEnrolmentCode, { code: await fixture.code(phone) })
  const portrait = await visitor.do(takePortrait, {
    picture: (await castPortrait({ id: face }, sitting)).toString('base64'),
  })
  const submit = await visitor.do(submitEnrolment)
  await fixture.settle()
  return { start, declare, send, verify, portrait, submit, status: await visitor.do(viewEnrolment) }
}

/** From an accepted application of this visitor, or a number and phone, to an open app on a bound device. */
export const activateFor = async (
  fixture: Fixture,
  visitor: Visitor,
  person: TestPerson,
  typed: object = {},
): Promise<TestDevice> => {
  const device = new TestDevice()
  await visitor.do(startActivation, typed)
  await visitor.do(verifyJourneyCode, { code: await fixture.code(person.phone) })
  const { device: token } = await visitor.do(finishJourney, {
    password: PASSWORD,
    passcode: PASSCODE,
    device: device.binding(),
  })
  device.token = token ?? ''
  await fixture.settle()
  return device
}

const hashes = new WeakMap<Passwords, Promise<string>>()
/** PASSWORD as it is kept; the slow hash once for all people of a fixture. */
const hashOfPassword = (passwords: Passwords): Promise<string> => {
  const known = hashes.get(passwords) ?? passwords.hash(PASSWORD)
  hashes.set(passwords, known)
  return known
}

/**
 * Somebody of the register with an active account, one bound device and an open app: all that her activation
 * leaves, without its steps, which take four times as long (`activateFor`; settled-citizen.test.ts compares).
 */
export const settleCitizen = async (fixture: Fixture, changes: Partial<TestPerson> = {}) => {
  const person = newPerson(changes)
  const visitor = fixture.visitor()
  await fixture.register(person)
  const { transact, tools } = fixture.context
  const device = new TestDevice()
  const [phc, { key, name }] = [await hashOfPassword(tools.passwords), device.binding()]
  device.token = await transact(async (work) => {
    const account = await openFor(work, tools, person)
    await activateAccount(work, account)
    await work.run('insert into password (subject_id, phc, set_at) values ($1, $2, $3)', [
      account.subjectId,
      phc,
      now(),
    ])
    const way = wayHome('activation', now())
    const bound = await bindDevice(work, tools, account.subjectId, { key, name, passcode: PASSCODE, way })
    await openAppSession(work, tools, visitor.effects, visitor.request, bound)
    work.publish(AccountActivated, account.subjectId, { deviceName: name })
    leaveLine(work, {
      useCase: FinishJourney.name,
      actor: { kind: 'applicant', draftId: newId() },
      line: { about: account.subjectId, purpose: 'AccountActivated', outcome: 'done' },
    })
    return deviceToken(tools, bound)
  })
  await fixture.settle()
  return { person, visitor, device }
}

/** Registered and accepted, but not active yet. */
export const settleInactive = async (fixture: Fixture, person: TestPerson): Promise<void> => {
  await fixture.register(person)
  const { transact, tools } = fixture.context
  await transact((work) => openFor(work, tools, person))
}

/** As a decision opens it. */
const openFor = async (work: Work, tools: Tools, { personalNumber, phone, email }: TestPerson) => {
  const subjectId = await reserveSubject(work, tools, personalNumber)
  const opened = await openAccount(work, tools, {
    subjectId,
    personalNumber,
    level: 1,
    language: 'vi',
    phone,
    email,
    proof: { channel: 'sms', at: now() },
  })
  const account = await accountForUpdate(work, subjectId)
  if (typeof opened === 'string' || !account) {
    throw new Error(typeof opened === 'string' ? opened : 'no account')
  }
  return account
}
