/** How an office is named to citizens. */
import type { Reading } from '../../../kernel/work.ts'
import * as store from './store.ts'

/** Empty for an office that is not known here. */
export const officeName = async (read: Reading, officeId: string): Promise<string> =>
  (await store.officeById(read, officeId))?.name ?? ''
