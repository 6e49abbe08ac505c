/**
 * Whatever a test or a story has left in the log, read as the person reads it: in both languages, and without
 * a code of ours. Asked at the end of every fixture, so every use case that leaves a line is asked too.
 */
import assert from 'node:assert/strict'
import type { Pool } from 'pg'
import { purposeCatalogue } from '../contract/purposes/catalogue.ts'
import { fieldWords } from '../contract/purposes/fields.ts'
import { outcomeWords } from '../contract/purposes/outcomes.ts'
import { problemCatalogue } from '../contract/problems/catalogue.ts'
import { NOBODY } from '../server/kernel/audit-store.ts'
import { readLine, saidRun, type ReadLine } from '../server/modules/platform/audit/runs.ts'

type LogRow = ReadLine['row']

const CODE = /[a-z]+-[a-z]+|_|[a-z][A-Z]|[a-z]\.[a-z]|[{}]|\b[0-9a-f]{8}-[0-9a-f]{4}/
/** Words of English that are written with the same bar. */
const COMPOUND = /\b(e-mail|sign-in|sign-on|look-ups?|test-read)\b/gi

/** What shows a code in these texts; empty when all of it is words. */
export const codesIn = (texts: readonly string[]): string[] =>
  texts.filter((text) => text === '' || CODE.test(text.replace(COMPOUND, '')))

/** What this release writes, it knows: a sentence for what is unknown is for older releases. */
const unknownIn = ({ purpose, fields, outcome }: LogRow): string[] => [
  ...(Object.hasOwn(purposeCatalogue, purpose) ? [] : [purpose]),
  ...fields.filter((field) => !Object.hasOwn(fieldWords, field)),
  ...(Object.hasOwn(outcomeWords, outcome) || Object.hasOwn(problemCatalogue, outcome) ? [] : [outcome]),
]

export const mustReadAsWords = async (pool: Pool): Promise<void> => {
  const { rows } = await pool.query<LogRow & { subject_id: string }>(
    `select subject_id, id, at, use_case, actor, purpose, outcome, fields, detail, leaf_no from audit_line`,
  )
  const strange = rows.flatMap((row) => {
    const isHers = row.subject_id !== NOBODY
    const isStaff =
      Object.entries(purposeCatalogue).find(([code]) => code === row.purpose)?.[1].family === 'staff'
    const said = (['vi', 'en'] as const).flatMap((language) =>
      saidRun([readLine(row, row.subject_id, language)], language).flatMap(({ who, whoKind, words }) => [
        // A service's or office's name is data.
        ...(whoKind === 'party' || whoKind === 'officer' || whoKind === 'helper' ? [] : [who]),
        words.purpose,
        words.outcome,
        ...words.fields,
      ]),
    )
    const codes = [
      ...unknownIn(row),
      ...codesIn(said),
      ...(isHers && isStaff ? [`${row.purpose} of staff`] : []),
    ]
    return codes.map((code) => `${row.use_case} (${row.purpose}): ${code}`)
  })
  assert.deepEqual([...new Set(strange)], [], 'the log shows what is no word')
}
