/** The words of a question at a desk's screen, as they are kept (`sealed-early.ts`). */
import { sealedEarly, sealLate, type SealedEarly } from '../../../kernel/sealed-early.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Transact, Work } from '../../../kernel/work.ts'
import * as store from './desk-store.ts'

/** Values for the sentences that the screen shows in the citizen's language. */
export type PromptParams = Readonly<Record<string, string>>

const words = sealedEarly('desk_prompt.params')
type Row = Pick<store.PromptRow, 'subject_id' | 'sealed_params' | 'is_sealed_by_house'>
const asKept = (row: Row): SealedEarly => ({
  subjectId: row.subject_id,
  sealed: row.sealed_params,
  isOfHouse: row.is_sealed_by_house,
})

export const sealParams = (tools: Tools, params: PromptParams) => ({
  sealed_params: words.seal(tools, JSON.stringify(params)),
  is_sealed_by_house: true,
})

export const openParams = async (tools: Tools, row: Row): Promise<PromptParams> =>
  JSON.parse(await words.open(tools, asKept(row))) as PromptParams

export const sealParamsAsHers = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  promptId: string,
): Promise<boolean> => {
  const row = await store.promptForUpdate(work, subjectId, promptId)
  const sealed = row && (await words.asHers(tools, asKept(row)))
  if (!row || !sealed) {
    return false
  }
  await store.saveParams(work, row, sealed)
  return true
}

export const sealLateQuestions = (transact: Transact, tools: Tools): Promise<number> =>
  sealLate(
    transact,
    (before, most) => store.ofHouseBefore(tools.read, before, most),
    (work, { subject_id, id }) => sealParamsAsHers(work, tools, subject_id, id),
  )
