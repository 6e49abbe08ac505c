/**
 * The end of a guardianship by a decision that was shown at a counter: whose it is is said first, in names;
 * then it is proposed with the paper and the officer's words, and another officer ends it.
 */
import { EndRepresentation, NameRepresentation } from '../../../../../contract/representation-end.ts'
import type { InputOf } from '../../../../../contract/operation.ts'
import { composeDossierCode } from '../../../../../formats/dossier-code.ts'
import { actorReference, type Actor, type Officer } from '../../../../kernel/actor.ts'
import type { LineOf } from '../../../../kernel/audit-line.ts'
import { newId, newSecret } from '../../../../kernel/id.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { readPages, pagesSigned, keepPages } from '../../casework/paper-commands.ts'
import {
  arePictured,
  mustBeIssued,
  withListedIssuer,
  type NotedPaper,
} from '../../../evidence/capture/paper.ts'
import { paperPictures } from '../../../evidence/capture/rules.ts'
import type { ReadPage } from '../../../evidence/capture/paper-page.ts'
import { findAccount, reserveSubject } from '../../../people/accounts/open-account.ts'
import { officerAbout, type AboutPerson } from '../../../registry/organisations/second-eyes.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { isNamed } from '../../casework/case-access.ts'
import { aboutKeyOf, openOnce } from '../../casework/open-case.ts'
import * as store from '../store.ts'
import {
  endContentOf,
  endKind,
  hasLapsed,
  isProposed,
  lapse,
  type EndContent,
  type EndFacts,
  type EndRow,
  type EndState,
} from './end-case.ts'

interface Tied extends AboutPerson {
  readonly wardId: string
  readonly representativeId: string
  readonly tie: store.WardRow | null
}

interface TwoNumbers {
  readonly personalNumber: string
  readonly representativeNumber: string
}
/** All that the permit asks about. */
const aboutTwo = (
  { personalNumber, representativeNumber }: TwoNumbers,
  actor: Actor,
  tools: Pick<Tools, 'digests'>,
): AboutPerson => ({
  officeId: actor.kind === 'officer' ? actor.officeId : '',
  aboutKey: aboutKeyOf(tools, personalNumber),
  alsoAbout: [aboutKeyOf(tools, representativeNumber)],
})

/** Both persons' subjects, also where no tie is. What a refused permit leaves is undone. */
const findTied = async (
  work: Work,
  { personalNumber, representativeNumber }: TwoNumbers,
  actor: Actor,
  tools: Tools,
): Promise<Tied> => {
  const subjectOf = async (number: string): Promise<string> =>
    actor.kind === 'officer' ? reserveSubject(work, tools, number) : ''
  const [wardId, representativeId] = [await subjectOf(personalNumber), await subjectOf(representativeNumber)]
  const tie =
    actor.kind === 'officer'
      ? (await store.tiesForUpdate(work, wardId)).find(({ representative_id: id }) => id === representativeId)
      : undefined
  return {
    ...aboutTwo({ personalNumber, representativeNumber }, actor, tools),
    wardId,
    representativeId,
    tie: tie ?? null,
  }
}

const perOfficer = (_: unknown, __: unknown, actor: Actor) => [
  {
    scope: 'representation.end',
    key: actorReference(actor),
    most: 60,
    per_s: 3600,
  },
]
const theTwo = ({ wardId, representativeId }: Tied) => [wardId, representativeId]
const ender = officerAbout(endKind.tasks.view, endKind.problems.aboutOneself)

const nameOf = async (work: Work, tools: Tools, subjectId: string) => {
  const account = await findAccount(work, subjectId)
  const person = account && (await findPerson(work, tools, account.personalNumber))
  return { fullName: person?.fullName ?? '', birthDate: person?.birthDate ?? '' }
}

const needsPicture = (at: Date): boolean => inForce(paperPictures, at)['guardian-ends'] === 'required'

