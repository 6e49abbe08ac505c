/**
 * Opening a request to act for somebody, and its steps: papers, portrait, chip, the representative's consent.
 * Each may be sent again.
 */
import {
  AskRepresentative,
  DiscardRepresentation,
  NotePapers,
  OpenRepresentation,
  ReadWardChip,
  TakeWardPortrait,
  ViewRepresentation,
} from '../../../../../contract/representation.ts'
import { composeDossierCode } from '../../../../../formats/dossier-code.ts'
import { actorReference, type Actor, type Officer } from '../../../../kernel/actor.ts'
import { newSecret } from '../../../../kernel/id.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { reserveSubject } from '../../../people/accounts/open-account.ts'
import { judgePortrait } from '../../../evidence/biometrics/face/judge-portrait.ts'
import { biometricTries } from '../../../evidence/biometrics/rules.ts'
import { readChip } from '../../../evidence/chips/read-chip.ts'
import { askAtDesk } from '../../../registry/organisations/desk-prompt.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { registerPortraitOf } from '../../../registry/population/register-portrait.ts'
import { addWorkingDays } from '../../../registry/territory/working-calendar.ts'
import { mustBeOpen, type RepresentationRequest, type RequestContent } from './request.ts'
import {
  consentQuestion,
  findRequest,
  lineOf,
  requestForUpdate,
  representativeLine,
  requestOf,
  sealContent,
  taker,
  takenByWith,
  viewer,
  viewOf,
  type AboutTwo,
  type FoundRequest,
  type RequestView,
} from './request-case.ts'
import * as requests from './request-store.ts'
import type { RequestRow } from './request-store.ts'
import { representationDueDays } from '../rules.ts'

/** Requests and comparisons that one officer may ask for in an hour: far above what a counter does. */
const HOURLY = 200
const SEEN = ['personalNumber', 'fullName', 'birthDate', 'portrait', 'card', 'account', 'relation'] as const

/** The end of office hours on the last working day. */
export const dueMoment = (from: Date): Date =>
  new Date(`${addWorkingDays(from, inForce(representationDueDays, from))}T17:00:00+07:00`)

type NewRow = Pick<
  RequestRow,
  'subject_id' | 'id' | 'reference' | 'office_id' | 'about_key' | 'representative_key' | 'representative_id'
>
interface Opening extends AboutTwo {
  readonly row: NewRow
  readonly isNew: boolean
}

/**
 * Both persons' subjects; a request of this name that came before is answered again. What a refused permit
 * leaves is undone.
 */
const findOpening = async (
  work: Work,
  {
    requestId,
    personalNumber,
    representativeNumber,
  }: { requestId: string; personalNumber: string; representativeNumber: string },
  actor: Actor,
  tools: Tools,
): Promise<Opening> => {
  const officeId = actor.kind === 'officer' ? actor.officeId : ''
  const key = (number: string) => tools.digests.identifier('number', number).toString('hex')
  const name = await requests.subjectOfName(work, requestId)
  const before = name && (await requests.find(work, name.subject_id, requestId))
  if (before) {
    if (
      before.office_id !== officeId ||
      before.about_key !== key(personalNumber) ||
      before.representative_key !== key(representativeNumber)
    ) {
      throw problem('representation.no-such-request')
    }
    return {
      row: before,
      officeId,
      aboutKey: before.about_key,
      representativeKey: before.representative_key,
      takenBy: before.taken_by,
      isNew: false,
    }
  }
  const [wardId, representativeId] = [
    await reserveSubject(work, tools, personalNumber),
    await reserveSubject(work, tools, representativeNumber),
  ]
  const row: NewRow = {
    subject_id: wardId,
    id: requestId,
    reference: composeDossierCode(newSecret(5)),
    office_id: officeId,
    about_key: key(personalNumber),
    representative_key: key(representativeNumber),
    representative_id: representativeId,
  }
  return {
    row,
    officeId,
    aboutKey: row.about_key,
    representativeKey: row.representative_key,
    takenBy: [],
    isNew: true,
  }
}

const emptyContent = (
  wardNumber: string,
  representativeNumber: string,
  kind: RequestContent['kind'],
): RequestContent => ({
  wardNumber,
  representativeNumber,
  kind,
  papers: [],
  until: null,
  portraits: [],
  chip: null,
  note: null,
})

export const openRepresentation = useCase({
  contract: OpenRepresentation,
  limits: (_, __, actor) => [
    { scope: 'representation.open', key: actorReference(actor), most: HOURLY, per_s: 3600 },
  ],
  find: findOpening,
  permit: taker,
  async act(
    work,
    { personalNumber, representativeNumber, kind },
    { found: { row, isNew }, actor, tools, now },
  ) {
    if (!isNew) {
      return viewOf(work, tools, row, actor, now)
    }
    if (personalNumber === representativeNumber) {
      throw problem('representation.same-person')
    }
    const sealed = await sealContent(
      tools,
      row.subject_id,
      emptyContent(personalNumber, representativeNumber, kind),
    )
    const isMade = await requests.insert(work, {
      ...row,
      taken_by: [actor.personKey ?? ''],
      opened_at: now,
      due_at: dueMoment(now),
      sealed_content: sealed,
    })
    if (!isMade) {
      throw problem('representation.request-open')
    }
    return viewOf(work, tools, row, actor, now)
  },
  audit: ({ found: { row, isNew }, actor, refusal }) => [
    {
      about: row.subject_id,
      purpose: 'representation-opened',
      fields: SEEN,
      outcome: refusal ?? 'open',
      detail: { reference: row.reference, office: actor.officeName, officerNumber: actor.number },
    },
    ...(isNew ? [representativeLine(row, actor)] : []),
  ],
})

