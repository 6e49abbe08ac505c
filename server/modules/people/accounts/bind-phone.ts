/**
 * Whose phone it is. Carriers give numbers to new holders, and a relative's phone is borrowed: who shows by a
 * code that she has it, and by her own identity who she is, gets it. Whose it was until then is told, sees it
 * in her log, and keeps her account by her other ways.
 */
import { now } from '../../../kernel/clock.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { Account } from './account.ts'
import { PhoneMovedAway } from './events.ts'
import * as store from './store.ts'

/** Whether a phone is bound to nobody, or to this subject. */
export const isPhoneFree = async (
  read: Reading,
  tools: Tools,
  phone: string,
  subjectId: string,
): Promise<boolean> => {
  const row = await store.subjectOf(read, 'phone', tools.digests.identifier('phone', phone))
  return !row || row.subject_id === subjectId || row.state !== 'confirmed'
}

/** An account that was never used has no other way than its phone: without it, it would be nobody's. */
const hasOtherWays = (account: Account | null): boolean => account !== null && account.state !== 'issued'

/** Whether it could be bound to this subject: a phone that is only declared takes no other one's place. */
export const canHavePhone = async (
  read: Reading,
  tools: Tools,
  { phone, proven }: { readonly phone: string; readonly proven: 'sms' | 'email' },
  subjectId: string,
): Promise<boolean> => {
  if (await isPhoneFree(read, tools, phone, subjectId)) {
    return true
  }
  const row = await store.subjectOf(read, 'phone', tools.digests.identifier('phone', phone))
  return proven === 'sms' && row !== undefined && hasOtherWays(await store.find(read, row.subject_id))
}

/** False when it stays where it is. */
const takeFrom = async (work: Work, before: string, digest: Buffer): Promise<boolean> => {
  if (!hasOtherWays(await store.forUpdate(work, before))) {
    return false
  }
  await store.release(work, 'phone', digest, before)
  await store.forgetContact(work, before, 'phone')
  work.publish(PhoneMovedAway, before, { at: now().toISOString() })
  return true
}

/**
 * Binds a phone to whom a code has just shown that she has it. False when it is the only way of another
 * account, one that was never used.
 */
export const bindPhone = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  phone: string,
): Promise<boolean> => {
  const digest = tools.digests.identifier('phone', phone)
  const isBound = async (): Promise<boolean> =>
    (await store.confirm(work, 'phone', digest, subjectId, now())) === 1
  if (await isBound()) {
    return true
  }
  const before = await store.subjectOf(work, 'phone', digest)
  return before !== undefined && (await takeFrom(work, before.subject_id, digest)) && isBound()
}
