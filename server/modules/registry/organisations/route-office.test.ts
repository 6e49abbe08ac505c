// Which office a case goes to, with real Postgres: three offices and their territories, and a model of the
// rule against many installations drawn at random.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestContext } from '../../../../testing/database.ts'
import { later, now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { addOffice, addOfficer } from './add-officer.ts'
import { CENTRAL_OFFICE, type Task } from './mandate.ts'
import { officeFor } from './route-office.ts'

let opened: Awaited<ReturnType<typeof openTestContext>>
before(async () => {
  opened = await openTestContext()
  await opened.pool.query(
    `insert into territory_unit (code, valid_from, valid_until, kind, name, parent_code, successor_code,
       source)
     values ('97', '2025-07-01', null, 'municipality', 'Thành phố Một', null, null, 'test'),
       ('98', '2025-07-01', null, 'province', 'Tỉnh Hai', null, null, 'test'),
       ('97101', '2025-07-01', null, 'ward', 'Phường Một', '97', null, 'test'),
       ('97102', '2025-07-01', null, 'ward', 'Phường Hai', '97', null, 'test'),
       ('97109', '2025-07-01', '2026-01-01', 'ward', 'Phường Cũ', '97', '97102', 'test'),
       ('98201', '2025-07-01', null, 'commune', 'Xã Ba', '98', null, 'test')`,
  )
})
after(() => opened.stop())

const office = (code: string, unit?: string): Promise<string> =>
  opened.context.transact((work) =>
    addOffice(work, { code, name: `Văn phòng ${code}`, ...(unit ? { unit } : {}) }),
  )
const officerAt = (officeCode: string, tasks: readonly Task[], number = `CB-${newId()}`, until?: Date) =>
  opened.context.transact((work) =>
    addOfficer(work, opened.context.tools, {
      number,
      name: 'Trần Quốc Bảo',
      rank: 'Đại uý',
      officeCode,
      tasks,
      ...(until ? { until } : {}),
    }),
  )
const routed = (unit: string | null, task: Task = 'discrepancy.work', at = now()): Promise<string> =>
  officeFor(opened.context.tools.read, task, unit, at)
const everythingGone = () => opened.pool.query('update mandate set valid_until = valid_from')

test('a commune goes before its province, a province before the country; nothing is left without an office', async () => {
  assert.equal(await routed('97101'), CENTRAL_OFFICE.id, 'before there is any office')
  await officerAt(CENTRAL_OFFICE.code, ['discrepancy.work'])
  const [ward, city, country] = [
    await office('A-WARD', '97101'),
    await office('A-CITY', '97'),
    await office('A-ALL'),
  ]
  assert.equal(await routed('97101'), CENTRAL_OFFICE.id, 'an office without the task gets nothing')
  await officerAt('A-ALL', ['discrepancy.work'])
  assert.equal(
    await routed('97101'),
    CENTRAL_OFFICE.id,
    "of the country's own offices the central one is first",
  )
  await officerAt('A-CITY', ['discrepancy.work'])
  const { officerId } = await officerAt('A-WARD', ['discrepancy.work'])
  assert.deepEqual(
    await Promise.all(['97101', '97102', '97109', '97', '98201', null].map((unit) => routed(unit))),
    [ward, city, city, city, CENTRAL_OFFICE.id, CENTRAL_OFFICE.id],
  )
  assert.equal(await routed('97101', 'enrolment.decide'), CENTRAL_OFFICE.id)
  await opened.pool.query('update officer set left_at = now() where id = $1', [officerId])
  assert.equal(await routed('97101'), city, 'she has left')
  await opened.pool.query('update mandate set valid_until = now() where office_id = $1 or office_id = $2', [
    CENTRAL_OFFICE.id,
    city,
  ])
  assert.equal(await routed('97101', 'discrepancy.work', later(now(), 1)), country)
})

test('the newest mandate decides what she does at an office', async () => {
  await everythingGone()
  await office('B-WARD', '97102')
  await officerAt('B-WARD', ['discrepancy.work'], 'CB-NEWER')
  const before = await routed('97102')
  assert.notEqual(before, CENTRAL_OFFICE.id)
  await officerAt('B-WARD', ['enrolment.decide'], 'CB-NEWER')
  assert.equal(await routed('97102'), CENTRAL_OFFICE.id)
  assert.equal(await routed('97102', 'enrolment.decide'), before)
})

test('an office of a territory that is in no list is not added', async () => {
  await assert.rejects(office('C-WARD', '97999'), /no commune or province/)
})

const UNITS = [null, '97', '98', '97101', '97102', '98201'] as const
const PARENT: Readonly<Record<string, string>> = { '97101': '97', '97102': '97', '98201': '98' }

test('for any installation: exactly one office, the nearest one with the task, the central one without', async () => {
  let seed = 7
  const draw = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let round = 0; round < 12; round++) {
    await everythingGone()
    const offices: { id: string; unit: string | null; code: string; hasTask: boolean }[] = []
    for (let i = 0; i < 5; i++) {
      const unit = UNITS[draw(UNITS.length)] ?? null
      const code = `P${round}-${i}`
      const hasTask = draw(2) === 0
      const id = await office(code, unit ?? undefined)
      await officerAt(code, hasTask ? ['hotline', 'assist'] : ['assist'])
      offices.push({ id, unit, code, hasTask })
    }
    for (const unit of UNITS) {
      const nearest = [unit, unit === null ? null : (PARENT[unit] ?? null), null]
        .flatMap((place) => offices.filter((one) => one.hasTask && one.unit === place))
        .at(0)
      const at = later(now(), 1)
      assert.equal(await routed(unit, 'hotline', at), nearest?.id ?? CENTRAL_OFFICE.id, `${round} ${unit}`)
    }
  }
})
