/** What the operator is told of a party. Nothing of the person whom it asked stands in it. */
import { newSecret } from '../../../kernel/id.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import * as store from './parties-store.ts'

type ReportKind =
  /** A request went beyond the registration. */
  | 'over-asking'
  /** She says so: the request was not expected, asks for too much, came under pressure, or something else. */
  | 'not-expected'
  | 'asks-too-much'
  | 'pressed'
  | 'other'
  /** Never took what she agreed to; gave no answer to a wish of hers in time. */
  | 'undeliverable'
  | 'overdue'

/** As many counts of one thing, so that reports about it wait for each other seldom. */
const SLICES = 8

/** `what`: names of kinds and claims that are known here, or a purpose; never what somebody wrote. */
export const reportParty = (
  work: Work,
  { partyId, kind, what, at }: { partyId: string; kind: ReportKind; what: string; at: Date },
): void =>
  store.countReport(work, {
    partyId,
    day: dayInVietnam(at),
    kind,
    what,
    slice: (newSecret(1)[0] ?? 0) % SLICES,
    at,
  })

const SHOWN = 500
export const partyReports = (read: Reading): Promise<readonly store.ReportRow[]> => store.reports(read, SHOWN)
