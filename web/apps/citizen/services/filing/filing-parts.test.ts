import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  answersToSend,
  askedPages,
  faultyOn,
  goOnAt,
  stepAfter,
  stepBefore,
  stepsOf,
  unansweredOn,
  type AskedField,
  type Filing,
} from './filing-parts.ts'

const words = { vi: 'Câu hỏi', en: 'Question' }
const field = (name: string, changes: Partial<AskedField> = {}): AskedField => ({
  name,
  kind: 'text',
  words,
  hint: null,
  choices: null,
  isRequired: true,
  isAsked: true,
  known: null,
  value: '',
  fault: null,
  most: null,
  ...changes,
})
const known = { value: 'Nguyễn Thị Hạnh', source: 'register' } as const

const filingOf = (changes: Partial<Filing> = {}): Filing => ({
  procedure: 'residence-confirmation',
  version: 1,
  code: null,
  title: words,
  summary: words,
  icon: 'document',
  law: words,
  agency: words,
  office: null,
  whose: { kind: 'self', name: 'Nguyễn Thị Hạnh' },
  shut: null,
  conditions: [],
  pages: [
    { id: 'known', title: words, fields: [field('fullName', { known, value: known.value })] },
    { id: 'what', title: words, fields: [field('what', { kind: 'choice', value: 'present' })] },
    { id: 'spared', title: words, fields: [field('spared', { isAsked: false })] },
    { id: 'purpose', title: words, fields: [field('purpose'), field('note', { isRequired: false })] },
  ],
  papers: [],
  consents: [],
  fees: [],
  limit: words,
  dueAt: '2026-12-03T09:30:00Z',
  count: { known: 1, others: 0, typed: 2, paper: 12 },
  isReady: false,
  draft: null,
  ...changes,
})
const draft = (page: string | null) => ({
  id: '0193a5f0-0000-7000-8000-000000000000',
  savedAt: '2026-11-30T12:42:00Z',
  page,
})

test('a page on which nothing is asked is passed over, in both directions', () => {
  const filing = filingOf()
  assert.deepEqual(stepsOf(filing), ['form/known', 'form/what', 'form/purpose'])
  assert.equal(stepAfter(filing, 'form/what'), 'form/purpose')
  assert.equal(stepBefore(filing, 'form/purpose'), 'form/what')
  assert.equal(stepBefore(filing, 'form/known'), null)
  assert.equal(stepAfter(filing, 'form/purpose'), 'check')
})

test('pictures are asked for only where the State does not have the paper', () => {
  const paper = { id: 'lease', words, isRequired: true, isAttached: false }
  const has = filingOf({ papers: [{ ...paper, replacedBy: words }] })
  assert.ok(!stepsOf(has).includes('papers'))
  const lacks = filingOf({ papers: [{ ...paper, replacedBy: null }] })
  assert.equal(stepAfter(lacks, 'form/purpose'), 'papers')
  assert.equal(stepBefore(lacks, 'check'), 'papers')
})

test('what the State knows is never sent, and what is usual only once she has seen it', () => {
  assert.deepEqual(answersToSend(filingOf(), {}, null), {})
  assert.deepEqual(answersToSend(filingOf(), {}, 'form/known'), {})
  assert.deepEqual(answersToSend(filingOf(), {}, 'form/what'), { what: 'present' })
  assert.deepEqual(answersToSend(filingOf({ draft: draft('form/what') }), {}, null), { what: 'present' })
  assert.deepEqual(
    answersToSend(filingOf(), { fullName: 'Somebody else', purpose: 'Nộp cho trường' }, 'check'),
    {
      what: 'present',
      purpose: 'Nộp cho trường',
    },
  )
})

test('what she emptied is left out, and so is what is not asked any more', () => {
  const before = filingOf({ draft: draft('check') })
  assert.deepEqual(answersToSend(before, { what: '', spared: 'x', purpose: '  ' }, 'check'), {})
})

test('names that the server tells beside codes are not sent back', () => {
  const pages = [
    {
      id: 'who',
      title: words,
      fields: [
        field('at', { kind: 'place', value: { unit: '00004', address: 'Số 8', unitName: 'Phường Ba Đình' } }),
        field('movers', { kind: 'members', value: [{ number: '001191005826', name: 'Bình' }] }),
        field('going', {
          kind: 'relatives',
          value: [{ number: '001191005826', relation: 'child', name: 'Bình' }],
        }),
      ],
    },
  ]
  assert.deepEqual(answersToSend(filingOf({ pages }), {}, 'form/who'), {
    at: { unit: '00004', address: 'Số 8' },
    movers: ['001191005826'],
    going: [{ number: '001191005826', relation: 'child' }],
  })
  // Nobody said where.
  const none = [
    { id: 'who', title: words, fields: [field('at', { kind: 'place', value: { unit: '', address: '' } })] },
  ]
  assert.deepEqual(answersToSend(filingOf({ pages: none }), {}, 'form/who'), {})
})

test('she goes on where she was, on this phone or another; a page that is gone is not a place', () => {
  assert.equal(goOnAt(filingOf(), null), 'form/known')
  assert.equal(goOnAt(filingOf({ draft: draft('form/purpose') }), null), 'form/purpose')
  assert.equal(goOnAt(filingOf({ draft: draft('form/purpose') }), 'form/what'), 'form/what')
  assert.equal(goOnAt(filingOf({ draft: draft('form/spared') }), null), 'form/known')
  assert.equal(goOnAt(filingOf({ draft: draft('check') }), null), 'check')
})

test('a question that must be answered is missed until it is, and a fault is over once she has changed it', () => {
  const page = askedPages(filingOf()).at(-1)
  assert.ok(page)
  assert.deepEqual(
    unansweredOn(page, {}).map(({ name }) => name),
    ['purpose'],
  )
  assert.deepEqual(unansweredOn(page, { purpose: 'Nộp cho trường' }), [])
  const wrong = { ...page, fields: [field('purpose', { value: 'x', fault: words })] }
  assert.equal(faultyOn(wrong, {}).length, 1)
  assert.equal(faultyOn(wrong, { purpose: 'Nộp cho trường' }).length, 0)
})
