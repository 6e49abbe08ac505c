/** A filing for an open profile: what the State knows, what was answered, and what comes of both. */
import type { Procedure } from '../../../../../contract/procedure.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { gatherFacts, noneJoined, type Gathered } from './gather-facts.ts'
import { toldHousehold } from './joined-household.ts'
import type { Given, Judging } from './judge-fields.ts'
import { judgeFiling, type Filing } from './judge-filing.ts'
import { namedUnit } from './person-facts.ts'
import type { RuleFacts } from '../rule-facts.ts'
import type { Profile } from './profile.ts'

export interface BegunFiling {
  readonly filing: Filing
  readonly gathered: Gathered
  readonly units: ReadonlyMap<string, string>
}

const COMMUNE = /^\d{5}$/

/** The communes that the answers to its places name and that there are today. */
const unitsNamed = async (
  read: Reading,
  { form }: Procedure,
  given: Given,
): Promise<ReadonlyMap<string, string>> => {
  const units = new Map<string, string>()
  for (const [name, { kind }] of Object.entries(form.fields)) {
    const value = kind === 'place' && Object.hasOwn(given, name) ? given[name] : null
    const unit = value !== null && typeof value === 'object' && 'unit' in value ? value.unit : null
    if (typeof unit === 'string' && COMMUNE.test(unit.trim())) {
      const { name: called } = await namedUnit(read, unit.trim())
      if (called !== '') {
        units.set(unit.trim(), called)
      }
    }
  }
  return units
}

/** The number by which a form names a household; empty where it names none. */
export const headNumberIn = ({ form: { joins } }: Procedure, form: RuleFacts['form']): string => {
  const number = joins === undefined ? '' : form[joins]
  return typeof number === 'string' ? number : ''
}

export const beginFiling = async (
  read: Reading,
  tools: Tools,
  procedure: Procedure,
  { profile, given, at }: { readonly profile: Profile; readonly given: Given; readonly at: Date },
): Promise<BegunFiling> => {
  const gathered = await gatherFacts(read, tools, profile, at)
  const units = await unitsNamed(read, procedure, given)
  const { allowsTestPeople } = tools
  const judging: Judging = {
    procedure,
    facts: { ...gathered.facts, joined: noneJoined },
    given,
    units,
    allowsTestPeople,
  }
  const first = judgeFiling(judging)
  const headNumber = headNumberIn(procedure, first.facts.form)
  if (headNumber === '') {
    return { filing: first, gathered, units }
  }
  const joined = await toldHousehold(read, tools, gathered, headNumber, at)
  return { filing: judgeFiling({ ...judging, facts: { ...judging.facts, joined } }), gathered, units }
}
