/** Whether anything about a person waits at an office. */
import type { Reading } from '../../../kernel/work.ts'
import * as store from './case-store.ts'

export const hasUnfinishedCase = (read: Reading, subjectId: string): Promise<boolean> =>
  store.hasUnfinished(read, subjectId)
