/**
 * The working calendar is changed by two persons: one proposes what was announced, another confirms just
 * that. Every process counts by it within moments, and open time limits are counted anew (`server/jobs`).
 */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../../formats/canonical-json.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { isName, isSameName } from '../../../kernel/two-names.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { calendarChange, changedCalendar, faultOfChange, type CalendarChange } from './calendar-change.ts'
import * as store from './calendar-store.ts'
import { calendarOfTheProduct, adoptCalendar } from './working-calendar.ts'

/** How often each process looks at what it counts by. */
export const CALENDAR_EVERY_MS = 10_000

/** In one sentence, for whoever proposed or confirmed. */
export class CalendarChangeNotTaken extends Error {}

/** SHA-256 (hexadecimal) of what a change says, however its file is spaced or ordered. */
const digestOfChange = (change: CalendarChange): string =>
  createHash('sha256').update(canonicalJson(change)).digest('hex')

const mustBeName = (by: string): string => {
  if (!isName(by)) {
    throw new CalendarChangeNotTaken('Whoever does this is named: 3 to 80 characters after --by.')
  }
  return by
}

const mustFollow = (change: CalendarChange, known: readonly store.ChangeRow[], at: Date): void => {
  const calendar = known.reduce((before, row) => changedCalendar(before, row.change), calendarOfTheProduct)
  const fault = faultOfChange(change, calendar, dayInVietnam(at))
  if (fault) {
    throw new CalendarChangeNotTaken(fault)
  }
}

/** Throws CalendarChangeNotTaken. Answers the digest by which it is confirmed. */
export const proposeChange = async (
  work: Work,
  change: CalendarChange,
  by: string,
  at: Date,
): Promise<string> => {
  mustFollow(change, await store.changes(work), at)
  const sha256 = digestOfChange(change)
  const row = { sha256, change, proposedBy: mustBeName(by), proposedAt: at }
  if (!(await store.insertChangeProposal(work, row))) {
    throw new CalendarChangeNotTaken('Just this is proposed already: sen calendar list.')
  }
  return sha256
}

/** Throws CalendarChangeNotTaken. Judged anew, on the day of its confirmation. */
export const confirmChange = async (
  work: Work,
  { sha256, by }: { readonly sha256: string; readonly by: string },
  at: Date,
): Promise<store.ChangeRow> => {
  const proposal = await store.lockChangeProposal(work, sha256)
  if (!proposal) {
    throw new CalendarChangeNotTaken('Nobody has proposed a change with this SHA-256: sen calendar list.')
  }
  if (isSameName(mustBeName(by), proposal.proposedBy)) {
    throw new CalendarChangeNotTaken(
      'Whoever proposed it does not confirm it: somebody else has to look at the announcement.',
    )
  }
  const change = calendarChange.parse(proposal.change)
  const known = await store.changes(work)
  mustFollow(change, known, at)
  const { proposedBy } = proposal
  const row = { revision: known.length + 1, change, proposedBy, confirmedBy: by, confirmedAt: at }
  if (!(await store.insertChange(work, row))) {
    throw new CalendarChangeNotTaken('Another change was confirmed in this moment. Confirm this one again.')
  }
  await store.deleteChangeProposal(work, sha256)
  return { ...row, settledAt: null }
}

/** Takes back what nobody has confirmed. Throws CalendarChangeNotTaken. */
export const dropChange = async (work: Work, sha256: string): Promise<void> => {
  if ((await store.deleteChangeProposal(work, sha256)) === 0) {
    throw new CalendarChangeNotTaken('Nobody has proposed a change with this SHA-256: sen calendar list.')
  }
}

/** Those that wait for a second person. */
export const proposedChanges = (read: Reading) => store.changeProposals(read)

/** Every open time limit is counted by it. */
export const settleCalendar = async (work: Work, revision: number, at: Date): Promise<void> => {
  await store.settleChanges(work, revision, at)
}

/** What this process counts by is what was confirmed; answers the changes. */
export const refreshCalendar = async (read: Reading): Promise<readonly store.ChangeRow[]> => {
  const known = await store.changes(read)
  adoptCalendar(known.map(({ change }) => calendarChange.parse(change)))
  return known
}
