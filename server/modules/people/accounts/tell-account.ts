/**
 * Her account and how she is reached, for whoever takes all of hers along: in full, because it is she who
 * asks.
 */
import type { TellingTo } from '../../../kernel/telling.ts'
import { contactsOf } from './contacts.ts'
import { findAccount } from './open-account.ts'

export const tellAccount = async ({ work, doing: { tools }, account: { subjectId } }: TellingTo) => {
  const account = await findAccount(work, subjectId)
  const { phone, email, isPhoneProven, isEmailProven } = await contactsOf(work, tools, subjectId)
  return {
    level: account?.level ?? null,
    state: account?.state ?? null,
    language: account?.language ?? null,
    issuedAt: account?.issuedAt.toISOString() ?? null,
    activatedAt: account?.activatedAt?.toISOString() ?? null,
    phone,
    isPhoneProven,
    email,
    isEmailProven,
  }
}
