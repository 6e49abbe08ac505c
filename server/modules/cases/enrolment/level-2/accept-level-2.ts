/** What an accepted case makes of the account: issued, raised, or taken back from whoever held it. */
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import { proofOf, type GivenContact } from '../../../evidence/capture/contact.ts'
import { AccountDisplaced } from '../../../people/accounts/events.ts'
import { contactsOf } from '../../../people/accounts/contacts.ts'
import { accountForUpdate, openAccount } from '../../../people/accounts/open-account.ts'
import { displaceHolder, raiseLevel } from '../../../people/accounts/raise-level.ts'
import type { CaseRow } from '../../casework/case-row.ts'
import { Level2Accepted } from '../events.ts'
import type { Content } from './level-2.ts'

type Row = Pick<CaseRow, 'subject_id' | 'id' | 'reference' | 'state'>
type Standing = NonNullable<Awaited<ReturnType<typeof accountForUpdate>>>
type How = 'issued' | 'raised' | 'displaced'

const publishAccepted = (
  work: Work,
  { subject_id: subjectId, id: caseId, reference }: Row,
  { documents }: Content,
  { how, activateBy }: { readonly how: How; readonly activateBy: Date },
): void =>
  work.publish(Level2Accepted, subjectId, {
    caseId,
    reference,
    documents: documents.map(({ kind }) => kind),
    how,
    activateBy: activateBy.toISOString(),
  })

const given = (contact: GivenContact, isSeenByTwo: boolean) => ({
  phone: contact.phone,
  email: contact.email,
  proof: proofOf(contact, isSeenByTwo),
})
type Given = ReturnType<typeof given>

/**
 * Answers why it made none, with nothing written. `isSeenByTwo`: that the phone is another account's only
 * way.
 */
export const makeAccount = async (
  work: Work,
  tools: Tools,
  row: Row,
  content: Content,
  isSeenByTwo: boolean,
): Promise<'already-has-account' | 'phone-already-bound' | null> => {
  const { contact } = content
  if (!contact) {
    throw new Error('a case without a contact was accepted')
  }
  const standing = await accountForUpdate(work, row.subject_id)
  if (!standing) {
    return issue(work, tools, row, content, given(contact, isSeenByTwo))
  }
  const { phone } = await contactsOf(work, tools, row.subject_id)
  if (phone !== contact.phone) {
    return displace(work, tools, row, content, {
      standing,
      contact: given(contact, isSeenByTwo),
    })
  }
  const { state, activateBy } = await raiseLevel(work, standing)
  const how = state === 'issued' ? 'issued' : 'raised'
  publishAccepted(work, row, content, { how, activateBy })
  return null
}

const issue = async (work: Work, tools: Tools, row: Row, content: Content, contact: Given) => {
  const { personalNumber, language } = content
  const account = await openAccount(work, tools, {
    subjectId: row.subject_id,
    personalNumber,
    level: 2,
    language,
    ...contact,
  })
  if (typeof account === 'string') {
    return account
  }
  publishAccepted(work, row, content, { how: 'issued', activateBy: account.activateBy })
  return null
}

const displace = async (
  work: Work,
  tools: Tools,
  row: Row,
  content: Content,
  { standing, contact }: { readonly standing: Standing; readonly contact: Given },
) => {
  const displaced = await displaceHolder(work, tools, standing, contact)
  if (!displaced) {
    return 'phone-already-bound'
  }
  const { account, old, wasEverHeld } = displaced
  const sealed = (value: string | null) =>
    value === null ? null : tools.sealer.sealWithPlatformKey('fact.old', value).toString('base64url')
  // A child's who came of age was nobody's to use: it is given to its holder, and taken from no one.
  if (wasEverHeld) {
    work.publish(AccountDisplaced, row.subject_id, {
      before: account.issuedAt.toISOString(),
      oldPhone: sealed(old.phone),
      oldEmail: sealed(old.email),
    })
  }
  const how = wasEverHeld ? 'displaced' : 'issued'
  publishAccepted(work, row, content, { how, activateBy: account.activateBy })
  return null
}
