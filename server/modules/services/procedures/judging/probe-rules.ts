/**
 * Evaluates every rule of a procedure for invented people and for answers of every kind: what types cannot
 * tell (the third of two members, a key that no member has) is found before a citizen meets it.
 */
import type { Procedure, ProcedureField } from '../../../../../contract/procedure.ts'
import { addDays } from '../../../../../formats/vietnam-day.ts'
import { plainTrouble } from './plain-reason.ts'
import { lifeNames, lifeOf } from './lives.ts'
import { answersWith, rulesOf, unanswered, valueOf, type WrongRule } from '../rules-of-procedure.ts'
import type { RuleFacts } from '../rule-facts.ts'

const TODAY = '2026-11-30'
const MOST_VARIANTS = 48
type Form = RuleFacts['form']

const choicesOf = (one: Procedure, name: string): readonly unknown[] => {
  const listed = one.form.schema.properties[name]?.['enum']
  return Array.isArray(listed) ? listed : []
}

const sample = (one: Procedure, name: string, { kind }: ProcedureField): unknown => {
  switch (kind) {
    case 'date':
      return addDays(TODAY, 90)
    case 'choice':
      return choicesOf(one, name)[0] ?? ''
    case 'yes-no':
      return true
    case 'place':
      return { unit: '26740', address: '45 Lê Lợi' }
    case 'person':
      return '001070000002'
    case 'members':
      return ['001172000003', '001216000004']
    case 'relatives':
      return [
        { number: '001172000003', relation: 'parent' },
        { number: '001216000004', relation: 'sibling' },
      ]
    case 'spans':
      return [
        { from: '2010-09-05', until: '2014-06-01', place: 'Hà Nội', work: 'Học sinh' },
        { from: '2014-06-02', until: '', place: 'Huế', work: '' },
      ]
    default:
      return 'thử'
  }
}

/** Nothing answered, everything answered, and each choice in turn. */
const variantsOf = (one: Procedure): readonly Form[] => {
  const fields = Object.entries(one.form.fields)
  const none = Object.fromEntries(fields.map(([name, { kind }]) => [name, unanswered(kind)]))
  const all = Object.fromEntries(fields.map(([name, field]) => [name, sample(one, name, field)]))
  const turns = fields.flatMap(([name, { kind }]) =>
    (kind === 'yes-no' ? [false] : kind === 'choice' ? choicesOf(one, name).slice(1) : []).map((value) => ({
      ...all,
      [name]: value,
    })),
  )
  return [none, all, ...turns].slice(0, MOST_VARIANTS)
}

/** The first trouble of each rule; call it with a procedure whose rules have been checked by type. */
export const probeRules = (one: Procedure): readonly WrongRule[] => {
  const variants = variantsOf(one)
  const cases = lifeNames.flatMap((life) =>
    variants.map((form) => ({ life, facts: { ...lifeOf(life, TODAY), form } })),
  )
  return rulesOf(one).flatMap(({ path, text, type }) => {
    for (const { life, facts } of cases) {
      try {
        if (!answersWith(valueOf(one, text, facts), type)) {
          return [{ path, message: `does not answer ${type} for everybody (tried on "${life}")` }]
        }
      } catch (error) {
        return [
          { path, message: `fails for some people or answers (tried on "${life}"): ${plainTrouble(error)}` },
        ]
      }
    }
    return []
  })
}
