// Whose a record under an old number is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SourceRecord } from '../sources/source-wire.ts'
import { isOfAnother, type Herself } from './match-holder.ts'
import { answered, begun } from './own-document.ts'

const AT = new Date('2026-11-24T03:00:00Z')
const her: Herself = {
  personalNumber: '940191004826',
  oldNumber: '181234567',
  fullName: 'Nguyễn Thị Hạnh',
  birthDate: '1991-04-12',
}
const underOld: SourceRecord['holder'] = {
  personal_number: null,
  old_number: '181234567',
  full_name: 'Nguyễn Thị Hạnh',
  birth_date: '1991-04-12',
}
const anothers = { ...underOld, full_name: 'Trần Văn Mạnh', birth_date: '1975-01-02' }

test('a nine-digit number that two people once had shows nobody the other one’s name', () => {
  const looked = {
    type: { claims: [], refresh_hours: 24 },
    her,
    rules: { again_s: [60], silent_s: [15], full_s: 5, lease_s: 60 },
    answer_days: 10,
    at: AT,
  }
  const says = (holder: SourceRecord['holder']) =>
    answered(
      begun({}, AT),
      {
        answer: 'found',
        record: { reference: 'R', version: '1', standing: 'valid', standing_since: null, holder, values: {} },
      },
      looked,
    )
  assert.deepEqual(says(anothers), answered(begun({}, AT), { answer: 'none' }, looked), 'as for none')
  assert.equal(says({ ...underOld, full_name: 'Trần Văn Mạnh' })?.state, 'differs')
  assert.equal(says({ ...underOld, birth_date: '1975-01-02' })?.state, 'differs')
  assert.equal(says(underOld)?.state, 'held')
})

test('under her own twelve digits nobody else’s record stands: she is shown what differs', () => {
  assert.equal(isOfAnother({ ...anothers, personal_number: her.personalNumber }, her), false)
})
