// Whatever deeds come in whatever order, lawful or not: the register says what a slow model of the law
// says, no household with members is without its head, nobody is in two, and what stood before can be told
// for ever.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import fc from 'fast-check'
import {
  afterCalendar,
  afterDeed,
  dayAfter,
  faultsIn,
  type ModelRow,
  type State,
} from '../../../../../testing/residence-model.ts'
import { anyDraw, carriedOut, deedOf, type Draw } from '../../../../../testing/residence-walk.ts'
import { BA_DINH, openResidents, TODAY, VINH, type Residents } from '../../../../../testing/residents.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { personHistory } from '../person-history.ts'
import { endTerms } from './end-terms.ts'
import { residenceColumns, type ResidenceEntry } from './residence.ts'

/** The same walks each time, whose deeds are counted; and some that nobody has walked. */
const SEED = 20261130
const RUNS = 18
const NEW_RUNS = 6
let residents: Residents
const clockAtFirst = clockOffset_ms()
before(async () => {
  residents = await openResidents()
})
afterEach(() => moveClock(clockAtFirst))
after(() => residents.stop())

const noon = (day: string): Date => new Date(`${day}T05:00:00Z`)

type Raw = ResidenceEntry & { personal_number: string; version: number; birth_date: string } & {
  life_status: string
  representative_number: string | null
}
const rawOf = async (numbers: readonly string[]): Promise<Raw[]> =>
  (
    await residents.pool.query<Raw>(
      'select * from person where personal_number = any($1) order by personal_number',
      [numbers],
    )
  ).rows

const rowOf = (raw: Raw): ModelRow => ({
  version: raw.version,
  isAlive: raw.life_status === 'alive',
  isCapable: raw.birth_date < '2008' && raw.representative_number === null && raw.life_status === 'alive',
  address: raw.permanent_address,
  unit: raw.permanent_unit,
  temporary:
    raw.temporary_address === null || raw.temporary_unit === null
      ? null
      : { address: raw.temporary_address, unit: raw.temporary_unit },
  temporarySince: raw.temporary_since,
  temporaryFrom: raw.temporary_from,
  temporaryUntil: raw.temporary_until,
  current: raw.current_unit,
  absentUntil: raw.absence_until,
  household: raw.household_number,
  relation: raw.household_relation as ModelRow['relation'],
})
const stateOf = (raws: readonly Raw[]): State => new Map(raws.map((raw) => [raw.personal_number, rowOf(raw)]))

let villages = 0
/** Two households and two people without any; one has died, one is represented, three are children. */
const bringVillage = async (): Promise<string[]> => {
  const [one, two] = [`R-${++villages}`, `R-${++villages}`]
  const at = (household: string, relation: string, unit: string, birth = '1980') => ({
    birth_date: birth,
    permanent_address: 'Số 1, phố Một',
    permanent_unit: unit,
    household_number: household,
    household_relation: relation,
  })
  return residents.bring(
    at(one, 'head', BA_DINH),
    at(one, 'spouse', BA_DINH),
    at(one, 'child', BA_DINH, '2015'),
    { ...at(one, 'parent', BA_DINH, '1940'), life_status: 'dead' },
    at(two, 'head', VINH),
    { ...at(two, 'sibling', VINH), representative_number: '940185000001' },
    { birth_date: '2014' },
    { birth_date: '1970' },
  )
}

interface Walk {
  today: string
  state: State
  /** What each person's entry said at each of her versions. */
  readonly said: Map<string, ResidenceEntry>
  readonly numbers: readonly string[]
}
const tally = { refused: 0, repeated: 0, ended: 0, done: new Map<string, number>() }

const look = async (walk: Walk): Promise<State> => {
  const raws = await rawOf(walk.numbers)
  for (const raw of raws) {
    const entry = Object.fromEntries(residenceColumns.map((column) => [column, raw[column]]))
    walk.said.set(`${raw.personal_number} ${raw.version}`, entry as ResidenceEntry)
  }
  return stateOf(raws)
}

