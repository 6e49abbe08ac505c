/**
 * Sending the application, and seeing how it stands. The answer to sending is the same in shape and time for
 * every number: what the register
 * says is looked up afterwards, by `settle-enrolment.ts`.
 */
import { SubmitEnrolment, ViewEnrolment } from '../../../../../contract/enrolment.ts'
import { composeDossierCode } from '../../../../../formats/dossier-code.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { newId, newSecret } from '../../../../kernel/id.ts'
import { applicantHerself } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { reserveSubject } from '../../../people/accounts/open-account.ts'
import { CENTRAL_OFFICE } from '../../../registry/organisations/mandate.ts'
import { caseRow, findCase } from '../../casework/case-access.ts'
import { aboutKeyOf, openOnce } from '../../casework/open-case.ts'
import { EnrolmentSubmitted } from '../events.ts'
import { declaredOf, draftForUpdate, openDraftBytes, openDraftText } from './draft.ts'
import * as store from './draft-store.ts'
import type { DraftRow } from './draft-store.ts'
import { statusOf } from './application-status.ts'
import type { Application, EnrolmentState } from './enrolment.ts'
import { faceOf, keepPortrait, level1Kind, type Level1Facts } from './level-1-case.ts'

export const submitEnrolment = useCase({
  contract: SubmitEnrolment,
  limits: (_, request: RequestContext) => [
    { scope: 'enrolment.submit', key: request.network, most: 60, per_s: 3600 },
  ],
  find: draftForUpdate,
  permit: applicantHerself,
  async act(work, _, { tools, found, now }) {
    if (found.subject_id && found.enrolment_id) {
      return receipt(work, found.subject_id, found.enrolment_id)
    }
    const sent = contentsOf(tools, found)
    const subjectId = await reserveSubject(work, tools, sent.application.personalNumber)
    const id = await openApplication(work, tools, subjectId, sent, now)
    await store.closeDraft(work, found.id, subjectId, id)
    work.publish(EnrolmentSubmitted, subjectId, { enrolmentId: id })
    return receipt(work, subjectId, id)
  },
  audit: ({ result }) =>
    result ? { about: null, purpose: 'enrolment-submitted', detail: { reference: result.reference } } : null,
})

interface Sent {
  readonly application: Application
  readonly facts: Level1Facts
  readonly portrait: Buffer
}
/** Throws `enrolment.incomplete`. */
const contentsOf = (tools: Tools, draft: DraftRow): Sent => {
  const declared = declaredOf(tools, draft)
  const phone = openDraftText(tools, 'phone', draft.sealed_phone)
  const portrait = openDraftBytes(tools, 'portrait', draft.sealed_portrait)
  const { language, proven_channel: provenChannel, contact_proven_at: provenAt } = draft
  if (!declared || !provenChannel || !provenAt || !portrait || !phone) {
    throw problem('enrolment.incomplete')
  }
  const email = openDraftText(tools, 'email', draft.sealed_email)
  return {
    application: { ...declared, name: null, phone, email },
    facts: { language, provenChannel, provenAt: provenAt.toISOString(), doubts: [], portraitScore: null },
    portrait,
  }
}

/**
 * From the platform's seal to the person's own key: from now on the data is erased with her. Each that is
 * sent is a case of its own: what a stranger sends with her number keeps nobody from sending hers.
 */
const openApplication = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  { application, facts, portrait }: Sent,
  at: Date,
): Promise<string> => {
  const caseId = newId()
  const { row } = await openOnce<EnrolmentState, Level1Facts, Application>(work, tools, level1Kind, {
    subjectId,
    caseId,
    reference: composeDossierCode(newSecret(5)),
    aboutKey: aboutKeyOf(tools, application.personalNumber),
    officeId: CENTRAL_OFFICE.id,
    takenBy: [],
    openedBy: 'citizen',
    by: 'citizen',
    openedAt: at,
    receivedAt: at,
    unfinishedKey: caseId,
    content: application,
    facts,
  })
  await keepPortrait(work, tools, row, portrait)
  return caseId
}

const receipt = async (work: Work, subjectId: string, id: string) =>
  faceOf(await caseRow<EnrolmentState, Level1Facts>(work, { subject_id: subjectId, id }))

export const viewEnrolment = useCase({
  contract: ViewEnrolment,
  find: draftForUpdate,
  permit: applicantHerself,
  async act(work, _, { tools, found }) {
    const row =
      found.subject_id && found.enrolment_id
        ? await findCase<EnrolmentState, Level1Facts>(work, level1Kind, found.subject_id, found.enrolment_id)
        : null
    if (!row) {
      throw problem('enrolment.draft-gone')
    }
    return statusOf(work, tools, row)
  },
  audit: none('the applicant sees her own application'),
})
