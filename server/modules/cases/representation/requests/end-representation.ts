/**
 * The end of a guardianship by a decision that was shown at a counter: whose it is is said first, in names;
 * the paper and the officer's words are kept with the tie.
 */
import { EndRepresentation, NameRepresentation } from '../../../../../contract/representation-request.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import type { LineOf } from '../../../../kernel/audit-line.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { mustBeIssued } from '../../../evidence/capture/paper.ts'
import { findAccount, reserveSubject } from '../../../people/accounts/open-account.ts'
import { officerAbout, type AboutPerson } from '../../../registry/organisations/second-eyes.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { aboutKeyOf } from '../../casework/open-case.ts'
import * as store from '../store.ts'
import { endTieFor, lookAtWard } from '../tie.ts'

interface Tied extends AboutPerson {
  readonly wardId: string
  readonly representativeId: string
  readonly tie: store.WardRow | null
}

/** Both persons' subjects, also where no tie is. What a refused permit leaves is undone. */
const findTied = async (
  work: Work,
  { personalNumber, representativeNumber }: { personalNumber: string; representativeNumber: string },
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
    officeId: actor.kind === 'officer' ? actor.officeId : '',
    wardId,
    representativeId,
    aboutKey: aboutKeyOf(tools, personalNumber),
    alsoAbout: [aboutKeyOf(tools, representativeNumber)],
    tie: tie ?? null,
  }
}

const perOfficer = (_: unknown, __: unknown, actor: Actor) => [
  {
    scope: 'representation.end',
    key: actor.kind === 'officer' ? actor.officerId : '',
    most: 60,
    per_s: 3600,
  },
]
const theTwo = ({ wardId, representativeId }: Tied) => [wardId, representativeId]
const ender = officerAbout('representation.second', 'representation.about-yourself')

const nameOf = async (work: Work, tools: Tools, subjectId: string) => {
  const account = await findAccount(work, subjectId)
  const person = account && (await findPerson(work, tools, account.personalNumber))
  return { fullName: person?.fullName ?? '', birthDate: person?.birthDate ?? '' }
}

/** Two numbers are two slips of the finger away from two other people: the names are said before the deed. */
export const nameRepresentation = useCase({
  contract: NameRepresentation,
  limits: perOfficer,
  find: findTied,
  permit: ender,
  async act(work, _, { found: { tie }, tools }) {
    if (!tie) {
      throw problem('representation.no-tie')
    }
    return {
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

export const endRepresentation = useCase({
  contract: EndRepresentation,
  limits: perOfficer,
  find: findTied,
  permit: ender,
  async act(work, { paper, note }, { found: { tie }, tools, now }) {
    mustBeIssued([paper], now)
    if (!tie) {
      throw problem('representation.no-tie')
    }
    const ending = JSON.stringify({ paper, note })
    const sealed = await tools.sealer.seal(tie.subject_id, 'ward.end', ending)
    if (!(await endTieFor(work, tie, 'guardianship-ended', sealed))) {
      throw problem('representation.no-tie')
    }
    await lookAtWard(work, tools, tie.subject_id, ['guardianship-ended'])
    return {}
  },
  about: theTwo,
  audit: ({ found: { wardId }, input, actor, refusal }) => ({
    about: wardId,
    purpose: 'representation-ended',
    fields: ['relation'],
    outcome: refusal ?? 'done',
    detail: { office: actor.officeName, officerNumber: actor.number, paper: input.paper.kind },
  }),
})
