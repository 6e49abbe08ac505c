// A case that was begun at a counter and left lying does not lie there for ever: it ends by itself at the
// moment that its page and its queue say, what was taken goes, and the person reads it in her log. Here for
// each kind that is about one person; a request for representation has a file of its own.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { caseStepWords } from '../../../../contract/case-history.ts'
import { walkCard } from '../../../../testing/card-steps.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../testing/test-person.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { walkLevel2 } from '../../../../testing/level-2-steps.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { pictureOf } from '../../../../testing/recovery-steps.ts'
import { confirmedByFingers, openVoucherFor } from '../../../../testing/voucher-steps.ts'
import { clockOffset_ms, moveClock, now } from '../../../kernel/clock.ts'
import { Problem } from '../../../kernel/problem.ts'
import {
  discardVoucherCase,
  listVoucherCases,
  viewVoucherCase,
} from '../../access/authentication/voucher/open-voucher-case.ts'
import type { VoucherState } from '../../access/authentication/voucher/voucher.ts'
import { openVoucher, voucherKind } from '../../access/authentication/voucher/voucher-case.ts'
import {
  exceptVoucherFinger,
  takeVoucherPortrait,
} from '../../access/authentication/voucher/voucher-evidence.ts'
import { cardKind } from '../cards/card-case.ts'
import { listCards, viewCard } from '../cards/open-card.ts'
import { noteCardFee } from '../cards/take-card.ts'
import { trackCard } from '../cards/track-card.ts'
import { noteLevel2Documents } from '../enrolment/level-2/level-2-evidence.ts'
import { level2Kind } from '../enrolment/level-2/level-2-case.ts'
import { listLevel2, viewLevel2 } from '../enrolment/level-2/open-level-2.ts'
import { findCase } from './case-access.ts'
import { lapseOpen } from './lapse-open.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())
const DAY_MS = 86_400_000

/** Moves the product's clock there. */
const goTo = (moment: string, by_ms = 0): void =>
  moveClock(clockOffset_ms() + Date.parse(moment) + by_ms - now().getTime())

const registered = async (changes: Partial<TestPerson> = {}): Promise<TestPerson> => {
  const person = newPerson(changes)
  await fixture.register(person)
  return person
}
const exchange = { kind: 'exchange', reason: 'holder-asks' } as const

interface Seen {
  readonly lapsesAt: string | null
  readonly state: string
  readonly history: readonly { readonly what: { readonly vi: string }; readonly by: string }[]
}
interface Kind {
  readonly days: number
  readonly ended: string
  readonly closed: string
  /** With what was captured at the counter. Answers the case's id. */
  begin(officer: Visitor): Promise<string>
  /** Sent, so that it waits for somebody else. */
  sent(officer: Visitor): Promise<string>
  view(officer: Visitor, caseId: string): Promise<Seen>
  step(officer: Visitor, caseId: string): Promise<unknown>
  listed(officer: Visitor): Promise<{ items: readonly { caseId: string; lapsesAt: string | null }[] }>
  lapse(at?: Date): Promise<number>
  /** What still stands of what was captured. */
  captured(caseId: string): Promise<unknown>
}
const attachedTo = async (caseId: string): Promise<number> =>
  (await fixture.pool.query('select 1 from case_attachment where case_id = $1', [caseId])).rows.length
const subjectOf = async (caseId: string): Promise<string> => {
  const { rows } = await fixture.pool.query<{ subject_id: string }>(
    'select subject_id from case_name where id = $1',
    [caseId],
  )
  return rows[0]?.subject_id ?? assert.fail('no such case')
}
const voucherPicture = async (caseId: string): Promise<string | null> => {
  const { tools } = fixture.context
  const row = await findCase<VoucherState>(tools.read, voucherKind, await subjectOf(caseId), caseId)
  return (await openVoucher(tools, row ?? assert.fail('no such case'))).content.picture
}

