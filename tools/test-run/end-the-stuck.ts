/**
 * The last resort against a file of tests that hangs: what does not end by itself (testing/must-end.ts) is
 * ended from outside, because a process whose event loop stands still, or that hangs at its exit, runs no
 * timer of ours.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { identify, isRunning, signal } from '../../server/storage/embedded/process-identity.ts'

const LOOK_EVERY_MS = 5000

interface Seen {
  readonly file: string
  readonly began: number
  readonly who: ReturnType<typeof identify>
}

/**
 * Each file of tests leaves its name under its process id in `folder`; the next in the same process has the
 * whole time again. Answers how to stop looking.
 */
export const endTheStuck = (
  folder: string,
  { within_ms, say }: { within_ms: number; say(line: string): void },
): (() => void) => {
  const seen = new Map<string, Seen>()
  const look = async (): Promise<void> => {
    for (const pid of await readdir(folder)) {
      const file = await readFile(join(folder, pid), 'utf8')
      const last = seen.get(pid)
      const mark =
        last?.file === file
          ? last
          : { file, began: performance.now(), who: last?.who ?? identify(Number(pid)) }
      seen.set(pid, mark)
      if (performance.now() - mark.began > within_ms && isRunning(mark.who)) {
        say(`✖ ended from outside, because it did not end: ${file}`)
        signal(mark.who, 'SIGKILL')
      }
    }
  }
  const timer = setInterval(() => void look().catch(() => undefined), Math.min(LOOK_EVERY_MS, within_ms))
  timer.unref()
  return () => clearInterval(timer)
}
