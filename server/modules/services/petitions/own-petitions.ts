/** The citizen's side: she writes, reads what came of it, says whether it helped, takes the answer along. */
import {
  ListUnits,
  PrintPetitionAnswer,
  RatePetition,
  SendPetition,
  ViewOwnPetitions,
} from '../../../../contract/petition.ts'
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import { actorReference, type Actor, type Citizen } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import { sealPaper } from '../../../kernel/paper/seal-paper.ts'
import { anyone, citizenHerself } from '../../../kernel/permit.ts'
import { inForce, type Policy } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type Preparation, type RequestContext } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { casesOfSubject, findCase, ownCaseForUpdate } from '../../cases/casework/case-access.ts'
import { saveCase } from '../../cases/casework/case-file.ts'
import { aboutKeyOf, openOnce } from '../../cases/casework/open-case.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { officeFor } from '../../registry/organisations/route-office.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { residenceOf, type RegisterPerson } from '../../registry/population/person.ts'
import { findUnit, listCommunes, listProvinces } from '../../registry/territory/find-unit.ts'
import { PetitionOpened } from './events.ts'
import {
  faceOf,
  ownViewOf,
  petitionKind,
  type PetitionContent,
  type PetitionFacts,
  type PetitionRow,
  type PetitionState,
} from './petition-case.ts'
import { levelOf, papersPerDay, sentPerDay } from './rules.ts'
import { countPetition } from './statistics.ts'

const SHOWN = 50

export const listUnits = useCase({
  contract: ListUnits,
  permit: anyone, // the public list of units
  async act(work, { province }) {
    const units = province === undefined ? await listProvinces(work) : await listCommunes(work, province)
    return { units: units.map(({ code, name }) => ({ code, name })) }
  },
  audit: none('the public list of units'),
})

export const viewOwnPetitions = useCase({
  contract: ViewOwnPetitions,
  permit: citizenHerself,
  async act(work, _, { actor: { subjectId }, tools, now }) {
    const rows = await casesOfSubject<PetitionState, PetitionFacts>(work, petitionKind, subjectId, SHOWN)
    const items = []
    for (const row of rows) {
      items.push(await ownViewOf(work, tools, row, now))
    }
    return { items }
  },
  audit: none('her own petitions'),
})

const perDay = (scope: string, most: Policy<number>) => (_: unknown, __: RequestContext, actor: Actor) => [
  { scope, key: actorReference(actor), most: inForce(most, presentMoment()), per_s: 86_400 },
]

/** The place that she chose, which must be one of today, or where she resides. */
const placeOf = async (
  work: Work,
  chosen: string | undefined,
  person: RegisterPerson | null,
): Promise<{ readonly code: string | null; readonly parentCode: string | null }> => {
  const code = chosen ?? (person ? residenceOf(person).unit : null)
  const unit = code === null ? null : await findUnit(work, code)
  if (chosen !== undefined && !unit) {
    throw problem('petition.no-such-unit')
  }
  return { code, parentCode: unit?.parentCode ?? null }
}

const officeOf = (
  work: Work,
  topic: PetitionFacts['topic'],
  { code, parentCode }: { readonly code: string | null; readonly parentCode: string | null },
  at: Date,
): Promise<string> =>
  officeFor(work, 'petition.answer', levelOf(topic, at) === 'province' ? (parentCode ?? code) : code, at)

