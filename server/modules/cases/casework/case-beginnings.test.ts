// A case may begin further on than its kind does, with a time of its own; a time that begins anew can run out
// anew; its course is told in words. On a kind that no module offers.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import type { Transact, Work } from '../../../kernel/work.ts'
import { reserveSubject } from '../../people/accounts/open-account.ts'
import { CENTRAL_OFFICE } from '../../registry/organisations/mandate.ts'
import { caseRow } from './case-access.ts'
import { historySeen } from './case-history.ts'
import { saveCase } from './case-file.ts'
import type { CaseContent, CaseRules } from './case-kind.ts'
import type { CaseOf, CaseRow } from './case-row.ts'
import { findable } from './findable.ts'
import { tellLateCases } from './late-cases.ts'
import { figuresOf } from './list-cases.ts'
import { aboutKeyOf, openOnce } from './open-case.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

type State = 'received' | 'forwarded' | 'ended'
const told: string[] = []
const kind: CaseRules<State, 'first' | 'second'> = {
  kind: 'tried-out',
  sealedAs: 'tried_out.content',
  initial: 'received',
  states: {
    received: { next: ['forwarded', 'ended'], stage: 'first', isUnfinished: true },
    forwarded: { next: ['ended'], stage: 'second', isUnfinished: true },
    ended: { next: [], stage: null, isUnfinished: false },
  },
  stages: { first: 'lock.receive', second: 'lock.decide' },
  tasks: { take: 'lock.receive', approve: 'lock.decide', view: ['lock.receive', 'lock.decide'] },
  problems: {
    notFound: 'lock.no-such-request',
    closed: 'lock.request-closed',
    aboutOneself: 'lock.about-yourself',
    sameOfficer: 'lock.same-eyes',
  },
  dueFrom: () => new Date('2026-11-10T10:00:00.000Z'),
  late: { stages: ['first', 'second'], publish: (_, { dueAt }) => void told.push(dueAt.toISOString()) },
}

const at = new Date('2026-11-09T03:00:00.000Z')
type Row = CaseRow<State>
const open = async (begins: { readonly state?: State; readonly dueAt?: Date }): Promise<Row> => {
  const { personalNumber } = newPerson()
  const { tools, transact } = fixture.context
  const { row } = await transact(async (work: Work) =>
    openOnce<State, unknown, CaseContent>(work, tools, kind, {
      subjectId: await reserveSubject(work, tools, personalNumber),
      caseId: newId(),
      reference: composeDossierCode(newSecret(5)),
      aboutKey: aboutKeyOf(tools, personalNumber),
      officeId: CENTRAL_OFFICE.id,
      takenBy: [],
      openedBy: 'CB-1',
      by: 'CB-1',
      openedAt: at,
      receivedAt: at,
      unfinishedKey: '',
      content: { personalNumber, name: null },
      facts: {},
      ...begins,
    }),
  )
  return row
}
const again = (of: CaseOf): Promise<Row> => caseRow<State>(fixture.context.tools.read, of)
const change = async (of: CaseOf, to: { readonly state?: State; readonly dueAt?: Date }, when: string) => {
  const { tools, transact } = fixture.context
  await transact(async (work: Work) =>
    saveCase(work, tools, kind, await again(of), { ...to, by: 'CB-1' }, new Date(when)),
  )
}
const tellAt = (when: string): Promise<number> =>
  tellLateCases(fixture.context.transact, fixture.context.tools, kind, new Date(when))
const waitingAt = async (stage: 'first' | 'second'): Promise<number> =>
  (await figuresOf(kind, stage)(fixture.context.tools.read, CENTRAL_OFFICE.id, at)).waiting

test('a case that begins further on waits at the stage of its state, by its own time', async () => {
  const [usual, further] = [
    await open({}),
    await open({ state: 'forwarded', dueAt: new Date('2026-11-09T05:00Z') }),
  ]
  assert.deepEqual([usual.state, usual.due_at?.toISOString()], ['received', '2026-11-10T10:00:00.000Z'])
  assert.deepEqual([further.state, further.due_at?.toISOString()], ['forwarded', '2026-11-09T05:00:00.000Z'])
  assert.deepEqual([await waitingAt('first'), await waitingAt('second')], [1, 1])
  for (const one of [usual, further]) {
    await change(one, { state: 'ended' }, '2026-11-09T04:00:00.000Z')
  }
  assert.deepEqual([await waitingAt('first'), await waitingAt('second')], [0, 0])
})

