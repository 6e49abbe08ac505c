/**
 * A request as its deeds handle it: found for an officer, unsealed, what stands outside of it, and what the
 * officer sees.
 */
import type { z } from 'zod'
import { REPRESENTATION_CONSENT, type representationRequest } from '../../../../../contract/representation.ts'
import type { Actor, Officer } from '../../../../kernel/actor.ts'
import type { LineOf } from '../../../../kernel/audit-line.ts'
import type { ProblemCode } from '../../../../../contract/problems/catalogue.ts'
import type { FieldOf, Purpose } from '../../../../../contract/purposes/catalogue.ts'
import type { Outcome } from '../../../../../contract/purposes/outcomes.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { biometricTries } from '../../../evidence/biometrics/rules.ts'
import { answeredAtDesk, type Question } from '../../../registry/organisations/desk-prompt.ts'
import {
  isAboutAnother,
  officerAbout,
  approver,
  type TakenBefore,
} from '../../../registry/organisations/second-eyes.ts'
import type { Permit } from '../../../../kernel/permit.ts'
import type { Task } from '../../../registry/organisations/mandate.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { registerPortraitOf } from '../../../registry/population/register-portrait.ts'
import { ageAt, kindOfRelation } from '../representation.ts'
import {
  doubtsOf,
  levelOf,
  remainingOf,
  type RepresentationRequest,
  type RequestContent,
  type RequestStanding,
} from './request.ts'
import * as requests from './request-store.ts'
import type { RequestRow } from './request-store.ts'
import * as store from '../store.ts'
import { mayRepresent } from '../tie.ts'

const HERSELF = 'representation.about-yourself'

/** Whom it is about: the two of them. */
export interface AboutTwo extends TakenBefore {
  readonly representativeKey: string
}
export interface FoundRequest extends AboutTwo {
  readonly row: RequestRow
}

/** Neither of the two may be the officer. */
const neverAParty = (permit: Permit<Officer, TakenBefore>): Permit<Officer, AboutTwo> => ({
  ...permit,
  says: `${permit.says}, nor about somebody for whom she would act`,
  allows: (actor, found): actor is Officer =>
    permit.allows(actor, found) && isAboutAnother(actor, found.representativeKey),
  refusal: (actor, found) =>
    actor.kind === 'officer' && actor.personKey !== null && actor.personKey === found.representativeKey
      ? HERSELF
      : (permit.refusal?.(actor, found) ?? null),
})
export const takerWith = (task: Task | readonly Task[]): Permit<Officer, AboutTwo> =>
  neverAParty(officerAbout(task, HERSELF))
export const taker = takerWith('representation.take')
export const viewer = takerWith(['representation.take', 'representation.second'])
export const second = neverAParty(
  approver('representation.second', { herself: HERSELF, sameEyes: 'representation.same-eyes' }),
)

const foundOf = (row: RequestRow): FoundRequest => ({
  row,
  officeId: row.office_id,
  aboutKey: row.about_key,
  representativeKey: row.representative_key,
  takenBy: row.taken_by,
})

const findHere =
  (look: (work: Work, subjectId: string, id: string) => Promise<RequestRow | undefined>) =>
  async (work: Work, { requestId }: { requestId: string }, actor: Actor): Promise<FoundRequest> => {
    const name = await requests.subjectOfName(work, requestId)
    const row =
      name && actor.kind === 'officer' && name.office_id === actor.officeId
        ? await look(work, name.subject_id, requestId)
        : undefined
    if (!row) {
      throw problem('representation.no-such-request')
    }
    return foundOf(row)
  }
/** Another office's request does not exist for this officer. */
export const requestForUpdate = findHere(requests.forUpdate)
export const findRequest = findHere(requests.find)

const COLUMN = 'representation_request.content'
export const sealContent = (
  tools: Pick<Tools, 'sealer'>,
  subjectId: string,
  content: RequestContent,
): Promise<Buffer> => tools.sealer.seal(subjectId, COLUMN, JSON.stringify(content))
export const requestOf = async (
  tools: Pick<Tools, 'sealer'>,
  row: RequestRow,
): Promise<RepresentationRequest> => ({
  state: row.state,
  content: JSON.parse(
    (await tools.sealer.open(row.subject_id, COLUMN, row.sealed_content)).toString('utf8'),
  ) as RequestContent,
})

