// What a proven line says, in the app's own words for its codes: the server's words for them are not proven.
import type { LineProof } from './check-line.ts'
import { lineWordsText } from './line-words.ts'
import { language } from '../../ui/language.ts'

const table = new Map(
  lineWordsText
    .trim()
    .split('\n')
    .map((row) => {
      const [kind = '', code = '', vi = '', en = ''] = row.split('|')
      return [`${kind} ${code}`, { vi, en }] as const
    }),
)
const wordOf = (kind: 'purpose' | 'field' | 'outcome', code: string): string | null =>
  table.get(`${kind} ${code}`)?.[language()] ?? null

/** What was shared stands in the proven line in words of its day, each claim on a line of its own. */
const sharedIn = (detail: Readonly<Record<string, unknown>>): readonly string[] | null => {
  const said = detail[language() === 'vi' ? 'sharedVi' : 'sharedEn']
  return typeof said === 'string' && said !== '' ? said.split('\n') : null
}

export type SaidLine = {
  readonly at: string
  readonly purpose: string
  readonly fields: readonly string[]
  /** null for what is merely done, and for a refusal. */
  readonly outcome: string | null
}

/**
 * null where this version of the app has no word for the line's purpose or for one of its details: a newer
 * one has written it.
 */
export const saidLine = (line: LineProof['line']['line']): SaidLine | null => {
  const purpose = line && wordOf('purpose', line.purpose)
  const fields = line?.fields.map((code) => wordOf('field', code)) ?? []
  if (line === null || purpose === null || fields.includes(null)) {
    return null
  }
  return {
    at: line.at,
    purpose,
    fields: sharedIn(line.detail) ?? fields.filter((word) => word !== null),
    outcome: line.outcome === 'done' ? null : wordOf('outcome', line.outcome),
  }
}
