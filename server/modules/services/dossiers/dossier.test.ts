// A dossier goes only where the law lets it: any order of acts by anybody, from any state, and the clock is
// always the one that is counted from the facts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { share, withoutTraces } from '../../../../testing/thorough.ts'
import { Problem } from '../../../kernel/problem.ts'
import { dueOf, isPaused } from '../procedures/legal-clock.ts'
import { builtInProcedures } from '../procedures/known-procedures.ts'
import { dossierKind } from './dossier-case.ts'
import * as step from './dossier.ts'
import type { Dossier } from './dossier-facts.ts'
import type { DossierState } from '../../../../contract/dossiers.ts'

const [some] = builtInProcedures().filter(({ id }) => id === 'residence-confirmation')
assert.ok(some)
const limits = some.limits
const [limit] = limits
assert.ok(limit)
const of = { ...some, fourEyes: false, checklist: [{ id: 'seen', words: { vi: 'Đã xem', en: 'Seen' } }] }
const [reason] = of.refusals
assert.ok(reason)

const start = Date.parse('2026-11-02T02:00:00Z')
const begun = (consents: number, hasFee: boolean): Dossier => ({
  state: consents > 0 ? 'awaiting-consents' : 'filed',
  facts: {
    procedure: of.id,
    version: 1,
    kind: 'self',
    clock:
      consents > 0
        ? null
        : { limit: limit.working, from: new Date(start).toISOString(), cutOff: null, pauses: [] },
    answerBy: null,
    hasAsked: false,
    isAnswered: false,
    differences: 0,
    ticked: [],
    fee: hasFee ? 'due' : 'none',
    openConsents: consents,
    apology: null,
    hasObjected: false,
    isRated: false,
    others: [],
    alsoAbout: [],
  },
  content: {
    personalNumber: '940191004826',
    name: 'Nguyễn Thị Hạnh',
    filedBy: { personalNumber: '940191004826', name: 'Nguyễn Thị Hạnh', subjectId: 'x' },
    unit: null,
    answers: {},
    papers: [],
    consents: Array.from({ length: consents }, (_, at) => ({
      id: `head.${at}`,
      subjectId: `s${at}`,
      personalNumber: '',
      name: '',
      shownName: null,
      words: of.title,
      law: of.law,
      state: 'waiting' as const,
      at: null,
    })),
    fees: [],
    limitLaw: limit.law,
    effect: {},
    supplement: null,
    proposal: null,
    apologyReason: null,
    apologyBy: null,
    receipt: null,
    objection: null,
    results: [],
  },
})

type Act = readonly [name: string, wait_minutes: number]
const proposal = (verdict: 'grant' | 'refuse', refusal: string | null) => ({
  verdict,
  refusal,
  note: 'đã xem',
  by: 'CB-1',
})
/** Each act, as its command does it. */
const acts: Readonly<Record<string, (one: Dossier, at: Date) => Dossier>> = {
  agree: (one, at) => step.consented(one, nextWaiting(one), 'agreed', at, of),
  onPaper: (one, at) => step.consented(one, nextWaiting(one), 'on-paper', at, of),
  decline: (one, at) => step.consented(one, nextWaiting(one), 'declined', at, of),
  receive: (one) => step.received(one),
  notReceive: (one) => step.notReceived(one, reason.id, 'thiếu', 'CB-1'),
  tick: (one) => step.ticked(one, 'seen', true),
  untick: (one) => step.ticked(one, 'seen', false),
  ask: (one, at) =>
    step.asked(one, [{ what: 'Số nhà', answer: 'text' }], at, new Date(at.getTime() + 86_400_000)),
  answer: (one, at) => step.answered(one, [{ id: 'item-1', text: '8A', hasPicture: false }], at),
  answerHalf: (one, at) => step.answered(one, [], at),
  pause: (one, at) => step.pausedFor(one, 'consultation', at),
  goOn: (one, at) => step.wentOn(one, at),
  askFee: (one, at) => step.paymentAsked(one, at),
  pay: (one, at) => step.paid(one, 'BL-1', at),
  grant: (one) => step.putForward(one, proposal('grant', null), of),
  refuse: (one) => step.putForward(one, proposal('refuse', reason.id), of),
  refuseForNothing: (one) => step.putForward(one, proposal('refuse', 'because'), of),
  confirm: (one) => step.confirmed(one),
  sendBack: (one) => step.sentBack(one),
  return: (one, at) => step.returned(one, ['ct07'], at),
  withdraw: (one, at) => step.withdrawn(one, at),
  object: (one, at) => step.objected(one, 'chưa đúng', at),
  apologise: (one, at) =>
    step.apologised(one, { newDueAt: new Date(at.getTime() + 40 * 86_400_000), reason: 'đông', by: 'CB-1' }),
}
const nextWaiting = ({ content }: Dossier): string =>
  content.consents.find(({ state }) => state === 'waiting')?.id ?? 'nobody'

