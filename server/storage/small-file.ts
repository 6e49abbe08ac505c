/** Small files (a port, a key, a word on record): absent or whole, never half written. */
import { chown, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { newSecret } from '../kernel/id.ts'
import { errorCode } from './error-code.ts'

export interface Owner {
  readonly uid: number
  readonly gid: number
}

/**
 * Writes by temporary name and rename, flushed to disk. `mode` holds whatever the umask says; `owner` needs
 * root.
 */
export const writeWhole = async (path: string, text: string, mode: number, owner?: Owner): Promise<void> => {
  const temporary = `${path}.${newSecret(6).toString('hex')}.new`
  try {
    const file = await open(temporary, 'wx', mode)
    try {
      await file.chmod(mode)
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    if (owner) {
      await chown(temporary, owner.uid, owner.gid)
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** The text of a file, or null when there is none. */
export const readIfThere = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') {
      return null
    }
    throw error
  }
}

/**
 * Makes a rename inside the folder survive a power cut; where folders cannot be opened (Windows) there is
 * nothing to do.
 */
export const syncFolder = async (path: string): Promise<void> => {
  try {
    const folder = await open(path, 'r')
    await folder.sync().finally(() => folder.close())
  } catch (error) {
    if (!['EPERM', 'EISDIR', 'EACCES', 'EINVAL'].includes(errorCode(error))) {
      throw error
    }
  }
}

/**
 * Makes a folder and those above it; true when it was not there. Node's own recursive mkdir spins for ever
 * where mkdir says ENOENT below an existing folder (/proc).
 */
export const makeFolder = async (path: string, mode?: number): Promise<boolean> => {
  try {
    return await makeOne(path, mode)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) {
      throw error
    }
  }
  await makeFolder(dirname(path), mode)
  return makeOne(path, mode)
}

const makeOne = async (path: string, mode?: number): Promise<boolean> => {
  try {
    await mkdir(path, { mode })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await stat(path)).isDirectory()) {
      return false
    }
    throw error
  }
}
