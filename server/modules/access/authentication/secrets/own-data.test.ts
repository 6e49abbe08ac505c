// What of herself a password must not hold, however it is written.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdsOwnData } from './own-data.ts'

const known = { birthDate: '1958-08-02', personalNumber: '001158004826', phone: '+84936210530' }

test('a password does not hold her number, her phone or her birth date, whatever stands between the digits', () => {
  for (const password of [
    'Aa!001158004826',
    'Aa!004826',
    'Aa!00-48-26',
    'Sen#0936210530',
    'Sen#210.530',
    'Hoa-02/08/1958',
    'Hoa#1958-08-02',
    'Hoa#2.8.1958',
    'Hoa#020858',
    'Hoa#580802',
  ]) {
    assert.equal(holdsOwnData(password, known), true, password)
  }
})

test('digits that are nothing of hers, a year alone, and what is not known refuse no password', () => {
  for (const password of ['Hoa-Sen#2026', 'Hoa-Sen#1958', 'Sen#0936210', 'Hoa#02-08']) {
    assert.equal(holdsOwnData(password, known), false, password)
  }
  for (const birthDate of ['', '1958', '1958-08']) {
    assert.equal(holdsOwnData('Hoa#195808', { birthDate, personalNumber: '', phone: null }), false)
  }
})
