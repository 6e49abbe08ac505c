/**
 * Where the embedded server is reached. On this machine through a socket file: a message costs a third less
 * than over TCP, of which a sign-in alone sends some thirty. TCP on 127.0.0.1 stays for other tools, and for
 * where a socket cannot be.
 */
import { chmod, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { makeOwned } from './initialise.ts'
import type { DatabasePlace } from './database-place.ts'

/** sun_path of unix(7) holds 108 bytes, on macOS 104, the file's own name and the closing zero included. */
const PATH_MOST_BYTES = 103
const fileName = (port: number): string => `.s.PGSQL.${port}`

/** Null where it cannot be: the path is too long, or the setting would take it for a list. */
const socketFolder = (home: string): string | null => {
  const folder = join(home, 'socket')
  const isUsable =
    process.platform !== 'win32' &&
    Buffer.byteLength(join(folder, fileName(65_535))) <= PATH_MOST_BYTES &&
    !/[,"\n]/.test(folder)
  return isUsable ? folder : null
}

/**
 * Makes the folder anew, before a server starts, and answers it as the server's setting; empty for none. It
 * may be passed through, not listed: who Sen's role is, the password proves, as over TCP.
 */
export const prepareSocket = async (place: DatabasePlace): Promise<string> => {
  const folder = socketFolder(place.home)
  if (folder === null) {
    return ''
  }
  // What a killed server has left there would be taken for the next one's.
  await rm(folder, { recursive: true, force: true })
  await makeOwned(folder, place)
  await chmod(folder, 0o711)
  return folder
}

/** postgres://sen:…@127.0.0.1:<port>/sen, with `?host=<folder>` where the running server has a socket. */
export const serverUrl = async (home: string, port: number, password: string): Promise<string> => {
  const url = `postgres://sen:${password}@127.0.0.1:${port}/sen`
  const folder = socketFolder(home)
  // A server that an older release has started has none.
  const has = folder !== null && (await stat(join(folder, fileName(port))).catch(() => null))?.isSocket()
  return has ? `${url}?host=${encodeURIComponent(folder)}` : url
}
