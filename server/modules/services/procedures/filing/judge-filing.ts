/**
 * A filing as it stands: what is asked, known, wrong and missing, which conditions hold, which papers and
 * whose agreement it needs, what it costs and by when it is decided. Pure.
 */
import type { Procedure } from '../../../../../contract/procedure.ts'
import { parsePersonalNumber } from '../../../../../formats/personal-number.ts'
import { holds, listOf, textOf } from '../rules-of-procedure.ts'
import type { RuleFacts } from '../rule-facts.ts'
import { judged, judgeFields, type FieldState, type Judging } from './judge-fields.ts'

type Shut = 'level' | 'not-for-self' | 'not-for-child' | 'not-for-ward'

export interface AskedConsent {
  readonly consent: Procedure['consents'][number]
  /** Without whoever files and without the person herself; null where it cannot be said yet who it is. */
  readonly numbers: readonly string[] | null
}
export interface Filing {
  readonly procedure: Procedure
  readonly facts: RuleFacts
  readonly shut: Shut | null
  readonly fields: readonly FieldState[]
  readonly conditions: readonly { readonly of: Procedure['conditions'][number]; readonly isMet: boolean }[]
  /** Those that are asked for. */
  readonly papers: readonly { readonly of: Procedure['papers'][number]; readonly isReplaced: boolean }[]
  readonly consents: readonly AskedConsent[]
  readonly fees: Procedure['fees']
  readonly limit: Procedure['limits'][number]
  /** Of the commune whose office gets it; null where no rule names one yet. */
  readonly unit: string | null
  readonly count: {
    readonly known: number
    readonly others: number
    readonly typed: number
    readonly paper: number
  }
}

const shutOf = ({ applicant }: Procedure, { who, filer }: Pick<RuleFacts, 'who' | 'filer'>): Shut | null => {
  if (!applicant.for.includes(who)) {
    return `not-for-${who}`
  }
  return Number(filer.level) < applicant.level ? 'level' : null
}

const numbersOf = (numbers: readonly string[], { person, filer }: RuleFacts): readonly string[] => {
  const read = numbers.map((text) => {
    const number = parsePersonalNumber(text)
    return number.ok ? number.value : text
  })
  return [...new Set<string>(read)].filter((number) => number !== person.number && number !== filer.number)
}

const limitOf = (procedure: Procedure, facts: RuleFacts): Procedure['limits'][number] => {
  const { limits } = procedure
  const found = limits.find(({ when }) => judged(() => holds(procedure, when, facts), false)) ?? limits.at(-1)
  if (!found) {
    throw new Error(`${procedure.id} has no limit`)
  }
  return found
}

/** One that comes in the place of another is paid alone. */
const feesOf = (due: Procedure['fees']): Procedure['fees'] =>
  due.filter(({ id }) => !due.some(({ insteadOf }) => insteadOf === id))

export const judgeFiling = (judging: Judging): Filing => {
  const { procedure } = judging
  const { form, fields } = judgeFields(judging)
  const facts: RuleFacts = { ...judging.facts, form }
  const isSo = (rule: string | undefined, otherwise: boolean): boolean =>
    judged(() => holds(procedure, rule, facts), otherwise)
  const consents = procedure.consents.map((consent) => ({
    consent,
    numbers: judged(() => numbersOf(listOf(procedure, consent.who, facts), facts), null),
  }))
  const asked = fields.filter(({ isAsked }) => isAsked)
  return {
    procedure,
    facts,
    shut: shutOf(procedure, facts),
    fields,
    conditions: procedure.conditions.map((of) => ({ of, isMet: isSo(of.rule, false) })),
    // What cannot be judged is asked for: an officer would have to.
    papers: procedure.papers
      .filter(({ when }) => isSo(when, true))
      .map((of) => ({ of, isReplaced: of.replacedWhen !== undefined && isSo(of.replacedWhen, false) })),
    consents,
    fees: feesOf(procedure.fees.filter(({ when }) => isSo(when, true))),
    limit: limitOf(procedure, facts),
    unit: judged(() => textOf(procedure, procedure.agency.unit, facts), '') || null,
    count: {
      known: asked.filter(({ known }) => known).length,
      others: new Set(consents.flatMap(({ numbers }) => numbers ?? [])).size,
      typed: asked.filter(({ known }) => !known).length,
      paper: procedure.form.paperFields,
    },
  }
}

/** What keeps it from being filed, in the order in which it is told; null where nothing does. */
export type Obstacle =
  | 'services.not-for-profile'
  | 'services.condition-unmet'
  | 'services.answers-incomplete'
  | 'services.paper-missing'

const isComplete = ({ isAsked, fault }: FieldState): boolean => !isAsked || fault === null

/** `attached`: the papers of which a picture is there. */
export const obstacleOf = (filing: Filing, attached: ReadonlySet<string>): Obstacle | null => {
  if (filing.shut) {
    return 'services.not-for-profile'
  }
  if (filing.conditions.some(({ isMet }) => !isMet)) {
    return 'services.condition-unmet'
  }
  if (!filing.fields.every(isComplete) || filing.consents.some(({ numbers }) => numbers === null)) {
    return 'services.answers-incomplete'
  }
  return filing.papers.every(({ of, isReplaced }) => isReplaced || !of.isRequired || attached.has(of.id))
    ? null
    : 'services.paper-missing'
}
