// An agent's own calls, page after page.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { beginCall, listCalls } from './hotline.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

test('a page that holds all of them says that there is no other', async () => {
  const lan = await settleOfficer(fixture, { tasks: ['hotline'] })
  for (let n = 0; n < 30; n++) {
    await lan.do(beginCall)
  }
  const whole = await lan.do(listCalls, {})
  assert.deepEqual([whole.items.length, whole.next], [30, null])
  await lan.do(beginCall)
  const first = await lan.do(listCalls, {})
  assert.equal(first.items.length, 30)
  const second = await lan.do(listCalls, { cursor: first.next ?? assert.fail() })
  assert.deepEqual([second.items.length, second.next], [1, null])
  assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 31)
})
