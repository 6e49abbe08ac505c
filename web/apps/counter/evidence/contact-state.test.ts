import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contactState } from './contact-state.ts'

const state = (
  contact: boolean | null,
  written: boolean | null = null,
  isChanging = false,
): ReturnType<typeof contactState> =>
  contactState({
    contact: contact === null ? null : { isProven: contact },
    written: written === null ? null : { isGiven: written },
    isChanging,
  })

test('at first the numbers are asked, then the code, then nothing', () => {
  assert.deepEqual(state(null), { verdict: null, asks: 'contact' })
  assert.deepEqual(state(false), { verdict: null, asks: 'code' })
  assert.deepEqual(state(true), { verdict: 'proven', asks: null })
})

test('another number is asked for while the proven one still stands', () => {
  assert.deepEqual(state(false, null, true), { verdict: null, asks: 'contact' })
  assert.deepEqual(state(true, null, true), { verdict: 'proven', asks: 'contact' })
})

test('what waits for the line is the last word: no code is asked, and nothing is called proven', () => {
  for (const contact of [null, false, true]) {
    assert.deepEqual(state(contact, false), { verdict: null, asks: 'contact' })
    assert.deepEqual(state(contact, true), { verdict: 'written', asks: null })
    assert.deepEqual(state(contact, true, true), { verdict: 'written', asks: 'contact' })
  }
})
