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

const portOf = (host: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    host.once('message', (port) => resolve(Number(port)))
    host.once('exit', (code) => reject(new Error(`a host of the stories ended at once (${code})`)))
  })

export const startStoryHosts = async (
  root: string,
  count: number,
  env: NodeJS.ProcessEnv,
): Promise<StoryHosts> => {
  const hosts: ChildProcess[] = []
  const start = (): Promise<number> => {
    const execArgv = ['--disable-warning=ExperimentalWarning', ...ROOM]
    const host = fork(join(root, 'e2e/story-host.ts'), { cwd: root, env, execArgv })
    hosts.push(host)
    return portOf(host)
  }
  const stop = async (): Promise<void> => {
    await Promise.all(
      hosts.map(async (host) => {
        if (host.exitCode === null && host.signalCode === null) {
          const ended = new Promise((resolve) => host.once('exit', resolve))
          if (host.connected) {
            host.disconnect()
          }
          const tooLong = setTimeout(() => host.kill('SIGKILL'), STOP_MS)
          await ended
          clearTimeout(tooLong)
        }
      }),
    )
  }
  try {
    // The first alone: on a clean machine it unpacks the browser, which the others then find whole.
    const first = await start()
    const others = await Promise.all(Array.from({ length: count - 1 }, start))
    return { ports: [first, ...others], stop }
  } catch (error) {
    await stop()
    throw error
  }
}
