/** A code to a number that the person at the counter says to have, and that may be in another's account. */
import { PhoneCodeAtCounter } from '../../../../contract/counter.ts'
import { officerWith } from '../../../kernel/permit.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import { askClaim } from '../../access/authentication/phone-release/claim-phone.ts'
import { phoneLookLimits } from '../../people/accounts/phone-elsewhere.ts'
import { reserveSubject } from '../../people/accounts/open-account.ts'

export const sendPhoneCode = useCase({
  contract: PhoneCodeAtCounter,
  limits: ({ phone }, _: RequestContext, actor) => phoneLookLimits(phone, actor),
  /** What a refused permit leaves here is undone. */
  async find(work, { personalNumber }, actor, tools) {
    return actor.kind === 'officer'
      ? { officeId: actor.officeId, subjectId: await reserveSubject(work, tools, personalNumber) }
      : { officeId: '', subjectId: '' }
  },
  permit: officerWith('person.search'),
  act: (work, { phone }, { found: { subjectId }, actor, tools, request: { language } }) =>
    askClaim(work, tools, { officer: actor, subjectId }, { phone, language }),
  audit: ({ found, actor, refusal }) => ({
    about: found.subjectId,
    purpose: 'counter-phone-code',
    fields: ['phone'],
    outcome: refusal ?? 'code-sent',
    detail: { office: actor.officeName, officerNumber: actor.number },
  }),
})
