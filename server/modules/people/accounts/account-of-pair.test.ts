// Number and address together: what is compared, and what an older Sen kept.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import { accountOfPair, isReachable } from './account-of-pair.ts'
import { digestContacts } from './digest-contacts.ts'
import { findSubject } from './open-account.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const ask = (personalNumber: string, channel: 'sms' | 'email', to: string) =>
  accountOfPair(fixture.context.tools.read, fixture.context.tools, { personalNumber, channel, to })

test('a number belongs together with its phone and its e-mail, however that is spelled, and with no other', async () => {
  const { person } = await settleCitizen(fixture)
  const { personalNumber, phone, email } = person
  assert.equal((await ask(personalNumber, 'sms', phone))?.state, 'active')
  assert.equal((await ask(personalNumber, 'email', (email ?? '').toUpperCase()))?.isSound, true)
  const other = newPerson()
  assert.equal(await ask(personalNumber, 'sms', other.phone), null)
  assert.equal(await ask(personalNumber, 'email', phone), null)
  assert.equal(await ask(other.personalNumber, 'sms', phone), null)
})

test('codes reach an e-mail beside a proven phone, or one that is proven itself', async () => {
  const { person } = await settleCitizen(fixture)
  const { read } = fixture.context.tools
  const subjectId = (await findSubject(read, fixture.context.tools, person.personalNumber)) ?? ''
  assert.deepEqual(
    [await isReachable(read, subjectId, 'sms'), await isReachable(read, subjectId, 'email')],
    [true, true],
  )
  await fixture.pool.query("delete from contact where subject_id = $1 and kind = 'phone'", [subjectId])
  assert.deepEqual(
    [await isReachable(read, subjectId, 'sms'), await isReachable(read, subjectId, 'email')],
    [false, false],
  )
  await fixture.pool.query('update contact set verified_at = now() where subject_id = $1', [subjectId])
  assert.equal(await isReachable(read, subjectId, 'email'), true)
  assert.equal(await isReachable(read, null, 'sms'), false)
})

test('what an older release beside this one replaces is compared as it is now, and digested anew', async () => {
  const { person, visitor: _ } = await settleCitizen(fixture)
  const { personalNumber, phone } = person
  const { transact, tools } = fixture.context
  const subjectId = (await findSubject(tools.read, tools, personalNumber)) ?? ''
  const fresh = newPerson().phone
  await fixture.pool.query("update contact set sealed_value = $2 where subject_id = $1 and kind = 'phone'", [
    subjectId,
    await tools.sealer.seal(subjectId, 'contact.phone', fresh),
  ])
  assert.equal(await ask(personalNumber, 'sms', phone), null)
  assert.equal((await ask(personalNumber, 'sms', fresh))?.state, 'active')
  assert.equal(await digestContacts(transact, tools), 1)
  assert.equal((await ask(personalNumber, 'sms', fresh))?.state, 'active')
})

test('contacts of an older Sen are known before the job has come to them, and the job comes to each once', async () => {
  const { personalNumber, phone, email } = (await settleCitizen(fixture)).person
  await fixture.pool.query('update contact set digest = null')
  const { transact, tools } = fixture.context
  const [{ n }] = (await fixture.pool.query<{ n: number }>('select count(*)::int as n from contact'))
    .rows as [{ n: number }]
  assert.equal((await ask(personalNumber, 'sms', phone))?.state, 'active')
  assert.equal(await ask(personalNumber, 'sms', newPerson().phone), null)
  assert.equal(await digestContacts(transact, tools), n)
  assert.equal(await digestContacts(transact, tools), 0)
  assert.equal((await ask(personalNumber, 'email', email ?? ''))?.state, 'active')
})
