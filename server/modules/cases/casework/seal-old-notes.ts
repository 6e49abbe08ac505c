/**
 * Notes that an older Sen kept in the clear go into the history of their cases, sealed. A migration cannot do
 * it: the keys are not in the database. Run by the clock, which finds none left after the first time.
 */
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { noteHistory } from './case-file.ts'
import * as store from './old-note-store.ts'

const BITE = 100
const FIRST = '00000000-0000-0000-0000-000000000000'

type Transact = <T>(command: (work: Work) => Promise<T>) => Promise<T>
type Sealing = Pick<Tools, 'read' | 'sealer'>

const sealOne = (transact: Transact, tools: Sealing, old: store.OldNote): Promise<void> =>
  transact(async (work) => {
    if (await store.takeOldNote(work, old)) {
      await noteHistory(work, tools, { subject_id: old.subject_id, id: old.case_id }, old)
    }
  })

/**
 * Answers how many there were; each in a transaction of its own. One that cannot be sealed does not hold the
 * others up: it is thrown when they are done, and tried again with the next run.
 */
export const sealOldNotes = async (transact: Transact, tools: Sealing): Promise<number> => {
  const failures: unknown[] = []
  let sealed = 0
  let after = FIRST
  for (;;) {
    const notes = await store.oldNotes(tools.read, after, BITE)
    for (const old of notes) {
      await sealOne(transact, tools, old).then(
        () => sealed++,
        (error: unknown) => failures.push(error),
      )
    }
    after = notes.at(-1)?.id ?? after
    if (notes.length < BITE) {
      break
    }
  }
  if (failures.length > 0) {
    throw failures[0]
  }
  return sealed
}

/** What a note of a case says that is not sealed yet: it may be asked for before the job has come to it. */
export const unsealedNoteOf = async (
  read: Reading,
  of: { readonly subject_id: string; readonly id: string },
  what: string,
): Promise<string | null> => (await store.oldNoteOf(read, of.subject_id, of.id, what))?.note ?? null
