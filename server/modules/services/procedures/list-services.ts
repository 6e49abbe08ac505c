/** Every public service of today, for anybody: what it is, who decides, by when, what it costs. */
import { ListServices } from '../../../../contract/services.ts'
import type { Procedure } from '../../../../contract/procedure.ts'
import { none } from '../../../kernel/audit-line.ts'
import { anyone } from '../../../kernel/permit.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { proceduresInForce } from './known-procedures.ts'

const HOURS_OF_DAY = 8
const hoursOf = ({ working }: Procedure['limits'][number]): number =>
  'days' in working ? working.days * HOURS_OF_DAY : working.hours

const longestOf = ({ limits }: Procedure) => {
  const [first, ...others] = limits
  return others.reduce((longest, one) => (hoursOf(one) > hoursOf(longest) ? one : longest), first ?? NO_LIMIT)
}
/** A file without a limit is none. */
const NO_LIMIT: Procedure['limits'][number] = { working: { days: 1 }, law: { vi: '', en: '' } }

const faceOf = (one: Procedure) => ({
  id: one.id,
  code: one.code,
  title: one.title,
  summary: one.summary,
  search: one.search,
  lifeEvents: one.lifeEvents,
  icon: one.icon,
  agency: one.agency.words,
  level: one.applicant.level,
  for: one.applicant.for,
  limit: longestOf(one).law,
  fee_vnd: one.fees
    .filter(({ insteadOf }) => insteadOf === undefined)
    .reduce((sum, { amount_vnd }) => sum + amount_vnd, 0),
})

export const listServices = useCase({
  contract: ListServices,
  permit: anyone, // what public services there are is for everybody
  act: async (work, _, { now }) => ({ services: (await proceduresInForce(work, now)).map(faceOf) }),
  audit: none('public services say nothing of anybody'),
})
