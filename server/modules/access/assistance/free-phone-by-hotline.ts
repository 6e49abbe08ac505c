/**
 * A number that changed hands, by the hotline: a caller who has it now has a code sent to it, which she types
 * herself; one who has it no more gives it up. Whether an account holds it the agent does not learn, and
 * nothing leaves an account before its holder was told and has had the time to keep it.
 */
import { GiveUpPhoneByHotline, PhoneCodeByHotline } from '../../../../contract/assistance.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import { phoneLookLimits } from '../../people/accounts/phone-elsewhere.ts'
import { askClaim, giveUpPhone } from '../authentication/phone-release/claim-phone.ts'
import { agent, faceOf, knownForUpdate, lineOf, noteDeed } from './hotline-call.ts'

export const phoneCodeByHotline = useCase({
  contract: PhoneCodeByHotline,
  // Each is a code of its own, from the same budget as the looks.
  limits: ({ phone }, _: RequestContext, actor) => phoneLookLimits(phone, actor),
  find: knownForUpdate,
  permit: agent,
  async act(work, { phone }, { found: { row, subjectId }, actor, tools, request: { language } }) {
    const asked = await askClaim(work, tools, { officer: actor, subjectId }, { phone, language })
    return { ...asked, call: faceOf(await noteDeed(work, row, 'phone-code', actor, subjectId)) }
  },
  audit: ({ found, actor, refusal }) =>
    lineOf(found.subjectId, 'hotline-phone-code', ['phone'], found.row, actor, refusal ?? 'code-sent'),
})

export const giveUpPhoneByHotline = useCase({
  contract: GiveUpPhoneByHotline,
  find: knownForUpdate,
  permit: agent,
  async act(work, _, { found: { row, subjectId }, actor }) {
    const given = giveUpPhone(work, { officer: actor, subjectId })
    return { ...given, call: faceOf(await noteDeed(work, row, 'phone-given-up', actor, subjectId)) }
  },
  audit: ({ found, actor }) => lineOf(found.subjectId, 'hotline-phone-given-up', ['phone'], found.row, actor),
})