/** What the law says of it, told without the steps: what has to hold of any dossier at any time. */
const mustHold = (before: Dossier, after: Dossier, act: string): void => {
  const { facts, content, state } = after
  if (before.state !== state) {
    assert.ok(dossierKind.states[before.state].next.includes(state), `${before.state} → ${state} by ${act}`)
  }
  const stands = (['supplement-asked', 'payment-asked', 'paused'] as DossierState[]).includes(state)
  assert.equal(
    facts.clock !== null && isPaused(facts.clock),
    stands && facts.clock !== null,
    `${state} stands`,
  )
  assert.equal(
    facts.clock === null,
    content.consents.some((one) => one.state === 'waiting' || one.state === 'declined'),
  )
  if (state === 'finished' || state === 'returned') {
    assert.equal(content.proposal?.verdict, 'grant')
    assert.ok(facts.ticked.includes('seen') && facts.fee !== 'due' && facts.openConsents === 0)
  }
  if (state === 'rejected' && content.proposal) {
    assert.equal(before.state === 'rejected' ? 'rejected' : before.state, before.state)
    assert.equal(content.proposal.refusal, reason.id)
  }
  if (before.facts.hasAsked) {
    assert.ok(facts.hasAsked, 'that it was asked for is never forgotten')
    assert.notEqual(`${act} ${before.state}`, `ask ${before.state}`)
  }
  if (before.facts.fee === 'paid') {
    assert.notEqual(state, 'withdrawn')
  }
  const due = step.dueOfDossier(facts)
  const own = facts.clock && dueOf(facts.clock)
  const promised = facts.apology && new Date(facts.apology.newDueAt)
  assert.deepEqual(due, own && promised && promised > own ? promised : own)
}

/** The way that most go; without it the last states are seldom reached. */
const oftener = ['receive', 'receive', 'tick', 'tick', 'grant', 'grant', 'confirm', 'return', 'return', 'pay']
const anyActs = fc.array(
  fc.tuple(fc.constantFrom(...Object.keys(acts), ...oftener), fc.integer({ min: 1, max: 3000 })),
  {
    minLength: 1,
    maxLength: 40,
  },
)

const play = (first: Dossier, sequence: readonly Act[], reached: Set<string>): void => {
  let one = first
  let at = start
  for (const [name, wait] of sequence) {
    at += wait * 60_000
    let after: Dossier
    try {
      after = acts[name]?.(one, new Date(at)) ?? one
    } catch (error) {
      assert.ok(error instanceof Problem, `${name} in ${one.state}: ${String(error)}`)
      continue
    }
    mustHold(one, after, name)
    reached.add(after.state)
    one = after
  }
}

test('no order of acts leads anywhere unlawful, and every state is reached', () => {
  const reached = new Set<string>()
  withoutTraces(() =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.boolean(), anyActs, (consents, hasFee, sequence) =>
        play(begun(consents, hasFee), sequence, reached),
      ),
      { numRuns: share(100_000) },
    ),
  )
  const all = Object.keys(dossierKind.states).filter((state) => state !== 'awaiting-consents')
  assert.deepEqual(
    all.filter((state) => !reached.has(state)),
    [],
  )
})

test('a refusal is decided by two, also where a grant is not', () => {
  const received = step.received(begun(0, false))
  assert.equal(step.putForward(received, proposal('refuse', reason.id), of).state, 'put-forward')
  assert.equal(
    step.putForward(step.ticked(received, 'seen', true), proposal('grant', null), of).state,
    'finished',
  )
})

test('after an objection other eyes decide, and nothing that was ticked before counts', () => {
  const looked = step.ticked(step.received(begun(0, false)), 'seen', true)
  const refused = step.confirmed(step.putForward(looked, proposal('refuse', reason.id), of))
  assert.deepEqual(refused.facts.ticked, ['seen'])
  const again = step.objected(refused, 'Tôi có giấy tờ', new Date(start + 86_400_000))
  assert.deepEqual([again.state, again.facts.ticked, again.content.proposal], ['received', [], null])
  const ticked = step.ticked(again, 'seen', true)
  assert.equal(step.putForward(ticked, proposal('grant', null), of).state, 'put-forward')
  const twice = step.confirmed(step.putForward(ticked, proposal('refuse', reason.id), of))
  assert.throws(() => step.objected(twice, 'Lần nữa', new Date(start)), Problem)
})

test('the day that was promised with an apology gives way to a later one of the law', () => {
  const received = step.received(begun(0, false))
  const promise = new Date(start + 7 * 86_400_000)
  const sorry = step.apologised(received, { newDueAt: promise, reason: 'đông', by: 'CB-1' })
  assert.deepEqual(step.dueOfDossier(sorry.facts), promise)
  const still = step.pausedFor(sorry, 'consultation', new Date(start + 3_600_000))
  assert.equal(step.dueOfDossier(still.facts), null)
  const on = step.wentOn(still, new Date(start + 30 * 86_400_000))
  const due = step.dueOfDossier(on.facts)
  assert.ok(due && due > promise, 'nobody is late for having waited lawfully')
  assert.deepEqual(due, on.facts.clock && dueOf(on.facts.clock))
})

test('everything that was asked for is sent at once, and nothing else', () => {
  const asked = step.asked(
    step.received(begun(0, false)),
    [
      { what: 'Số nhà 8 hay 8A', answer: 'text' },
      { what: 'Ảnh biển số nhà', answer: 'picture' },
    ],
    new Date(start),
    new Date(start + 86_400_000),
  )
  const text = { id: 'item-1', text: '8A', hasPicture: false }
  const picture = { id: 'item-2', text: null, hasPicture: true }
  const at = new Date(start + 3_600_000)
  for (const given of [
    [text],
    [text, { ...picture, hasPicture: false }],
    [text, picture, { ...text, id: 'x' }],
  ]) {
    assert.throws(() => step.answered(asked, given, at), Problem)
  }
  const answered = step.answered(asked, [picture, text], at)
  assert.deepEqual([answered.state, answered.facts.isAnswered], ['processing', true])
  assert.throws(() => step.asked(answered, [{ what: 'Thêm nữa', answer: 'text' }], at, at), Problem)
})
