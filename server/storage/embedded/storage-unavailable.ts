/**
 * The one error the embedded database raises: what is wrong and what the operator does about it, in a
 * single English sentence.
 */

export type StorageUnavailableCode =
  | 'folder-not-writable'
  | 'not-initialisable'
  | 'no-binary'
  | 'os-user'
  | 'start-failed'

export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'
  readonly code: StorageUnavailableCode

  constructor(code: StorageUnavailableCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }
}

/** An error's message, for the end of a sentence. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
