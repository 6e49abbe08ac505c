/**
 * Part of the bench of enumeration: the doors at which a number that changed hands is asked for. Neither the
 * officer nor whoever has the number learns whether an account holds it, nor whether she who asks has one.
 */
import { claimPhone } from '../server/modules/access/authentication/phone-release/claim-phone.ts'
import {
  giveUpPhoneByHotline,
  phoneCodeByHotline,
} from '../server/modules/access/assistance/free-phone-by-hotline.ts'
import { sendPhoneCode } from '../server/modules/platform/counter/send-phone-code.ts'
import type { Fixture } from '../testing/fixture.ts'
import { newPerson, type TestPerson } from '../testing/test-person.ts'
import type { Visitor } from '../testing/visitor.ts'
import { settleOfficer } from '../testing/officer.ts'
import { knownCall } from '../testing/phone-release-steps.ts'
import type { People } from './enumeration-part-people.ts'
import type { Route } from './enumeration-part-route.ts'

type Pick = (isSomebody: boolean, turn: number) => TestPerson

/** A claim is kept for days: what one turn has left is no part of the next one's work. */
const afresh = (fixture: Fixture) => fixture.pool.query('delete from phone_claim')

/** An officer meets nobody a second time: whom she has met before costs her nothing. */
const asker = async (fixture: Fixture): Promise<TestPerson> => {
  const person = newPerson()
  await fixture.register(person)
  return person
}

const atCounter = (fixture: Fixture, bao: Visitor, pick: Pick): Route[] => [
  {
    name: 'changed hands: the counter, by the number',
    async ready(isSomebody, turn) {
      await afresh(fixture)
      const { personalNumber } = await asker(fixture)
      return () => bao.do(sendPhoneCode, { personalNumber, phone: pick(isSomebody, turn).phone })
    },
  },
  {
    name: 'changed hands: the counter, by who asks',
    async ready(isSomebody, turn) {
      await afresh(fixture)
      const asks = pick(isSomebody, turn).personalNumber
      return () => bao.do(sendPhoneCode, { personalNumber: asks, phone: newPerson().phone })
    },
  },
  {
    name: 'changed hands: the code of the number',
    async ready(isSomebody, turn) {
      await afresh(fixture)
      const [{ phone }, { personalNumber }] = [pick(isSomebody, turn), await asker(fixture)]
      // What another turn had sent to the number is there before this one's code.
      await fixture.settle()
      const { reference } = await bao.do(sendPhoneCode, { personalNumber, phone })
      const code = await fixture.code(phone)
      const visitor = fixture.visitor()
      return () => visitor.do(claimPhone, { reference, code })
    },
  },
]

const byHotline = (fixture: Fixture, lan: Visitor, pick: Pick): Route[] => {
  const called = async (who: TestPerson): Promise<string> => {
    await afresh(fixture)
    await fixture.pool.query('delete from hotline_call')
    return knownCall(lan, who)
  }
  return [
    {
      name: 'changed hands: the hotline, by the number',
      async ready(isSomebody, turn) {
        const callId = await called(await asker(fixture))
        return () => lan.do(phoneCodeByHotline, { callId, phone: pick(isSomebody, turn).phone })
      },
    },
    {
      name: 'changed hands: the hotline, given up',
      async ready(isSomebody, turn) {
        const callId = await called(pick(isSomebody, turn))
        return () => lan.do(giveUpPhoneByHotline, { callId })
      },
    },
  ]
}

export const phoneRoutes = async (fixture: Fixture, { active, none }: People): Promise<readonly Route[]> => {
  const pick: Pick = (isSomebody, turn) => {
    const list = isSomebody ? active : none
    return list[turn % list.length] ?? newPerson()
  }
  const officer = await settleOfficer(fixture)
  return [...atCounter(fixture, officer, pick), ...byHotline(fixture, officer, pick)]
}
