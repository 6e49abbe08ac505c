/**
 * A request as its commands handle it: what kind of case it is, what stands outside of it, and what the
 * officer sees.
 */
import { historySeen } from '../../casework/case-history.ts'
import type { z } from 'zod'
import { REPRESENTATION_CONSENT } from '../../../../../contract/representation.ts'
import type { representationRequest } from '../../../../../contract/representation-request.ts'
import type { Officer } from '../../../../kernel/actor.ts'
import type { LineTitle } from '../../../../kernel/audit-line.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { proofOf } from '../../../evidence/capture/chip.ts'
import { consentAtDesk } from '../../../evidence/capture/consent.ts'
import { hasTakenLive, portraitSeen, registerPictureFor } from '../../../evidence/capture/portrait.ts'
import { showRegisterPortrait } from '../../../evidence/capture/shown-portrait.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import type { Question } from '../../../registry/organisations/desk-prompt.ts'
import { paperSeen } from '../../../evidence/capture/paper.ts'
import { paperPages_most } from '../../../evidence/capture/rules.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { caseRow } from '../../casework/case-access.ts'
import { closingAfter } from '../../casework/case-clock.ts'
import type { CaseType } from '../../casework/case-commands.ts'
import { isTakenBy, unsealContent } from '../../casework/case-file.ts'
import type { CaseKind } from '../../casework/case-kind.ts'
import type { CaseOf, CaseRow } from '../../casework/case-row.ts'
import { hasLapsed, lapsesAt } from '../../casework/lapse-open.ts'
import { RepresentationLapsed } from '../events.ts'
import { ageAt, kindOfRelation } from '../representation.ts'
import { abandonedRequest_s, openRequest_days, representationDueDays, requestBudget } from '../rules.ts'
import {
  doubtsOf,
  levelOf,
  remainingOf,
  type RepresentationRequest,
  type RequestContent,
  type RequestStanding,
  type RequestState,
} from './request.ts'
import * as store from '../store.ts'
import { mayRepresent } from '../tie.ts'

/** Who would act: her subject, and the digest of her number. */
export interface RequestFacts {
  readonly representativeId: string
  readonly representativeKey: string
}
export type RequestRow = CaseRow<RequestState, RequestFacts>

export const dueMoment = (from: Date): Date => closingAfter(from, inForce(representationDueDays, from))

/** Decree 69/2024/ND-CP art. 10; Civil Code 2015 art. 46-54. */
export const requestKind: CaseKind<RequestState, 'open' | 'second'> = {
  kind: 'representation',
  sealedAs: 'representation_request.content',
  initial: 'open',
  states: {
    open: {
      next: ['waiting-second', 'accepted', 'refused', 'discarded'],
      stage: 'open',
      isUnfinished: true,
      keeps: 'all',
    },
    'waiting-second': { next: ['accepted', 'refused'], stage: 'second', isUnfinished: true, keeps: 'all' },
    // The pages on which it rests stay with the case, and go with it.
    accepted: { next: [], stage: null, isUnfinished: false, keeps: 'all' },
    refused: { next: [], stage: null, isUnfinished: false },
    discarded: { next: [], stage: null, isUnfinished: false },
  },
  stages: { open: 'representation.take', second: 'representation.second' },
  tasks: {
    take: 'representation.take',
    approve: 'representation.second',
    view: ['representation.take', 'representation.second'],
  },
  problems: {
    notFound: 'representation.no-such-request',
    closed: 'representation.closed',
    otherOpen: 'representation.request-open',
    aboutOneself: 'representation.about-yourself',
    sameOfficer: 'representation.same-eyes',
  },
  abandonedAfter_s: abandonedRequest_s,
  ownGivesWay: false,
  abandoned: 'discarded',
  lapse: {
    days: openRequest_days,
    useCase: 'representation.lapse',
    line: { purpose: 'representation-discarded' },
    tell(work, { everybody, caseId, reference }) {
      for (const about of everybody) {
        work.publish(RepresentationLapsed, about, { requestId: caseId, reference })
      }
    },
  },
  dueFrom: dueMoment,
  budget: requestBudget,
  alsoAbout: (facts) => [(facts as RequestFacts).representativeKey],
  others: (facts) => [(facts as RequestFacts).representativeId],
  // Before the one case: the ward's number had a name of its own, and a try kept neither score nor digest.
  // Before chips were asked: no challenge, and no answer.
  upgrade: ({ wardNumber, ...stored }) => ({
    personalNumber: wardNumber,
    name: null,
    challenge: null,
    ...stored,
    chip: stored['chip']
      ? { problems: [], answered: null, expiresOn: null, ...(stored['chip'] as object) }
      : null,
    portraits: (stored['portraits'] as object[]).map((one) => ({ score: 0, digest: '', ...one })),
  }),
}

export const requestOf = async (
  tools: Pick<Tools, 'sealer'>,
  row: RequestRow,
): Promise<RepresentationRequest> => ({
  state: row.state,
  content: await unsealContent<RequestContent>(requestKind, tools, row),
})

