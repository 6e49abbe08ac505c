/** What follows from a number that was shown or given up, and what ends it before its time. */
import { on, type Reaction } from '../../../../kernel/reaction.ts'
import { phoneDigestOf, phoneHolder } from '../../../people/accounts/bind-phone.ts'
import { contactsOf } from '../../../people/accounts/contacts.ts'
import { PhoneMovedAway } from '../../../people/accounts/events.ts'
import { PhoneChanged } from '../events.ts'
import { PhoneClaimed, PhoneGivenUp } from './events.ts'
import { endMoved, openRelease } from './phone-release.ts'

export const phoneReleaseReactions: readonly Reaction[] = [
  on(PhoneClaimed, 'tell whose account holds it that it leaves', async (work, { subjectId, data }, tools) => {
    const phoneDigest = Buffer.from(data.phoneDigest, 'hex')
    const holder = await phoneHolder(work, phoneDigest)
    // In her own account it stands where it belongs.
    if (holder !== null && holder !== subjectId) {
      await openRelease(work, tools, holder, { ...data, phoneDigest, at: new Date(data.at) })
    }
  }),
  on(PhoneGivenUp, 'tell her that her number leaves', async (work, { subjectId, data }, tools) => {
    const { phone } = await contactsOf(work, tools, subjectId)
    const phoneDigest = phone === null ? null : phoneDigestOf(tools, phone)
    if (phoneDigest !== null && (await phoneHolder(work, phoneDigest)) === subjectId) {
      await openRelease(work, tools, subjectId, { ...data, phoneDigest, at: new Date(data.at) })
    }
  }),
  on(PhoneMovedAway, 'nothing is left to free', (work, { subjectId }) => endMoved(work, subjectId)),
  on(PhoneChanged, 'the number that was to leave is hers no more', (work, { subjectId }) =>
    endMoved(work, subjectId),
  ),
]
