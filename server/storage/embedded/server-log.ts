/**
 * What the server has said since a moment: its first words go to start.log, everything after its log
 * collector runs to log/.
 */
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type LogMark = Map<string, number>

const logFiles = async (home: string): Promise<string[]> => {
  const names = await readdir(join(home, 'log')).catch(() => [])
  return [join(home, 'start.log'), ...names.map((name) => join(home, 'log', name))]
}

/** The sizes of now; start.log is emptied at each start. */
export const markLog = async (home: string): Promise<LogMark> => {
  const mark: LogMark = new Map()
  for (const path of await logFiles(home)) {
    mark.set(path, (await stat(path).catch(() => ({ size: 0 }))).size)
  }
  mark.set(join(home, 'start.log'), 0)
  return mark
}

/** Text written since the mark, at most the last 16 KiB of each file. */
export const logSince = async (home: string, mark: LogMark): Promise<string> => {
  let text = ''
  for (const path of await logFiles(home)) {
    const file = await open(path, 'r').catch(() => null)
    if (!file) {
      continue
    }
    try {
      const { size } = await file.stat()
      const before = mark.get(path) ?? 0
      // A file smaller than at the mark was begun anew by rotation.
      const from = Math.max(before <= size ? before : 0, size - 16_384)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from)
      text += buffer.toString('utf8', 0, bytesRead)
    } finally {
      await file.close()
    }
  }
  return text
}

/** The last lines for a message of one sentence; the hint to read a log elsewhere is noise there. */
export const lastLines = (text: string): string => {
  const lines = text
    .split('\n')
    .filter(
      (line) => line.trim() !== '' && !/redirecting log output|Future log output will appear/.test(line),
    )
  return lines.slice(-6).join(' | ') || '(the log is empty)'
}