/** What the representative agrees to, in these words; sealed under her own key. */
export const consentQuestion = (row: RequestRow, content: RequestContent, wardName: string): Question => ({
  subjectId: row.facts.representativeId,
  caseId: row.id,
  kind: 'representation-consent',
  params: {
    version: REPRESENTATION_CONSENT,
    person: wardName,
    kind: content.kind,
    reference: row.reference,
    papers: content.papers.map(({ kind, number }) => `${kind} ${number}`).join('; '),
  },
})

export const standingOf = async (
  read: Reading,
  tools: Tools,
  row: RequestRow,
  content: RequestContent,
  at: Date,
): Promise<RequestStanding> => {
  const ward = await findPerson(read, tools, content.personalNumber)
  const ties = await store.standingTies(read, row.subject_id)
  const account = await findAccount(read, row.subject_id)
  return {
    ward,
    wardAccount: account && { isOthers: ties.length === 0 },
    mayRepresent: mayRepresent(await findAccount(read, row.facts.representativeId), at),
    isTied: ties.some(({ representative_id: id }) => id === row.facts.representativeId),
    consent: await consentAtDesk(read, tools, consentQuestion(row, content, ward?.fullName ?? '')),
    at,
  }
}

const faceOfWard = async (
  work: Work,
  tools: Tools,
  row: RequestRow,
  content: RequestContent,
  { ward, at }: RequestStanding,
  actor: Officer,
) => {
  if (!ward) {
    return null
  }
  const isWaiting = row.state === 'waiting-second'
  const isTakenByMe = isTakenBy(row, actor)
  const size = registerPictureFor(content, { isTakenByMe, isWaiting })
  const to = size && { actor, at, size, hasTakenLive: hasTakenLive(content, isTakenByMe) }
  const account = await findAccount(work, row.subject_id)
  return {
    personalNumber: ward.personalNumber,
    fullName: ward.fullName,
    birthDate: ward.birthDate,
    age: ageAt(ward, at),
    portrait: to && (await showRegisterPortrait(work, tools, ward.personalNumber, to)),
    account: account && { level: account.level, state: account.state },
  }
}

const faceOfRepresentative = async (
  read: Reading,
  tools: Tools,
  row: RequestRow,
  { representativeNumber }: RequestContent,
) => {
  const person = await findPerson(read, tools, representativeNumber)
  return (
    person && {
      personalNumber: person.personalNumber,
      fullName: person.fullName,
      level: (await findAccount(read, row.facts.representativeId))?.level ?? null,
    }
  )
}

export type RequestView = z.infer<typeof representationRequest>

/** Read anew, so that it shows what this very transaction wrote. */
export const viewOf = async (
  work: Work,
  tools: Tools,
  of: CaseOf,
  actor: Officer,
  at: Date,
): Promise<RequestView> => {
  const row: RequestRow = await caseRow(work, of)
  const request = await requestOf(tools, row)
  const { content } = request
  const standing = await standingOf(work, tools, row, content, at)
  const portrait = portraitSeen(content, at, null)
  return {
    caseId: row.id,
    reference: row.reference,
    state: row.state,
    reason: row.reason as RequestView['reason'],
    openedAt: row.opened_at.toISOString(),
    dueAt: (row.due_at ?? row.opened_at).toISOString(),
    lapsesAt: lapsesAt(requestKind, row)?.toISOString() ?? null,
    hasLapsed: hasLapsed(row),
    decidedAt: row.decided_at?.toISOString() ?? null,
    kind: content.kind,
    isTakenByMe: isTakenBy(row, actor),
    history: await historySeen(work, tools, row),
    ward: await faceOfWard(work, tools, row, content, standing, actor),
    representative: await faceOfRepresentative(work, tools, row, content),
    isInRegister:
      standing.ward !== null && kindOfRelation(standing.ward, content.representativeNumber) === content.kind,
    papers: content.papers.map(paperSeen),
    pagesMost: inForce(paperPages_most, at),
    until: content.until,
    portrait: portrait && {
      outcome: portrait.outcome,
      tries: portrait.tries,
      triesLeft: portrait.triesLeft,
      hints: portrait.hints,
    },
    chip: content.chip && {
      verdict: content.chip.verdict,
      isHers: content.chip.isHers,
      proof: proofOf(content.chip),
    },
    consent: standing.consent,
    level: levelOf(request, standing),
    doubts: doubtsOf(request, standing),
    remaining: remainingOf(request, standing),
    note: content.note,
  }
}

export const requests: CaseType<RequestState, RequestContent, RequestFacts, RequestView> = {
  kind: requestKind,
  view: viewOf,
}

/**
 * Whatever of the ward is looked at or taken, the one who would act for her is shown as well: name, number,
 * level. Her own log says that, and nothing of the ward's face or card.
 */
export const seenOfRepresentative = {
  purpose: 'representation-view',
  fields: ['personalNumber', 'fullName', 'account'],
} as const satisfies LineTitle
