/**
 * Whether somebody is a person's trusted relative now: asked by the deeds that let a relative confirm or
 * lock.
 */
import { now } from '../../../../kernel/clock.ts'
import type { Reading } from '../../../../kernel/work.ts'
import * as store from './trusted-relative-store.ts'

/**
 * Those whom the person trusts at this moment, by their own side too: whoever left is none, even before the
 * person's side has followed.
 */
export const trustedRelativesOf = async (read: Reading, subjectId: string): Promise<string[]> => {
  const found: string[] = []
  for (const { relative_id } of await store.trustedNow(read, subjectId, now())) {
    if (!found.includes(relative_id) && (await store.standsBy(read, relative_id, subjectId))) {
      found.push(relative_id)
    }
  }
  return found
}

/**
 * `relativeSubjectId` is the asker; `subjectId` the person who named her. Named, accepted, waited, and ended
 * by neither.
 */
export const isTrustedRelative = async (
  read: Reading,
  subjectId: string,
  relativeSubjectId: string,
): Promise<boolean> =>
  subjectId !== relativeSubjectId && (await trustedRelativesOf(read, subjectId)).includes(relativeSubjectId)
