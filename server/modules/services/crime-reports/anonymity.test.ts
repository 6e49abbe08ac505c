// An adversary with the whole database, every key, what each browser sent and was answered, and the lists of
// sessions: the same report by two people leaves the same, and nothing that leads to either. A variant that
// leaks is found by the same eyes.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import {
  addPolice,
  drawTicketsOf,
  newReceiptCode,
  theft,
  wholeDatabase,
  type TestTicket,
} from '../../../../testing/crime-report-steps.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import type { Work } from '../../../kernel/work.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { answerByReceipt, readByReceipt } from './by-receipt.ts'
import { behindDoor } from './crime-report-store.ts'
import { CrimeReportMoved } from './events.ts'
import { doorOf, sendAnonymousReport } from './send-anonymous.ts'

type Sending = typeof sendAnonymousReport
interface Person {
  readonly visitor: Visitor
  readonly subjectId: string
  /** What the server saw of this browser, and knows of it. */
  readonly seen: readonly string[]
}
type Rows = readonly { readonly table: string; readonly text: string }[]

let fixture: Fixture
let an: Person
let binh: Person
before(async () => {
  fixture = await openFixture()
  await addPolice(fixture)
  await settleOfficer(fixture, { tasks: ['crime-report.work'], officeCode: 'CA-1' })
  await fillPot()
  an = await person()
  binh = await person()
  await untilStill()
})
after(() => fixture.stop())

/** Tickets that others' apps drew: all of them are alike. */
const pot: TestTicket[] = []
const fillPot = async (): Promise<void> => {
  for (let other = 0; other < 6; other++) {
    const { visitor } = await settleCitizen(fixture)
    for (let draw = 0; draw < 3; draw++) {
      pot.push(...(await drawTicketsOf(visitor)).tickets)
    }
  }
}
const person = async (): Promise<Person> => {
  const { visitor, person: who } = await settleCitizen(fixture)
  const { seen } = await drawTicketsOf(visitor)
  visitor.device = `Trình duyệt của ${who.phone}`
  const { rows } = await fixture.pool.query<{ subject_id: string }>(
    'select subject_id from account order by subject_id desc limit 1',
  )
  return {
    visitor,
    subjectId: rows[0]?.subject_id ?? '',
    seen: [...seen, visitor.network, visitor.device, who.phone, ...visitor.sessions.values()],
  }
}
/** Until letters of the beginning are delivered: what moves afterwards is of the report. */
const untilStill = async (): Promise<void> => {
  const whole = async (): Promise<string> =>
    JSON.stringify([...(await wholeDatabase(fixture.pool))].map(([table, rows]) => [table, [...rows]]))
  for (let last = ''; ;) {
    await fixture.settle()
    await new Promise((resolve) => setTimeout(resolve, 300))
    const present = await whole()
    if (present === last) {
      return
    }
    last = present
  }
}

/**
 * All that a reporter does, in the browser in which she is signed in, with the key that a careless page
 * sends.
 */
const reportBy = async ({ visitor }: Person, sending: Sending): Promise<void> => {
  const receiptCode = newReceiptCode()
  const input = { ...theft, ticket: pot.pop(), receiptCode }
  await visitor.do(sending, input, `key-of-${visitor.network}-${newId()}`)
  await visitor.do(readByReceipt, { receiptCode })
  await visitor.do(
    answerByReceipt,
    { receiptCode, text: 'Xe màu đỏ.' },
    `key-of-${visitor.network}-${newId()}`,
  )
}

type Whole = Awaited<ReturnType<typeof wholeDatabase>>
/** Rows that are new or changed, with what the house's key opens opened. */
const between = (before: Whole, after: Whole): Rows =>
  [...after].flatMap(([table, rows]) =>
    [...rows].filter((row) => !before.get(table)?.has(row)).map((row) => ({ table, text: opened(row) })),
  )
const LABELS = ['crime_report.content', 'crime_report_message.text', 'idempotency_key.outcome']
const opened = (row: string): string =>
  row.replaceAll(/\\\\x([0-9a-f]{60,})/g, (whole, hex: string) => {
    for (const label of LABELS) {
      try {
        const { sealer } = fixture.context.tools
        return sealer.unsealWithPlatformKey(label, Buffer.from(hex, 'hex')).toString('utf8')
      } catch {
        continue
      }
    }
    return whole
  })

const tokensOf = (text: string): Set<string> => new Set(text.match(/[0-9A-Za-z_:.+-]{5,}/g) ?? [])
const all = (rows: Rows): Set<string> => tokensOf(rows.map(({ text }) => text).join('\n'))
const both = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] =>
  [...one].filter((token) => other.has(token)).sort()

/** What chance alone has made: an id that tells no time, a digest, a reference. */
const CHANCE = [
  /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g,
  /\\\\x[0-9a-f]{64}(?![0-9a-f])/g,
  /SEN-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/g,
]
const withoutChance = (rows: Rows): string[] =>
  rows
    .map(({ table, text }) => `${table} ${CHANCE.reduce((left, one) => left.replaceAll(one, '?'), text)}`)
    .sort()

/** Moments to the second, and ids that tell one; what stood in the database before is everybody's. */
const MOMENT =
  /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/

