import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  caretAfter,
  clockVN,
  dateVN,
  dayVN,
  durationText,
  groupPersonalNumber,
  initials,
  maskPersonalNumber,
  moneyVN,
  numberText,
  timeOrDayVN,
  timeVN,
} from './format.ts'
import { setLanguage } from './language.ts'

test("a moment is shown in Vietnam's time wherever the phone is", () => {
  const moment = '2026-11-22T18:32:07Z'
  assert.equal(timeVN(moment), '01:32')
  assert.equal(clockVN(moment), '01:32:07')
  assert.equal(dateVN(moment), '23/11/2026')
  assert.equal(dayVN('2026-11-25T00:00:00Z'), 'thứ Tư 25/11')
})

test('what ends on another day is not told by its hour alone', () => {
  const at = Date.parse('2026-11-25T10:00:00+07:00')
  assert.equal(timeOrDayVN('2026-11-25T23:59:00+07:00', at), '23:59')
  assert.equal(timeOrDayVN('2026-11-26T00:00:00+07:00', at), '00:00 thứ Năm 26/11')
  assert.equal(timeOrDayVN('2026-11-24T09:30:00+07:00', at), '09:30 thứ Ba 24/11')
})

test('a date of birth keeps only the parts it has', () => {
  assert.deepEqual(
    ['1991-04-12', '1958-08', '1958'].map((date) => dateVN(date)),
    ['12/04/1991', '08/1958', '1958'],
  )
})

test('a personal number is grouped 3-3-6 while it is typed and masked to its ends', () => {
  assert.deepEqual(['9', '9011', '9011910', '901191005826'].map(groupPersonalNumber), [
    '9',
    '901 1',
    '901 191 0',
    '901 191 005826',
  ])
  assert.equal(maskPersonalNumber('901191005826'), '901 ••• ••• 826')
})

test('the caret stays behind the digit it was behind', () => {
  assert.deepEqual(
    [0, 2, 3, 4, 6, 12].map((before) => caretAfter('901 191 005826', before)),
    [0, 2, 3, 5, 7, 14],
  )
})

test('numbers and money follow the language', () => {
  assert.equal(moneyVN(50_000), '50.000 ₫')
  assert.equal(numberText(-1240.5, 1), '−1.240,5')
  setLanguage('en')
  assert.equal(numberText(1240.5, 1), '1,240.5')
  setLanguage('vi')
  assert.equal(durationText(222), '3:42')
  assert.equal(initials('Nguyễn Thị Hạnh'), 'NH')
})
