/**
 * Sending the application, and seeing how it stands. The answer to sending is the same in shape and time for
 * every number: what the register
 * says is looked up afterwards, by `settle-enrolment.ts`.
 */
import { SubmitEnrolment, ViewEnrolment } from '../../../../../contract/enrolment.ts'
import { composeDossierCode } from '../../../../../formats/dossier-code.ts'
import { maskPhone, type PhoneNumber } from '../../../../../formats/phone.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { newId, newSecret } from '../../../../kernel/id.ts'
import { applicantHerself } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { findAccount, reserveSubject } from '../../../people/accounts/open-account.ts'
import { CENTRAL_OFFICE } from '../../../registry/organisations/mandate.ts'
import { declaredOf, draftForUpdate, openDraftBytes } from './draft.ts'
import { dueMoment } from '../rules.ts'
import * as store from '../store.ts'
import type { DraftRow } from '../store.ts'
import { EnrolmentSubmitted } from '../events.ts'

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
    const declared = declaredOf(tools, found)
    if (!declared || !found.proven_channel || !found.sealed_portrait || !found.sealed_phone) {
      throw problem('enrolment.incomplete')
    }
    const subjectId = await reserveSubject(work, tools, declared.personalNumber)
    const id = newId()
    await store.insertEnrolment(work, {
      subject_id: subjectId,
      id,
      reference: composeDossierCode(newSecret(5)),
      office_id: CENTRAL_OFFICE.id,
      personal_number: declared.personalNumber,
      language: found.language,
      proven_channel: found.proven_channel,
      ...(await resealed(tools, subjectId, found)),
      submitted_at: now,
      due_at: dueMoment(now),
    })
    await store.closeDraft(work, found.id, subjectId, id)
    work.publish(EnrolmentSubmitted, subjectId, { enrolmentId: id })
    return receipt(work, subjectId, id)
  },
  audit: ({ result }) =>
    result ? { about: null, purpose: 'enrolment-submitted', detail: { reference: result.reference } } : null,
})

/** From the platform's seal to the person's own key: from now on the data is erased with her. */
const resealed = async (tools: Tools, subjectId: string, draft: DraftRow) => {
  const again = async (name: string, sealed: Buffer | null): Promise<Buffer | null> => {
    const bytes = openDraftBytes(tools, name, sealed)
    return bytes ? tools.sealer.seal(subjectId, `enrolment.${name}`, bytes) : null
  }
  const [declared, phone, email, portrait] = [
    await again('declared', draft.sealed_declared),
    await again('phone', draft.sealed_phone),
    await again('email', draft.sealed_email),
    await again('portrait', draft.sealed_portrait),
  ]
  if (!declared || !phone) {
    throw problem('enrolment.incomplete')
  }
  return { sealed_declared: declared, sealed_phone: phone, sealed_email: email, sealed_portrait: portrait }
}

const receipt = async (work: Work, subjectId: string, id: string) => {
  const row = await store.findEnrolment(work, subjectId, id)
  if (!row) {
    throw new Error('an application vanished inside its own transaction')
  }
  return {
    reference: row.reference,
    submittedAt: row.submitted_at.toISOString(),
    dueAt: row.due_at.toISOString(),
  }
}

export const viewEnrolment = useCase({
  contract: ViewEnrolment,
  find: draftForUpdate,
  permit: applicantHerself,
  async act(work, _, { tools, found }) {
    const row =
      found.subject_id && found.enrolment_id
        ? await store.findEnrolment(work, found.subject_id, found.enrolment_id)
        : undefined
    if (!row) {
      throw problem('enrolment.draft-gone')
    }
    const account = row.state === 'accepted' ? await findAccount(work, row.subject_id) : null
    const phone = (await tools.sealer.open(row.subject_id, 'enrolment.phone', row.sealed_phone)).toString(
      'utf8',
    )
    return {
      reference: row.reference,
      state: row.state,
      submittedAt: row.submitted_at.toISOString(),
      dueAt: row.due_at.toISOString(),
      decidedAt: row.decided_at?.toISOString() ?? null,
      reason: (row.reason as never) ?? null,
      activateBy: account?.activateBy.toISOString() ?? null,
      phone: maskPhone(phone as PhoneNumber),
    }
  },
  audit: none('the applicant sees her own application'),
})
