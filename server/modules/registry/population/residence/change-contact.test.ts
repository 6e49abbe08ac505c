// Phone and e-mail of the register, changed by a result: sealed, once, and with what they were.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openResidents, type Residents } from '../../../../../testing/residents.ts'
import { contactsOf } from '../find-person.ts'
import { personHistory } from '../person-history.ts'
import { changeContact, type RegisterContact } from './change-contact.ts'
import type { ByResult } from './residence.ts'

let residents: Residents
before(async () => {
  residents = await openResidents()
})
after(() => residents.stop())

const change = async (
  number: string,
  wanted: Omit<RegisterContact, 'person'>,
  by: ByResult = residents.by(),
) => {
  const { context, seen } = residents
  const person = await seen(number)
  return context.transact((work) => changeContact(work, context.tools, by, { person, ...wanted }))
}
const contacts = (number: string) => contactsOf(residents.context.tools.read, residents.context.tools, number)

test('one contact changes and what is not named stays; what it was is kept sealed', async () => {
  const { context, bring, pool, by } = residents
  const [one = ''] = await bring({ phone: '+84917000001', email: 'a@thu.example', ethnicity: 'Kinh' })
  const result = by()
  await change(one, { phone: '0917 000 002' }, result)
  assert.deepEqual(await contacts(one), { phone: '+84917000002', email: 'a@thu.example' })
  const [earlier] = await personHistory(context.tools.read, context.tools, one)
  assert.deepEqual(
    [earlier?.source, earlier?.privateBefore?.phone, earlier?.privateBefore?.ethnicity],
    [`contact ${result.reference}`, '+84917000001', 'Kinh'],
  )
  await change(one, { email: null })
  assert.deepEqual(await contacts(one), { phone: '+84917000002', email: null })
  const { rows } = await pool.query<{ row: string }>(
    'select h::text as row from person_history h where personal_number = $1',
    [one],
  )
  assert.ok(rows.every(({ row }) => !row.includes('917000001') && !row.includes('a@thu')))
})

test('the same result changes a contact once; another wish under its code is refused', async () => {
  const { bring, by, refusal } = residents
  const [one = ''] = await bring({ phone: '+84917000003' })
  const result = by()
  const first = await change(one, { phone: '+84917000004' }, result)
  assert.deepEqual(await change(one, { phone: '+84917000004' }, result), { ...first, isRepeated: true })
  assert.equal(
    await refusal(() => change(one, { phone: '+84917000005' }, result)),
    'residence.reference-used',
  )
  assert.deepEqual((await change(one, { phone: '+84917000004' })).changed, [], 'nothing to change')
  assert.equal((await contacts(one))?.phone, '+84917000004')
})

test('what is no contact, a stale look and a stranger are refused, and nothing changes', async () => {
  const { context, bring, by, refusal } = residents
  const [one = ''] = await bring({ phone: '+84917000006' })
  for (const wanted of [{ phone: '113' }, { phone: '' }, { email: 'nobody' }, { email: '' }]) {
    assert.equal(await refusal(() => change(one, wanted)), 'residence.bad-contact')
  }
  const ask = (personalNumber: string, version: number) =>
    refusal((work) =>
      changeContact(work, context.tools, by(), {
        person: { personalNumber, version },
        phone: '+84917000007',
      }),
    )
  assert.equal(await ask(one, 2), 'residence.register-moved')
  assert.equal(await ask('940185999998', 1), 'residence.no-such-person')
  assert.equal((await contacts(one))?.phone, '+84917000006')
})
