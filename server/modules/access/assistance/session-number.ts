/**
 * The number that a helper typed. At first it is sealed with the house's key: a key of the person herself is
 * made where she has none yet, and the time of that would tell the helper whether Sen knows her. A reaction
 * seals it as hers, so that it is erased with her.
 */
import { on, type Reaction } from '../../../kernel/reaction.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { HelpAsked } from './events.ts'
import * as store from './store.ts'

const NUMBER = 'assistance_session.number'

export const sealTypedNumber = ({ sealer }: Tools, personalNumber: string) => ({
  sealed_number: sealer.sealWithPlatformKey(NUMBER, personalNumber),
  is_number_of_house: true,
})

export const numberOf = async (
  { sealer }: Tools,
  row: Pick<store.SessionRow, 'subject_id' | 'sealed_number' | 'is_number_of_house'>,
): Promise<string> =>
  (row.is_number_of_house
    ? sealer.unsealWithPlatformKey(NUMBER, row.sealed_number)
    : await sealer.open(row.subject_id, NUMBER, row.sealed_number)
  ).toString('utf8')

export const assistanceReactions: readonly Reaction[] = [
  on(HelpAsked, 'seal the number as hers', async (work, { subjectId, data }, tools) => {
    const row = await store.forUpdate(work, subjectId, data.sessionId)
    if (row?.is_number_of_house) {
      const sealed = await tools.sealer.seal(subjectId, NUMBER, await numberOf(tools, row))
      await store.saveNumber(work, subjectId, row.id, sealed)
    }
  }),
]
