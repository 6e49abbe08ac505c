// What is asked in a filing, page by page, and how far she has come. Pure: what the server said, and what she
// has answered since.
import type { OutputOf } from '../../../../../contract/operation.ts'
import type { AnswerService, OpenService } from '../../../../../contract/services.ts'
import type { GivenTo } from '../../../../client/call.ts'

export type Filing = OutputOf<typeof OpenService>
export type AskedPage = Filing['pages'][number]
export type AskedField = AskedPage['fields'][number]
export type Answers = Readonly<Record<string, unknown>>
/** As the contract bounds them; the server's schema judges them. */
type SentAnswers = GivenTo<typeof AnswerService>['answers']

/** Whether she is to answer it: asked, and not known by the State. */
export const isHers = (field: AskedField): boolean => field.isAsked && field.known === null

type Plain = Readonly<Record<string, unknown>>
export const isPlain = (value: unknown): value is Plain =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0) ||
  (isPlain(value) && Object.values(value).every((part) => part === ''))

/** What has any field that is asked. */
export const askedPages = ({ pages }: Filing): readonly AskedPage[] =>
  pages.filter(({ fields }) => fields.some(({ isAsked }) => isAsked))

export const askedPapers = ({ papers }: Filing): Filing['papers'] =>
  papers.filter(({ replacedBy }) => replacedBy === null)

/** The last step before her answers are checked: pictures of papers, where any is asked for. */
export const PAPERS = 'papers'
export const CHECK = 'check'

/** The addresses of a filing's steps in their order, without the check. */
export const stepsOf = (filing: Filing): readonly string[] => [
  ...askedPages(filing).map(({ id }) => `form/${id}`),
  ...(askedPapers(filing).length > 0 ? [PAPERS] : []),
]

export const valueOf = (field: AskedField, unsaved: Answers): unknown =>
  Object.hasOwn(unsaved, field.name) ? unsaved[field.name] : field.value

/** Of a page, those that must be answered and are not. */
export const unansweredOn = ({ fields }: AskedPage, unsaved: Answers): readonly AskedField[] =>
  fields.filter((field) => field.isRequired && isHers(field) && isEmpty(valueOf(field, unsaved)))

/** What the server found wrong, and she has not changed since. */
export const faultyOn = ({ fields }: AskedPage, unsaved: Answers): readonly AskedField[] =>
  fields.filter((field) => isHers(field) && field.fault !== null && !Object.hasOwn(unsaved, field.name))

const only = (value: unknown, names: readonly string[]): unknown =>
  isPlain(value) ? Object.fromEntries(names.map((name) => [name, value[name] ?? ''])) : value

/** As the form's schema wants it: without the names by which it is read. */
const bare = ({ kind }: AskedField, value: unknown): unknown => {
  switch (kind) {
    case 'place':
      return only(value, ['unit', 'address'])
    case 'members':
      return Array.isArray(value) ? value.map((one: unknown) => (isPlain(one) ? one['number'] : one)) : value
    case 'relatives':
      return Array.isArray(value)
        ? value.map((one: unknown) =>
            isPlain(one) ? { number: one['number'], relation: one['relation'] ?? '' } : one,
          )
        : value
    case 'spans':
      return Array.isArray(value)
        ? value.map((one: unknown) => only(one, ['from', 'until', 'place', 'work']))
        : value
    default:
      return value
  }
}

/**
 * Everything she has answered, as it is sent: of the pages up to the one she was on, since what is usual is
 * nobody's answer before she has seen it. What was emptied is left out.
 */
export const answersToSend = (filing: Filing, unsaved: Answers, page: string | null): SentAnswers => {
  const pages = filing.pages
  const places = [page, filing.draft?.page ?? null].map((id) =>
    id === null
      ? -1
      : id.startsWith('form/')
        ? pages.findIndex((one) => `form/${one.id}` === id)
        : pages.length,
  )
  const seen = pages.slice(0, Math.max(...places) + 1)
  const answered = seen.flatMap(({ fields }) => fields).map(({ name, value }) => [name, value] as const)
  const all: Answers = { ...Object.fromEntries(answered), ...unsaved }
  return Object.fromEntries(
    pages
      .flatMap(({ fields }) => fields)
      .filter((field) => isHers(field) && !isEmpty(all[field.name]))
      .map((field) => [field.name, bare(field, all[field.name])]),
  ) as SentAnswers
}

/** Where to go on: where she was, else at the first step; the check where all of it is done. */
export const goOnAt = (filing: Filing, page: string | null): string => {
  const steps = stepsOf(filing)
  const wanted = page ?? filing.draft?.page ?? null
  return wanted === CHECK || (wanted !== null && steps.includes(wanted)) ? wanted : (steps[0] ?? CHECK)
}

export const stepAfter = (filing: Filing, step: string): string => {
  const steps = stepsOf(filing)
  return steps[steps.indexOf(step) + 1] ?? CHECK
}
export const stepBefore = (filing: Filing, step: string): string | null => {
  const steps = stepsOf(filing)
  const at = step === CHECK ? steps.length : steps.indexOf(step)
  return steps[at - 1] ?? null
}
