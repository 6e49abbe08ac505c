import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { provinces, provinceUnits } from '../../../../formats/province-codes.ts'
import { compareKey } from '../../../../formats/vietnamese-text.ts'
import { openTestDatabase, type TestDatabase } from '../../../../testing/database.ts'
import { openReading, openTransact } from '../../../storage/transact.ts'
import type { Reading } from '../../../kernel/work.ts'
import { findUnit, listCommunes, listProvinces, unitHistory } from './find-unit.ts'
import { importUnits, UnitsFileRefused, type UnitsImported } from './import-units.ts'

let folder = ''
let database: TestDatabase
let read: Reading

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sen-units-'))
  database = await openTestDatabase()
  read = openReading(database.pool)
})
after(async () => {
  await database.stop()
  await rm(folder, { recursive: true })
})

const bring = async (lines: readonly string[], from: string): Promise<UnitsImported> => {
  const file = join(folder, 'units.csv')
  await writeFile(file, ['\ufeffcode,parent_code,full_name', ...lines, ''].join('\r\n'))
  return importUnits({ transact: openTransact(database.pool), file, from })
}
const hanoi = '01,,Thành phố Hà Nội'

test('a fresh system knows the 34 units and the 63 provinces of personal numbers by the names that formats has', async () => {
  const units = await listProvinces(read, '2026-11-22')
  assert.deepEqual(
    units.map((unit) => unit.code),
    provinceUnits.map((unit) => unit.code),
  )
  for (const unit of provinceUnits) {
    const found = units.find(({ code }) => code === unit.code)
    assert.ok(found && compareKey(found.name).endsWith(compareKey(unit.name.replace('TP. ', ''))), unit.name)
  }
  for (const province of provinces) {
    assert.equal((await findUnit(read, province.code, '2025-06-30'))?.successorCode, province.unitCode)
  }
  assert.equal(await findUnit(read, '045', '2025-07-01'), null)
  assert.equal((await findUnit(read, '75', '2026-04-29'))?.kind, 'province')
  assert.equal((await findUnit(read, '75', '2026-04-30'))?.kind, 'municipality')
})

test('a list imported again changes nothing; a changed unit closes its version and opens a new one', async () => {
  const list = [hanoi, '00004,01,Phường Ba Đình', '00376,01,Xã Sóc Sơn', '00008,01,"Phường Ngọc Hà"']
  assert.deepEqual(await bring(list, '2026-01-01'), {
    opened: 3,
    changed: 0,
    closed: 0,
    unchanged: 1,
    rejected: [],
  })
  assert.deepEqual(await bring(list, '2026-02-01'), {
    opened: 0,
    changed: 0,
    closed: 0,
    unchanged: 4,
    rejected: [],
  })
  const changed = [hanoi, '00004,01,Phường Ba Đình', '00376,01,Phường Sóc Sơn']
  assert.deepEqual(await bring(changed, '2026-06-01'), {
    opened: 0,
    changed: 1,
    closed: 1,
    unchanged: 2,
    rejected: [],
  })
  assert.deepEqual(
    (await unitHistory(read, '00376')).map((v) => [v.kind, v.validFrom, v.validUntil]),
    [
      ['commune', '2026-01-01', '2026-06-01'],
      ['ward', '2026-06-01', null],
    ],
  )
  assert.deepEqual(
    (await listCommunes(read, '01', '2026-05-31')).map((v) => v.name),
    ['Phường Ba Đình', 'Phường Ngọc Hà', 'Xã Sóc Sơn'],
  )
  assert.deepEqual(
    (await listCommunes(read, '01', '2026-06-01')).map((v) => v.name),
    ['Phường Ba Đình', 'Phường Sóc Sơn'],
  )
})

test('a correction on the same day leaves one version', async () => {
  await bring(['46,,Thành phố Huế', '19804,46,Phường Phú Xuan'], '2026-07-01')
  await bring(['46,,Thành phố Huế', '19804,46,Phường Phú Xuân'], '2026-07-01')
  assert.deepEqual(
    (await unitHistory(read, '19804')).map((v) => v.name),
    ['Phường Phú Xuân'],
  )
})

test('a kind written in small letters is read, and stored as all others are', async () => {
  assert.equal((await bring(['20,,Tỉnh Lạng Sơn', '06325,20,xã Bắc Sơn'], '2026-07-01')).opened, 1)
  assert.equal((await findUnit(read, '06325', '2026-07-01'))?.name, 'Xã Bắc Sơn')
})

test('a line that is no unit is refused with its line and code, and nothing is closed by a list with such a line', async () => {
  const done = await bring(
    [
      '48,,Thành phố Đà Nẵng',
      '1,,Tỉnh X',
      '20194,48,Hải Vân',
      '20195,48,"Phường" A',
      '20196,48',
      '20197,99,Xã Lạ',
      '48,,Thành phố Đà Nẵng',
      '20198,48,Phường \u202eA',
      '49,48,Tỉnh Y',
    ],
    '2026-08-01',
  )
  assert.deepEqual(
    done.rejected.map(({ line, field, code }) => `${line} ${field} ${code}`),
    [
      '3 code shape',
      '4 full_name kind',
      '5  quote',
      '6  columns',
      '8 code repeated',
      '9 full_name characters',
      '10 parent_code not-empty',
      '7 parent_code unknown',
    ],
  )
  assert.equal(done.closed, 0)
})

test('a file with another header, or not in UTF-8, is refused as a whole', async () => {
  const file = join(folder, 'other.csv')
  for (const content of ['code;name\n', Buffer.from('code,parent_code,full_name\n01,,Th\xe0nh', 'latin1')]) {
    await writeFile(file, content)
    await assert.rejects(importUnits({ transact: openTransact(database.pool), file }), UnitsFileRefused)
  }
})
