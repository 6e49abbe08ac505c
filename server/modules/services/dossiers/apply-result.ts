/**
 * What a granted dossier does in the registers, in the very transaction of the decision: it stands, or
 * nothing is decided. A register that does not allow it says so to the officer in its own words.
 */
import { z } from 'zod'
import type { Procedure } from '../../../../contract/procedure.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { householdRelations } from '../../registry/population/person.ts'
import { changeContact } from '../../registry/population/residence/change-contact.ts'
import { declareWithoutResidence } from '../../registry/population/residence/declare-current.ts'
import { recordAbsence } from '../../registry/population/residence/record-absence.ts'
import { registerPermanent } from '../../registry/population/residence/register-permanent.ts'
import { registerTemporary, renewTemporary } from '../../registry/population/residence/register-temporary.ts'
import { removalReasons, removePermanent } from '../../registry/population/residence/remove-permanent.ts'
import { splitHousehold } from '../../registry/population/residence/split-household.ts'
import { agreementsNeeded } from '../procedures/filing/agreed-by-now.ts'
import type { DossierRow } from './dossier-case.ts'
import type { DossierContent } from './dossier-facts.ts'

type Deed = Procedure['result']['deed']
interface Applying {
  readonly row: DossierRow
  readonly content: DossierContent
  readonly at: Date
  /** The field that names a household by its head. */
  readonly joins?: string | undefined
}
type Apply = (work: Work, tools: Tools, of: Applying) => Promise<unknown>

const number = z.string().regex(/^\d{12}$/)
const day = z.iso.date()
const relation = z.enum(householdRelations)
const dwelling = z.object({ address: z.string().min(1), unit: z.string().min(2) })
const member = z.object({ personalNumber: number, relation })

/** The effect of the file, by the names of the register's deed. Throws `services.result-impossible`. */
const read = <T>(schema: z.ZodType<T>, { content }: Applying): T => {
  const parsed = schema.safeParse(content.effect)
  if (!parsed.success) {
    throw problem('services.result-impossible')
  }
  return parsed.data
}

/** As the register stands in this transaction: what has moved since is told by the deed. */
const registered = async (work: Work, tools: Tools, personalNumber: string) => {
  const person = await findPerson(work, tools, personalNumber)
  if (!person) {
    throw problem('services.result-impossible')
  }
  return { personalNumber, version: person.version }
}
const allRegistered = async (work: Work, tools: Tools, numbers: readonly string[]) => {
  const found = []
  for (const one of new Set(numbers)) {
    found.push(await registered(work, tools, one))
  }
  return found
}
const members = async (work: Work, tools: Tools, named: readonly z.infer<typeof member>[]) => {
  const found = []
  for (const { personalNumber, relation: as } of named) {
    found.push({ ...(await registered(work, tools, personalNumber)), relation: as })
  }
  return found
}
const by = ({ row, at }: Applying) => ({ reference: row.reference, at })

/**
 * Days pass between her agreement and the decision: a household that has another head by now is one whose
 * head has not been asked (Law on Residence 68/2020/QH14 art. 20(2)).
 */
const mustBeLedAsAgreed = async (
  work: Work,
  tools: Tools,
  household: string,
  { content, joins = '' }: Applying,
): Promise<void> => {
  const named = number.safeParse(content.answers[joins]?.value)
  const head = named.success ? await findPerson(work, tools, named.data) : null
  const leads = head?.lifeStatus === 'alive' && head.householdRelation === 'head'
  if (!leads || head.householdNumber !== household) {
    throw problem('services.result-impossible')
  }
}

