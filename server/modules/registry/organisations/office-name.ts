/** How an office is named to citizens. */
import type { Reading } from '../../../kernel/work.ts'
import * as store from './store.ts'

/** Its code, as it stands in the official codes of dossiers; empty for an office that is not known here. */
export const officeCode = async (read: Reading, officeId: string): Promise<string> =>
  (await store.officeById(read, officeId))?.code ?? ''

/** null where no office has this code. */
export const officeOfCode = async (
  read: Reading,
  code: string,
): Promise<{ readonly id: string; readonly name: string } | null> =>
  (await store.officeByCode(read, code)) ?? null

/** Empty for an office that is not known here. */
export const officeName = async (read: Reading, officeId: string): Promise<string> =>
  (await store.officeById(read, officeId))?.name ?? ''

/** The office that its operator calls so; null where there is none. */
export const officeIdOfCode = async (read: Reading, code: string): Promise<string | null> =>
  (await store.officeByCode(read, code))?.id ?? null
