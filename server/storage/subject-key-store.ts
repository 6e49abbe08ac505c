/** The end of a person's key: what it has sealed can be opened by nobody, whoever keeps the bytes. */
import type { Work } from '../kernel/work.ts'

/** Answers whether there was one. A process that has used it forgets it within a minute (`sealed.ts`). */
export const destroyKey = async (work: Work, subjectId: string): Promise<boolean> =>
  (await work.run('delete from subject_key where subject_id = $1', [subjectId])) === 1
