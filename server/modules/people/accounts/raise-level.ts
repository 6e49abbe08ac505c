/**
 * What a decision on level 2 does to an account that stands already: it is raised; and where somebody else
 * had opened it on her number, it becomes hers:
 * other contacts, no device, to be activated anew. Called by the deed that decides; it holds no permit of its
 * own.
 */
import { now } from '../../../kernel/clock.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { issue, type Account } from './account.ts'
import { listDevices, unbindDevice } from './device.ts'
import { bindPhone, type ContactProof } from './bind-phone.ts'
import { contactsOf, keepContact, momentOf, type Contacts } from './contacts.ts'
import * as contacts from './contact-store.ts'
import * as store from './store.ts'

/**
 * `account` is locked by the caller's transaction. An issued one gets its days for activation anew; an active
 * one stays active.
 */
export const raiseLevel = async (work: Work, account: Account): Promise<Account> => {
  const raised: Account = account.state === 'issued' ? issue(account, 2, now()) : { ...account, level: 2 }
  await store.reissue(work, raised)
  return raised
}

export interface ProvenContacts {
  readonly phone: string
  readonly email: string | null
  readonly proof: ContactProof
}

/**
 * Whether somebody used it as hers: an account that stands for a child or a ward has no contact and no device
 * of its own. One whose phone moved away has a device or an e-mail still.
 */
export const wasEverHeld = async (read: Reading, subjectId: string): Promise<boolean> =>
  (await contacts.contacts(read, subjectId)).length > 0 || (await store.hadDevice(read, subjectId))

/**
 * Makes the account hers: every device unbound (their sessions die with them), contacts replaced, to be
 * activated anew. Journeys that began before
 * are void by the new day of issue. Answers the contacts that were displaced, or null when the phone is
 * somebody else's account's by now.
 */
export const displaceHolder = async (
  work: Work,
  tools: Tools,
  account: Account,
  { phone, email, proof }: ProvenContacts,
): Promise<{ account: Account; old: Contacts; wasEverHeld: boolean } | null> => {
  const at = now()
  const old = await contactsOf(work, tools, account.subjectId)
  const wasHeld = await wasEverHeld(work, account.subjectId)
  if (proof.channel === 'sms' && !(await bindPhone(work, tools, account.subjectId, { phone, proof }))) {
    return null
  }
  if (old.phone && old.phone !== phone) {
    await store.release(work, 'phone', tools.digests.identifier('phone', old.phone), account.subjectId)
  }
  for (const device of await listDevices(work, account.subjectId)) {
    await unbindDevice(work, { subjectId: account.subjectId, deviceId: device.id }, at)
  }
  await contacts.forgetContacts(work, account.subjectId)
  await keepContact(work, tools, account.subjectId, 'phone', phone, momentOf(proof, 'sms'))
  if (email) {
    await keepContact(work, tools, account.subjectId, 'email', email, momentOf(proof, 'email'))
  }
  const hers = issue(account, 2, at)
  await store.reissue(work, hers)
  return { account: hers, old, wasEverHeld: wasHeld }
}
