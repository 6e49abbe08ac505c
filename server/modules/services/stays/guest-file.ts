/**
 * A list of guests as CSV (RFC 4180), strictly: its first line names the columns of our sample, in their
 * order, with commas or, as spreadsheets here write them, with semicolons. A line is read whole or told
 * with what is wrong first; no number is guessed, for a wrong guess notifies somebody else.
 */
import type { z } from 'zod'
import { reportedStay, type rowFault } from '../../../../contract/stays.ts'
import { splitCsvRecord } from '../../registry/territory/csv-record.ts'
import type { Guest } from './notice.ts'
import type { Stay } from './stay-time.ts'

export type RowFault = z.infer<typeof rowFault>

export const GUEST_COLUMNS = [
  'ho_ten',
  'ngay_sinh',
  'so_dinh_danh',
  'ho_chieu',
  'quoc_tich',
  'phong',
  'den',
  'di',
  'ly_do',
] as const

export interface FileRow {
  /** As an editor counts it; the columns stand in line 1. */
  readonly line: number
  readonly read: { readonly guest: Guest; readonly stay: Stay } | RowFault
}

/** What a hotel writes for a reason, beside our own codes. */
const reasonWords: Readonly<Record<string, Stay['reason']>> = {
  'du lịch': 'tourism',
  'công tác': 'work',
  'thăm thân': 'visit',
  'học tập': 'study',
  'chữa bệnh': 'treatment',
  'chăm người bệnh': 'care',
  'thuê trọ': 'rent',
  khác: 'other',
}

/**
 * `26/11/2026`, `26/11/2026 20:55`, or as the wire has it; what is neither goes on as it is, to be
 * refused.
 */
const timeOf = (text: string): string => {
  const [, day, month, year, time] = /^(\d{2})\/(\d{2})\/(\d{4})(?: +(\d{2}:\d{2}))?$/.exec(text) ?? []
  return year ? `${year}-${month}-${day}${time ? `T${time}` : ''}` : text.replace(' ', 'T')
}

/** Which field's fault a refused value is. */
const faultAt = (path: readonly PropertyKey[], code: string | undefined): RowFault => {
  switch (path.at(-1)) {
    case 'fullName':
      return 'name'
    case 'birthDate':
      return 'birth-date'
    case 'personalNumber':
      return code === 'one-document' ? 'one-document' : code === 'length' ? 'number-length' : 'number'
    case 'passport':
      return 'passport'
    case 'nationality':
      return 'nationality'
    case 'room':
      return 'room'
    case 'from':
      return 'from'
    case 'to':
      return 'to'
    case 'id':
      return 'id'
    default:
      return path.at(-1) === 'reason' ? 'reason' : 'columns'
  }
}

/** A notice as it was sent, or what is wrong first. */
export const readReported = (sent: unknown): z.infer<typeof reportedStay> | RowFault => {
  const parsed = reportedStay.safeParse(sent)
  if (parsed.success) {
    return parsed.data
  }
  const [issue] = parsed.error.issues
  const code = issue?.code === 'custom' ? String(issue.params?.['code'] ?? '') : undefined
  return faultAt(issue?.path ?? [], code)
}

/** Any, since a line has no id of its own. */
const SOME_ID = '00000000-0000-4000-8000-000000000000'
const orNone = (text: string): string | undefined => (text === '' ? undefined : text)

const readRow = (fields: readonly string[]): FileRow['read'] => {
  if (fields.length !== GUEST_COLUMNS.length) {
    return 'columns'
  }
  const [fullName = '', birthDate = '', number = '', passport = '', nationality = '', ...rest] = fields.map(
    (field) => field.trim(),
  )
  const [room = '', from = '', to = '', reason = ''] = rest
  const read = readReported({
    id: SOME_ID,
    guest: {
      fullName,
      birthDate,
      personalNumber: orNone(number),
      passport: orNone(passport),
      nationality: orNone(nationality),
    },
    stay: {
      from: timeOf(from),
      to: timeOf(to),
      reason: reasonWords[reason.toLowerCase().normalize('NFC')] ?? reason,
      room: orNone(room),
    },
  })
  return typeof read === 'string' ? read : { guest: read.guest, stay: read.stay }
}

/** Semicolons: without quotes, which no spreadsheet needs for such a list. */
const fieldsOf = (text: string, separator: ',' | ';'): readonly string[] | RowFault => {
  if (separator === ';') {
    return text.includes('"') ? 'quotes' : text.split(';')
  }
  const fields = splitCsvRecord(text)
  return typeof fields === 'string' ? 'quotes' : fields
}

/** Null where the first line is not that of the sample. Empty lines are none. */
export const readGuestFile = (text: string): readonly FileRow[] | null => {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const separator = head.includes(';') ? ';' : ','
  if (head.trim() !== GUEST_COLUMNS.join(separator)) {
    return null
  }
  return lines.flatMap((line, index) => {
    if (line.trim() === '') {
      return []
    }
    const fields = fieldsOf(line, separator)
    return [{ line: index + 2, read: typeof fields === 'string' ? fields : readRow(fields) }]
  })
}
