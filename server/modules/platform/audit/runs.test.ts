// Whatever a log holds and wherever its pages end: no line is lost, none is told twice, none changes its
// place.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { examplePerson } from '../../../../testing/audit-log.ts'
import { groupOf, type ReaderGroup } from './reader.ts'
import { pageOf, readLine, runsOf, type ReadLine } from './runs.ts'

const her = examplePerson(1)
const MIDNIGHT = Date.UTC(2026, 5, 1, 17)

/** Newest first: each line has an actor, a purpose, and how many hours it is older than the one before. */
const log = fc
  .array(
    fc.record({
      actor: fc.constantFrom(`citizen:${her}`, 'officer:1', 'system:expiry', 'anonymous'),
      purpose: fc.constantFrom('identity-card', 'enrolment-check'),
      hours: fc.nat({ max: 8 }),
    }),
    { maxLength: 60 },
  )
  .map((lines) => {
    let at = MIDNIGHT
    return lines.map(({ actor, purpose, hours }, i): ReadLine => {
      at -= hours * 3_600_000
      return readLine(
        {
          id: examplePerson(1000 - i),
          at: new Date(at),
          use_case: 'a.deed',
          actor,
          purpose,
          outcome: 'done',
          fields: [],
          detail: {},
          leaf_no: null,
        },
        her,
        'en',
      )
    })
  })

const readAll = (lines: readonly ReadLine[], group: ReaderGroup, scan: number, most: number) => {
  const pages: (readonly ReadLine[][])[] = []
  for (let cursor: string | null = null, round = 0; ; round++) {
    assert.ok(round <= lines.length, 'the pages never end')
    const left: readonly ReadLine[] = lines.filter(({ row }) => cursor === null || row.id < cursor)
    const page = pageOf(left.slice(0, scan), { group, goesOn: left.length > scan, most })
    pages.push(page.runs)
    assert.ok(page.runs.length <= most)
    if (page.next === null) {
      return pages.flat()
    }
    cursor = page.next
  }
}

test('every line stands in exactly one run of exactly one page, in the order of the log', () => {
  const groups = fc.constantFrom<ReaderGroup>('everyone', 'holder', 'offices', 'automatic')
  fc.assert(
    fc.property(log, groups, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }), (...given) => {
      const [lines, group, scan, most] = given
      const wanted = lines.filter(({ whoKind }) => group === 'everyone' || groupOf[whoKind] === group)
      assert.deepEqual(readAll(lines, group, scan, most).flat(), wanted)
    }),
  )
})

test('pages cut no run that is shorter than what one of them looks through', () => {
  fc.assert(
    fc.property(log, fc.integer({ min: 1, max: 4 }), (lines, most) => {
      const longest = Math.max(1, ...runsOf(lines).map(({ length }) => length))
      assert.deepEqual(readAll(lines, 'everyone', longest + 1, most), runsOf(lines))
    }),
  )
})

test('a run never passes midnight in Vietnam, and an office is never folded', () => {
  fc.assert(
    fc.property(log, (lines) => {
      for (const run of runsOf(lines)) {
        const days = new Set(run.map(({ row }) => new Date(row.at.getTime() + 25_200_000).getUTCDate()))
        assert.equal(days.size, 1)
        assert.ok(run.length === 1 || run[0]?.whoKind === 'holder' || run[0]?.whoKind === 'automatic')
      }
    }),
  )
})
