/**
 * Whoever has a number that may stand in another one's account: an officer has a code sent to it, and she
 * types it herself, with the reference that she was told. Neither the officer nor she learns whether
 * anybody's account holds it: all that follows from it is done by a reaction.
 */
import { ClaimPhone } from '../../../../../contract/phone-release.ts'
import { composeDossierCode, parseDossierCode } from '../../../../../formats/dossier-code.ts'
import type { Officer } from '../../../../kernel/actor.ts'
import { now as presentMoment } from '../../../../kernel/clock.ts'
import { newId, newSecret } from '../../../../kernel/id.ts'
import { anyone } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { drawProof, tryCode } from '../../../people/accounts/contact-proof.ts'
import { PhoneClaimed, PhoneGivenUp } from './events.ts'
import { phoneRelease, phoneReleaseTries } from './phone-release-rules.ts'
import * as store from './phone-release-store.ts'

/** `subjectId`: for whom it is asked; she may have no account. */
export interface AskedBy {
  readonly officer: Officer
  readonly subjectId: string
}

/** Sends the code. Throws `limit.reached` beyond the budgets of codes. */
export const askClaim = async (
  work: Work,
  tools: Tools,
  { officer, subjectId }: AskedBy,
  { phone, language }: { readonly phone: string; readonly language: 'vi' | 'en' },
): Promise<{ reference: string; waitDays: number }> => {
  const at = presentMoment()
  const [id, reference] = [newId(), composeDossierCode(newSecret(5))]
  const proofId = await drawProof(work, tools, {
    ownerId: id,
    channel: 'sms',
    to: phone,
    purpose: 'claim-phone',
    language,
    mayBeSent: true,
    asker: { kind: 'typed', id: officer.officerId, office: officer.officeId },
  })
  await store.insertClaim(work, {
    reference,
    id,
    asked_for: subjectId,
    proof_id: proofId,
    phone_digest: tools.digests.identifier('phone', phone),
    office: officer.officeName,
    officer_number: officer.number,
    asked_at: at,
  })
  return { reference, waitDays: inForce(phoneRelease, at).wait_days }
}

/** The caller says that the number of her own account is no longer hers. */
export const giveUpPhone = (work: Work, { officer, subjectId }: AskedBy): { waitDays: number } => {
  const at = presentMoment()
  const { officeName: office, number: officerNumber } = officer
  work.publish(PhoneGivenUp, subjectId, { office, officerNumber, at: at.toISOString() })
  return { waitDays: inForce(phoneRelease, at).wait_days }
}

export const claimPhone = useCase({
  contract: ClaimPhone,
  limits: (_, { network }) => [
    {
      scope: 'phone.claim',
      key: network,
      most: inForce(phoneReleaseTries, presentMoment()).claimsPerHour,
      per_s: 3600,
    },
  ],
  permit: anyone, // the reference and the code that came to the number are the proof
  find(work, { reference }) {
    const parsed = parseDossierCode(reference)
    return store.findClaim(work, parsed.ok ? parsed.value : '').then((claim) => ({ claim }))
  },
  async act(work, { code }, { found: { claim }, tools, now, refuse }) {
    if (!claim) {
      throw problem('phone.no-such-claim')
    }
    const refusal = await tryCode(work, tools, claim.id, claim.proof_id, code)
    if (refusal) {
      return refuse(refusal)
    }
    work.publish(PhoneClaimed, claim.asked_for, {
      phoneDigest: claim.phone_digest.toString('hex'),
      office: claim.office,
      officerNumber: claim.officer_number,
      at: now.toISOString(),
    })
    return { waitDays: inForce(phoneRelease, now).wait_days }
  },
  audit: ({ found: { claim }, result }) =>
    claim && result
      ? {
          about: claim.asked_for,
          purpose: 'phone-claimed',
          fields: ['phone'],
          outcome: 'done',
          detail: { office: claim.office, officerNumber: claim.officer_number },
        }
      : null,
})
