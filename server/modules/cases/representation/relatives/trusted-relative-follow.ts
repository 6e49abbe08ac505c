/**
 * The other side follows: what an event about a trusted relative does on the side of the person whom it
 * reaches. Called by reactions.
 */
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { RelativeEnded } from './events.ts'
import { answered, endedNow, type Bond } from './trusted-relative.ts'
import * as store from './trusted-relative-store.ts'
import type { NamedRow } from './trusted-relative-store.ts'

const bondOf = (row: NamedRow): Bond => ({
  state: row.state,
  lapsesAt: row.lapses_at,
  trustedFrom: row.trusted_from,
})

/**
 * Puts the question to the relative. False: nobody with an active account has this number.
 */
export const askRelative = async (
  work: Work,
  tools: Tools,
  relativeId: string,
  asked: { id: string; namedBy: string; askedAt: Date; lapsesAt: Date },
): Promise<boolean> => {
  const [relative, asker] = [await findAccount(work, relativeId), await findAccount(work, asked.namedBy)]
  if (relative?.state !== 'active' || !asker) {
    return false
  }
  const name = (await findPerson(work, tools, asker.personalNumber))?.fullName ?? ''
  await store.insertAsked(work, {
    subject_id: relativeId,
    id: asked.id,
    named_by: asked.namedBy,
    sealed_name: await tools.sealer.seal(relativeId, 'trusted_by.name', name),
    asked_at: asked.askedAt,
    lapses_at: asked.lapsesAt,
  })
  return true
}

/**
 * What the relative answered reaches the person who asked; the waiting counts from the answer. null when it
 * had ended meanwhile.
 */
export const takeAnswer = async (
  work: Work,
  subjectId: string,
  { id, accept, at }: { id: string; accept: boolean; at: Date },
): Promise<'trusted' | 'declined' | null> => {
  const row = await store.namedForUpdate(work, subjectId, id)
  const made = row && answered(bondOf(row), accept, at)
  if (!made) {
    return null
  }
  await store.saveNamed(work, subjectId, id, made.state, made.trustedFrom, null)
  return accept ? 'trusted' : 'declined'
}

/**
 * Her account is closed: whom she named and who named her are told, each on their own side; on hers
 * nothing is kept. What stands since she has an account again stays.
 */
export const endEveryTie = async (work: Work, subjectId: string, at: Date): Promise<void> => {
  const wasBefore = ({ asked_at: askedAt }: { readonly asked_at: Date }) => askedAt < at
  for (const row of (await store.namedByForUpdate(work, subjectId)).filter(wasBefore)) {
    // Also one that was declined: her name still stands on the other side.
    if (row.relative_id) {
      work.publish(RelativeEnded, row.relative_id, { id: row.id, side: 'relative' })
    }
  }
  for (const row of (await store.askedOf(work, subjectId)).filter(wasBefore)) {
    work.publish(RelativeEnded, row.named_by, { id: row.id, side: 'named' })
  }
  await store.forgetTiesBefore(work, subjectId, at)
}

/** One side has ended it. */
export const followEnd = async (
  work: Work,
  subjectId: string,
  id: string,
  side: 'relative' | 'named',
  at: Date,
): Promise<boolean> => {
  if (side === 'relative') {
    return (await store.endAsked(work, subjectId, id)) === 1
  }
  const row = await store.namedForUpdate(work, subjectId, id)
  const ended = row && endedNow(bondOf(row), at)
  if (!ended) {
    return false
  }
  return (await store.saveNamed(work, subjectId, id, ended.state, ended.trustedFrom, at)) === 1
}
