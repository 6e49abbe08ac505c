/**
 * What an entry of the register said before, oldest first. The sealed fields are opened for whoever may read
 * the entry itself.
 */
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import type { PrivateFields } from './person.ts'
import { openPrivateText, privateFields } from './private-fields.ts'
import * as store from './store.ts'

export interface EarlierEntry {
  readonly version: number
  /** When it ceased to say this. */
  readonly changedAt: Date
  readonly source: string
  /** The values that changed then, as they were; under the names of the population file's columns. */
  readonly before: Readonly<Record<string, unknown>>
  /** null unless a sealed field changed. */
  readonly privateBefore: PrivateFields | null
}

export const personHistory = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  number: string,
): Promise<EarlierEntry[]> =>
  (await store.historyOf(read, number)).map(({ privateBefore, ...row }) => ({
    ...row,
    privateBefore:
      privateBefore === null ? null : privateFields(openPrivateText(tools.sealer, number, privateBefore)),
  }))
