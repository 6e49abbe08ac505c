/** "It is still mine": in the app by one press, or by the code of the notice on the public page. */
import { KeepPhone, KeepPhoneByCode } from '../../../../../contract/phone-release.ts'
import { now as presentMoment } from '../../../../kernel/clock.ts'
import { askerAt } from '../../../../kernel/limit.ts'
import { anyone, citizenHerself } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import { findSubject } from '../../../people/accounts/open-account.ts'
import { phoneReleaseTries } from './phone-release-rules.ts'
import * as store from './phone-release-store.ts'
import { isReleaseCode, keepPhoneNumber } from './phone-release.ts'

export const keepPhone = useCase({
  contract: KeepPhone,
  permit: citizenHerself,
  // It brings nothing to whoever holds the phone, and the holder must always be able to.
  isForHeldStill: true,
  async find(work, _, actor) {
    return { row: actor.kind === 'citizen' ? await store.standing(work, actor.subjectId) : undefined }
  },
  async act(work, _, { actor }) {
    if (!(await keepPhoneNumber(work, actor.subjectId))) {
      throw problem('phone.not-leaving')
    }
    return {}
  },
  audit: ({ actor, found: { row }, refusal }) => ({
    about: actor.subjectId,
    purpose: 'phone-kept',
    outcome: refusal ?? 'done',
    detail: { office: row?.office ?? null, officerNumber: row?.officer_number ?? null },
  }),
})

export const keepPhoneByCode = useCase({
  contract: KeepPhoneByCode,
  limits: ({ personalNumber }, { network }) => {
    const { keptPerHour, keptPerNumberAndDay } = inForce(phoneReleaseTries, presentMoment())
    return [
      { scope: 'phone.keep.network', key: network, most: keptPerHour, per_s: 3600 },
      {
        // Of this asker alone: who has the right code is never refused for what strangers tried.
        scope: 'phone.keep',
        key: `${askerAt(network)} ${personalNumber}`,
        most: keptPerNumberAndDay,
        per_s: 86_400,
      },
    ]
  },
  permit: anyone, // the code of the notice is the proof: it went to every channel that is hers
  async find(work, { personalNumber }, _, tools) {
    return { subjectId: await findSubject(work, tools, personalNumber) }
  },
  async act(work, { code }, { found: { subjectId }, tools }) {
    const isRight = await isReleaseCode(work, tools, subjectId, code.replace(/\D/g, ''))
    if (!isRight || subjectId === null || !(await keepPhoneNumber(work, subjectId))) {
      throw problem('phone.keep-wrong')
    }
    return {}
  },
  // Only for a right code: a line for a wrong one would let strangers fill her log.
  audit: ({ found, result }) =>
    result && found.subjectId
      ? { about: found.subjectId, purpose: 'phone-kept', outcome: 'done', detail: { by: 'holder-code' } }
      : null,
})
