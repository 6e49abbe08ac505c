/**
 * Keeps one server process running: started again when a source changes, and after a crash at the next
 * change. What it needs beside it (the database, the pages) outlives it.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'

/** An editor that saves a dozen files saves them within this time. */
const QUIET_MS = 80
/** A server that does not stop by itself is ended. */
const STOP_MS = 8000

export interface Supervised {
  stop(): Promise<void>
}

const isOfServer = (path: string): boolean =>
  /\.(ts|sql|json)$/.test(path) && !path.endsWith('.test.ts') && !/(^|[\\/])web[\\/]/.test(path)

const start = (
  file: string,
  env: NodeJS.ProcessEnv,
  onReady: (doors: readonly string[]) => void,
): ChildProcess => {
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.once('message', (message) => onReady((message as { doors: readonly string[] }).doors))
  return child
}

const stopChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) {
    return
  }
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await gone
  clearTimeout(timer)
}

/** `onReady`: called with the ready server's lines for the developer and how long it took. */
export const supervise = (options: {
  readonly root: string
  readonly folders: readonly string[]
  readonly file: string
  readonly env: NodeJS.ProcessEnv
  readonly say: (line: string) => void
  readonly onReady: (ready: { doors: readonly string[]; took_ms: number; isFirst: boolean }) => void
}): Supervised => {
  const { root, folders, file, env, say, onReady } = options
  let starts = 0
  let isStopping = false
  const begin = (since = performance.now()): ChildProcess => {
    const isFirst = starts++ === 0
    const child = start(file, env, (doors) =>
      onReady({ doors, took_ms: Math.round(performance.now() - since), isFirst }),
    )
    child.once('exit', (code) => {
      if (code !== 0 && !isStopping) {
        say('The server has ended; it starts again when a file is saved.')
      }
    })
    return child
  }
  let current = begin()
  let turn = Promise.resolve()
  const restart = (path: string): void => {
    const since = performance.now()
    turn = turn.then(async () => {
      if (!isStopping) {
        say(`${path} has changed; the server starts again`)
        await stopChild(current)
        current = begin(since)
      }
    })
  }
  let quiet: NodeJS.Timeout | undefined
  const watchers = folders.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_, name) => {
      if (name !== null && isOfServer(join(folder, name))) {
        clearTimeout(quiet)
        quiet = setTimeout(() => restart(join(folder, name)), QUIET_MS)
      }
    }),
  )
  return {
    async stop() {
      isStopping = true
      clearTimeout(quiet)
      for (const watcher of watchers) {
        watcher.close()
      }
      await turn
      await stopChild(current)
    },
  }
}
