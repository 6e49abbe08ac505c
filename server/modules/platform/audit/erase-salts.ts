/**
 * When a person is erased the salts of her lines go, so that no leaf can be shown to be about her any more.
 * The erasure leaves a line of
 * its own; a salt that is gone without one was taken by somebody who wanted to change the line.
 */
import { system, type Actor } from '../../../kernel/actor.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import * as store from './store.ts'

const ERASURE = 'audit.erase-salts'

const tell = (work: Work, subjectId: string, actor: Actor, lines: number): void =>
  leaveLine(work, {
    useCase: ERASURE,
    actor,
    line: { about: subjectId, purpose: 'erasure', detail: { lines } },
  })

/** Answers how many lines lost their salt. Part of the erasing deed's own transaction. */
export const eraseSalts = async (work: Work, subjectId: string, actor: Actor): Promise<number> => {
  const erased = await store.eraseSalts(work, subjectId, { before: null, most: null })
  tell(work, subjectId, actor, erased)
  return erased
}

const LINES_MOST = 1000

/**
 * The same for lines whose years are over, some at a time. The row stays: its writer's HMAC is over all of
 * it, and what a line says holds no personal data (`LineDetail`).
 */
export const eraseLines = async (
  work: Work,
  { subjectId, before }: { readonly subjectId: string; readonly before: Date },
): Promise<number> => {
  const erased = await store.eraseSalts(work, subjectId, { before, most: LINES_MOST })
  if (erased > 0) {
    tell(work, subjectId, system('erasure'), erased)
  }
  return erased
}

/** Erased lines among these of which no later line of the same person tells. */
export const linesErasedWithout = async (
  read: Reading,
  lines: readonly store.LineRow[],
): Promise<{ erased: number; untold: readonly store.LineRow[] }> => {
  const erased = lines.filter((line) => line.salt === null)
  if (erased.length === 0) {
    return { erased: 0, untold: [] }
  }
  const subjects = [...new Set(erased.map((line) => line.subject_id))]
  const erasures = new Map(
    (await store.erasuresOf(read, ERASURE, subjects)).map((row) => [row.subject_id, row.id]),
  )
  return {
    erased: erased.length,
    untold: erased.filter((line) => !((erasures.get(line.subject_id) ?? '') > line.id)),
  }
}
