/**
 * Whether the phone of a known caller is bound to somebody else: yes or no, and since when. The agent gives
 * it to nobody: that takes a code that comes to it, in the app, or a counter.
 */
import { PhoneByHotline } from '../../../../contract/assistance.ts'
import type { InputOf } from '../../../../contract/operation.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import {
  lineOfHolder,
  otherHolderOf,
  phoneLookLimits,
  tellOfPhone,
} from '../../people/accounts/phone-elsewhere.ts'
import { agent, faceOf, knownForUpdate, lineOf, noteDeed } from './hotline-call.ts'

const callWithPhone = async (
  work: Work,
  input: InputOf<typeof PhoneByHotline>,
  actor: Actor,
  tools: Tools,
) => {
  const found = await knownForUpdate(work, input, actor)
  return { ...found, holder: await otherHolderOf(work, tools, input.phone, found.subjectId) }
}

export const phoneByHotline = useCase({
  contract: PhoneByHotline,
  // Each look is one of its own: counted, told and on record.
  isNeverReplayed: true,
  limits: ({ phone }, _: RequestContext, actor) => phoneLookLimits(phone, actor),
  find: callWithPhone,
  permit: agent,
  async act(work, _, { found: { row, subjectId, holder }, actor, tools }) {
    const told = await tellOfPhone(work, tools, holder)
    return { ...told, call: faceOf(await noteDeed(work, row, 'phone', actor, subjectId)) }
  },
  audit: ({ found, actor }) => [
    lineOf(found.subjectId, 'hotline-phone', ['phone'], found.row, actor, 'read'),
    lineOfHolder(found.holder, actor),
  ],
})