const permanent: Apply = async (work, tools, of) => {
  const to = z.union([z.object({ household: z.string().min(1) }), dwelling])
  const input = read(z.object({ movers: z.array(member).min(1).max(8), to }), of)
  const movers = await members(work, tools, input.movers)
  const moved = { movers, to: input.to, from: dayInVietnam(of.at) }
  await registerPermanent(work, tools, by(of), moved)
  // After the register has locked the household: nobody changes its head beside this decision.
  if ('household' in input.to) {
    await mustBeLedAsAgreed(work, tools, input.to.household, of)
  }
}
const temporary: Apply = async (work, tools, of) => {
  const schema = z.object({ movers: z.array(number).min(1).max(8), to: dwelling, from: day, until: day })
  const { movers, to, until } = read(schema, of)
  const found = await allRegistered(work, tools, movers)
  return registerTemporary(work, tools, by(of), { movers: found, to, from: dayInVietnam(of.at), until })
}
const renewal: Apply = async (work, tools, of) => {
  const { movers, until } = read(z.object({ movers: z.array(number).min(1).max(8), until: day }), of)
  const found = await allRegistered(work, tools, movers)
  const askedOn = dayInVietnam(of.row.opened_at)
  return renewTemporary(work, tools, by(of), { movers: found, askedOn, until })
}
const absence: Apply = async (work, tools, of) => {
  const schema = z.object({ person: number, reason: z.string(), place: z.string(), from: day, until: day })
  const { person, ...rest } = read(schema, of)
  return recordAbsence(work, tools, by(of), { ...rest, person: await registered(work, tools, person) })
}
const split: Apply = async (work, tools, of) => {
  const { leaving } = read(z.object({ leaving: z.array(member).min(1).max(8) }), of)
  const found = await members(work, tools, leaving)
  return splitHousehold(work, tools, by(of), { leaving: found })
}
const removal: Apply = async (work, tools, of) => {
  const reason = z.enum(removalReasons)
  const input = read(z.object({ leaving: z.array(number).min(1).max(8), reason }), of)
  const leaving = await allRegistered(work, tools, input.leaving)
  return removePermanent(work, tools, by(of), { leaving, reason: input.reason })
}
const declaration: Apply = async (work, tools, of) => {
  const input = read(z.object({ person: number, at: dwelling, from: day }), of)
  const person = await registered(work, tools, input.person)
  return declareWithoutResidence(work, tools, by(of), { person, place: input.at, from: input.from })
}
const contact: Apply = async (work, tools, of) => {
  const input = read(z.object({ person: number, phone: z.string(), email: z.string() }), of)
  const person = await registered(work, tools, input.person)
  return changeContact(work, tools, by(of), {
    person,
    ...(input.phone === '' ? {} : { phone: input.phone }),
    ...(input.email === '' ? {} : { email: input.email }),
  })
}

const deeds: Readonly<Record<Deed, Apply>> = {
  none: () => Promise.resolve(),
  'residence.permanent': permanent,
  'residence.temporary': temporary,
  'residence.renew-temporary': renewal,
  'residence.absence': absence,
  'residence.split': split,
  'residence.remove': removal,
  'residence.declare': declaration,
  'contact.change': contact,
}

/** Throws `services.agreement-needed`: who must agree is not only who had to when it was filed. */
const mustBeAgreed = async (
  work: Work,
  tools: Tools,
  one: Procedure,
  { row, content, at }: Omit<Applying, 'joins'>,
): Promise<void> => {
  const { filedBy, personalNumber, answers, consents } = content
  const profile = { subjectId: row.subject_id, personalNumber, filer: filedBy, kind: row.facts.kind }
  const needed = await agreementsNeeded(work, tools, one, { profile, answers, at })
  const hasAgreed = ({ part, number: who }: (typeof needed)[number]): boolean =>
    consents.some((asked) => asked.id.startsWith(`${part}.`) && asked.personalNumber === who)
  if (!needed.every(hasAgreed)) {
    throw problem('services.agreement-needed')
  }
}

/** Throws `services.agreement-needed`, `services.result-impossible`, or the register's own refusal. */
export const applyResult = async (
  work: Work,
  tools: Tools,
  one: Procedure,
  of: Omit<Applying, 'joins'>,
): Promise<void> => {
  // Also where no register changes: a paper would say of the dead what it says of the living.
  const person = await findPerson(work, tools, of.content.personalNumber)
  if (person && person.lifeStatus !== 'alive') {
    throw problem('services.result-impossible')
  }
  await mustBeAgreed(work, tools, one, of)
  await deeds[one.result.deed](work, tools, { ...of, joins: one.form.joins })
}
