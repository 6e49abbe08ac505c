/** The steps of an application, each saved as soon as it is done. Nothing here asks the register anything. */
import {
  DeclareIdentity,
  DiscardDraft,
  ENROLMENT_CONSENT,
  SendEnrolmentCode,
  StartEnrolment,
  TakePortrait,
  VerifyEnrolmentCode,
  ViewDraft,
} from '../../../../../contract/enrolment.ts'
import { parseCardQr } from '../../../../../formats/card-qr.ts'
import { describePersonalNumber, type PersonalNumber } from '../../../../../formats/personal-number.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { later } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { anyone, applicantHerself } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import { useCase, type RequestContext } from '../../../../kernel/use-case.ts'
import { channelOf, drawProof, tryCode } from '../../../people/accounts/contact-proof.ts'
import { draftState, draftForUpdate, openDraftForUpdate, openDraftText, sealDraft } from './draft.ts'
import type { Declared } from './enrolment.ts'
import { draftLifetime_s } from '../rules.ts'
import * as store from './draft-store.ts'
import { lookAtPicture } from './look-at-picture.ts'

const ofNobody = none('a draft belongs to nobody yet; it is sealed and lapses by itself')

export const startEnrolment = useCase({
  contract: StartEnrolment,
  limits: (_, request: RequestContext) => [
    { scope: 'enrolment.start', key: request.network, most: 60, per_s: 3600 },
  ],
  permit: anyone, // a citizen who registers has no account
  async act(work, { language }, { now, tools, effects }) {
    const id = newId()
    const lifetime_s = inForce(draftLifetime_s, now)
    await store.insertDraft(work, {
      id,
      language,
      consent: ENROLMENT_CONSENT,
      at: now,
      endsAt: later(now, lifetime_s),
    })
    effects.setSession('enrol', id, lifetime_s)
    return draftState(work, tools, id)
  },
  audit: ofNobody,
})

export const viewDraft = useCase({
  contract: ViewDraft,
  find: draftForUpdate,
  permit: applicantHerself,
  act: (work, _, { tools, found }) => draftState(work, tools, found.id),
  audit: ofNobody,
})

export const declareIdentity = useCase({
  contract: DeclareIdentity,
  find: openDraftForUpdate,
  permit: applicantHerself,
  async act(work, input, { tools, found }) {
    const declared: Declared = {
      personalNumber: input.personalNumber,
      fullName: input.fullName,
      birthDate: input.birthDate,
      sex: describePersonalNumber(input.personalNumber as PersonalNumber).sex,
      source: 'typed',
      ...fromQr(input.cardQr),
    }
    await store.saveDeclared(work, found.id, sealDraft(tools, 'declared', JSON.stringify(declared)))
    return draftState(work, tools, found.id)
  },
  audit: ofNobody,
})

/** The card's printed code is not signed: it saves typing, it proves nothing (domain reference §3.2). */
const fromQr = (text: string | undefined): Partial<Declared> => {
  if (text === undefined) {
    return {}
  }
  const qr = parseCardQr(text)
  if (!qr.ok) {
    throw problem('enrolment.qr-unreadable')
  }
  return {
    personalNumber: qr.value.personalNumber,
    fullName: qr.value.name,
    birthDate: qr.value.birthDate,
    sex: qr.value.sex,
    source: 'qr',
  }
}

export const sendEnrolmentCode = useCase({
  contract: SendEnrolmentCode,
  // One network gets a bounded number (SMS pumping); what one address gets is counted with the code.
  limits: (_, request: RequestContext) => [
    { scope: 'code.network', key: request.network, most: 60, per_s: 3600 },
  ],
  find: openDraftForUpdate,
  permit: applicantHerself,
  async act(work, { phone, email, channel }, { tools, found, request, presence }) {
    const known = email ?? openDraftText(tools, 'email', found.sealed_email)
    if (channel === 'email' && !known) {
      throw problem('code.no-email')
    }
    const proofId = await drawProof(work, tools, {
      ownerId: found.id,
      channel,
      to: channel === 'sms' ? phone : (known ?? ''),
      purpose: 'enrolment',
      language: found.language,
      mayBeSent: true,
      asker: { kind: 'stranger', network: request.network, presence },
    })
    await store.saveContact(
      work,
      found.id,
      sealDraft(tools, 'phone', phone),
      known ? sealDraft(tools, 'email', known) : null,
      proofId,
    )
    return draftState(work, tools, found.id)
  },
  audit: ofNobody,
})

export const verifyEnrolmentCode = useCase({
  contract: VerifyEnrolmentCode,
  find: openDraftForUpdate,
  permit: applicantHerself,
  async act(work, { code }, { tools, found, now, refuse }) {
    if (found.contact_proven_at) {
      return draftState(work, tools, found.id)
    }
    if (!found.proof_id) {
      throw problem('code.expired')
    }
    const refusal = await tryCode(work, tools, found.id, found.proof_id, code)
    if (refusal) {
      return refuse(refusal)
    }
    await store.saveProven(work, found.id, (await channelOf(work, found.id, found.proof_id)) ?? 'email', now)
    return draftState(work, tools, found.id)
  },
  audit: ofNobody,
})

export const takePortrait = useCase({
  contract: TakePortrait,
  limits: (_, request: RequestContext) => [
    { scope: 'portrait', key: request.network, most: 120, per_s: 3600 },
  ],
  prepare: lookAtPicture,
  find: openDraftForUpdate,
  permit: applicantHerself,
  async act(work, _, { tools, found, prepared }) {
    if (!prepared) {
      throw problem('enrolment.draft-gone')
    }
    const isGood = prepared.hints.length === 0
    if (isGood) {
      await store.savePortrait(work, found.id, sealDraft(tools, 'portrait', prepared.jpeg))
    }
    return {
      draft: await draftState(work, tools, found.id),
      hints: isGood ? ['ok' as const] : prepared.hints,
    }
  },
  audit: ofNobody,
})

export const discardDraft = useCase({
  contract: DiscardDraft,
  find: openDraftForUpdate,
  permit: applicantHerself,
  async act(work, _, { found, effects }) {
    await store.deleteDraft(work, found.id)
    effects.endSession('enrol')
    return {}
  },
  audit: ofNobody,
})