test('a case that is late is told once; a new time tells it once more, a time in the past does not', async () => {
  const of = await open({})
  assert.deepEqual([await tellAt('2026-11-10T10:00:01Z'), await tellAt('2026-11-10T10:00:02Z')], [1, 0])
  await change(of, { dueAt: new Date('2026-11-10T11:00:00Z') }, '2026-11-10T12:00:00Z')
  assert.equal(await tellAt('2026-11-10T12:00:01Z'), 0, 'its time had run out already')
  await change(of, { state: 'forwarded', dueAt: new Date('2026-11-12T10:00:00Z') }, '2026-11-10T12:00:00Z')
  assert.equal(await tellAt('2026-11-11T00:00:00Z'), 0)
  assert.deepEqual([await tellAt('2026-11-12T10:00:01Z'), await tellAt('2026-11-12T10:00:02Z')], [1, 0])
  assert.deepEqual(told, ['2026-11-10T10:00:00.000Z', '2026-11-12T10:00:00.000Z'])
  await change(of, { state: 'ended' }, '2026-11-12T11:00:00Z')
})

test('what is decided between the look and the telling is told to nobody', async () => {
  const of = await open({})
  const { tools, transact } = fixture.context
  const before = told.length
  const decideFirst: Transact = async (command) => {
    await change(of, { state: 'ended' }, '2026-11-12T10:00:00Z')
    return transact(command)
  }
  assert.equal(await tellLateCases(decideFirst, tools, kind, new Date('2026-11-12T10:00:01Z')), 0)
  assert.equal(told.length, before)
  assert.deepEqual(
    (await historySeen(tools.read, tools, of)).map(({ what }) => what.en),
    ['Opened', 'A step on record'],
  )
})

test('what happened is told in words, with who did it and what she noted', async () => {
  const of = await open({})
  await change(of, { state: 'forwarded' }, '2026-11-09T04:00:00Z')
  await tellAt('2026-11-10T10:00:01Z')
  const { tools } = fixture.context
  assert.deepEqual(
    (await historySeen(tools.read, tools, of)).map(({ what, by, officer }) => [what.en, by, officer]),
    [
      ['Opened', 'officer', 'CB-1'],
      ['Forwarded to whoever decides', 'officer', 'CB-1'],
      ['Past its due time; whoever waits for it was told', 'automatic', null],
    ],
  )
  await change(of, { state: 'ended' }, '2026-11-12T11:00:00Z')
  assert.equal((await historySeen(tools.read, tools, of)).at(-1)?.what.en, 'A step on record')
})

test('the counter is led to a case by what its page is named by', async () => {
  const { id, reference } = await open({})
  const { read } = fixture.context.tools
  const office = { officeId: CENTRAL_OFFICE.id }
  assert.deepEqual(await findable('lock-request', kind).find(read, reference), { caseId: id, ...office })
  assert.deepEqual(await findable('lock-request', kind, 'reference').find(read, reference), {
    caseId: reference,
    ...office,
  })
})

test('one that cannot be told holds nobody up; the fault is thrown when the others are told, and it is tried again', async () => {
  const late = { dueAt: new Date('2026-11-12T05:00:00Z') }
  const mostOverdue = await open({ dueAt: new Date('2026-10-01T05:00:00Z') })
  const others = [await open(late), await open(late)]
  const { tools, transact } = fixture.context
  let calls = 0
  const stubborn: Transact = async (command) => {
    if (++calls === 1) {
      throw new Error('a first one that cannot be told')
    }
    return transact(command)
  }
  const tellingAt = new Date('2026-11-12T05:00:01Z')
  const toldOf = async (): Promise<number> => {
    const rows = await Promise.all([mostOverdue, ...others].map((one) => again(one)))
    return rows.filter((row) => row.late_told_at !== null).length
  }
  await assert.rejects(tellLateCases(stubborn, tools, kind, tellingAt), /a first one that cannot be told/)
  assert.deepEqual([await toldOf(), (await again(mostOverdue)).late_told_at], [2, null])
  assert.equal(await tellLateCases(transact, tools, kind, tellingAt), 1)
  assert.equal(await toldOf(), 3)
})

test('the hundred most overdue that cannot be told hide nobody behind them', async () => {
  const { tools, transact } = fixture.context
  const stuck = new Set<string>()
  for (let n = 0; n < 100; n++) {
    stuck.add((await open({ dueAt: new Date('2026-11-13T05:00:00Z') })).id)
  }
  const last = await open({ dueAt: new Date('2026-11-13T05:00:01Z') })
  let calls = 0
  const stubborn: Transact = async (command) => {
    if (++calls <= stuck.size) {
      throw new Error('cannot be told')
    }
    return transact(command)
  }
  await assert.rejects(tellLateCases(stubborn, tools, kind, new Date('2026-11-13T06:00:00Z')))
  assert.notEqual((await again(last)).late_told_at, null)
})
