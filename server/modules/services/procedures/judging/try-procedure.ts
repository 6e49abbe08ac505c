/**
 * A procedure tried in the sandbox: what an invented person would see, in words. Nothing is asked of any
 * register, and nothing is written.
 */
import type { Procedure, ProcedureWords } from '../../../../../contract/procedure.ts'
import { addWorkingDays } from '../../../registry/territory/working-calendar.ts'
import { holds, listOf, unanswered, valueOf } from '../rules-of-procedure.ts'
import type { RuleFacts } from '../rule-facts.ts'
import type { Life } from './lives.ts'

type Answers = Readonly<Record<string, unknown>>
type Field = Procedure['form']['fields'][string]

const both = ({ vi, en }: ProcedureWords): string => `${vi} / ${en}`
const isEmpty = (value: unknown): boolean =>
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (value !== null && typeof value === 'object' && 'address' in value && value.address === '')

const told = ({ kind, choices }: Field, value: unknown): string => {
  if (kind === 'choice' && typeof value === 'string') {
    const words = choices?.[value]
    return words ? both(words) : value
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}

interface Filled {
  readonly facts: RuleFacts
  readonly known: readonly string[]
  readonly asked: readonly string[]
}
/** In the order of the pages, so that a question may hang on what was answered before it. */
const fill = (one: Procedure, life: Life, answers: Answers): Filled => {
  const { fields, pages, schema } = one.form
  const form: Record<string, unknown> = Object.fromEntries(
    Object.entries(fields).map(([name, { kind }]) => [name, unanswered(kind)]),
  )
  const facts: RuleFacts = { ...life, form }
  const known: string[] = []
  const asked: string[] = []
  for (const name of pages.flatMap((page) => page.fields)) {
    const field = fields[name]
    if (!field || !holds(one, field.when, facts)) {
      continue
    }
    const stated = field.from ? valueOf(one, field.from.value, facts) : ''
    if (field.from && !isEmpty(stated)) {
      form[name] = stated
      known.push(`${both(field.words)}: ${told(field, stated)} (${field.from.source})`)
      continue
    }
    const usual = field.usual === undefined ? unanswered(field.kind) : valueOf(one, field.usual, facts)
    form[name] = Object.hasOwn(answers, name) ? answers[name] : usual
    const need = schema.required.includes(name) ? '' : ', may stay empty'
    const answer = isEmpty(form[name]) ? '' : `: ${told(field, form[name])}`
    const fault = field.check && !holds(one, field.check.rule, facts) ? ` (${both(field.check.words)})` : ''
    asked.push(`${both(field.words)} [${field.kind}${need}]${answer}${fault}`)
  }
  return { facts, known, asked }
}

const papersOf = (one: Procedure, facts: RuleFacts): readonly string[] =>
  one.papers
    .filter(({ when }) => holds(one, when, facts))
    .map(({ words, replacedWhen, replacedBy, isRequired }) =>
      replacedWhen !== undefined && replacedBy && holds(one, replacedWhen, facts)
        ? `${both(words)}: not asked for, ${both(replacedBy)}`
        : `${both(words)}${isRequired ? '' : ' (may be left out)'}`,
    )

const consentsOf = (one: Procedure, facts: RuleFacts): readonly string[] =>
  one.consents.flatMap(({ who, words }) => {
    const others = listOf(one, who, facts).filter(
      (number) => number !== facts.filer.number && number !== facts.person.number,
    )
    return others.length === 0 ? [] : [`${both(words)}: ${[...new Set(others)].join(', ')}`]
  })

const dueOf = (one: Procedure, facts: RuleFacts, now: Date): string => {
  const limit = one.limits.find(({ when }) => holds(one, when, facts))
  if (!limit) {
    return 'no limit holds'
  }
  const { working, law } = limit
  const time =
    'days' in working
      ? `by ${addWorkingDays(now, working.days, one.cutOff === null ? {} : { cutOff: one.cutOff })}`
      : `within ${working.hours} working hours`
  return `${time} (${both(law)})`
}

const section = (title: string, lines: readonly string[]): readonly string[] => [
  '',
  title,
  ...(lines.length === 0 ? ['  (none)'] : lines.map((line) => `  ${line}`)),
]

/** `answers`: by the names of fields, as the form would send them. Answers lines of text. */
export const tryProcedure = (one: Procedure, life: Life, answers: Answers, now: Date): readonly string[] => {
  const { facts, known, asked } = fill(one, life, answers)
  const fees = one.fees
    .filter(({ when }) => holds(one, when, facts))
    .map(({ words, amount_vnd, law }) => `${amount_vnd} VND: ${both(words)} (${both(law)})`)
  const isFor = one.applicant.for.includes(life.who) && Number(life.filer.level) >= one.applicant.level
  return [
    `${both(one.title)} · version ${one.version} from ${one.from}`,
    isFor ? `May be filed (${life.who}).` : `May not be filed by this person (${life.who}).`,
    ...section(
      'Conditions',
      one.conditions.map(({ rule, met, unmet }) =>
        holds(one, rule, facts) ? `met: ${both(met)}` : `NOT met: ${both(unmet)}`,
      ),
    ),
    ...section('Known already', known),
    ...section(`Asked (${asked.length}; the paper form has ${one.form.paperFields} fields)`, asked),
    ...section('Papers', papersOf(one, facts)),
    ...section('Whose agreement', consentsOf(one, facts)),
    ...section('Fees', fees),
    ...section('Decided', [dueOf(one, facts, now)]),
  ]
}
