/**
 * Whether a phone is bound to somebody other than the person at the counter: yes or no, and since when. It is
 * given to her by a case that takes its code, for level 2 or a card.
 */
import { SeePhone } from '../../../../contract/counter.ts'
import type { InputOf } from '../../../../contract/operation.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { officerWith } from '../../../kernel/permit.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { reserveSubject } from '../../people/accounts/open-account.ts'
import {
  lineOfHolder,
  otherHolderOf,
  phoneLookLimits,
  tellOfPhone,
} from '../../people/accounts/phone-elsewhere.ts'

/** What a refused permit leaves here is undone. */
const findAsked = async (
  work: Work,
  { personalNumber, phone }: InputOf<typeof SeePhone>,
  actor: Actor,
  tools: Tools,
) => {
  const subjectId = actor.kind === 'officer' ? await reserveSubject(work, tools, personalNumber) : ''
  return {
    officeId: actor.kind === 'officer' ? actor.officeId : '',
    subjectId,
    holder: actor.kind === 'officer' ? await otherHolderOf(work, tools, phone, subjectId) : null,
  }
}

export const seePhone = useCase({
  contract: SeePhone,
  isNeverReplayed: true,
  limits: ({ phone }, _: RequestContext, actor) => phoneLookLimits(phone, actor),
  find: findAsked,
  permit: officerWith('person.search'),
  act: (work, _, { found: { holder }, tools }) => tellOfPhone(work, tools, holder),
  audit: ({ found, actor }) => [
    {
      about: found.subjectId,
      purpose: 'counter-phone',
      fields: ['phone'],
      outcome: 'read',
      detail: { office: actor.officeName, officerNumber: actor.number },
    },
    ...(found.holder ? [lineOfHolder(found.holder, actor)] : []),
  ],
})
