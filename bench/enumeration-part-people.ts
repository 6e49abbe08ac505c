/** Part of the bench of enumeration: people with accounts, and numbers that have none. */
import type { Fixture } from '../testing/fixture.ts'
import { newPerson, type TestPerson } from '../testing/test-person.ts'
import { now } from '../server/kernel/clock.ts'
import {
  accountForUpdate,
  activateAccount,
  openAccount,
  reserveSubject,
} from '../server/modules/people/accounts/open-account.ts'

export interface People {
  /** In use. */
  readonly active: readonly TestPerson[]
  /** Waiting for their activation. */
  readonly issued: readonly TestPerson[]
  /** In the register, without an account. */
  readonly none: readonly TestPerson[]
}

const openFor = (fixture: Fixture, { personalNumber, phone, email }: TestPerson, isActive: boolean) =>
  fixture.context.transact(async (work) => {
    const { tools } = fixture.context
    const subjectId = await reserveSubject(work, tools, personalNumber)
    await openAccount(work, tools, {
      subjectId,
      personalNumber,
      level: 1,
      language: 'vi',
      phone,
      email: email ?? null,
      proof: { channel: 'sms', at: now() },
    })
    const account = await accountForUpdate(work, subjectId)
    if (isActive && account) {
      await activateAccount(work, account)
    }
  })

export const settlePeople = async (fixture: Fixture, each: number): Promise<People> => {
  const some = (): TestPerson[] => Array.from({ length: each }, () => newPerson())
  const people = { active: some(), issued: some(), none: some() }
  await fixture.register(...people.active, ...people.issued, ...people.none)
  for (const person of people.active) {
    await openFor(fixture, person, true)
  }
  for (const person of people.issued) {
    await openFor(fixture, person, false)
  }
  await fixture.settle()
  return people
}
