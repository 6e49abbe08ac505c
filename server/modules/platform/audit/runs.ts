/**
 * Lines of the log as a person reads them. What she herself, who acts for her or the product did again and
 * again on one day is one run; what an office or a service did is never folded. Pure.
 */
import type { z } from 'zod'
import type { accessRun } from '../../../../contract/account.ts'
import {
  fieldTexts,
  isRefusal,
  outcomeText,
  purposeText,
  refusalText,
  sharedTexts,
  type Language,
} from '../../../../contract/purposes/words.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { groupOf, readerOf, type Reader, type ReaderGroup, type ReaderKind } from './reader.ts'
import type { LogRow } from './access-log-store.ts'

export type AccessRun = z.infer<typeof accessRun>

const FOLDED: readonly ReaderKind[] = ['holder', 'representative', 'automatic']

export interface ReadLine extends Reader {
  readonly row: LogRow
}

export const readLine = (row: LogRow, subjectId: string, language: Language): ReadLine => ({
  row,
  ...readerOf(row, subjectId, language),
})

const isAlike = (a: ReadLine, b: ReadLine): boolean =>
  FOLDED.includes(a.whoKind) &&
  a.whoKind === b.whoKind &&
  a.who === b.who &&
  a.row.purpose === b.row.purpose &&
  a.row.outcome === b.row.outcome &&
  a.row.fields.join() === b.row.fields.join() &&
  dayInVietnam(a.row.at) === dayInVietnam(b.row.at)

/** Newest first, as they came; every line is in exactly one run. */
export const runsOf = (lines: readonly ReadLine[]): ReadLine[][] => {
  const runs: ReadLine[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    if (run?.[0] && isAlike(run[0], line)) {
      run.push(line)
    } else {
      runs.push([line])
    }
  }
  return runs
}

export interface Page {
  readonly runs: readonly ReadLine[][]
  readonly next: string | null
}

/**
 * The next page begins below the last line of this one. Where lines go on behind those that were looked
 * through, the last run may do so too and is left for the next page; a run longer than that is told in parts.
 */
export const pageOf = (
  scanned: readonly ReadLine[],
  { group, goesOn, most }: { group: ReaderGroup; goesOn: boolean; most: number },
): Page => {
  const runs = runsOf(scanned.filter(({ whoKind }) => group === 'everyone' || groupOf[whoKind] === group))
  const whole = goesOn && runs.length > 1 ? runs.slice(0, -1) : runs
  const page = whole.slice(0, most)
  const isCut = page.length < runs.length
  const last = isCut ? page.at(-1)?.at(-1) : goesOn ? scanned.at(-1) : undefined
  return { runs: page, next: last?.row.id ?? null }
}

export const saidRun = (run: readonly ReadLine[], language: Language): AccessRun[] => {
  const [newest] = run
  if (!newest) {
    return []
  }
  const { row, who, whoKind } = newest
  const isToHer = whoKind === 'holder' || whoKind === 'representative'
  return [
    {
      id: row.id,
      at: row.at.toISOString(),
      firstAt: (run.at(-1) ?? newest).row.at.toISOString(),
      whoKind,
      who,
      purpose: row.purpose,
      fields: row.fields,
      outcome: row.outcome,
      words: {
        purpose: purposeText(row.purpose, language),
        fields: sharedTexts(row.detail, language) ?? fieldTexts(row.fields, language),
        outcome: outcomeText(row.outcome, language),
        reason: isToHer && isRefusal(row.outcome) ? refusalText(row.outcome, language) : null,
      },
      leaf: row.leaf_no,
      lines: run.map((line) => ({
        id: line.row.id,
        at: line.row.at.toISOString(),
        leaf: line.row.leaf_no,
      })),
    },
  ]
}
