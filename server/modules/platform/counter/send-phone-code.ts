/** A code to a number that the person at the counter says to have, and that may be in another's account. */
import { PhoneCodeAtCounter } from '../../../../contract/counter.ts'
import type { InputOf } from '../../../../contract/operation.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { askClaim } from '../../access/authentication/phone-release/claim-phone.ts'
import { aboutKeyOf } from '../../cases/casework/open-case.ts'
import { phoneLookLimits } from '../../people/accounts/phone-elsewhere.ts'
import { reserveSubject } from '../../people/accounts/open-account.ts'
import { officerNeverHerself, type AboutPerson } from '../../registry/organisations/second-eyes.ts'

interface Asking extends AboutPerson {
  readonly subjectId: string
}
/** What a refused permit leaves here is undone. */
const findAsking = async (
  work: Work,
  { personalNumber }: InputOf<typeof PhoneCodeAtCounter>,
  actor: Actor,
  tools: Tools,
): Promise<Asking> => {
  const aboutKey = aboutKeyOf(tools, personalNumber)
  return actor.kind === 'officer'
    ? { officeId: actor.officeId, aboutKey, subjectId: await reserveSubject(work, tools, personalNumber) }
    : { officeId: '', aboutKey, subjectId: '' }
}

export const sendPhoneCode = useCase({
  contract: PhoneCodeAtCounter,
  limits: ({ phone }, _: RequestContext, actor) => phoneLookLimits(phone, actor),
  find: findAsking,
  permit: officerNeverHerself('person.search', 'counter.about-yourself'),
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
