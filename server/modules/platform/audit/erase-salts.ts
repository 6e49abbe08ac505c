/**
 * When a person is erased the salts of her lines go, so that no leaf can be shown to be about her any more.
 * The erasure leaves a line of
 * its own; a salt that is gone without one was taken by somebody who wanted to change the line.
 */
import type { Actor } from '../../../kernel/actor.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import type { Work } from '../../../kernel/work.ts'
import * as store from './store.ts'

export const ERASURE = 'audit.erase-salts'

/** Answers how many lines lost their salt. Part of the erasing deed's own transaction. */
export const eraseSalts = async (work: Work, subjectId: string, actor: Actor): Promise<number> => {
  const erased = await store.eraseSalts(work, subjectId)
  leaveLine(work, {
    useCase: ERASURE,
    actor,
    line: { about: subjectId, purpose: 'erasure', detail: { lines: erased } },
  })
  return erased
}
