/** The end of decided cases of somebody who has closed her account: file, attachments, history and name. */
import type { Work } from '../../../kernel/work.ts'
import * as store from './erase-cases-store.ts'

/** Cases with pictures are large: few at a time. */
const CASES_MOST = 50

/** Answers how many cases went. */
export const eraseCases = async (
  work: Work,
  { subjectId, before }: { readonly subjectId: string; readonly before: Date },
): Promise<number> => {
  const ids = await store.decidedBefore(work, subjectId, before, CASES_MOST)
  await store.eraseAll(work, subjectId, ids)
  return ids.length
}
