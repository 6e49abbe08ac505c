/** Part of the bench of enumeration: the doors at which a stranger, a citizen or a helper names somebody. */
import type { Fixture } from '../testing/fixture.ts'
import { PASSCODE, settleCitizen } from '../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../testing/test-person.ts'
import type { Visitor } from '../testing/visitor.ts'
import { screenBeside, settleOfficer } from '../testing/officer.ts'
import {
  startActivation,
  startNewDevice,
} from '../server/modules/access/authentication/activation/begin-journey.ts'
import {
  beginRecovery,
  redeemVoucher,
  sendRecoveryCode,
} from '../server/modules/access/authentication/recovery/begin-recovery.ts'
import {
  resendJourneyCode,
  verifyJourneyCode,
} from '../server/modules/access/authentication/activation/finish-journey.ts'
import { proveCode } from '../server/modules/access/authentication/recovery/prove-recovery.ts'
import { disputeRecovery } from '../server/modules/access/authentication/recovery/stop-recovery.ts'
import { keepPhoneByCode } from '../server/modules/access/authentication/phone-release/keep-phone.ts'
import { beginCall } from '../server/modules/access/assistance/hotline.ts'
import { identifyCaller } from '../server/modules/access/assistance/identify-caller.ts'
import { openAssisted } from '../server/modules/access/assistance/open-assisted.ts'
import {
  declareIdentity,
  sendEnrolmentCode,
  startEnrolment,
} from '../server/modules/cases/enrolment/level-1/fill-draft.ts'
import { nameRelative } from '../server/modules/cases/representation/relatives/trusted-relative-deeds.ts'
import { contactsOf } from '../server/modules/people/accounts/contacts.ts'
import { findSubject } from '../server/modules/people/accounts/open-account.ts'
import { lockByLockCode, sendLockCode } from '../server/modules/people/locks/lock-in-public.ts'
import type { People } from './enumeration-part-people.ts'
import { phoneRoutes } from './enumeration-part-phones.ts'
import { pushedRoute } from './enumeration-part-pushed.ts'
import type { Route } from './enumeration-part-route.ts'

type Ask = (visitor: Visitor, person: TestPerson) => Promise<unknown>

/** Somebody's phone and e-mail, and those of nobody. */
const elsewhere = (person: TestPerson): TestPerson => {
  const { phone, email } = newPerson()
  return { ...person, phone, email }
}

/**
 * One door asked by a browser that never came before, with a number that has an account or one that has none.
 */
const door = (
  fixture: Fixture,
  name: string,
  of: { readonly somebody: readonly TestPerson[]; readonly nobody: readonly TestPerson[] },
  ask: Ask,
): Route => ({
  name,
  ready: (isSomebody, turn) => {
    const list = isSomebody ? of.somebody : of.nobody
    const person = list[turn % list.length] ?? newPerson()
    const visitor = fixture.visitor()
    return Promise.resolve(() => ask(visitor, person))
  },
})

const recover: Ask = (visitor, { personalNumber, phone }) =>
  visitor.do(beginRecovery, { rung: 'face', personalNumber, channel: 'sms', phone })
const sendLock: Ask = (visitor, { personalNumber, email }) =>
  visitor.do(sendLockCode, { personalNumber, email })
const activate: Ask = (visitor, { personalNumber, phone }) =>
  visitor.do(startActivation, { personalNumber, phone })

const inPublic = (fixture: Fixture, { active, issued, none }: People): Route[] => {
  const of = { somebody: active, nobody: none }
  const others = { somebody: active.map(elsewhere), nobody: none }
  return [
    door(fixture, 'recover: her phone', of, recover),
    door(fixture, "recover: another's phone", others, recover),
    door(fixture, 'lock by e-mail: hers', of, sendLock),
    door(fixture, "lock by e-mail: another's", others, sendLock),
    door(fixture, 'lock by paper', of, (visitor, { personalNumber }) =>
      visitor.do(lockByLockCode, { personalNumber, lockCode: 'AAAA-AAAA-AAAA' }),
    ),
    door(fixture, 'activate: her phone', { somebody: issued, nobody: none }, activate),
    door(fixture, "activate: another's phone", { somebody: issued.map(elsewhere), nobody: none }, activate),
    door(fixture, 'sign in', of, (visitor, { personalNumber }) =>
      visitor.do(startNewDevice, { personalNumber, password: 'Sai-roi-2026!' }),
    ),
    door(fixture, 'voucher', of, (visitor, { personalNumber }) =>
      visitor.do(redeemVoucher, { personalNumber, voucher: 'AAAAA-AAAAA-AAAAA-AAAAA' }),
    ),
    door(fixture, 'dispute', of, (visitor, { personalNumber }) =>
      visitor.do(disputeRecovery, { personalNumber, code: '12345678' }),
    ),
    door(fixture, 'keep number', of, (visitor, { personalNumber }) =>
      visitor.do(keepPhoneByCode, { personalNumber, code: '12345678' }),
    ),
  ]
}