/** What the adversary finds; nothing where it holds. */
const found = async (variant: (who: Person) => Sending): Promise<string[]> => {
  const before = await wholeDatabase(fixture.pool)
  const known = tokensOf([...before.values()].flatMap((rows) => [...rows]).join('\n'))
  for (const { seen, subjectId } of [an, binh]) {
    tokensOf([...seen, subjectId].join('\n')).forEach((token) => known.add(token))
  }
  const left: Rows[] = []
  let last: Whole = before
  for (const who of [an, binh, an]) {
    await reportBy(who, variant(who))
    const after = await wholeDatabase(fixture.pool)
    left.push(between(last, after))
    last = after
  }
  const [ofAn = [], ofBinh = [], ofAnAgain = []] = left
  const faults: string[] = []
  const same = (what: string, one: unknown, other: unknown): void => {
    if (JSON.stringify(one) !== JSON.stringify(other)) {
      faults.push(`${what}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`)
    }
  }
  same('what is left', withoutChance(ofAn), withoutChance(ofBinh))
  same('what was known before', both(all(ofAn), known), both(all(ofBinh), known))
  same('two of one person', both(all(ofAn), all(ofAnAgain)), both(all(ofAn), all(ofBinh)))
  const moments = [...all(ofAn)].filter((token) => MOMENT.test(token) && !known.has(token))
  return [...faults, ...moments.map((token) => `a moment: ${token}`)]
}

test('the same report by two people leaves the same, and nothing that leads to either', async () => {
  const lines = async (): Promise<string> =>
    JSON.stringify([await an.visitor.do(viewAccessLog), await binh.visitor.do(viewAccessLog)])
  const before = await lines()
  assert.deepEqual(await found(() => sendAnonymousReport), [])
  assert.equal(await lines(), before, 'neither log says anything')
})

test('it writes the report, its receipt, the used ticket and what was said, and touches nothing else', async () => {
  const before = await wholeDatabase(fixture.pool)
  await reportBy(an, sendAnonymousReport)
  const rows = between(before, await wholeDatabase(fixture.pool))
  assert.deepEqual(rows.map(({ table }) => table).sort(), [
    'crime_report',
    'crime_report_door',
    'crime_report_message',
    'crime_report_queue',
    'crime_report_ticket',
  ])
})

/** After what the deed itself does. */
const alsoDoes = (deed: (work: Work, id: string) => Promise<unknown> | void): Sending => ({
  ...sendAnonymousReport,
  async act(work, input, doing) {
    const output = await sendAnonymousReport.act(work, input, doing)
    await deed(work, (await behindDoor(work, doorOf(doing.tools, input.receiptCode))) ?? '')
    return output
  },
})
const plant = (value: unknown): Sending =>
  alsoDoes((work, id) => work.run('update crime_report set planted = $2 where id = $1', [id, value]))

const leaks: Readonly<Record<string, (who: Person) => Sending>> = {
  'a line of her log': ({ subjectId }) => ({
    ...sendAnonymousReport,
    audit: () => ({ about: subjectId, purpose: 'crime-report-sent' }),
  }),
  'a line about nobody, which says when': () => ({
    ...sendAnonymousReport,
    audit: () => ({ about: null, purpose: 'anonymous-report-worked' }),
  }),
  'a counter by network': () => ({
    ...sendAnonymousReport,
    limits: (_, { network }) => [{ scope: 'planted', key: network, most: 99, per_s: 3600 }],
  }),
  'a counter by person': ({ subjectId }) => ({
    ...sendAnonymousReport,
    limits: () => [{ scope: 'planted', key: subjectId, most: 99, per_s: 3600 }],
  }),
  'an idempotency key': () => {
    const { isNeverReplayed: _, ...kept } = sendAnonymousReport
    return kept
  },
  'an event': ({ subjectId }) =>
    alsoDoes((work) => work.publish(CrimeReportMoved, subjectId, { reference: 'SEN-AAAA-BBBB-C' })),
  'an id that tells the time': () =>
    alsoDoes((work, id) => {
      const later = newId()
      work.send('update crime_report set id = $2 where id = $1', [id, later])
      work.send('update crime_report_door set report_id = $2 where report_id = $1', [id, later])
    }),
  'a moment': () => plant(now().toISOString()),
  'her subject in a column': ({ subjectId }) => plant(subjectId),
  'a digest of her subject': ({ subjectId }) =>
    plant(`\\x${fixture.context.tools.digests.secret('planted', subjectId).toString('hex')}`),
  'her network in what is sealed': ({ visitor }) =>
    alsoDoes((work, id) => {
      const content = JSON.stringify({ text: theft.text, happenedOn: null, from: visitor.network })
      const sealed = fixture.context.tools.sealer.sealWithPlatformKey('crime_report.content', content)
      return work.run('update crime_report set sealed = $2 where id = $1', [id, sealed])
    }),
  'a row of hers that is touched': ({ subjectId }) =>
    alsoDoes((work) =>
      work.run(
        "update account set language = case language when 'vi' then 'en' else 'vi' end where subject_id = $1",
        [subjectId],
      ),
    ),
}

test('each leak that is planted is found by the same eyes', async () => {
  await fixture.pool.query('alter table crime_report add column planted text')
  try {
    for (const [what, variant] of Object.entries(leaks)) {
      assert.notDeepEqual(await found(variant), [], what)
    }
    assert.deepEqual(await found(() => sendAnonymousReport), [], 'and what leaks nothing is not')
  } finally {
    await fixture.pool.query('alter table crime_report drop column planted')
  }
})

test('a ticket that is shown has nothing of what was drawn, and every app draws alike', async () => {
  const { tickets, seen } = await drawTicketsOf((await settleCitizen(fixture)).visitor)
  const drawn = tokensOf(seen.join('\n'))
  for (const { nonce, signature } of tickets) {
    assert.ok(!drawn.has(nonce) && !drawn.has(signature))
  }
  assert.equal(new Set([...seen, ...tickets.flatMap(({ nonce, signature }) => [nonce, signature])]).size, 12)
})
