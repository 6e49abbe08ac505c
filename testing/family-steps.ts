/** A parent of level 2 and the children whom the register knows as hers. */
import { registerWard } from '../server/modules/cases/representation/register-ward.ts'
import { viewFamily } from '../server/modules/cases/representation/family.ts'
import { now } from '../server/kernel/clock.ts'
import { castPortrait } from '../world/settle-cast.ts'
import type { Fixture } from './fixture.ts'
import { PASSCODE, settleCitizen } from './settle-citizen.ts'
import { newPerson, type TestPerson } from './test-person.ts'

export type Citizen = Awaited<ReturnType<typeof settleCitizen>>
export const CONSENT = '2026-11'
const DAY_MS = 86_400_000

export const pictureOf = async (face: TestPerson['face'] = 'binh') =>
  (await castPortrait({ id: face })).toString('base64')

/** ISO day of somebody who will be `age` in so many days. */
export const bornFor = (age: number, inDays: number): string => {
  const day = new Date(now().getTime() + inDays * DAY_MS)
  return `${day.getUTCFullYear() - age}-${day.toISOString().slice(5, 10) === '02-29' ? '02-28' : day.toISOString().slice(5, 10)}`
}

export const settleParent = async (
  fixture: Fixture,
  changes: Partial<TestPerson> = {},
  level = 2,
): Promise<Citizen> => {
  const citizen = await settleCitizen(fixture, changes)
  await fixture.pool.query('update account set level = $2 where personal_number = $1', [
    citizen.person.personalNumber,
    level,
  ])
  return citizen
}

export const addChild = async (
  fixture: Fixture,
  mother: Citizen,
  changes: Partial<TestPerson> = {},
): Promise<TestPerson> => {
  const child = newPerson({
    fullName: 'Phạm Gia Bình',
    sex: 'male',
    birthDate: bornFor(10, 200),
    face: 'binh',
    motherNumber: mother.person.personalNumber,
    registerPhone: '',
    ...changes,
  })
  await fixture.register(child)
  return child
}

export const registerChild = async (
  fixture: Fixture,
  mother: Citizen,
  changes: Partial<TestPerson> = {},
): Promise<{ child: TestPerson; tieId: string }> => {
  const child = await addChild(fixture, mother, changes)
  await mother.visitor.do(registerWard, {
    personalNumber: child.personalNumber,
    picture: await pictureOf(child.face),
    passcode: PASSCODE,
    consent: CONSENT,
  })
  await fixture.settle()
  const { members } = await mother.visitor.do(viewFamily)
  return {
    child,
    tieId: members.find(({ personalNumber }) => personalNumber === child.personalNumber)?.tieId ?? '',
  }
}
