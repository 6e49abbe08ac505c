/**
 * What is filed, judged anew: whatever the State knows is taken from the State, a field that is not asked
 * is dropped, and conditions, papers and agreements are those of this moment. The dossier is opened by
 * whoever calls this, in the same transaction.
 */
import type { FieldSource, Procedure, ProcedureWords } from '../../../../../contract/procedure.ts'
import type { FileService } from '../../../../../contract/services.ts'
import type { InputOf } from '../../../../../contract/operation.ts'
import type { Citizen } from '../../../../kernel/actor.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { reserveSubject } from '../../../people/accounts/open-account.ts'
import type { Task } from '../../../registry/organisations/mandate.ts'
import { officeFor } from '../../../registry/organisations/route-office.ts'
import { askConsents, type WantedConsent } from './ask-consents.ts'
import { beginFiling, headNumberIn, type BegunFiling } from './begin-filing.ts'
import { adoptDraft, mustBeFree, takePictures } from './draft.ts'
import { noneJoined } from './gather-facts.ts'
import { judged } from './judge-fields.ts'
import { obstacleOf } from './judge-filing.ts'
import { namedHousehold } from './joined-household.ts'
import { openedProfile, type FiledFor } from './profile.ts'
import { toldValue } from './told-value.ts'
import { procedureInForce } from '../known-procedures.ts'
import { textOf, valueOf } from '../rules-of-procedure.ts'
import { membersNamed } from './answer-of-field.ts'

/**
 * A place is `{ unit, unitName, address }`, members are `{ number, name }`; the rest is as its schema has it.
 */
export interface AcceptedAnswer {
  readonly value: unknown
  readonly from: FieldSource | 'typed'
}
export interface Accepted {
  readonly procedure: Procedure
  /** Whose profile. */
  readonly subjectId: string
  readonly personalNumber: string
  /** Of the register; empty where it has no such person. */
  readonly name: string
  readonly filedBy: {
    readonly subjectId: string
    readonly personalNumber: string
    readonly name: string
    readonly kind: FiledFor
  }
  /** Every asked field that has an answer. */
  readonly answers: Readonly<Record<string, AcceptedAnswer>>
  /** Those that are asked for. `attachment`: the name of its picture in the draft. */
  readonly papers: readonly {
    readonly id: string
    readonly words: ProcedureWords
    readonly replacedBy: ProcedureWords | null
    readonly attachment: string | null
  }[]
  readonly consents: readonly WantedConsent[]
  readonly fees: Procedure['fees']
  readonly limit: Procedure['limits'][number]
  /** Code of the commune whose office decides it. */
  readonly unit: string | null
  /**
   * Where it is until everybody has agreed. Whoever files is told which office has it: the one of `unit`
   * would tell her where somebody lives who has not agreed to anything yet, so that it goes there
   * afterwards.
   */
  readonly officeId: string
  /** Subjects of co-movers and of whoever is asked, without the person herself and who files. */
  readonly others: readonly string[]
  /** `result.with`, evaluated; null where a rule cannot be. */
  readonly effect: Readonly<Record<string, unknown>>
}

/** Whoever has it at an office gets what is filed. */
export const OFFICE_TASK = 'dossier.receive' as string as Task

const answersOf = ({ filing, units }: BegunFiling): Accepted['answers'] =>
  Object.fromEntries(
    filing.fields
      .filter(({ isAsked, isAnswered }) => isAsked && isAnswered)
      .map((state) => [
        state.name,
        {
          value: toldValue(state, state.value, filing.facts, units),
          from: state.known?.source ?? ('typed' as const),
        },
      ]),
  )

/** Persons of her household who are named in an answer. */
const coMoversOf = ({ filing }: BegunFiling): readonly string[] =>
  filing.fields.flatMap(({ field: { kind }, isAsked, value }) => (isAsked ? membersNamed(kind, value) : []))

const othersOf = async (
  work: Work,
  tools: Tools,
  begun: BegunFiling,
  asked: readonly WantedConsent[],
): Promise<readonly string[]> => {
  const subjects = new Set(asked.map(({ subjectId }) => subjectId))
  const { person, filer } = begun.filing.facts
  for (const number of new Set(coMoversOf(begun))) {
    if (number !== person.number && number !== filer.number) {
      subjects.add(await reserveSubject(work, tools, number))
    }
  }
  return [...subjects]
}

/**
 * With the household as the register has it: nobody is shown it. The result is done with it, and the office
 * that decides is where it is.
 */
const byRegister = async (
  read: Reading,
  tools: Tools,
  { filing: { procedure, facts } }: BegunFiling,
  at: Date,
): Promise<Pick<Accepted, 'unit' | 'effect'>> => {
  const headNumber = headNumberIn(procedure, facts.form)
  const joined = headNumber === '' ? noneJoined : await namedHousehold(read, tools, headNumber, at)
  const known = { ...facts, joined }
  return {
    unit: judged(() => textOf(procedure, procedure.agency.unit, known), '') || null,
    effect: Object.fromEntries(
      Object.entries(procedure.result.with).map(([name, rule]) => [
        name,
        judged(() => valueOf(procedure, rule, known), null),
      ]),
    ),
  }
}

/** Throws the refusals of `services.file`, and those of a ward's profile. */
export const acceptFiling = async (
  work: Work,
  tools: Tools,
  actor: Citizen,
  input: InputOf<typeof FileService>,
  at: Date,
): Promise<Accepted> => {
  const profile = await openedProfile(work, tools, actor, at)
  const procedure = await procedureInForce(work, input.procedure, at)
  const named = { subjectId: profile.subjectId, id: input.draft, procedure: procedure.id }
  // Before anybody is looked for: what is refused after that would tell who is there.
  await mustBeFree(work, named)
  if (procedure.version !== input.version) {
    throw problem('services.changed-meanwhile')
  }
  const begun = await beginFiling(work, tools, procedure, { profile, given: input.answers, at })
  const { filing } = begun
  const attached = await adoptDraft(work, named)
  const obstacle = obstacleOf(filing, attached)
  if (obstacle) {
    throw problem(obstacle)
  }
  const consents = await askConsents(work, tools, begun, profile, at)
  const { facts } = filing
  const { unit, effect } = await byRegister(work, tools, begun, at)
  const toldUnit = consents.length > 0 ? filing.unit : unit
  return {
    procedure,
    subjectId: profile.subjectId,
    personalNumber: profile.personalNumber,
    name: facts.person.name,
    filedBy: { ...profile.filer, name: facts.filer.name, kind: profile.kind },
    answers: answersOf(begun),
    papers: filing.papers.map(({ of: { id, words, replacedBy }, isReplaced }) => ({
      id,
      words,
      replacedBy: isReplaced ? (replacedBy ?? null) : null,
      attachment: !isReplaced && attached.has(id) ? id : null,
    })),
    consents,
    fees: filing.fees,
    limit: filing.limit,
    unit,
    officeId: await officeFor(work, OFFICE_TASK, toldUnit, at),
    others: await othersOf(work, tools, begun, consents),
    effect,
  }
}

/** The draft's pictures by paper; the draft goes. Called by the dossier in the transaction that files it. */
export const takeDraft = (
  work: Work,
  tools: Tools,
  subjectId: string,
  draftId: string,
): Promise<ReadonlyMap<string, Buffer>> => takePictures(work, tools, subjectId, draftId)