/** Two numbers are two slips of the finger away from two other people: the names are said before the deed. */
export const nameRepresentation = useCase({
  contract: NameRepresentation,
  limits: perOfficer,
  find: findTied,
  permit: ender,
  async act(work, _, { found: { tie }, tools, now }) {
    if (!tie) {
      throw problem('representation.no-tie')
    }
    return {
      needsPicture: needsPicture(now),
      ward: await nameOf(work, tools, tie.subject_id),
      representative: { fullName: (await nameOf(work, tools, tie.representative_id)).fullName },
      kind: tie.kind,
      begunAt: tie.begun_at.toISOString(),
    }
  },
  about: theTwo,
  audit: ({ found: { tie }, actor }) =>
    [tie?.subject_id ?? null, ...(tie ? [tie.representative_id] : [])].map(
      (about): LineOf<'representation-view'> => ({
        about,
        purpose: 'representation-view',
        fields: about === tie?.subject_id ? ['fullName', 'birthDate', 'relation'] : ['fullName', 'relation'],
        detail: { office: actor.officeName, officerNumber: actor.number },
      }),
    ),
})

/**
 * One that waits already is the one that stands, unless it has lapsed or its tie has ended since. Throws
 * `representation.end-waits`.
 */
const propose = async (
  work: Work,
  tools: Tools,
  { tie, ...of }: Tied & { readonly tie: store.WardRow },
  { input, paper, caseId, actor, now }: Proposing,
): Promise<EndRow> => {
  const { personalNumber, representativeNumber, note } = input
  const { kind, begun_at } = tie
  const opened = {
    subjectId: of.wardId,
    caseId,
    reference: composeDossierCode(newSecret(5)),
    aboutKey: of.aboutKey,
    officeId: actor.officeId,
    takenBy: [actor.personKey ?? ''],
    openedBy: actor.officerId,
    by: actor.number,
    openedAt: now,
    receivedAt: now,
    unfinishedKey: of.representativeId,
    content: {
      personalNumber,
      name: (await findPerson(work, tools, personalNumber))?.fullName ?? null,
      representativeNumber,
      kind,
      begunAt: begun_at.toISOString(),
      paper,
      note,
    },
    facts: {
      tieId: tie.id,
      representativeId: of.representativeId,
      representativeKey: aboutKeyOf(tools, representativeNumber),
    },
  }
  const open = () => openOnce<EndState, EndFacts, EndContent>(work, tools, endKind, opened)
  const first = await open()
  if (first.isNew) {
    return first.row
  }
  if (!hasLapsed(first.row, now) && isProposed(first.row, await endContentOf(tools, first.row), tie)) {
    throw problem('representation.end-waits')
  }
  await lapse(work, tools, first.row, now)
  return (await open()).row
}
interface Proposing {
  readonly input: InputOf<typeof EndRepresentation>
  readonly paper: EndContent['paper']
  readonly caseId: string
  readonly actor: Officer
  readonly now: Date
}

/** Throws `evidence.paper-not-pictured`. */
const mustBePictured = (paper: NotedPaper, at: Date): void => {
  if (needsPicture(at) && !arePictured([paper])) {
    throw problem('evidence.paper-not-pictured')
  }
}

export const endRepresentation = useCase({
  contract: EndRepresentation,
  limits: perOfficer,
  async prepare({ pages = [], ...two }, { actor, tools, now }): Promise<readonly ReadPage[]> {
    return ender.allows(actor, aboutTwo(two, actor, tools)) ? readPages(pages, now) : []
  },
  find: findTied,
  permit: ender,
  async act(work, input, execution) {
    const { found, tools, now, prepared } = execution
    const { tie } = found
    mustBeIssued([input.paper], now)
    const listed = await withListedIssuer(work, input.paper)
    if (!tie) {
      throw problem('representation.no-tie')
    }
    const caseId = input.caseId ?? newId()
    if (await isNamed(work, caseId)) {
      throw problem(endKind.problems.notFound)
    }
    const paper = {
      ...listed,
      pages: await pagesSigned(work, input.pages ?? [], prepared, caseId, execution),
    }
    mustBePictured(paper, now)
    const row = await propose(work, tools, { ...found, tie }, { ...execution, input, paper, caseId })
    await keepPages(work, tools, row, prepared)
    return { caseId: row.id, reference: row.reference }
  },
  about: theTwo,
  audit: ({ found, input, actor }) =>
    theTwo(found).map((about): LineOf<'representation-end-proposed'> => ({
      about,
      purpose: 'representation-end-proposed',
      fields: ['fullName', 'relation'],
      outcome: 'waiting-second',
      detail: { office: actor.officeName, officerNumber: actor.number, paper: input.paper.kind },
    })),
})
