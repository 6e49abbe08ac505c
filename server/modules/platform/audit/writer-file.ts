/**
 * What each writer knows of its own lines, beside the database: a file per process, replaced while it works
 * and when it stops, so that lines at the end of a writer are missed too. A copy that is a little old says
 * less and nothing wrong.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { macOf, readSeal, type LineWriter, type Seal } from '../../../kernel/line-writer.ts'
import { errorCode } from '../../../storage/error-code.ts'
import { makeFolder, writeWhole } from '../../../storage/small-file.ts'

const EVERY_MS = 2000
const NAME = /^[0-9a-f-]{36}$/

export interface KeptWord {
  stop(): Promise<void>
}

/** Until stopped. A fault is told once by `complain`, and tried again at the next turn. */
export const keepWord = (
  writer: LineWriter,
  folder: string,
  complain: (error: unknown) => void,
): KeptWord => {
  let kept = ''
  let isTold = false
  let running: Promise<void> = Promise.resolve()
  const keep = async (): Promise<void> => {
    const { seal, mac } = writer.says()
    if (seal === kept || (kept === '' && seal.startsWith(`${writer.id} 0 `))) {
      return
    }
    await makeFolder(folder, 0o700)
    // Never half there: after a power cut an empty file would look like a forged one.
    await writeWhole(join(folder, writer.id), `${seal}\n${mac.toString('hex')}\n`, 0o600)
    kept = seal
  }
  const turn = (): Promise<void> =>
    (running = running.then(keep).then(
      () => void (isTold = false),
      (error: unknown) => {
        if (!isTold) {
          complain(error)
        }
        isTold = true
      },
    ))
  const timer = setInterval(() => void turn(), EVERY_MS)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      return turn()
    },
  }
}

const AT_ONCE = 64
/** One for each process there ever was: they are read many at a time. */
async function* eachFile(folder: string, names: readonly string[]) {
  const ours = names.filter((one) => NAME.test(one))
  for (let from = 0; from < ours.length; from += AT_ONCE) {
    yield* await Promise.all(
      ours
        .slice(from, from + AT_ONCE)
        .map(async (name) => ({ name, kept: await readFile(join(folder, name), 'utf8') })),
    )
  }
}

/** What the writers said; `spoilt` are the names of files that none of them signed. */
export const readWords = async (
  folder: string,
  lineKey: Uint8Array,
): Promise<{ words: readonly Seal[]; spoilt: readonly string[] }> => {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') {
      return []
    }
    throw error
  })
  const [words, spoilt]: [Seal[], string[]] = [[], []]
  for await (const { name, kept } of eachFile(folder, names)) {
    const [text = '', mac = ''] = kept.split('\n')
    const seal = readSeal(text)
    if (seal?.writer === name && macOf(lineKey, 'writer', text, '').toString('hex') === mac) {
      words.push(seal)
    } else {
      spoilt.push(name)
    }
  }
  return { words, spoilt }
}
