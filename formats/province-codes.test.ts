import assert from 'node:assert/strict'
import { test } from 'node:test'
import { provinceOf, provinces, provinceUnitOf, provinceUnits } from './province-codes.ts'

test('there are 63 provinces and 34 units, each code once and in order', () => {
  assert.equal(provinces.length, 63)
  assert.equal(provinceUnits.length, 34)
  for (const list of [provinces, provinceUnits]) {
    const codes = list.map((one) => one.code)
    assert.deepEqual(codes, [...new Set(codes)].toSorted())
  }
})

test('every province belongs to a unit and every unit has a province of its digits', () => {
  for (const province of provinces) {
    assert.ok(provinceUnitOf(province.unitCode), province.name)
  }
  for (const unit of provinceUnits) {
    assert.equal(provinceOf(`0${unit.code}`)?.unitCode, unit.code)
  }
})

test('the traps of the merger are right: the unit does not always keep the code of its namesake', () => {
  const traps = { '045': '44', '010': '15', '027': '24', '064': '52', '072': '80', '087': '82', '089': '91' }
  for (const [code, unitCode] of Object.entries(traps)) {
    const province = provinceOf(code)
    assert.equal(province?.unitCode, unitCode)
    assert.equal(provinceUnitOf(unitCode)?.name, province?.name)
  }
})

test('a code nobody was given has no province', () => {
  for (const code of ['000', '003', '097', '100', '1', '']) {
    assert.equal(provinceOf(code), undefined)
  }
})
