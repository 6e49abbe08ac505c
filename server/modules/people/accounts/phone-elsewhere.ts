/**
 * Whether a phone is somebody else's, for an officer whom its new holder asks: yes or no, and the month in
 * which it was last shown to be hers; never whose. What is asked stands in the log of whoever has it, and she
 * hears of it where the phone itself is not needed, once a day. It moves only by a code and by an identity
 * (`bind-phone.ts`). Whoever guesses whose it is, and asks for that person as well, learns whether she is
 * right: the looks of a phone are few a day, and each is a line of its holder's.
 */
import type { z } from 'zod'
import type { phoneElsewhere } from '../../../../contract/values.ts'
import { actorReference, type Actor, type Officer } from '../../../kernel/actor.ts'
import type { LineOf } from '../../../kernel/audit-line.ts'
import { later, now } from '../../../kernel/clock.ts'
import { countInside } from '../../../kernel/limit.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Limit } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { contacts } from './contact-store.ts'
import { PhoneAskedAbout } from './events.ts'
import { phoneLooks } from './rules.ts'
import * as store from './store.ts'

const HOUR_S = 3600
const DAY_S = 86_400
const VIETNAM_AHEAD_S = 7 * HOUR_S

/** One budget of an officer for every page on which she may ask. */
export const phoneLookLimits = (phone: string, actor: Actor): readonly Limit[] => {
  const { perOfficerPerHour, perPhonePerDay } = inForce(phoneLooks, now())
  return [
    {
      scope: 'accounts.phone-look',
      // Two numbers of one officer are one who looks.
      key: (actor.kind === 'officer' && actor.personKey) || actorReference(actor),
      most: perOfficerPerHour,
      per_s: HOUR_S,
    },
    { scope: 'accounts.phone-looked-at', key: phone, most: perPhonePerDay, per_s: DAY_S, of: 'named' },
  ]
}

/** Who has the phone, where that is somebody else than this subject. */
export const otherHolderOf = async (
  read: Reading,
  { digests }: Pick<Tools, 'digests'>,
  phone: string,
  subjectId: string | null,
): Promise<string | null> => {
  const row = await store.subjectOf(read, 'phone', digests.identifier('phone', phone))
  return row?.state === 'confirmed' && row.subject_id !== subjectId ? row.subject_id : null
}

/** What the officer is told; its holder hears that somebody asked. */
export const tellOfPhone = async (
  work: Work,
  { digests }: Pick<Tools, 'digests'>,
  holder: string | null,
): Promise<z.infer<typeof phoneElsewhere>> => {
  if (holder === null) {
    return { isAnothers: false, shownIn: null }
  }
  const once = { scope: 'accounts.phone-asked-about', key: holder, most: 1, per_s: DAY_S }
  if (await countInside(work, digests, once)) {
    work.publish(PhoneAskedAbout, holder, { at: now().toISOString() })
  }
  const shownAt = (await contacts(work, holder)).find(({ kind }) => kind === 'phone')?.verified_at
  return {
    isAnothers: true,
    shownIn: shownAt ? later(shownAt, VIETNAM_AHEAD_S).toISOString().slice(0, 7) : null,
  }
}

/** Its holder reads that it was asked, where and by which officer's number; not by whom it is wanted. */
export const lineOfHolder = (holder: string | null, officer: Officer): LineOf<'phone-asked-about'> => ({
  about: holder,
  purpose: 'phone-asked-about',
  fields: ['phone'],
  outcome: 'read',
  detail: { office: officer.officeName, officerNumber: officer.number },
})