/** What the representative agrees to, in these words; sealed under her own key. */
export const consentQuestion = (row: RequestRow, content: RequestContent, wardName: string): Question => ({
  subjectId: row.representative_id,
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
  const ward = await findPerson(read, tools, content.wardNumber)
  const ties = await store.standingTies(read, row.subject_id)
  const account = await findAccount(read, row.subject_id)
  const answer = await answeredAtDesk(read, consentQuestion(row, content, ward?.fullName ?? ''))
  return {
    ward,
    wardAccount: account && { isOthers: ties.length === 0 },
    mayRepresent: mayRepresent(await findAccount(read, row.representative_id), at),
    isTied: ties.some(({ representative_id: id }) => id === row.representative_id),
    consent: answer === 'waiting' ? 'asked' : answer,
    at,
  }
}

const faceOfWard = async (read: Reading, tools: Tools, row: RequestRow, { ward, at }: RequestStanding) => {
  if (!ward) {
    return null
  }
  const portrait = await registerPortraitOf(read, tools, ward.personalNumber)
  const account = await findAccount(read, row.subject_id)
  return {
    personalNumber: ward.personalNumber,
    fullName: ward.fullName,
    birthDate: ward.birthDate,
    age: ageAt(ward, at),
    portrait: portrait && `data:image/jpeg;base64,${portrait.toString('base64')}`,
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
      level: (await findAccount(read, row.representative_id))?.level ?? null,
    }
  )
}

export type RequestView = z.infer<typeof representationRequest>

/** Read anew, so that it shows what this very transaction wrote. */
export const viewOf = async (
  read: Reading,
  tools: Tools,
  key: Pick<RequestRow, 'subject_id' | 'id'>,
  actor: Officer,
  at: Date,
): Promise<RequestView> => {
  const row = await requests.find(read, key.subject_id, key.id)
  if (!row) {
    throw new Error('a request vanished inside its own transaction')
  }
  const request = await requestOf(tools, row)
  const { content } = request
  const standing = await standingOf(read, tools, row, content, at)
  const last = content.portraits.at(-1)
  return {
    requestId: row.id,
    reference: row.reference,
    state: row.state,
    reason: row.reason,
    openedAt: row.opened_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    kind: content.kind,
    isTakenByMe: actor.personKey !== null && row.taken_by.includes(actor.personKey),
    ward: await faceOfWard(read, tools, row, standing),
    representative: await faceOfRepresentative(read, tools, row, content),
    isInRegister:
      standing.ward !== null && kindOfRelation(standing.ward, content.representativeNumber) === content.kind,
    papers: [...content.papers],
    until: content.until,
    portrait: last
      ? {
          outcome: content.portraits.find(({ outcome }) => outcome === 'match')?.outcome ?? last.outcome,
          tries: content.portraits.length,
          triesLeft: Math.max(0, inForce(biometricTries, at) - content.portraits.length),
          hints: [...last.hints],
        }
      : null,
    chip: content.chip,
    consent: standing.consent,
    level: levelOf(request, standing),
    doubts: doubtsOf(request, standing),
    remaining: remainingOf(request, standing),
    note: content.note,
  }
}

export const takenByWith = (row: Pick<RequestRow, 'taken_by'>, { personKey }: Officer): string[] => [
  ...new Set([...row.taken_by, personKey ?? '']),
]

export const lineOf =
  <P extends Purpose>(purpose: P, fields: readonly FieldOf<P>[]) =>
  ({
    found: { row },
    actor,
    refusal,
    result,
  }: {
    found: FoundRequest
    actor: Officer
    refusal: ProblemCode | null
    result: { state?: Outcome } | null
  }): LineOf<P> => ({
    about: row.subject_id,
    purpose,
    fields,
    outcome: refusal ?? result?.state ?? 'done',
    detail: { reference: row.reference, office: actor.officeName, officerNumber: actor.number },
  })

/** Her data is read as well: name, number, level. Her own log says so, in a line of its own. */
export const representativeLine = (
  row: Pick<RequestRow, 'representative_id' | 'reference'>,
  actor: Officer,
): LineOf<'representation-view'> => ({
  about: row.representative_id,
  purpose: 'representation-view',
  fields: ['personalNumber', 'fullName', 'account'],
  detail: { reference: row.reference, office: actor.officeName, officerNumber: actor.number },
})