export const sendPetition = useCase({
  contract: SendPetition,
  permit: citizenHerself,
  limits: perDay('petition.send', sentPerDay),
  async act(work, { topic, unitCode, text }, { actor: { subjectId }, tools, now }) {
    const account = await findAccount(work, subjectId)
    if (!account) {
      throw new Error('a session without an account')
    }
    const { personalNumber } = account
    const person = await findPerson(work, tools, personalNumber)
    const place = await placeOf(work, unitCode, person)
    const officeId = await officeOf(work, topic, place, now)
    const caseId = newId()
    const { row } = await openOnce<PetitionState, PetitionFacts, PetitionContent>(work, tools, petitionKind, {
      subjectId,
      caseId,
      reference: composeDossierCode(newSecret(5)),
      aboutKey: aboutKeyOf(tools, personalNumber),
      officeId,
      takenBy: [],
      openedBy: 'citizen',
      by: 'citizen',
      openedAt: now,
      receivedAt: now,
      // Each is one of its own, also two about the same.
      unfinishedKey: caseId,
      content: {
        personalNumber,
        name: person?.fullName ?? null,
        text,
        answer: null,
        article: null,
        forwardReason: null,
      },
      facts: { topic, unitCode: place.code, forwardedAt: null, isRated: false },
    })
    await countPetition(work, row, ['received'], now)
    const { id, reference, dueAt } = await faceOf(work, row, now)
    const office = await officeName(work, officeId)
    work.publish(PetitionOpened, subjectId, { id, reference, topic, office, dueAt })
    return ownViewOf(work, tools, row, now)
  },
  audit: ({ actor, result }) => ({
    about: actor.subjectId,
    purpose: 'petition-sent',
    detail: { reference: result?.reference ?? null },
  }),
})

interface Own {
  readonly row: PetitionRow
}
const ownForUpdate = async (work: Work, { id }: { id: string }, actor: Actor): Promise<Own> => ({
  row: await ownCaseForUpdate<PetitionState, PetitionFacts>(work, petitionKind, id, actor),
})

/**
 * The case keeps that she has said something, and the count what: nobody who opens the one reads the other.
 */
export const ratePetition = useCase<typeof RatePetition, Citizen, Own>({
  contract: RatePetition,
  find: ownForUpdate,
  permit: citizenHerself,
  async act(work, { rating }, { found: { row }, tools, now }) {
    if (row.state !== 'settled') {
      throw problem('petition.not-answered')
    }
    if (row.facts.isRated) {
      throw problem('petition.rated-before')
    }
    const change = { facts: { ...row.facts, isRated: true }, by: 'citizen' }
    const after = (await saveCase(work, tools, petitionKind, row, change, now)) as PetitionRow
    const counted = rating === 'satisfied' ? (['rated', 'satisfied'] as const) : (['rated'] as const)
    await countPetition(work, row, counted, row.decided_at ?? now)
    return ownViewOf(work, tools, after, now)
  },
  audit: none('what she thinks of an answer is counted, and tied to nobody'),
})

/** null where she has none, undefined where it waits. */
const paperOf = async (
  read: Reading,
  tools: Tools,
  { id, subjectId }: { readonly id: string; readonly subjectId: string },
  at: Date,
): Promise<{ readonly reference: string; readonly pdf: Buffer } | null | undefined> => {
  const row = await findCase<PetitionState, PetitionFacts>(read, petitionKind, subjectId, id)
  if (!row || row.state !== 'settled') {
    return row ? undefined : null
  }
  // Whoever prints nothing does not wait for fonts and pages when a process starts.
  const { writeAnswerOf } = await import('./petition-paper.ts')
  const pdf = await writeAnswerOf(tools, await ownViewOf(read, tools, row, at), row)
  return { reference: row.reference, pdf: await sealPaper(pdf, await tools.documentSigner.present()) }
}

export const printPetitionAnswer = useCase({
  contract: PrintPetitionAnswer,
  permit: citizenHerself,
  limits: perDay('petition.paper', papersPerDay),
  prepare: ({ id }, { actor: { subjectId }, tools, now }: Preparation<Citizen>) =>
    paperOf(tools.read, tools, { id, subjectId }, now),
  async act(_, __, { prepared: paper }) {
    if (!paper) {
      throw problem(paper === null ? 'petition.no-such-case' : 'petition.not-answered')
    }
    return { name: `${paper.reference}.pdf`, pdf: paper.pdf.toString('base64') }
  },
  audit: none('her own petition, on paper'),
})
