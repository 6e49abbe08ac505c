import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actsOf } from './acts.ts'
import type { Dossier } from './dossier.ts'
import type { Judgments } from './judgments.ts'

const NOW = Date.parse('2026-11-30T02:00:00.000Z')
const all = ['dossier.receive', 'dossier.work', 'dossier.decide']
const words = { vi: 'Tạm trú', en: 'Temporary residence' }

const dossier = (part: Partial<Dossier> = {}): Dossier => ({
  reference: 'SEN-2C4D-7K3M-9',
  procedure: 'temporary-residence',
  version: 1,
  title: words,
  law: words,
  state: 'processing',
  national: 4,
  personalNumber: '940191004826',
  name: 'Nguyễn Thị Hạnh',
  filedBy: null,
  filedAt: '2026-11-25T01:00:00.000Z',
  dueAt: '2026-12-07T10:00:00.000Z',
  isOverdue: false,
  clock: null,
  office: 'Công an phường Sông Lam',
  isTakenByMe: true,
  fourEyes: true,
  answers: [],
  papers: [],
  register: null,
  consents: [],
  fees: [],
  paid: null,
  checklist: [],
  refusals: [],
  supplement: null,
  mayAskSupplement: true,
  proposal: null,
  apology: null,
  objection: null,
  result: { words, after: words },
  history: [],
  ...part,
})
const whyNot = (part: Partial<Dossier>, act: string, tasks: readonly string[] = all) =>
  actsOf(dossier(part), tasks, { now: NOW }).find((offered) => offered.act === act)?.whyNot
const consent = (state: Dossier['consents'][number]['state']) => ({
  id: 'owner.0',
  words,
  law: words,
  name: 'Lê Thị Mận',
  state,
  at: null,
})

test('a dossier is granted only when all was looked at, everybody agreed and the fee is paid', () => {
  const ready = {
    checklist: [{ id: 'a', words, isTicked: true }],
    consents: [consent('agreed'), consent('on-paper')],
    fees: [{ id: 'fee', words, amount_vnd: 10_000 }],
    paid: { receipt: 'BL-1', at: '2026-11-26T01:00:00.000Z' },
  }
  assert.equal(whyNot(ready, 'grant'), null)
  assert.equal(
    whyNot({ ...ready, checklist: [{ id: 'a', words, isTicked: false }] }, 'grant'),
    'not-all-ticked',
  )
  assert.equal(whyNot({ ...ready, consents: [consent('waiting')] }, 'grant'), 'consents-open')
  assert.equal(whyNot({ ...ready, paid: null }, 'grant'), 'fee-unpaid')
})

test('a certificate is granted by whoever has read what the register of judgments says, with nothing left open', () => {
  const register = { state: 'answered' as const, silentSince: null, nextAt: null, answeredAt: null }
  const said = (open: number): Judgments => ({
    seen: 's',
    certificate: 1,
    answeredAt: '2026-11-26T01:00:00.000Z',
    asOf: '2026-11-26',
    judgments: [],
    bans: null,
    open,
    needsSecond: open > 0,
    maySettle: true,
  })
  const grant = (part: Partial<Dossier>, read: Judgments | null) =>
    actsOf(dossier(part), all, { now: NOW, said: read })[0]?.whyNot
  assert.equal(grant({ register: { ...register, state: 'silent' } }, null), 'register-waits')
  assert.equal(grant({ register }, null), 'record-not-seen')
  assert.equal(grant({ register }, said(1)), 'entries-open')
  assert.equal(grant({ register }, said(0)), null)
  const proposal = { verdict: 'grant' as const, refusal: null, note: '', isMine: false }
  assert.equal(grant({ register, state: 'put-forward', proposal }, null), 'record-not-seen')
  const refusing = { ...proposal, verdict: 'refuse' as const }
  assert.equal(grant({ register, state: 'put-forward', proposal: refusing }, null), null)
})

test('a refusal waits for none of these: whoever cannot get it is told so at once', () => {
  assert.equal(whyNot({ checklist: [{ id: 'a', words, isTicked: false }] }, 'refuse'), null)
})

test('more is asked for one time only', () => {
  assert.equal(whyNot({}, 'ask'), null)
  assert.equal(whyNot({ mayAskSupplement: false }, 'ask'), 'asked-before')
})

test('whoever put it forward does not decide it', () => {
  const proposal = { verdict: 'grant' as const, refusal: null, note: '', isMine: true }
  assert.equal(whyNot({ state: 'put-forward', proposal }, 'confirm'), 'own-proposal')
  assert.equal(whyNot({ state: 'put-forward', proposal: { ...proposal, isMine: false } }, 'confirm'), null)
})

test('a new day is offered to what is or will soon be late, once', () => {
  assert.equal(whyNot({}, 'apologise'), 'not-late')
  assert.equal(whyNot({ isOverdue: true, dueAt: '2026-11-27T10:00:00.000Z' }, 'apologise'), null)
  const apology = {
    wasDueAt: '2026-11-27T10:00:00.000Z',
    newDueAt: '2026-12-02T10:00:00.000Z',
    reason: 'Máy chủ hỏng',
    by: '',
  }
  assert.equal(whyNot({ isOverdue: true, apology }, 'apologise'), 'apologised')
})

test('an officer without the task sees what is done here and is told that it is not hers', () => {
  assert.equal(whyNot({ state: 'filed' }, 'receive', ['dossier.work']), 'no-task')
  assert.equal(whyNot({}, 'grant', ['dossier.receive']), 'no-task')
})

test('nothing is offered for what has ended, or while somebody’s agreement or answer is awaited', () => {
  const still = ['awaiting-consents', 'supplement-asked'] as const
  for (const state of [...still, 'not-received', 'withdrawn', 'rejected', 'finished', 'returned'] as const) {
    assert.deepEqual(actsOf(dossier({ state }), all, { now: NOW }), [])
  }
})
