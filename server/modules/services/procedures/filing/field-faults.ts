/**
 * What is wrong with an answer, in the words of the page: what the schema found, and what only the kind
 * knows.
 */
import type { ErrorObject } from 'ajv'
import type { ProcedureField, ProcedureWords } from '../../../../../contract/procedure.ts'

type FaultCode =
  | 'required'
  | 'shape'
  | 'characters'
  | 'too-long'
  | 'too-short'
  | 'too-many'
  | 'too-few'
  | 'twice'
  | 'date'
  | 'choice'
  | 'range'
  | 'pattern'
  | 'number'
  | 'oneself'
  | 'place'
  | 'unit'
  | 'not-of-household'
  | 'order'
  | 'row-incomplete'
  | 'other'

export interface Fault {
  readonly code: FaultCode
  /** What the procedure itself says of it. */
  readonly words?: ProcedureWords
  /** The bound that was passed, where there is one. */
  readonly bound?: number
  /** Of an answer in rows, which one; the first is 1. */
  readonly row?: number
}

const sentences: Readonly<Record<FaultCode, ProcedureWords>> = {
  required: { vi: 'Câu này cần được trả lời', en: 'This needs an answer' },
  shape: { vi: 'Không đọc được câu trả lời; hãy điền lại', en: 'This cannot be read; fill it in again' },
  characters: {
    vi: 'Có ký tự ẩn hoặc ký tự lạ; hãy gõ lại thay vì dán',
    en: 'It holds hidden characters; type it instead of pasting',
  },
  'too-long': { vi: 'Dài quá {bound} ký tự; hãy viết ngắn lại', en: 'Longer than {bound} characters' },
  'too-short': { vi: 'Cần ít nhất {bound} ký tự', en: 'At least {bound} characters are needed' },
  'too-many': { vi: 'Nhiều nhất {bound} mục', en: '{bound} at most' },
  'too-few': { vi: 'Cần ít nhất {bound} mục', en: 'At least {bound} are needed' },
  twice: { vi: 'Có mục được ghi hai lần', en: 'One of them stands there twice' },
  date: { vi: 'Không có ngày này; ghi theo ngày/tháng/năm', en: 'There is no such day; day, month, year' },
  choice: { vi: 'Hãy chọn một trong các câu trả lời', en: 'Choose one of the answers' },
  range: { vi: 'Con số nằm ngoài giới hạn', en: 'The number is out of range' },
  pattern: { vi: 'Chưa đúng cách ghi; xem gợi ý của câu hỏi', en: 'Not in the form that is asked for' },
  number: { vi: 'Số định danh có 12 chữ số', en: 'A personal number has 12 digits' },
  oneself: {
    vi: 'Đây là số của chính bạn; hãy ghi số của người kia',
    en: 'That is your own number; give the other person’s',
  },
  place: {
    vi: 'Chọn tỉnh, rồi xã, phường, và ghi số nhà, đường hoặc thôn',
    en: 'Choose the province and the commune, and write the house number and street',
  },
  unit: { vi: 'Hãy chọn xã, phường hoặc đặc khu trong danh sách', en: 'Choose the commune from the list' },
  'not-of-household': {
    vi: 'Chỉ chọn được người trong hộ theo dữ liệu dân cư',
    en: 'Only people of the household as the register has it',
  },
  order: { vi: 'Ngày kết thúc trước ngày bắt đầu', en: 'It ends before it begins' },
  'row-incomplete': { vi: 'Còn ô chưa điền', en: 'Something is not filled in' },
  other: { vi: 'Câu trả lời chưa đúng; hãy xem lại', en: 'This is not right yet; look at it again' },
}

export const wordsOfFault = ({ code, words = sentences[code], bound, row }: Fault): ProcedureWords => {
  const { vi, en } = words
  const filled = (text: string): string => text.replace('{bound}', String(bound ?? ''))
  return row === undefined
    ? { vi: filled(vi), en: filled(en) }
    : { vi: `Dòng ${row}: ${filled(vi)}`, en: `Row ${row}: ${filled(en)}` }
}

const codes: Readonly<Record<string, FaultCode>> = {
  maxLength: 'too-long',
  minLength: 'too-short',
  maxItems: 'too-many',
  minItems: 'too-few',
  uniqueItems: 'twice',
  format: 'date',
  enum: 'choice',
  const: 'choice',
  pattern: 'pattern',
  minimum: 'range',
  maximum: 'range',
  exclusiveMinimum: 'range',
  exclusiveMaximum: 'range',
  type: 'shape',
  additionalProperties: 'shape',
  required: 'row-incomplete',
}
const SMALLEST_SAID = 2

/** An answer that is only too short by being empty is not answered. */
const codeOf = (keyword: string, bound: number | undefined): FaultCode =>
  (keyword === 'minLength' || keyword === 'minItems') && (bound ?? 0) < SMALLEST_SAID
    ? 'required'
    : (codes[keyword] ?? 'other')

/** Of one error of the schema: which field it is about, and what it says; null for one about all of them. */
export const faultOfError = ({
  instancePath,
  keyword,
  params,
}: Pick<ErrorObject, 'instancePath' | 'keyword' | 'params'>): { name: string; fault: Fault } | null => {
  const [, name = '', row] = instancePath.split('/')
  const said = params as { readonly limit?: unknown; readonly missingProperty?: unknown }
  if (name === '') {
    return typeof said.missingProperty === 'string'
      ? { name: said.missingProperty, fault: { code: 'required' } }
      : null
  }
  const bound = typeof said.limit === 'number' ? said.limit : undefined
  return {
    name,
    fault: {
      code: row === 'unit' ? 'place' : codeOf(keyword, bound),
      ...(bound === undefined ? {} : { bound }),
      ...(row !== undefined && /^\d{1,4}$/.test(row) ? { row: Number(row) + 1 } : {}),
    },
  }
}

/** The most that may be written into a field, for the page to count. */
export const mostOf = (
  kind: ProcedureField['kind'],
  schema: Readonly<Record<string, unknown>> | undefined,
): number | null => {
  const most =
    kind === 'members' || kind === 'relatives' || kind === 'spans'
      ? schema?.['maxItems']
      : schema?.['maxLength']
  return typeof most === 'number' ? most : null
}
