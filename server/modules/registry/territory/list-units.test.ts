import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { importUnits } from './import-units.ts'
import { listUnits, viewUnit } from './list-units.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
  const folder = await mkdtemp(join(tmpdir(), 'sen-units-'))
  const file = join(folder, 'units.csv')
  const lines = ['code,parent_code,full_name', '01,,Thành phố Hà Nội', '00004,01,Phường Ba Đình', '']
  await writeFile(file, lines.join('\r\n'))
  await importUnits({ transact: fixture.context.transact, file, from: '2026-01-01' })
  await rm(folder, { recursive: true })
})
after(() => fixture.stop())

test('anybody reads the provinces, and the communes of each, to write an address', async () => {
  const visitor = fixture.visitor()
  const provinces = await visitor.do(listUnits, {})
  assert.ok(provinces.units.some(({ code, name }) => code === '01' && name === 'Thành phố Hà Nội'))
  assert.ok(provinces.units.every(({ code }) => code.length === 2))
  assert.deepEqual(await visitor.do(listUnits, { within: '01' }), {
    units: [{ code: '00004', name: 'Phường Ba Đình' }],
  })
  assert.deepEqual(await visitor.do(listUnits, { within: '98' }), { units: [] })
})

test('a commune is told with its province; a code that is none today is told as none', async () => {
  const visitor = fixture.visitor()
  assert.deepEqual(await visitor.do(viewUnit, { code: '00004' }), {
    unit: { name: 'Phường Ba Đình', province: { code: '01', name: 'Thành phố Hà Nội' } },
  })
  assert.deepEqual(await visitor.do(viewUnit, { code: '99999' }), { unit: null })
})

test('what is no code of a unit is refused', async () => {
  const visitor = fixture.visitor()
  await assert.rejects(visitor.do(listUnits, { within: "01' or" }), { code: 'request.invalid' })
  await assert.rejects(visitor.do(viewUnit, { code: '01' }), { code: 'request.invalid' })
})
