/**
 * Back to an application that is being handled, when the session of the browser that sent it is gone: by its
 * reference and the address that was proven in it, and a code to that. Whether there is such an application
 * shows in no answer.
 */
import type { z } from 'zod'
import { BeginReturn, FinishReturn } from '../../../../../contract/enrolment-return.ts'
import { isSameAddress } from '../../../../../formats/email.ts'
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

/** While it is unfinished. */
const rowOf = async (read: Reading, reference: string): Promise<Level1Row | null> => {
  const row = await caseOfReference<EnrolmentState, Level1Facts>(read, level1Kind, reference)
  return row && isUnfinished(level1Kind, row.state) ? row : null
}

type Asked = z.output<typeof BeginReturn.input>
const addressOf = (asked: Asked): string => (asked.channel === 'sms' ? asked.phone : asked.email)

/** The address is the one that a code has proven: a mistyped other one may be a stranger's. */
const belongsTogether = async (read: Reading, tools: Tools, asked: Asked): Promise<boolean> => {
  const row = await rowOf(read, asked.reference)
  if (row?.facts.provenChannel !== asked.channel) {
    return false
  }
  const { phone, email } = await applicationOf(read, tools, row)
  return isSameAddress(asked.channel === 'sms' ? phone : email, addressOf(asked))
}

const REFERENCE = 'enrolment_return.reference'

export const beginReturn = useCase({
  contract: BeginReturn,
  limits: (_, request: RequestContext) => [
    { scope: 'code.network', key: request.network, most: 60, per_s: 3600 },
  ],
  permit: anyone, // whoever has lost the session has none; a code to the application's address is the proof
  async act(work, asked, { tools, now: at, request, presence }) {
    const returnId = newId()
    const proofId = await drawProof(work, tools, {
      ownerId: returnId,
      channel: asked.channel,
      to: addressOf(asked),
      purpose: 'enrolment',
      language: request.language,
      mayBeSent: await belongsTogether(work, tools, asked),
      asker: {
        kind: 'blind',
        presence,
        network: request.network,
        named: `${asked.reference} ${addressOf(asked)}`,
        isHerNetwork: false, // whoever applies has not signed in from anywhere
      },
    })
    await store.insertReturn(work, {
      id: returnId,
      sealed_reference: tools.sealer.sealWithPlatformKey(REFERENCE, asked.reference),
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
  const reference = tools.sealer.unsealWithPlatformKey(REFERENCE, pending.sealed_reference).toString('utf8')
  return { proofId: pending.proof_id, row: await rowOf(work, reference) }
}
