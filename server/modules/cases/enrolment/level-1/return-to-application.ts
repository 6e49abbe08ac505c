/**
 * Back to an application that waits, when the session of the browser that sent it is gone: by its reference
 * and its phone, and a code to that phone. Whether there is such an application shows in no answer.
 */
import { BeginReturn, FinishReturn } from '../../../../../contract/enrolment.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { later, now } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { anyone } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { deliveryOf, drawProof, tryCode } from '../../../people/accounts/contact-proof.ts'
import { caseOfReference } from '../../casework/case-access.ts'
import { isUnfinished } from '../../casework/case-kind.ts'
import { draftLifetime_s, returnLifetime_s } from '../rules.ts'
import * as drafts from './draft-store.ts'
import type { EnrolmentState } from './enrolment.ts'
import { applicationOf, level1Kind, type Level1Facts, type Level1Row } from './level-1-case.ts'
import * as store from './return-store.ts'

/** The application that reference and phone belong to together, while it is unfinished. */
const rowOfPair = async (
  read: Reading,
  tools: Tools,
  { reference, phone }: { readonly reference: string; readonly phone: string },
): Promise<Level1Row | null> => {
  const row = await caseOfReference<EnrolmentState, Level1Facts>(read, level1Kind, reference)
  if (!row || !isUnfinished(level1Kind, row.state)) {
    return null
  }
  return (await applicationOf(read, tools, row)).phone === phone ? row : null
}

const column = (name: string) => `enrolment_return.${name}`
const seal = (tools: Tools, name: string, text: string): Buffer =>
  tools.sealer.sealWithPlatformKey(column(name), text)
const unseal = (tools: Tools, name: string, sealed: Buffer): string =>
  tools.sealer.unsealWithPlatformKey(column(name), sealed).toString('utf8')

export const beginReturn = useCase({
  contract: BeginReturn,
  limits: ({ phone }, request: RequestContext) => [
    { scope: 'code.to', key: phone, most: 5, per_s: 3600 },
    { scope: 'code.network', key: request.network, most: 60, per_s: 3600 },
  ],
  permit: anyone, // whoever has lost the session has none; a code to the application's phone is the proof
  async act(work, { reference, phone }, { tools, now: at, request }) {
    const row = await rowOfPair(work, tools, { reference, phone })
    const returnId = newId()
    const proofId = await drawProof(work, tools, {
      ownerId: returnId,
      channel: 'sms',
      to: phone,
      purpose: 'enrolment',
      language: request.language,
      mayBeSent: row !== null,
    })
    await store.insertReturn(work, {
      id: returnId,
      sealed_reference: seal(tools, 'reference', reference),
      sealed_phone: seal(tools, 'phone', phone),
      proof_id: proofId,
      ends_at: later(at, inForce(returnLifetime_s, at)),
    })
    const code = await deliveryOf(work, tools, returnId, proofId, { isBlind: true })
    if (!code) {
      throw new Error('a code vanished inside its own transaction')
    }
    return { returnId, code }
  },
  audit: none('nothing is told and nothing changed before the code is right'),
})

export const finishReturn = useCase({
  contract: FinishReturn,
  find: (work: Work, { returnId }, _actor, tools: Tools) => pendingOf(work, tools, returnId),
  permit: anyone, // the code is the proof
  async act(work, { returnId, code }, { tools, found, now: at, effects, refuse }) {
    if (!found) {
      return refuse(problem('code.spent'))
    }
    const refusal = await tryCode(work, tools, returnId, found.proofId, code)
    if (refusal) {
      return refuse(refusal)
    }
    // Decided between the code and now: the letter has told the result, and nothing waits for her here.
    if (!found.row) {
      return refuse(problem('code.spent'))
    }
    const { subject_id: subjectId, id: enrolmentId, facts, opened_at } = found.row
    const lifetime_s = inForce(draftLifetime_s, at)
    const id = newId()
    await drafts.insertDraft(work, {
      id,
      language: facts.language,
      consent: 'as-sent',
      at: opened_at,
      endsAt: later(at, lifetime_s),
    })
    await drafts.closeDraft(work, id, subjectId, enrolmentId)
    effects.setSession('enrol', id, lifetime_s)
    return {}
  },
  audit: ({ found, result }) =>
    result && found?.row
      ? {
          about: found.row.subject_id,
          purpose: 'enrolment-returned',
          fields: ['dossier'],
          detail: { reference: found.row.reference },
        }
      : null,
})

const pendingOf = async (work: Work, tools: Tools, returnId: string) => {
  const pending = await store.findReturn(work, returnId, now())
  if (!pending) {
    return null
  }
  const pair = {
    reference: unseal(tools, 'reference', pending.sealed_reference),
    phone: unseal(tools, 'phone', pending.sealed_phone),
  }
  return { proofId: pending.proof_id, row: await rowOfPair(work, tools, pair) }
}
