// The steps of a dossier as its holder reads them: nothing is called done that nobody did, whoever ended it
// is named, and an objection stands among them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DossierState } from '../../../../contract/dossiers.ts'
import { timelineOf, type Happened } from './timeline.ts'

const both = (text: string) => ({ vi: text, en: text })
const step = (id: string, stage: 'receive' | 'work' | 'decide' | 'result') => ({
  id,
  words: both(id),
  stage,
  by: both(`by ${id}`),
})
const agency = { words: both('office') }
const short = { steps: [step('receipt', 'receive'), step('check', 'work'), step('paper', 'result')], agency }
const whole = {
  ...short,
  steps: [...short.steps.slice(0, 2), step('decision', 'decide'), step('paper', 'result')],
}

const FILED = new Date('2026-12-01T01:00:00Z')
const happened = (...what: readonly string[]): Happened[] =>
  what.map((name, hour) => ({ what: name, at: `2026-12-01T0${hour + 2}:00:00Z` }))
const rows = (
  of: typeof short,
  state: DossierState,
  history: readonly Happened[],
  also: { awaited?: boolean; hasObjected?: boolean; isDeclined?: boolean; isOverdue?: boolean } = {},
) =>
  timelineOf(of, {
    state,
    history,
    filedAt: FILED,
    isOverdue: false,
    awaited: false,
    hasObjected: false,
    isDeclined: false,
    ...also,
  }).map(({ words, by, state: at }) => `${words.en}, ${by.en}: ${at}`)

test('what was taken back before anybody received it is not called received', () => {
  assert.deepEqual(rows(short, 'withdrawn', happened('withdrawn')), [
    'Filed, You: done',
    'You took it back, You: ended',
  ])
  assert.deepEqual(rows(short, 'withdrawn', happened('received', 'withdrawn')), [
    'Filed, You: done',
    'receipt, by receipt: done',
    'You took it back, You: ended',
  ])
})

test('an office refuses, others decline and a time runs out: each is named as who ended it', () => {
  assert.equal(
    rows(short, 'rejected', happened('received', 'put-forward', 'rejected')).at(-1),
    'Refused, office: ended',
  )
  assert.equal(rows(short, 'not-received', happened('not-received')).at(-1), 'Not received, office: ended')
  const declined = { awaited: true, isDeclined: true }
  assert.deepEqual(rows(short, 'rejected', happened('rejected'), declined), [
    'Filed, You: done',
    'Waiting for others to agree, Those who were asked: done',
    'Somebody who was asked did not agree, Those who were asked: ended',
  ])
  const silent = happened('received', 'supplement-asked', 'unanswered', 'rejected')
  assert.equal(rows(short, 'rejected', silent).at(-1), 'Ended: no answer came in time, By itself: ended')
  const unanswered = happened('unanswered')
  assert.equal(rows(short, 'rejected', unanswered).at(-1), 'Ended: no answer came in time, By itself: ended')
})

test('while it stands still it says who is awaited: her, or the office that paused it', () => {
  const asked = rows(short, 'supplement-asked', happened('received', 'supplement-asked'))
  assert.equal(asked[2], 'Waiting for what was asked of you, You: paused')
  const paused = rows(short, 'paused', happened('received', 'paused'))
  assert.equal(paused[2], 'Paused, as the law allows, office: paused')
})

test('what was put forward is somewhere, also where the procedure names no step for the decision', () => {
  const history = happened('received', 'put-forward')
  assert.deepEqual(rows(short, 'put-forward', history).slice(2), [
    'check, by check: done',
    'Waiting for the decision, office: now',
    'paper, by paper: ahead',
  ])
  assert.deepEqual(rows(whole, 'put-forward', history).slice(2), [
    'check, by check: done',
    'decision, by decision: now',
    'paper, by paper: ahead',
  ])
  assert.equal(
    rows(short, 'put-forward', history, { isOverdue: true })[3],
    'Waiting for the decision, office: late',
  )
})

test('an objection stands behind the receipt, and what was looked at before is looked at anew', () => {
  const history = happened('received', 'put-forward', 'rejected', 'received')
  assert.deepEqual(rows(short, 'received', history, { hasObjected: true }), [
    'Filed, You: done',
    'receipt, by receipt: done',
    'You objected; other officers look again, You: done',
    'check, by check: now',
    'paper, by paper: ahead',
  ])
})
