/**
 * How many answers a service asks somebody to give, beside the fields of its paper form: over the invented
 * people whom it is for, and over all that they may choose. Pure.
 */
import type { Procedure } from '../../../../../contract/procedure.ts'
import { holds, unanswered, valueOf } from '../rules-of-procedure.ts'
import { lifeNames, lifeOf, type Life } from './lives.ts'

type Form = Readonly<Record<string, unknown>>
type Field = Procedure['form']['fields'][string]

const offered = ({ kind, choices }: Field): readonly unknown[] => {
  if (kind === 'choice') {
    return Object.keys(choices ?? {})
  }
  return kind === 'yes-no' ? [true, false] : []
}

/** Every way in which the questions that offer answers can be answered. */
const waysOf = ({ form: { fields } }: Procedure): readonly Form[] => {
  const empty: Form = Object.fromEntries(
    Object.entries(fields).map(([name, { kind }]) => [name, unanswered(kind)]),
  )
  return Object.entries(fields)
    .filter(([, field]) => field.from === undefined && offered(field).length > 0)
    .reduce<readonly Form[]>(
      (forms, [name, field]) =>
        forms.flatMap((form) => offered(field).map((answer) => ({ ...form, [name]: answer }))),
      [empty],
    )
}

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  (Array.isArray(value) && value.every(isEmpty)) ||
  (value !== null && typeof value === 'object' && 'address' in value && value.address === '')

const typedBy = (one: Procedure, life: Life, form: Form): number => {
  const facts = { ...life, form }
  return Object.values(one.form.fields).filter(
    ({ when, from }) =>
      holds(one, when, facts) && (from === undefined || isEmpty(valueOf(one, from.value, facts))),
  ).length
}

export interface TypedCount {
  readonly fewest: number
  readonly most: number
  readonly paper: number
}
/** `today` (ISO): the ages of the invented people hang on it. */
export const countTyped = (one: Procedure, today: string): TypedCount => {
  const lives = lifeNames
    .filter((name) => name !== 'unknown')
    .map((name) => lifeOf(name, today))
    .filter(({ who }) => one.applicant.for.includes(who))
  const counts = lives.flatMap((life) => waysOf(one).map((form) => typedBy(one, life, form)))
  return { fewest: Math.min(...counts), most: Math.max(...counts), paper: one.form.paperFields }
}
