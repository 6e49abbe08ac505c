/**
 * Whose agreement a dossier needs as the register stands now. Days pass between filing and decision: a
 * member of the household comes of age, a household has another head, a parent is entered. Whoever was not
 * among those asked then has agreed to nothing.
 */
import type { Procedure } from '../../../../../contract/procedure.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import type { AcceptedAnswer } from './accept-filing.ts'
import { membersNamed } from './answer-of-field.ts'
import { beginFiling } from './begin-filing.ts'
import type { Given } from './judge-fields.ts'
import type { Profile } from './profile.ts'

type Plain = Readonly<Record<string, unknown>>

/** As it was typed: without the names that it was kept with. */
const typedAgain = (kind: Procedure['form']['fields'][string]['kind'], value: unknown): unknown => {
  if (kind === 'members' && Array.isArray(value)) {
    return membersNamed('relatives', value)
  }
  if (kind === 'relatives' && Array.isArray(value)) {
    return (value as readonly Plain[]).map(({ number, relation }) => ({ number, relation }))
  }
  if (kind === 'place' && value !== null && typeof value === 'object') {
    const { unit, address } = value as Plain
    return { unit, address }
  }
  return value
}

const givenAgain = (
  { form }: Procedure,
  answers: Readonly<Record<string, Pick<AcceptedAnswer, 'value' | 'from'>>>,
): Given =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, { value, from }]) => {
      const field = form.fields[name]
      return field && from === 'typed' ? [[name, typedAgain(field.kind, value)]] : []
    }),
  )

/**
 * By the part of the procedure that asks for it; `number` is null where it cannot be said any more who it
 * is. Conditions are not judged again: whether she filed in time is a question of that day, and whatever the
 * register does not allow its own deeds refuse.
 */
export const agreementsNeeded = async (
  read: Reading,
  tools: Tools,
  procedure: Procedure,
  of: {
    readonly profile: Profile
    readonly answers: Readonly<Record<string, Pick<AcceptedAnswer, 'value' | 'from'>>>
    readonly at: Date
  },
): Promise<readonly { readonly part: string; readonly number: string | null }[]> => {
  const { profile, answers, at } = of
  const given = givenAgain(procedure, answers)
  const { filing } = await beginFiling(read, tools, procedure, { profile, given, at })
  return filing.consents.flatMap(({ consent: { id: part }, numbers }) =>
    (numbers ?? [null]).map((number) => ({ part, number })),
  )
}