/** What was begun by a stranger, and asked again. */
const again = (fixture: Fixture, { active, issued, none }: People): Route[] => {
  const begun = (
    name: string,
    somebody: readonly TestPerson[],
    begin: Ask,
    ask: (visitor: Visitor) => Promise<unknown>,
  ): Route => ({
    name,
    async ready(isSomebody, turn) {
      const list = isSomebody ? somebody : none
      const visitor = fixture.visitor()
      await begin(visitor, list[turn % list.length] ?? newPerson())
      return () => ask(visitor)
    },
  })
  return [
    begun('activate: again by e-mail', issued, activate, (visitor) =>
      visitor.do(resendJourneyCode, { channel: 'email' }),
    ),
    begun('activate: again by text message', issued, activate, (visitor) =>
      visitor.do(resendJourneyCode, { channel: 'sms' }),
    ),
    begun('activate: a wrong code', issued, activate, (visitor) =>
      visitor.do(verifyJourneyCode, { code: '000000' }),
    ),
    begun('recover: again', active, recover, (visitor) => visitor.do(sendRecoveryCode)),
    begun('recover: a wrong code', active, recover, (visitor) => visitor.do(proveCode, { code: '000000' })),
  ]
}

/** An application names a number first, and then a phone. */
const register = (fixture: Fixture, { active, none }: People): Route[] => {
  const begun = async (person: TestPerson): Promise<Visitor> => {
    const visitor = fixture.visitor()
    await visitor.do(startEnrolment, { consent: '2026-11', language: 'vi' })
    await visitor.do(declareIdentity, declared(person))
    return visitor
  }
  const pick = (isSomebody: boolean, turn: number): TestPerson => {
    const list = isSomebody ? active : none
    return list[turn % list.length] ?? newPerson()
  }
  return [
    {
      name: 'register: the number',
      async ready(isSomebody, turn) {
        const visitor = fixture.visitor()
        await visitor.do(startEnrolment, { consent: '2026-11', language: 'vi' })
        return () => visitor.do(declareIdentity, declared(pick(isSomebody, turn)))
      },
    },
    {
      name: 'register: the phone',
      async ready(isSomebody, turn) {
        const visitor = await begun(newPerson())
        return () => visitor.do(sendEnrolmentCode, { phone: pick(isSomebody, turn).phone })
      },
    },
  ]
}
const declared = ({ personalNumber, fullName, birthDate }: TestPerson) => ({
  personalNumber,
  fullName,
  birthDate,
})

const byCitizen = async (fixture: Fixture, { active, none }: People): Promise<Route> => {
  const citizen = await settleCitizen(fixture)
  return {
    name: 'relatives',
    async ready(isSomebody, turn) {
      await fixture.pool.query('delete from trusted_relative')
      const list = isSomebody ? active : none
      const { personalNumber } = list[turn % list.length] ?? newPerson()
      return () => citizen.visitor.do(nameRelative, { personalNumber, label: 'Chị', passcode: PASSCODE })
    },
  }
}

const byHelper = async (
  fixture: Fixture,
  { active, none }: People,
  way: 'press' | 'code',
): Promise<Route> => {
  const helper = await settleOfficer(fixture)
  await screenBeside(fixture, helper)
  return {
    name: `assisted, by ${way}`,
    async ready(isSomebody, turn) {
      await fixture.pool.query('delete from assistance_session')
      const list = isSomebody ? active : none
      const { personalNumber } = list[turn % list.length] ?? newPerson()
      return () => helper.do(openAssisted, { personalNumber, purpose: 'register', way })
    },
  }
}

const byCaller = async (fixture: Fixture, { active, none }: People): Promise<Route> => {
  const agent = await settleOfficer(fixture)
  return {
    name: 'hotline, who calls',
    async ready(isSomebody, turn) {
      await fixture.pool.query('delete from hotline_call')
      const { id: callId } = (await agent.do(beginCall)).call
      const list = isSomebody ? active : none
      const { personalNumber } = list[turn % list.length] ?? newPerson()
      const answers = { fullName: 'Không Phải Tên Này' }
      return () => agent.do(identifyCaller, { callId, personalNumber, answers })
    },
  }
}

const control = (fixture: Fixture, people: People): Route => {
  const { tools } = fixture.context
  const plain = door(
    fixture,
    'control',
    { somebody: people.active.map(elsewhere), nobody: people.none },
    async (visitor, person) => {
      const subjectId = await findSubject(tools.read, tools, person.personalNumber)
      if (subjectId) {
        await contactsOf(tools.read, tools, subjectId)
      }
      return sendLock(visitor, person)
    },
  )
  return { ...plain, isControl: true }
}

export const routesOf = async (fixture: Fixture, people: People): Promise<readonly Route[]> => [
  control(fixture, people),
  ...inPublic(fixture, people),
  ...again(fixture, people),
  ...register(fixture, people),
  await byCitizen(fixture, people),
  await byHelper(fixture, people, 'press'),
  await byHelper(fixture, people, 'code'),
  await byCaller(fixture, people),
  ...(await phoneRoutes(fixture, people)),
  await pushedRoute(fixture, people),
]
