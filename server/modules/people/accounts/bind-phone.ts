/**
 * Whose phone it is. Carriers give numbers to new holders, and a relative's phone is borrowed: who shows by a
 * code that she has it, and by her own identity who she is, gets it. Whose it was until then is told, sees it
 * in her log, and keeps her account by her other ways. Where she would have none but a counter, two officers
 * look first.
 */
import { later, now } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { Account } from './account.ts'
import { PhoneFreed, PhoneMovedAway } from './events.ts'
import * as contacts from './contact-store.ts'
import { phoneProof_s } from './rules.ts'
import * as store from './store.ts'

/** How an address was shown to be hers. */
export interface ContactProof {
  readonly channel: 'sms' | 'email'
  readonly at: Date
  /** Two officers saw who asks for a phone that is another account's. */
  readonly isSeenByTwo?: boolean
}

/**
 * `free`: nobody's, or hers already. `gives-up`: another account's, which keeps its other ways. `needs-two`:
 * its holder would have only a counter left. `bound`: it stays where it is.
 */
export type PhoneStanding = 'free' | 'gives-up' | 'needs-two' | 'bound'

interface Bound {
  readonly subject_id: string
  readonly state: string
}
const boundOf = (read: Reading, tools: Tools, phone: string): Promise<Bound | undefined> =>
  store.subjectOf(read, 'phone', tools.digests.identifier('phone', phone))
const isFreeFor = (row: Bound, subjectId: string): boolean =>
  row.subject_id === subjectId || row.state !== 'confirmed'

/** Whether a phone is bound to nobody, or to this subject. */
export const isPhoneFree = async (
  read: Reading,
  tools: Tools,
  phone: string,
  subjectId: string,
): Promise<boolean> => {
  const row = await boundOf(read, tools, phone)
  return !row || isFreeFor(row, subjectId)
}

/**
 * A locked account and one that waits for its activation have no other way than their phone; one whose days
 * are over was nobody's to use. What was proven later counts, and nothing that was proven long ago.
 */
const standingAt = async (
  read: Reading,
  holder: Account | null,
  { channel, at }: ContactProof,
): Promise<PhoneStanding> => {
  if (holder === null || channel !== 'sms') {
    return 'bound'
  }
  const hers = await contacts.contacts(read, holder.subjectId)
  const provenAt = hers.find(({ kind }) => kind === 'phone')?.verified_at ?? null
  const isOld = later(at, inForce(phoneProof_s, now())) < now()
  if (isOld || (provenAt !== null && provenAt > at)) {
    return 'bound'
  }
  if (holder.state === 'issued' && holder.activateBy < now()) {
    return 'gives-up'
  }
  const hasOtherWay =
    hers.some(({ kind, verified_at }) => kind === 'email' && verified_at !== null) ||
    (await store.devices(read, holder.subjectId)).length > 0
  return holder.state === 'active' && hasOtherWay ? 'gives-up' : 'needs-two'
}

/** What binding it to this subject would mean. A phone that is only declared takes no other one's place. */
export const phoneStanding = async (
  read: Reading,
  tools: Tools,
  { phone, proof }: { readonly phone: string; readonly proof: ContactProof },
  subjectId: string,
): Promise<PhoneStanding> => {
  const row = await boundOf(read, tools, phone)
  return !row || isFreeFor(row, subjectId)
    ? 'free'
    : standingAt(read, await store.find(read, row.subject_id), proof)
}

/** Parts it from whose it was; false when it stays where it is. */
const detach = async (work: Work, before: string, digest: Buffer, proof: ContactProof): Promise<boolean> => {
  const standing = await standingAt(work, await store.forUpdate(work, before), proof)
  if (standing !== 'gives-up' && !(standing === 'needs-two' && proof.isSeenByTwo)) {
    return false
  }
  // Two at once: the one who waited finds that it is gone already.
  if ((await store.release(work, 'phone', digest, before)) !== 1) {
    return false
  }
  await contacts.forgetContact(work, before, 'phone')
  return true
}

const takeFrom = async (
  work: Work,
  before: string,
  digest: Buffer,
  proof: ContactProof,
): Promise<boolean> => {
  const isTaken = await detach(work, before, digest, proof)
  if (isTaken) {
    work.publish(PhoneMovedAway, before, { at: now().toISOString() })
  }
  return isTaken
}

/** Whether she has shown her phone after this moment: what was said of one before is over. */
export const hasShownPhoneSince = async (read: Reading, subjectId: string, at: Date): Promise<boolean> =>
  (await contacts.contacts(read, subjectId)).some(
    ({ kind, verified_at: shownAt }) => kind === 'phone' && shownAt !== null && shownAt > at,
  )

/** As `identifier` has it. */
export const phoneDigestOf = ({ digests }: Pick<Tools, 'digests'>, phone: string): Buffer =>
  digests.identifier('phone', phone)

/** Whose account holds it; null: nobody's. */
export const phoneHolder = async (read: Reading, digest: Buffer): Promise<string | null> => {
  const row = await store.subjectOf(read, 'phone', digest)
  return row?.state === 'confirmed' ? row.subject_id : null
}
export const isPhoneOf = async (read: Reading, subjectId: string, digest: Buffer): Promise<boolean> =>
  (await phoneHolder(read, digest)) === subjectId

/**
 * Parts it from an account that was told and has waited; it is nobody's then. `stays`: she has shown it
 * since, or would have nothing but a counter left. `moved`: it is hers no more. `shownAt`: when whoever has
 * the number has shown it.
 */
export const freePhone = async (
  work: Work,
  subjectId: string,
  { digest, shownAt }: { readonly digest: Buffer; readonly shownAt: Date },
): Promise<'freed' | 'stays' | 'moved'> => {
  if (!(await isPhoneOf(work, subjectId, digest))) {
    return 'moved'
  }
  if (!(await detach(work, subjectId, digest, { channel: 'sms', at: shownAt }))) {
    return 'stays'
  }
  work.publish(PhoneFreed, subjectId, { at: now().toISOString() })
  return 'freed'
}

/** Binds a phone that a code has shown to be hers. False when it stays another account's. */
export const bindPhone = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  { phone, proof }: { readonly phone: string; readonly proof: ContactProof },
): Promise<boolean> => {
  const digest = tools.digests.identifier('phone', phone)
  const isBound = async (): Promise<boolean> =>
    (await store.confirm(work, 'phone', digest, subjectId, now())) === 1
  if (await isBound()) {
    return true
  }
  const before = await store.subjectOf(work, 'phone', digest)
  return before !== undefined && (await takeFrom(work, before.subject_id, digest, proof)) && isBound()
}