const kinds: Readonly<Record<'level-2' | 'card' | 'voucher', Kind>> = {
  'level-2': {
    days: 14,
    ended: 'discarded',
    closed: 'level-2.closed',
    begin: async (officer) =>
      (await walkLevel2(fixture, officer, await registered(), { answer: null, submit: false })).caseId,
    sent: async (officer) => (await walkLevel2(fixture, officer, await registered({ hands: 'worn' }))).caseId,
    view: (officer, caseId) => officer.do(viewLevel2, { caseId }),
    step: (officer, caseId) => officer.do(noteLevel2Documents, { caseId, documents: [] }),
    listed: (officer) => officer.do(listLevel2, { which: 'open' }),
    lapse: (at) => lapseOpen(fixture.context.transact, fixture.context.tools, level2Kind, at),
    captured: attachedTo,
  },
  card: {
    days: 30,
    ended: 'withdrawn',
    closed: 'card.closed',
    begin: async (officer) => {
      const walk = { ...exchange, fee: false, answer: null, submit: false }
      return (await walkCard(fixture, officer, await registered(), walk)).caseId
    },
    sent: async (officer) => (await walkCard(fixture, officer, await registered(), exchange)).caseId,
    view: (officer, caseId) => officer.do(viewCard, { caseId }),
    step: (officer, caseId) => officer.do(noteCardFee, { caseId, receipt: 'BL-0002' }),
    listed: (officer) => officer.do(listCards, { which: 'open' }),
    lapse: (at) => lapseOpen(fixture.context.transact, fixture.context.tools, cardKind, at),
    captured: attachedTo,
  },
  voucher: {
    days: 1,
    ended: 'discarded',
    closed: 'voucher.closed',
    begin: async (officer) => {
      const { person } = await settleCitizen(fixture)
      const caseId = await openVoucherFor(officer, person)
      await officer.do(takeVoucherPortrait, { caseId, ...(await pictureOf(person.face)) })
      return caseId
    },
    sent: async (officer) => confirmedByFingers(fixture, officer, (await settleCitizen(fixture)).person),
    view: (officer, caseId) => officer.do(viewVoucherCase, { caseId }),
    step: (officer, caseId) =>
      officer.do(exceptVoucherFinger, { caseId, finger: 'right-index', reason: 'injured' }),
    listed: (officer) => officer.do(listVoucherCases, { which: 'open' }),
    lapse: (at) => lapseOpen(fixture.context.transact, fixture.context.tools, voucherKind, at),
    captured: voucherPicture,
  },
}

const rowOf = async (caseId: string) => {
  const { rows } = await fixture.pool.query<{
    state: string
    changed_at: Date
    unfinished_key: string | null
  }>('select state, changed_at, unfinished_key from case_file where id = $1', [caseId])
  return rows[0] ?? assert.fail('no such case')
}
const linesOf = async (caseId: string, kind: string) => {
  const { rows } = await fixture.pool.query<{
    actor: string
    purpose: string
    outcome: string
    subject: string
  }>(
    `select actor, purpose, outcome, subject_id as subject from audit_line
     where use_case = $1 and detail ->> 'reference' = (select reference from case_name where id = $2)`,
    [`${kind}.lapse`, caseId],
  )
  return rows
}
const endOf = async (kind: Kind, officer: Visitor, caseId: string): Promise<string> =>
  (await kind.view(officer, caseId)).lapsesAt ?? assert.fail('it says no end')
const lapsedIn = ({ history }: Seen) => history.filter(({ what }) => what.vi === caseStepWords.lapsed.vi)

