// What the zone cannot hold is no difference: cards of honest people that must stay genuine beside
// mutations-of-details.ts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composeDg13, type DetailsToWrite } from '../../formats/emrtd/compose-groups.ts'
import { readDg13 } from '../../formats/emrtd/dg13.ts'
import { verifyChip, type ChipVerdict } from '../../formats/emrtd/verify-chip.ts'
import type { PartialDate } from '../../formats/partial-date.ts'
import { nodeCrypto } from '../../server/modules/evidence/chips/node-crypto.ts'
import { AT, card, chip, groups, trustOf } from './chip-kit.ts'
import { anchors } from './mutations-of-form.ts'
import { cardOf } from '../../testing/chips/mutations-of-details.ts'

const verdictOf = (...[zone, details]: Parameters<typeof cardOf>): ChipVerdict =>
  verifyChip(nodeCrypto, cardOf(zone, details), trustOf(anchors), AT)
const isGenuine = (about: string, ...of: Parameters<typeof cardOf>): void =>
  assert.deepEqual(verdictOf(...of).problems, [], about)

test('names as the zone holds them: cut, of one word, with apostrophe, hyphen and dot', () => {
  for (const fullName of [
    'Công Tằng Tôn Nữ Thị Diệu Trang Đài',
    'Nguyễn Hoàng Phương Khánh Linh Đan',
    'Đỗ Nguyễn Hoàng Thanh Phương Linh Nhi',
    'Suy',
    "H'Hen Niê",
    'H’Hen Niê',
    'Y Moan Ênuôl',
    'Rơ Châm H’Ƀăm',
    'Lê-Văn Tám',
    'Thượng-toạ Nguyễn-Thị Hạnh',
    'Trần Thị St. Anna',
    'NGUYỄN THỊ HẠNH',
    'Huỳnh Thị Mỹ Duyên',
  ]) {
    isGenuine(fullName, { fullName })
  }
})

test('a cut falls anywhere: between two words, behind the family name, in a family name longer than the zone', () => {
  for (let letters = 1; letters <= 40; letters++) {
    isGenuine(`one word of ${letters}`, { fullName: 'A'.repeat(letters) })
    isGenuine(`a family name of ${letters}, and one more`, { fullName: `${'A'.repeat(letters)} Bình` })
    isGenuine(`three words, ${letters}`, { fullName: `An ${'B'.repeat(letters)} Cúc` })
  }
})

test('writers of zones differ about apostrophe, hyphen and family name', () => {
  for (const [zone, details] of [
    ['H Hen Niê', "H'Hen Niê"],
    ['HHen Niê', 'HʼHen Niê'],
    ['LêVăn Tám', 'Lê-Văn Tám'],
    ['Lê Văn Tám', 'Lê‑Văn Tám'],
    ['NguyễnThị Hạnh', 'Nguyễn Thị Hạnh'],
    ['Nguyễn Thị Hạnh', 'Nguyễn\u00a0Thị  Hạnh '],
  ] as const) {
    isGenuine(details, { fullName: zone }, { fullName: details })
  }
})

test('dates and what a card does not say', () => {
  isGenuine('only the year of birth', { birthDate: '1991' as PartialDate })
  isGenuine('the year in one group, the day in the other', {}, { birthDate: '1991' as PartialDate })
  isGenuine('no end', { expiresOn: null }, { expiresOn: null, hasNoEnd: true })
  isGenuine(
    'the last day of the zone instead of no end',
    { expiresOn: null },
    { expiresOn: '2099-12-31', hasNoEnd: false },
  )
  isGenuine('no day of expiry in the details', {}, { expiresOn: null })
  isGenuine('no sex in the details', {}, { sex: null })
  const { problems, fields } = verdictOf({}, { expiresOn: null, sex: null })
  assert.deepEqual([problems, fields.expiresOn, fields.sex], [[], '2031-04-12', 'female'])
})

test('texts as cards have them', () => {
  isGenuine(
    'residence',
    {},
    { residence: 'Số 12/3A, hẻm 3º, đường Bờ Sông (cũ: QL.1A) – khối “Đoàn Kết”, P. Sông Lam' },
  )
  isGenuine('marks', {}, { identifyingMarks: 'Nốt ruồi C: 1,5cm dưới sau đuôi mắt phải' })
  isGenuine('parents', {}, { fatherName: 'Ksor Y-Blă', motherName: 'H’Bia Ƀ. Êban' })
})

test('a name in parts of letters and marks is read as the whole letters', () => {
  const decomposed = Buffer.from('Nguyễn Thị Hạnh'.normalize('NFD'))
  const composed = Buffer.from('Nguyễn Thị Hạnh'.normalize('NFC'))
  const dg13 = Buffer.from(composeDg13(details({ fullName: 'X'.repeat(decomposed.length) })))
  decomposed.copy(dg13, dg13.indexOf('X'.repeat(decomposed.length)))
  assert.equal(dg13.indexOf(composed), -1)
  assert.equal(readDg13(dg13).fullName, 'Nguyễn Thị Hạnh'.normalize('NFC'))
  const file = chip({ groups: new Map([...groups(), [13, dg13]]) })
  assert.deepEqual(verifyChip(nodeCrypto, file, trustOf(anchors), AT).problems, [])
})

const details = (changes: Partial<DetailsToWrite>): DetailsToWrite => ({ ...card().details, ...changes })
