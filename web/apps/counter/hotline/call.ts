// One call of the hotline as its agent has it.
import type { ListCalls } from '../../../../contract/assistance.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { orSignIn } from '../shell/officer.ts'

export type Call = Omit<OutputOf<typeof ListCalls>['items'][number], 'endedAt' | 'isKnown'>

/** Among the agent's latest; null when it is not hers. */
export const readCall = async (id: string): Promise<Call | null> =>
  (await orSignIn(view<typeof ListCalls>('hotline.list', {}))).items.find((call) => call.id === id) ?? null