const step = async (walk: Walk, draw: Draw): Promise<void> => {
  const { context, by } = residents
  const deed = deedOf(walk.state, draw, walk.today)
  if ('days' in deed) {
    walk.today = dayAfter(walk.today, deed.days)
    moveClock(noon(walk.today).getTime() - Date.now())
    const ended = await endTerms(context.transact, context.tools)
    tally.ended += ended ? 1 : 0
    walk.state = afterCalendar(walk.state, walk.today)
    assert.deepEqual(await look(walk), walk.state)
    // The days were waited for a renewal: now it is asked for.
    return draw.kind === 'renew' ? step(walk, draw) : undefined
  }
  const { today, state } = walk
  const result = by(noon(today))
  const stale = (draw.dice[7] ?? 0) % 16 === 0
  const carry = () =>
    context.transact((work) => carriedOut(work, residents, state, deed, result, { today, stale }))
  const answer = await carry().catch((error: { code?: string }) => {
    assert.match(error.code ?? String(error), /^residence\./)
    return null
  })
  const lawful = stale ? null : afterDeed(state, deed, today, answer?.household ?? 'none')
  assert.equal(answer !== null, lawful !== null, `lawful: ${lawful !== null}, ${JSON.stringify(deed)}`)
  walk.state = lawful ?? state
  assert.deepEqual(await look(walk), walk.state)
  if (answer === null) {
    tally.refused++
    return
  }
  tally.done.set(deed.deed, (tally.done.get(deed.deed) ?? 0) + 1)
  if ((draw.dice[6] ?? 0) % 4 === 0) {
    tally.repeated++
    assert.deepEqual(await carry(), { ...answer, isRepeated: true })
    assert.deepEqual(await look(walk), walk.state)
  }
}

/** From what stands, back by what each change kept, to every version that was seen. */
const mustReplay = async ({ numbers, said }: Walk): Promise<void> => {
  for (const raw of await rawOf(numbers)) {
    let entry = said.get(`${raw.personal_number} ${raw.version}`) ?? assert.fail()
    const history = await personHistory(
      residents.context.tools.read,
      residents.context.tools,
      raw.personal_number,
    )
    assert.deepEqual(
      history.map(({ version }) => version),
      Array.from({ length: raw.version - 1 }, (_, at) => at + 1),
    )
    for (const { version, before: earlier } of history.toReversed()) {
      entry = { ...entry, ...(earlier as Partial<ResidenceEntry>) }
      assert.deepEqual(entry, said.get(`${raw.personal_number} ${version}`))
    }
  }
}

const anyWalk = fc.asyncProperty(fc.array(anyDraw, { minLength: 8, maxLength: 24 }), async (draws) => {
  const numbers = await bringVillage()
  const walk: Walk = { today: TODAY, state: new Map(), said: new Map(), numbers }
  walk.state = await look(walk)
  for (const draw of draws) {
    await step(walk, draw)
    assert.deepEqual(faultsIn(walk.state), [])
  }
  await mustReplay(walk)
})

test('after any deeds the register says what the law says, and every earlier entry can be told', async () => {
  await fc.assert(anyWalk, { numRuns: RUNS, seed: SEED, endOnFailure: true })
  // No half of it is a formality: each deed is done, much is refused, done twice and ended by the calendar.
  const { done, refused, repeated, ended } = tally
  const said = JSON.stringify([...done, refused, repeated, ended])
  assert.equal(done.size, 8, said)
  assert.ok(refused > 40 && repeated > 8 && ended > 0, said)
  await fc.assert(anyWalk, { numRuns: NEW_RUNS, endOnFailure: true })
})

test('planted faults are found: no head, two heads, two addresses, a term that is too long, half a household', async () => {
  const numbers = await bringVillage()
  const planted = [
    ["household_relation = 'relative'", /^0 heads/],
    ["household_relation = 'head'", /^[23] heads/],
    ['permanent_address = permanent_address || household_relation', /^several addresses/],
    [
      "temporary_since = '2026-01-01', temporary_from = '2026-01-01', temporary_until = '2028-01-02'",
      /^a term/,
    ],
    ['household_number = null', /^half a household/],
  ] as const
  assert.deepEqual(faultsIn(stateOf(await rawOf(numbers))), [])
  for (const [set, fault] of planted) {
    const client = await residents.pool.connect()
    try {
      await client.query('begin')
      await client.query(`update person set ${set} where personal_number = any($1)`, [numbers])
      const { rows } = await client.query<Raw>('select * from person where personal_number = any($1)', [
        numbers,
      ])
      const faults = faultsIn(stateOf(rows))
      assert.ok(
        faults.some((one) => fault.test(one)),
        `${set}: ${faults.join('; ')}`,
      )
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
})
