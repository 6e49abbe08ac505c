// What two persons published is among the services that everybody is offered, from its first day on.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { addDays } from '../../../../formats/vietnam-day.ts'
import { now } from '../../../kernel/clock.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { listServices } from './list-services.ts'
import { digestOfProcedure, proposeProcedure, publishProcedure } from './publish-procedure.ts'
import { checkFile } from './read-procedure.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const wedding = JSON.parse(
  readFileSync(new URL('../../../../testing/street-wedding.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, unknown>>

const publish = (changes: Readonly<Record<string, unknown>>) =>
  fixture.context.transact(async (work) => {
    const checked = checkFile(JSON.stringify({ ...wedding, ...changes }))
    assert.ok(checked.ok)
    await proposeProcedure(work, checked.value, 'An An', now())
    const { id, version } = checked.value
    const sha256 = digestOfProcedure(checked.value)
    await publishProcedure(work, { id, version, by: 'Bình Bình', sha256 }, now())
  })
const offered = async () =>
  (await fixture.visitor().do(listServices, {})).services.filter(({ id }) => id === 'street-wedding')

test('a published service is offered from its first day on, and its next version takes its place then', async () => {
  assert.deepEqual(await offered(), [])
  const today = dayInVietnam(now())
  await publish({ from: today })
  assert.deepEqual(
    (await offered()).map(({ title, code }) => [title.en, code]),
    [['Announce a wedding in the street', null]],
  )
  const later = { vi: 'Báo rạp cưới', en: 'Announce a wedding tent' }
  await publish({ version: 2, from: addDays(today, 30), title: later })
  assert.equal((await offered())[0]?.title.en, 'Announce a wedding in the street')
})
