/**
 * What an import refused, as CSV `line,field,code,message`. Written in step with the batches, so that a
 * resumed import adds to it exactly.
 */
import { open, stat, type FileHandle } from 'node:fs/promises'
import { csvLine } from '../../territory/csv-record.ts'

export interface Reject {
  readonly line: number
  /** Empty when the whole line is meant. */
  readonly field: string
  readonly code: string
  readonly message: string
}

const HEADER = csvLine(['line', 'field', 'code', 'message'])

export interface RejectsFile {
  /** What stands in it before the first batch. */
  readonly begun_bytes: number
  /** Adds these and answers the length of the file, safe on disk. */
  write(rejects: readonly Reject[]): Promise<number>
  /** Takes back what was written after a length: its batch was undone. */
  cutTo(size_bytes: number): Promise<void>
  close(): Promise<void>
}

/** Whether a file is there that an import can go on with. */
export const hasRejectsUpTo = async (path: string, size_bytes: number): Promise<boolean> =>
  (await stat(path).then(
    (found) => found.size,
    () => -1,
  )) >= size_bytes

/** `kept_bytes`: how much of an earlier run's file stays; 0 begins a new one. */
export const openRejectsFile = async (path: string, kept_bytes: number): Promise<RejectsFile> => {
  const handle: FileHandle = await open(path, kept_bytes > 0 ? 'r+' : 'w', 0o600)
  await handle.truncate(kept_bytes)
  let size_bytes = kept_bytes
  const add = async (text: string): Promise<void> => {
    const bytes = Buffer.from(text)
    await handle.write(bytes, 0, bytes.length, size_bytes)
    size_bytes += bytes.length
  }
  if (kept_bytes === 0) {
    await add(HEADER)
  }
  return {
    begun_bytes: size_bytes,
    async write(rejects) {
      if (rejects.length === 0) {
        return size_bytes
      }
      await add(
        rejects
          .map((reject) => csvLine([String(reject.line), reject.field, reject.code, reject.message]))
          .join(''),
      )
      await handle.datasync()
      return size_bytes
    },
    async cutTo(length_bytes) {
      await handle.truncate(length_bytes)
      size_bytes = length_bytes
    },
    close: () => handle.close(),
  }
}
