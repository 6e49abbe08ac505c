// What the identity card on the phone says of different people, at the edges of ages and of what is known.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { newPerson, type TestPerson } from '../../../../../testing/test-person.ts'
import { castRegisterPortrait } from '../../../../../world/settle-cast.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { identityCardType } from './identity-card-type.ts'
import { portraitForCredential } from './portrait-for-credential.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const contentOf = async (changes: Partial<TestPerson>) => {
  const person = newPerson(changes)
  await fixture.register(person)
  return (await contentAt(person)) ?? assert.fail()
}
const concerned = ({ personalNumber }: Pick<TestPerson, 'personalNumber'>) => {
  return { subjectId: '', personalNumber, documentId: null }
}
const contentAt = (person: TestPerson) => {
  const { tools } = fixture.context
  const asked = { format: 'mso_mdoc', at: now() } as const
  return identityCardType.read(tools.read, tools, concerned(person), asked)
}
const markAt = async (person: TestPerson) => {
  const { tools } = fixture.context
  return (await identityCardType.readFacts(tools.read, tools, concerned(person), now())).mark
}
const standAt = (moment: string): void => moveClock(Date.parse(moment) - Date.now())

test('eighteen begins at midnight of Vietnam on the birthday, and not a minute before', async () => {
  const birthDate = '2009-03-01'
  standAt('2027-02-28T16:59:00Z')
  assert.equal((await contentOf({ birthDate })).claims['age_over_18'], false)
  standAt('2027-02-28T17:00:00Z')
  const { claims, elements } = await contentOf({ birthDate })
  assert.deepEqual(
    [claims['age_over_18'], claims['age_over_20'], elements?.['age_over_18']],
    [true, false, true],
  )
})

test('of a birth date without day or month no age is told before it is certain', async () => {
  standAt('2027-06-15T05:00:00Z')
  const { claims, elements } = await contentOf({ birthDate: '1967' })
  assert.deepEqual([claims['birthdate'], claims['age_over_60']], ['1967', false])
  assert.equal(elements?.['birth_date'], undefined, 'a full-date of less than a day would be invented')
  standAt('2027-12-31T05:00:00Z')
  assert.equal((await contentOf({ birthDate: '1967' })).claims['age_over_60'], true)
})

test('what the register does not hold is not there, instead of standing empty', async () => {
  const { claims, elements } = await contentOf({ hasRegisterPortrait: false, cardExpiresOn: null as never })
  for (const name of ['portrait', 'date_of_expiry']) {
    assert.ok(!(name in claims), name)
  }
  assert.ok(!('portrait' in (elements ?? {})) && !('expiry_date' in (elements ?? {})))
  assert.ok(!Object.values(claims).includes('') && !Object.values(claims).includes(null))
})

test('claims and elements are those that the metadata names, and no other', async () => {
  const { claims, elements } = await contentOf({})
  const names = identityCardType.claims.map(({ name }) => name)
  assert.deepEqual(Object.keys(claims).sort(), [...names].sort())
  const said = identityCardType.claims.flatMap(({ elements: named }) => named)
  assert.deepEqual(Object.keys(elements ?? {}).sort(), [...said].sort())
})

test('a birthday alone changes nothing of what is compared with the register', async () => {
  const person = newPerson({ birthDate: '2009-03-01' })
  await fixture.register(person)
  const mark = () => markAt(person)
  standAt('2027-02-27T05:00:00Z')
  const before = await mark()
  standAt('2027-03-02T05:00:00Z')
  assert.deepEqual(await mark(), before)
  await fixture.register({ ...person, fullName: 'Nguyễn Thị Khác' })
  assert.notDeepEqual(await mark(), before)
})

test('whom the register does not have gets no card', async () => {
  const person = newPerson()
  assert.equal(await contentAt(person), null)
  assert.equal(await markAt(person), null)
})

test('the picture is a small JPEG without anything beside its pixels, whoever it shows', async () => {
  for (const id of ['hanh', 'man', 'pao', 'binh', 'emma'] as const) {
    const small = (await portraitForCredential(await castRegisterPortrait({ id }))) ?? assert.fail(id)
    assert.ok(small.length <= 4096 && small.length > 1000, `${id}: ${small.length}`)
    assert.deepEqual([...small.subarray(0, 3)], [0xff, 0xd8, 0xff])
    assert.ok(!small.includes('Exif') && !small.includes('<svg'))
  }
  assert.equal(await portraitForCredential(Buffer.from('no picture')), null)
})
