import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeText } from './place-text.ts'

test('an address is followed by its commune and province', () => {
  assert.equal(
    placeText('Số 8', 'Phường Ba Đình', 'Thành phố Hà Nội'),
    'Số 8, Phường Ba Đình, Thành phố Hà Nội',
  )
  assert.equal(
    placeText('Số 8', 'Phường Ba Đình, Thành phố Hà Nội'),
    'Số 8, Phường Ba Đình, Thành phố Hà Nội',
  )
  assert.equal(placeText('', 'Phường Ba Đình'), 'Phường Ba Đình')
  assert.equal(placeText('Số 8', null, undefined, ''), 'Số 8')
})

test('what stands in the address already is not said twice; a street called like a part of it is', () => {
  const whole = 'Số 12, đường Bờ Sông, Phường Sông Lam, Tỉnh Nghệ An'
  assert.equal(placeText(whole, 'Tỉnh Nghệ An'), whole)
  assert.equal(placeText(whole, 'Phường Sông Lam, Tỉnh Nghệ An'), whole)
  assert.equal(placeText('Số 3 phố Hà Nội', 'Hà Nội'), 'Số 3 phố Hà Nội, Hà Nội')
})
