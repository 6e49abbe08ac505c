/**
 * Closing an account. What belongs to the account itself goes here, in one transaction: it can be used no
 * more, its phone is free for others, its contacts and devices are deleted, its number is taken out. What
 * other modules hold goes by their reactions to `AccountClosed`; what law keeps of her is looked after by
 * `erasure.ts`. Called by the job of `authentication/closing` alone; it holds no
 * permit of its own.
 */
import { now } from '../../../kernel/clock.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Account } from './account.ts'
import { AccountClosed } from './events.ts'
import { contactsOf } from './contacts.ts'
import * as contacts from './contact-store.ts'
import { beginErasure } from './erasure.ts'
import * as store from './store.ts'

export const closeAccount = async (work: Work, tools: Tools, account: Account): Promise<void> => {
  const { subjectId, language } = account
  const at = now()
  const { phone, email } = await contactsOf(work, tools, subjectId)
  if (phone) {
    await store.release(work, 'phone', tools.digests.identifier('phone', phone), subjectId)
  }
  await contacts.forgetContacts(work, subjectId)
  await store.forgetDevices(work, subjectId)
  await beginErasure(work, tools, account, at)
  await store.saveClosed(work, subjectId, at)
  const sealed = (old: string | null) =>
    old === null ? null : tools.sealer.sealWithPlatformKey('fact.old', old).toString('base64url')
  work.publish(AccountClosed, subjectId, {
    at: at.toISOString(),
    language,
    oldPhone: sealed(phone),
    oldEmail: sealed(email),
  })
}
