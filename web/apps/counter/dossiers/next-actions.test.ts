import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Listed } from './dossier.ts'
import { byNextAction, receivableAtOnce } from './next-actions.ts'

const row = (reference: string, part: Partial<Listed> = {}): Listed => ({
  reference,
  procedure: 'temporary-residence',
  title: { vi: 'Đăng ký tạm trú', en: 'Temporary residence' },
  name: 'Lý Thị Mỷ',
  state: 'processing',
  filedAt: '2026-11-25T01:00:00.000Z',
  dueAt: '2026-12-01T10:00:00.000Z',
  isOverdue: false,
  differences: 0,
  isAnswered: false,
  waitsForRegister: false,
  ...part,
})
const told = (rows: readonly Listed[], which: 'receive' | 'work' | 'decide' | 'waiting') =>
  byNextAction(rows, which).map(({ action, rows: of }) => [action, of.map(({ reference }) => reference)])

test('what waits for the register of judgments is named so, and is not ready', () => {
  assert.deepEqual(told([row('A1', { waitsForRegister: true }), row('A2')], 'work'), [
    ['ready', ['A2']],
    ['register', ['A1']],
  ])
})

test('what is overdue stands first, whatever else is to be said of it', () => {
  const rows = [
    row('A1', { differences: 2 }),
    row('A2', { isAnswered: true }),
    row('A3', { isOverdue: true, differences: 1 }),
    row('A4'),
  ]
  assert.deepEqual(told(rows, 'work'), [
    ['late', ['A3']],
    ['answered', ['A2']],
    ['differs', ['A1']],
    ['ready', ['A4']],
  ])
})

test('what waits is parted by whom it waits for, and the server’s order stands within a group', () => {
  const rows = [
    row('A1', { state: 'paused' }),
    row('A2', { state: 'supplement-asked' }),
    row('A3', { state: 'supplement-asked' }),
    row('A4', { state: 'awaiting-consents' }),
    row('A5', { state: 'payment-asked' }),
  ]
  assert.deepEqual(told(rows, 'waiting'), [
    ['supplement', ['A2', 'A3']],
    ['payment', ['A5']],
    ['others', ['A1']],
    ['consents', ['A4']],
  ])
})

test('no dossier of a list is left out of its groups', () => {
  const rows = (['filed', 'received', 'processing', 'put-forward', 'rejected', 'returned'] as const).map(
    (state, i) => row(`A${i}`, { state }),
  )
  for (const which of ['receive', 'work', 'decide', 'waiting'] as const) {
    assert.equal(byNextAction(rows, which).flatMap((group) => group.rows).length, rows.length)
  }
})

test('only filed dossiers of one service that agree with the register and are not late are received at once', () => {
  const filed = { state: 'filed' } as const
  const rows = [
    row('A1', filed),
    row('A2', filed),
    row('A3', { ...filed, differences: 1 }),
    row('A4', { ...filed, isOverdue: true }),
    row('A5', { state: 'awaiting-consents' }),
    row('A6', { ...filed, procedure: 'residence-confirmation' }),
  ]
  assert.deepEqual(
    receivableAtOnce(rows).map((group) => group.map(({ reference }) => reference)),
    [['A1', 'A2']],
  )
})
