/**
 * Preloaded into each test file of a run: one that does not end is named and failed, where `node:test` would
 * wait for it for ever (its limit holds for a test, not for a hook or for what a file has left open).
 */
import { writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import { isMainThread } from 'node:worker_threads'

const FILE_MS = (process.env['SEN_TEST_THOROUGH'] === 'yes' ? 60 : 10) * 60_000
const LEFT_OPEN_MS = Number(process.env['SEN_TEST_LEFT_OPEN_MS'] ?? 90_000)

const endIn = (ms: number, why: string): void => {
  const end = (): void => {
    const open = process.getActiveResourcesInfo().join(', ')
    writeSync(2, `This file ${why} in ${ms / 1000} s. Still open: ${open}\n`)
    process.exit(1)
  }
  setTimeout(end, ms).unref()
}

// A process that a test starts is not its file: it has no say over how long it lives.
if (
  isMainThread &&
  process.env['NODE_TEST_CONTEXT'] === 'child-v8' &&
  process.argv[1]?.endsWith('.test.ts')
) {
  const folder = process.env['SEN_TEST_FILES']
  if (folder) {
    writeFileSync(join(folder, String(process.pid)), process.argv[1])
  }
  endIn(FILE_MS, 'did not end')
  after(() => endIn(LEFT_OPEN_MS, 'left something open after its last test, which did not close'))
}
