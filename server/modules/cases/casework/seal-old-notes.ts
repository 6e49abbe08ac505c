/**
 * Notes that an older Sen kept in the clear go into the history of their cases, sealed. A migration cannot do
 * it: the keys are not in the database. Run by the clock, which after the first time finds only those that
 * could not be sealed, and tries them again.
 */
import { eachOf } from '../../../kernel/each-of.ts'
import { BEFORE_ALL_IDS, pageByPage } from '../../../kernel/page-by-page.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Transact } from '../../../kernel/work.ts'
import { noteHistory } from './happenings.ts'
import * as store from './old-note-store.ts'

type Sealing = Pick<Tools, 'read' | 'sealer'>

const notesOf = (read: Reading) =>
  pageByPage({ id: BEFORE_ALL_IDS }, ({ id }, most) => store.oldNotes(read, id, most))

/** Answers how many were sealed. One that cannot be is tried again with the next run. */
export const sealOldNotes = (transact: Transact, tools: Sealing): Promise<number> =>
  eachOf(notesOf(tools.read), transact, async (work, old) => {
    const isMine = await store.takeOldNote(work, old)
    if (isMine) {
      await noteHistory(work, tools, { subject_id: old.subject_id, id: old.case_id }, old)
    }
    return isMine
  })

/** What a note of a case says that is not sealed yet: it may be asked for before the job has come to it. */
export const unsealedNoteOf = async (
  read: Reading,
  of: { readonly subject_id: string; readonly id: string },
  what: string,
): Promise<string | null> => (await store.oldNoteOf(read, of.subject_id, of.id, what))?.note ?? null
