/**
 * What the app shows first: who is signed in, what waits, who looked last. Reads of several modules, and no
 * rule of its own.
 */
import { ViewMe } from '../../../../contract/account.ts'
import { maskEmail, type EmailAddress } from '../../../../formats/email.ts'
import { maskPhone, type PhoneNumber } from '../../../../formats/phone.ts'
import { none } from '../../../kernel/audit-line.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { closesAt } from '../../access/authentication/closing/closing.ts'
import { waitingConsents } from '../../services/dossiers/consents.ts'
import { waitingSharings } from '../../documents/sharing/view-sharing.ts'
import { phoneLeavesAt } from '../../access/authentication/phone-release/phone-release.ts'
import { contactsOf } from '../../people/accounts/contacts.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { lastReadByOthers } from '../audit/access-log.ts'
import { unreadLetters } from '../notifications/send-letter.ts'
import { findPerson } from '../../registry/population/find-person.ts'

export const viewMe = useCase({
  contract: ViewMe,
  permit: citizenHerself,
  isForWard: true,
  async act(work, _, { actor, tools, request, now }) {
    const account = await findAccount(work, actor.subjectId)
    const person = account && (await findPerson(work, tools, account.personalNumber))
    if (!account || !person) {
      throw problem('session.required')
    }
    const { phone, email } = await contactsOf(work, tools, actor.subjectId)
    const holder = actor.by ? await findAccount(work, actor.by.subjectId) : null
    const holderName = holder ? ((await findPerson(work, tools, holder.personalNumber))?.fullName ?? '') : ''
    return {
      fullName: person.fullName,
      level: account.level,
      state: account.state,
      language: account.language,
      phone: phone ? maskPhone(phone as PhoneNumber) : '',
      email: email ? maskEmail(email as EmailAddress) : null,
      acting: actor.by ? { tieId: actor.by.tieId, holderName } : null,
      phoneLeavesAt: await phoneLeavesAt(work, actor.subjectId),
      closesAt: await closesAt(work, actor.subjectId),
      unread: await unreadLetters(work, actor.subjectId),
      // A child or ward is asked nothing yet.
      waitingSharings: actor.by ? 0 : await waitingSharings(work, actor.subjectId, now),
      waitingConsents: await waitingConsents(work, actor.subjectId, now),
      lastLook: await lastReadByOthers(work, actor.subjectId, request.language),
    }
  },
  audit: none("the name on the holder's own screen; opening the card itself leaves a line"),
})
