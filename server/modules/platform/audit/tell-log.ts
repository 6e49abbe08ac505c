/**
 * The newest lines of her log in words, for whoever takes all of hers along. The whole log with its proofs is
 * a file of its own (`export-own-log.ts`).
 */
import { newestOf, type TellingTo } from '../../../kernel/telling.ts'
import { linesAbout } from './access-log-store.ts'
import { readLine, saidRun } from './runs.ts'

export const tellLog = async ({ work, doing, account: { subjectId }, newest }: TellingTo) => {
  const { language } = doing.request
  const rows = await linesAbout(work, subjectId, {
    before: null,
    most: newest + 1,
    purposes: null,
    from: null,
    until: null,
  })
  const items = rows.flatMap((row) =>
    saidRun([readLine(row, subjectId, language)], language).map(({ id, at, who, words, leaf }) => ({
      id,
      at,
      who,
      ...words,
      leaf,
    })),
  )
  return newestOf(items, newest)
}
