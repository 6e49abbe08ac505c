// The line of the session's events that a reading of the chip leaves.
import { deskCase, noteEvent } from './level2-case.ts'

export const noteChip = (id: string): Promise<void> => {
  const { server, written } = deskCase.get() ?? {}
  const verdict = written?.length === 0 ? server?.chip?.verdict : undefined
  return noteEvent(id, {
    key: verdict === 'genuine' ? 'chip-genuine' : verdict === 'refused' ? 'chip-refused' : 'chip-read',
  })
}
