/**
 * Opening a request to act for somebody, and its steps: portrait, chip, the representative's consent.
 * Each may be sent again.
 */
import {
  AskRepresentative,
  DiscardRepresentation,
  DrawWardChallenge,
  OpenRepresentation,
  ReadWardChip,
  TakeWardPortrait,
  ViewRepresentation,
} from '../../../../../contract/representation-request.ts'
import type { ProblemCode } from '../../../../../contract/problems/catalogue.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { chipAsRead, keepChip } from '../../../evidence/capture/chip.ts'
import { readChip } from '../../../evidence/chips/read-chip.ts'
import { findAccount, reserveSubject } from '../../../people/accounts/open-account.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { caseRow, permitsOf } from '../../casework/case-access.ts'
import { discardOf, lookOf, stepOf } from '../../casework/case-commands.ts'
import { chipChallenge } from '../../casework/chip-commands.ts'
import {
  consentStep,
  isSealedHere,
  mustHave,
  numberOfCase,
  openingLimit,
  portraitStep,
} from '../../casework/evidence-commands.ts'
import { aboutKeyOf, openCase, openingOf, type Opening } from '../../casework/open-case.ts'
import type { TieKind } from '../representation.ts'
import * as store from '../store.ts'
import { mayRepresent } from '../tie.ts'
import {
  barredBy,
  type RequestContent,
  type RequestRefusal,
  type RequestState,
  type WardChip,
} from './request.ts'
import {
  consentQuestion,
  requestKind,
  requests,
  seenOfRepresentative,
  viewOf,
  type RequestFacts,
} from './request-case.ts'

const SEEN = ['personalNumber', 'fullName', 'birthDate', 'portrait', 'card', 'account', 'relation'] as const

interface OpeningForTwo extends Opening {
  readonly representativeId: string
  readonly alsoAbout: readonly string[]
}
interface TheTwo {
  readonly caseId: string
  readonly personalNumber: string
  readonly representativeNumber: string
}

/**
 * Both persons' subjects; of a request that stands, its own two, whoever is typed this time. What a refused
 * permit leaves is undone.
 */
const findOpening = async (work: Work, input: TheTwo, actor: Actor, tools: Tools): Promise<OpeningForTwo> => {
  const opening = await openingOf(requestKind)(work, input, actor, tools)
  const { representativeId, representativeKey } = opening.isOpened
    ? (await caseRow<RequestState, RequestFacts>(work, { subject_id: opening.subjectId, id: opening.caseId }))
        .facts
    : {
        representativeId: await reserveSubject(work, tools, input.representativeNumber),
        representativeKey: aboutKeyOf(tools, input.representativeNumber),
      }
  return { ...opening, representativeId, alsoAbout: [representativeKey] }
}

/** What each bar is called when a request is opened. */
const BARS: Readonly<Partial<Record<RequestRefusal, ProblemCode>>> = {
  'not-in-register': 'representation.not-in-register',
  deceased: 'representation.deceased',
  'of-age': 'representation.of-age',
  'no-valid-card': 'representation.no-valid-card',
  'representative-not-level-2': 'representation.representative-level',
  'already-represented': 'representation.already-stands',
}

/** What can be known now is said now, before papers, portrait and consent are taken. */
const mustNotBeBarred = async (
  read: Reading,
  tools: Tools,
  { subjectId, representativeId }: OpeningForTwo,
  of: TheTwo & { readonly kind: TieKind },
  at: Date,
): Promise<string> => {
  const ward = await findPerson(read, tools, of.personalNumber)
  const ties = await store.standingTies(read, subjectId)
  const bar = barredBy(of.kind, {
    ward,
    mayRepresent: mayRepresent(await findAccount(read, representativeId), at),
    isTied: ties.some(({ representative_id: id }) => id === representativeId),
    at,
  })
  const code = bar && BARS[bar]
  if (code) {
    throw problem(code)
  }
  return ward?.fullName ?? ''
}

export const openRepresentation = useCase({
  contract: OpenRepresentation,
  limits: openingLimit(requestKind),
  find: findOpening,
  permit: permitsOf(requestKind).taker,
  async act(work, input, { found, actor, tools, now, refuse }) {
    const { representativeId, alsoAbout, subjectId, caseId } = found
    if (!found.isOpened) {
      const { personalNumber, representativeNumber, kind } = input
      if (personalNumber === representativeNumber) {
        throw problem('representation.same-person')
      }
      const name = await mustNotBeBarred(work, tools, found, input, now)
      const content: RequestContent = {
        personalNumber,
        name,
        representativeNumber,
        kind,
        papers: [],
        until: null,
        portraits: [],
        challenge: null,
        chip: null,
        note: null,
      }
      const facts: RequestFacts = { representativeId, representativeKey: alsoAbout[0] ?? '' }
      const opened = { content, facts, unfinishedKey: representativeId }
      if (!(await openCase(work, tools, requestKind, { found, actor, now }, opened))) {
        return refuse(problem(requestKind.problems.otherOpen))
      }
    }
    return viewOf(work, tools, { subject_id: subjectId, id: caseId }, actor, now)
  },
  audit: ({ found, actor, refusal }) => {
    const detail = { reference: found.reference, office: actor.officeName, officerNumber: actor.number }
    return [
      {
        about: found.subjectId,
        purpose: 'representation-opened',
        fields: SEEN,
        outcome: refusal ?? 'open',
        detail,
      },
      { ...seenOfRepresentative, about: found.representativeId, detail },
    ]
  },
})

export const viewRepresentation = lookOf(requests, {
  contract: ViewRepresentation,
  line: { purpose: 'representation-view', fields: SEEN },
  forOthers: seenOfRepresentative,
})

export const takeWardPortrait = portraitStep(requests, {
  contract: TakeWardPortrait,
  purpose: 'representation-portrait',
  forOthers: seenOfRepresentative,
  // Of a ward's picture only what came out is kept.
  keep: (_, __, ___, after) => Promise.resolve(after),
})

export const drawWardChallenge = chipChallenge(requests, { contract: DrawWardChallenge })

/** Of a ward's chip only what came out is kept, not her picture. */
export const readWardChip = stepOf(requests, {
  contract: ReadWardChip,
  line: { purpose: 'representation-chip', fields: ['card'] },
  forOthers: seenOfRepresentative,
  prepare: async ({ caseId, chip }, { actor, tools, now }) =>
    (await numberOfCase(requestKind, tools, caseId, actor)) === null ? null : readChip(tools.read, chip, now),
  change: async (work, given, execution) => {
    const { content, prepared } = execution
    const verdict = mustHave(requestKind, prepared)
    const isUnsigned = !(await isSealedHere(work, 'chip', given, execution))
    const read = { ...chipAsRead(content, { verdict, portrait: null }, given, false), isUnsigned }
    const isHers = verdict.fields.personalNumber === content.personalNumber
    return keepChip<WardChip, RequestContent>(content, { ...read, isHers })
  },
})

export const askRepresentative = consentStep(requests, {
  contract: AskRepresentative,
  line: { purpose: 'representation-consent-asked', fields: ['fullName'] },
  question: (row, content) => consentQuestion(row, content, content.name ?? ''),
})

export const discardRepresentation = discardOf(requests, {
  contract: DiscardRepresentation,
  line: { purpose: 'representation-discarded' },
})
