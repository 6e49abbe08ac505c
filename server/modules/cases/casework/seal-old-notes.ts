/**
 * Notes that an older Sen kept in the clear go into the history of their cases, sealed. A migration cannot do
 * it: the keys are not in the database. Run by the clock, which finds none left after the first time.
 */
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { noteHistory } from './case-file.ts'
import { oldNotes, takeOldNote } from './old-note-store.ts'

const BITE = 100

/** Answers how many there were; each in a transaction of its own. */
export const sealOldNotes = async (
  transact: <T>(command: (work: Work) => Promise<T>) => Promise<T>,
  tools: Pick<Tools, 'read' | 'sealer'>,
): Promise<number> => {
  const notes = await oldNotes(tools.read, BITE)
  for (const old of notes) {
    await transact(async (work) => {
      if (await takeOldNote(work, old)) {
        await noteHistory(work, tools, { subject_id: old.subject_id, id: old.case_id }, old)
      }
    })
  }
  return notes.length
}
