/** The processes that hold a Sen and a browser ready: one for each story that runs at once. */
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { ROOM } from './room.ts'

export interface StoryHosts {
  readonly ports: readonly number[]
  stop(): Promise<void>
}

/** A host that hangs at its end must not hold up the run. */
const STOP_MS = 30_000

interface Ready {
  readonly port: number
  /** The settled world that it lends to the other hosts; null where each story settles its own. */
  readonly world: unknown
}

const readyOf = (host: ChildProcess): Promise<Ready> =>
  new Promise((resolve, reject) => {
    host.once('message', (ready) => resolve(ready as Ready))
    host.once('exit', (code) => reject(new Error(`a host of the stories ended at once (${code})`)))
  })

export const startStoryHosts = async (
  root: string,
  count: number,
  env: NodeJS.ProcessEnv,
): Promise<StoryHosts> => {
  const hosts: ChildProcess[] = []
  const start = (more: NodeJS.ProcessEnv = {}): Promise<Ready> => {
    const execArgv = ['--disable-warning=ExperimentalWarning', ...ROOM]
    const host = fork(join(root, 'e2e/story-host.ts'), { cwd: root, env: { ...env, ...more }, execArgv })
    hosts.push(host)
    return readyOf(host)
  }
  const stop = async (): Promise<void> => {
    // The first one's world is the others': it goes last.
    const [first, ...others] = hosts
    await Promise.all(others.map(stopOne))
    await (first && stopOne(first))
  }
  const stopOne = async (host: ChildProcess): Promise<void> => {
    if (host.exitCode === null && host.signalCode === null) {
      const ended = new Promise((resolve) => host.once('exit', resolve))
      if (host.connected) {
        host.disconnect()
      }
      const tooLong = setTimeout(() => host.kill('SIGKILL'), STOP_MS)
      await ended
      clearTimeout(tooLong)
    }
  }
  try {
    // The first alone: it settles the world, and on a clean machine unpacks the browser, for all of them.
    const first = await start()
    const lent = { SEN_STORY_WORLD: JSON.stringify(first.world) }
    const others = await Promise.all(Array.from({ length: count - 1 }, () => start(lent)))
    return { ports: [first, ...others].map(({ port }) => port), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