const endsOnce = async (name: string, kind: Kind): Promise<void> => {
  const bao = await settleOfficer(fixture)
  const caseId = await kind.begin(bao)
  const end = await endOf(kind, bao, caseId)
  assert.equal(Date.parse(end) - (await rowOf(caseId)).changed_at.getTime(), kind.days * DAY_MS)
  const { items } = await kind.listed(bao)
  assert.equal(items.find((one) => one.caseId === caseId)?.lapsesAt, end)
  const before = await kind.captured(caseId)
  assert.ok(before)
  goTo(end)
  await kind.lapse(new Date(Date.parse(end) - 1))
  assert.deepEqual([(await rowOf(caseId)).state, await kind.captured(caseId)], ['open', before])
  await kind.lapse(new Date(end))
  const { state, unfinished_key } = await rowOf(caseId)
  assert.deepEqual([state, unfinished_key], [kind.ended, null], 'nothing holds up her erasure')
  assert.ok(!(await kind.captured(caseId)), 'what was taken is gone')
  assert.equal(await kind.lapse(), 0, 'once')
  const late = await settleOfficer(fixture)
  const seen = await kind.view(late, caseId)
  assert.equal(seen.lapsesAt, null)
  assert.deepEqual(
    lapsedIn(seen).map(({ by }) => by),
    ['automatic'],
  )
  assert.deepEqual(await linesOf(caseId, name), [
    {
      actor: 'system:expiry',
      purpose: `${name}-lapsed`,
      outcome: 'discarded',
      subject: await subjectOf(caseId),
    },
  ])
  await assert.rejects(kind.step(late, caseId), { code: kind.closed })
}
const beginsAnew = async (kind: Kind): Promise<void> => {
  const bao = await settleOfficer(fixture)
  const [caseId, sent] = [await kind.begin(bao), await kind.sent(bao)]
  const end = await endOf(kind, bao, caseId)
  goTo(end, -60_000)
  const late = await settleOfficer(fixture)
  await kind.step(late, caseId)
  const anew = Date.parse(await endOf(kind, late, caseId)) - Date.parse(end)
  assert.ok(anew >= kind.days * DAY_MS - 60_000, 'from the step, not from the opening')
  goTo(end, 60_000)
  await kind.lapse()
  assert.equal((await rowOf(caseId)).state, 'open')
  moveClock(clockAtFirst)
  const { state } = await rowOf(sent)
  assert.notEqual(state, 'open')
  assert.equal((await kind.view(bao, sent)).lapsesAt, null)
  moveClock(clockAtFirst + 100 * DAY_MS)
  await kind.lapse()
  assert.equal((await rowOf(sent)).state, state)
}
const winsOrLosesWhole = async (name: string, kind: Kind): Promise<void> => {
  const bao = await settleOfficer(fixture)
  const caseId = await kind.begin(bao)
  const end = await endOf(kind, bao, caseId)
  goTo(end)
  const late = await settleOfficer(fixture)
  const at = new Date(end)
  const [first, step, second] = await Promise.allSettled([
    kind.lapse(at),
    kind.step(late, caseId),
    kind.lapse(at),
  ])
  assert.deepEqual([first.status, second.status], ['fulfilled', 'fulfilled'])
  const isDone = step.status === 'fulfilled'
  if (!isDone) {
    assert.ok(step.reason instanceof Problem && step.reason.code === kind.closed, String(step.reason))
  }
  assert.equal((await rowOf(caseId)).state, isDone ? 'open' : kind.ended)
  assert.equal(!!(await kind.captured(caseId)), isDone)
  assert.equal((await linesOf(caseId, name)).length, isDone ? 0 : 1)
  assert.equal(lapsedIn(await kind.view(late, caseId)).length, isDone ? 0 : 1)
}

for (const [name, kind] of Object.entries(kinds)) {
  describe(name, () => {
    test('it stands until the moment that its page and its queue say, and ends in it, once', () =>
      endsOnce(name, kind))
    test('whoever goes on with it begins its days anew; what was sent lapses never', () => beginsAnew(kind))
    test('a step in the very moment wins or loses whole, however many clocks run', () =>
      winsOrLosesWhole(name, kind))
  })
}

test('who has paid for a card reads it in a letter; who has not, in her log alone', async () => {
  const bao = await settleOfficer(fixture)
  const [paid, unpaid] = [await registered(), await registered()]
  const walk = { ...exchange, answer: null, submit: false } as const
  const one = await walkCard(fixture, bao, paid, walk)
  const other = await walkCard(fixture, bao, unpaid, { ...walk, fee: false })
  moveClock(clockAtFirst + 31 * DAY_MS)
  await kinds.card.lapse()
  await fixture.letters(paid.phone, `${one.reference} đã tự kết thúc`)
  assert.ok(fixture.post.messages(unpaid.phone).every(({ text }) => !text.includes(other.reference)))
  const followed = await fixture.visitor().do(trackCard, { reference: other.reference })
  assert.deepEqual([followed.state, followed.hasLapsed], ['withdrawn', true])
})

test('a voucher case that an officer ends keeps no picture either', async () => {
  const bao = await settleOfficer(fixture)
  const caseId = await kinds.voucher.begin(bao)
  assert.ok(await voucherPicture(caseId))
  await bao.do(discardVoucherCase, { caseId, note: 'Người dân đã về' })
  assert.equal(await voucherPicture(caseId), null)
})
