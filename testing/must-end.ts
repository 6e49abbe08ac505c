/**
 * Preloaded into each process of tests: a file that does not end is named and failed, where `node:test`
 * would wait for it for ever (its limit holds for a test, not for a hook or for what a file has left open).
 */
import { writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import { isMainThread } from 'node:worker_threads'

const FILE_MS = (process.env['SEN_TEST_THOROUGH'] === 'yes' ? 60 : 10) * 60_000
const LEFT_OPEN_MS = Number(process.env['SEN_TEST_LEFT_OPEN_MS'] ?? 90_000)

const leftOpen: string[] = []

const endIn = (ms: number, why: string): NodeJS.Timeout => {
  const end = (): void => {
    const open = process.getActiveResourcesInfo().join(', ')
    writeSync(2, `${[`${why} in ${ms / 1000} s. Still open: ${open}`, ...leftOpen].join('\n')}\n`)
    process.exit(1)
  }
  return setTimeout(end, ms).unref()
}

let limit: NodeJS.Timeout | undefined

/** From here on it is this file that runs: each has the whole time for itself, and is named from outside. */
export const beginFile = (file: string): void => {
  clearTimeout(limit)
  limit = endIn(FILE_MS, `${file} did not end`)
  const folder = process.env['SEN_TEST_FILES']
  if (folder) {
    writeFileSync(join(folder, String(process.pid)), file)
  }
}

/** Said if the process does not end: where several files share one, it tells which of them to look at. */
export const mayHaveLeftOpen = (file: string, what: readonly string[]): void => {
  leftOpen.push(`${file} ended with more open than it found (${what.join(', ')})`)
}

const closing: (() => Promise<void>)[] = []
/** What the files of this process share is closed after the last of them. */
export const closeAtEnd = (close: () => Promise<void>): void => void closing.push(close)
if (isMainThread) {
  after(async () => {
    await Promise.all(closing.map((close) => close()))
  })
}

// A process that a test starts is not its file: it has no say over how long it lives.
if (
  isMainThread &&
  process.env['NODE_TEST_CONTEXT'] === 'child-v8' &&
  process.argv[1]?.endsWith('.test.ts')
) {
  beginFile(process.argv[1])
  let hasEnded = false
  after(() => {
    hasEnded = true
    endIn(LEFT_OPEN_MS, 'This file left something open after its last test, which did not close')
  })
  // Ended with 0 in the middle is well ended as node:test sees it, and nobody would miss what did not run.
  process.on('exit', () => {
    if (!hasEnded) {
      writeSync(2, 'The process was ended before its last test.\n')
      process.exitCode = 1
    }
  })
}
