/**
 * A process that writes audit lines in deeds at once, some of which fail or take half back, until it is
 * killed: `node line-writing-process.ts DATABASE_URL WRITERS_FOLDER`. It says "at work" on stdout.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { insertLine } from '../server/kernel/audit-store.ts'
import { openLineWriter } from '../server/kernel/line-writer.ts'
import type { Work } from '../server/kernel/work.ts'
import { keepWord } from '../server/modules/platform/audit/writer-file.ts'
import { openPool } from '../server/storage/pool.ts'
import { openTransact } from '../server/storage/transact.ts'
import { exampleLine } from './audit-log.ts'
import { TEST_LINE_KEY } from './database.ts'

const LANES = 6
const WORD_EVERY_MS = 30

const [url = '', folder = ''] = process.argv.slice(2)
const writer = openLineWriter(TEST_LINE_KEY)
const transact = openTransact(openPool(url, LANES, { isPipelined: true }), { writer })

const deeds: readonly ((work: Work, i: number) => Promise<void>)[] = [
  async (work, i) => {
    insertLine(work, exampleLine(i))
    await work.run('select pg_sleep(0.002)')
    insertLine(work, exampleLine(i + 1))
  },
  (work, i) => {
    insertLine(work, exampleLine(i))
    return Promise.resolve()
  },
  async (work, i) => {
    insertLine(work, exampleLine(i))
    await work.run('select pg_sleep(0.001)')
    throw new Error('the deed failed')
  },
  async (work, i) => {
    await work.mark('half')
    insertLine(work, exampleLine(i))
    await work.undoTo('half')
  },
]

const lane = async (first: number): Promise<void> => {
  for (let i = first; ; i++) {
    const deed = deeds[(i * 7 + first) % deeds.length]
    await transact((work) => deed?.(work, i)).catch(() => undefined)
  }
}
for (let i = 0; i < LANES; i++) {
  void lane(i)
}
process.stdout.write('at work\n')
for (;;) {
  await keepWord(writer, folder, (error) => process.stderr.write(`${String(error)}\n`)).stop()
  await pause(WORD_EVERY_MS)
}