export const viewRepresentation = useCase({
  contract: ViewRepresentation,
  find: findRequest,
  permit: viewer,
  act: (work, _, { found: { row }, actor, tools, now }) => viewOf(work, tools, row, actor, now),
  audit: (done) => [
    lineOf('representation-view', SEEN)(done),
    representativeLine(done.found.row, done.actor),
  ],
})

interface Step {
  readonly found: FoundRequest
  readonly actor: Officer
  readonly tools: Tools
  readonly now: Date
}
const openStep = async ({ found: { row }, tools }: Step): Promise<RepresentationRequest> => {
  const request = await requestOf(tools, row)
  mustBeOpen(request)
  return request
}
const keepStep = async (
  work: Work,
  { found: { row }, actor, tools, now }: Step,
  content: RequestContent,
): Promise<RequestView> => {
  await requests.saveContent(
    work,
    row,
    await sealContent(tools, row.subject_id, content),
    takenByWith(row, actor),
    now,
  )
  return viewOf(work, tools, row, actor, now)
}

export const notePapers = useCase({
  contract: NotePapers,
  find: requestForUpdate,
  permit: taker,
  async act(work, { papers, until }, doing) {
    const { content } = await openStep(doing)
    return keepStep(work, doing, { ...content, papers, until })
  },
  audit: lineOf('representation-papers', []),
})

/** The number of a request at the asker's office: nothing is compared before any permit for another's. */
const numberOf = async (tools: Tools, requestId: string, actor: Actor): Promise<string | null> => {
  const name = await requests.subjectOfName(tools.read, requestId)
  const row =
    name && actor.kind === 'officer' && actor.officeId === name.office_id
      ? await requests.find(tools.read, name.subject_id, requestId)
      : undefined
  return row?.state === 'open' ? (await requestOf(tools, row)).content.wardNumber : null
}

export const takeWardPortrait = useCase({
  contract: TakeWardPortrait,
  limits: (_, __, actor) => [
    { scope: 'representation.portrait', key: actorReference(actor), most: HOURLY, per_s: 3600 },
  ],
  async prepare({ requestId, picture }, { actor, tools }) {
    const number = await numberOf(tools, requestId, actor)
    return number === null
      ? null
      : judgePortrait(
          tools.faces,
          await registerPortraitOf(tools.read, tools, number),
          Buffer.from(picture, 'base64'),
        )
  },
  find: requestForUpdate,
  permit: taker,
  async act(work, _, doing) {
    const { content } = await openStep(doing)
    if (!doing.prepared) {
      throw problem('representation.closed')
    }
    const { jpeg, outcome, hints } = doing.prepared
    if (!jpeg) {
      throw problem('portrait.not-a-picture')
    }
    if (content.portraits.length >= inForce(biometricTries, doing.now)) {
      throw problem('representation.no-tries-left')
    }
    return keepStep(work, doing, { ...content, portraits: [...content.portraits, { outcome, hints }] })
  },
  audit: lineOf('representation-portrait', ['portrait']),
})

export const readWardChip = useCase({
  contract: ReadWardChip,
  prepare: async ({ chip }, { actor, tools, now }) =>
    actor.kind === 'officer' ? readChip(tools.read, chip, now) : null,
  find: requestForUpdate,
  permit: taker,
  async act(work, _, doing) {
    const { content } = await openStep(doing)
    if (!doing.prepared) {
      throw problem('permit.refused')
    }
    const { verdict, fields } = doing.prepared
    return keepStep(work, doing, {
      ...content,
      chip: { verdict, isHers: fields.personalNumber === content.wardNumber },
    })
  },
  audit: lineOf('representation-chip', ['card']),
})

export const askRepresentative = useCase({
  contract: AskRepresentative,
  find: requestForUpdate,
  permit: taker,
  async act(work, _, doing) {
    const { content } = await openStep(doing)
    const ward = await findPerson(work, doing.tools, content.wardNumber)
    await askAtDesk(
      work,
      doing.tools,
      doing.actor.sessionId,
      consentQuestion(doing.found.row, content, ward?.fullName ?? ''),
    )
    return keepStep(work, doing, content)
  },
  audit: lineOf('representation-consent-asked', ['fullName']),
})

export const discardRepresentation = useCase({
  contract: DiscardRepresentation,
  find: requestForUpdate,
  permit: taker,
  async act(work, { note }, doing) {
    const {
      found: { row },
      actor,
      tools,
      now,
    } = doing
    const { content } = await openStep(doing)
    await requests.saveContent(
      work,
      row,
      await sealContent(tools, row.subject_id, { ...content, note }),
      takenByWith(row, actor),
      now,
    )
    await requests.saveState(work, row, {
      state: 'discarded',
      reason: null,
      dueAt: row.due_at,
      at: now,
      by: `officer:${actor.officerId}`,
      takenBy: takenByWith(row, actor),
    })
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('representation-discarded', []),
})
