// Whatever two offices and whoever holds the receipt do, in any order: each deed ends as the law has it, the
// report stands in the queue of exactly one office while it is open, and nobody reads more or less than
// happened.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import {
  addPolice,
  newReceiptCode,
  strangerWithTickets,
  theft,
} from '../../../../testing/crime-report-steps.ts'
import type { TestTicket } from '../../../../testing/crime-report-steps.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { answerByReceipt, readByReceipt } from './by-receipt.ts'
import { sendAnonymousReport } from './send-anonymous.ts'
import { askReporter, extendReport, forwardReport, listCrimeReports, settleReport } from './work-report.ts'

type Office = '97001' | '97002'
const offices = ['97001', '97002'] as const
type Act =
  | { readonly is: 'ask' | 'extend' | 'settle'; readonly at: Office }
  | { readonly is: 'forward'; readonly at: Office; readonly to: Office }
  | { readonly is: 'answer' }

const RUNS = 24
let fixture: Fixture
let police: Readonly<Record<Office, Visitor>>
let holder: Visitor
const pot: TestTicket[] = []
before(async () => {
  fixture = await openFixture()
  await addPolice(fixture)
  const tasks = ['crime-report.work'] as const
  police = {
    '97001': await settleOfficer(fixture, { tasks, officeCode: 'CA-1' }),
    '97002': await settleOfficer(fixture, { tasks, officeCode: 'CA-2' }),
  }
  for (let some = 0; some * 3 < RUNS; some++) {
    const { visitor, tickets } = await strangerWithTickets(fixture)
    holder = visitor
    pot.push(...tickets)
  }
})
after(() => fixture.stop())

/** What is true of a report, by the acts so far. */
interface Truth {
  office: Office
  isForwarded: boolean
  isExtended: boolean
  isSettled: boolean
  isAsked: boolean
  said: number
}

/** How an act ends, and what it makes of the truth. */
const expected = (truth: Truth, act: Act): string => {
  if (act.is !== 'answer' && act.at !== truth.office) {
    return 'crime-report.no-such-report'
  }
  if (truth.isSettled) {
    return 'crime-report.closed'
  }
  switch (act.is) {
    case 'ask':
    case 'answer':
      truth.said++
      truth.isAsked = act.is === 'ask'
      return 'done'
    case 'extend':
      return once(truth, 'isExtended', 'crime-report.extended-before')
    case 'settle':
      return once(truth, 'isSettled', '')
    case 'forward': {
      const isOwn = act.to === truth.office && !truth.isForwarded
      const end = isOwn
        ? 'crime-report.same-office'
        : once(truth, 'isForwarded', 'crime-report.forwarded-before')
      truth.office = end === 'done' ? act.to : truth.office
      return end
    }
  }
}
const once = (truth: Truth, what: 'isForwarded' | 'isExtended' | 'isSettled', before: string): string => {
  const end = truth[what] ? before : 'done'
  truth[what] = true
  return end
}

let words = 0
const doAct = (act: Act, id: string, receiptCode: string): Promise<unknown> => {
  const reason = `Lý do số ${++words} đủ dài để ghi lại.`
  switch (act.is) {
    case 'answer':
      return holder.do(answerByReceipt, { receiptCode, text: reason })
    case 'ask':
      return police[act.at].do(askReporter, { id, text: reason })
    case 'extend':
      return police[act.at].do(extendReport, { id, reason })
    case 'settle':
      return police[act.at].do(settleReport, { id, outcome: 'suspended', reason })
    case 'forward':
      return police[act.at].do(forwardReport, { id, unitCode: act.to, reason })
  }
}

const listedAt = async (reference: string): Promise<Office[]> => {
  const found: Office[] = []
  for (const office of offices) {
    for (let cursor: string | undefined, isMore = true; isMore;) {
      const { items, next } = await police[office].do(listCrimeReports, { cursor })
      found.push(...items.filter((item) => item.reference === reference).map(() => office))
      cursor = next ?? undefined
      isMore = next !== null
    }
  }
  return found
}
const idOf = async (reference: string): Promise<string> => {
  const { rows } = await fixture.pool.query<{ id: string }>(
    'select id from crime_report where reference = $1',
    [reference],
  )
  return rows[0]?.id ?? ''
}

const office = fc.constantFrom(...offices)
const acts = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ is: fc.constantFrom('ask', 'extend'), at: office }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('settle'), at: office }) },
    { weight: 3, arbitrary: fc.record({ is: fc.constant('forward'), at: office, to: office }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('answer') }) },
  ),
  { minLength: 4, maxLength: 12 },
) as fc.Arbitrary<Act[]>

test('in any order each deed ends as it must, and everybody reads what happened', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const receiptCode = newReceiptCode()
      const sent = await holder.do(sendAnonymousReport, { ...theft, ticket: pot.pop(), receiptCode })
      const id = await idOf(sent.reference)
      const truth: Truth = {
        office: '97001',
        isForwarded: false,
        isExtended: false,
        isSettled: false,
        isAsked: false,
        said: 0,
      }
      for (const act of sequence) {
        const end = await doAct(act, id, receiptCode).then(
          () => 'done',
          (error: { code?: string }) => error.code ?? String(error),
        )
        assert.equal(end, expected(truth, act), JSON.stringify(act))
      }
      const read = await holder.do(readByReceipt, { receiptCode })
      assert.deepEqual(
        [read.messages.length, read.isAsked, read.extended !== null, read.forwarded !== null],
        [truth.said, truth.isAsked && !truth.isSettled, truth.isExtended, truth.isForwarded],
      )
      assert.equal(read.settled !== null, truth.isSettled)
      assert.deepEqual(await listedAt(sent.reference), truth.isSettled ? [] : [truth.office])
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
})
