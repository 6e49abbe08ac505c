/**
 * The machine that is struck: a real PostgreSQL in a folder of its own behind a port that never changes, and
 * processes beside it. Each can be killed (SIGKILL, nothing is told, nothing is flushed) and is started again
 * at once.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startCluster, type Cluster } from '../server/storage/embedded/cluster.ts'
import { existingHome } from '../server/storage/embedded/database-place.ts'
import type { Settings } from '../server/storage/embedded/server-settings.ts'

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** Sen's own and, beside it, the world's portal's. */
export const freePair = async (): Promise<number> => {
  for (;;) {
    const port = await freePort()
    if (port < 65_000 && (await isFree(port + 1))) {
      return port
    }
  }
}

const parentOf = async (pid: number): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? NaN)
}

const strike = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** PostgreSQL in `folder`; `url` stays the same over all its lives. */
export class StruckPostgres {
  url = ''
  private readonly folder: string
  private readonly settings: Settings
  private cluster: Cluster | undefined
  private isStruck = false
  private readonly sockets = new Set<Socket>()
  private door: Server | undefined
  constructor(folder: string, settings: Settings) {
    this.folder = folder
    this.settings = settings
  }

  async start(): Promise<void> {
    this.cluster = await startCluster({ dataDir: this.folder, settings: this.settings })
    this.isStruck = false
    if (this.door) {
      return
    }
    this.door = createServer((from) => this.pass(from)).listen(0, '127.0.0.1')
    await new Promise((resolve) => this.door?.once('listening', resolve))
    const address = this.door.address()
    const url = new URL(this.cluster.url)
    // Past the socket file, which would lead by this door.
    url.searchParams.delete('host')
    url.port = String(typeof address === 'object' && address ? address.port : 0)
    this.url = url.href
  }

  private pass(from: Socket): void {
    const to = connect(Number(new URL(this.cluster?.url ?? 'postgres://x:1').port), '127.0.0.1')
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      this.sockets.add(one)
      one.setNoDelay(true)
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          this.sockets.delete(one)
          other.destroy()
        })
      one.pipe(other)
    }
  }

  get isGone(): boolean {
    return this.isStruck
  }

  private async postmaster(): Promise<number> {
    const home = await existingHome(this.folder)
    const text = home ? await readFile(join(home, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '') : ''
    return Number(text.split('\n')[0])
  }

  /** Every process of it at once: whatever stood only in its shared memory is gone. */
  async kill(): Promise<void> {
    const postmaster = await this.postmaster()
    if (!(postmaster > 1)) {
      return
    }
    const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger)
    const parents = await Promise.all(pids.map(parentOf))
    const children = pids.filter((_, i) => parents[i] === postmaster)
    this.isStruck = true
    strike(postmaster)
    children.forEach(strike)
    for (const socket of this.sockets) {
      socket.destroy()
    }
    for (
      let i = 0;
      i < 500 && (await Promise.all([postmaster, ...children].map(isThere))).includes(true);
      i++
    ) {
      await pause(10)
    }
  }

  async stop(): Promise<void> {
    this.door?.close()
    for (const socket of this.sockets) {
      socket.destroy()
    }
    await this.cluster?.stop()
  }
}

const isThere = async (pid: number): Promise<boolean> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat !== '' && stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z'
}

interface Running {
  readonly script: string
  readonly words: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Whether it works: by asking it, or by what it said last. */
  isUp(said: string): Promise<boolean>
}

/** A program of ours as a process of its own. */
export class StruckProcess {
  private readonly running: Running
  private child: ChildProcess | undefined
  /** Its last words, for a failure that must be understood. */
  words = ''
  constructor(running: Running) {
    this.running = running
  }

  /** Starts it, again and again while its database is still on its way, until it works. */
  async start(): Promise<void> {
    const { script, words, env, isUp } = this.running
    for (let tries = 0; tries < 60; tries++) {
      let said = ''
      const child = spawn(process.execPath, [script, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
      this.child = child
      const keep = (chunk: Buffer): void => {
        said = (said + chunk.toString()).slice(-4000)
        this.words = said
      }
      child.stdout.on('data', keep)
      child.stderr.on('data', keep)
      while (child.exitCode === null && child.signalCode === null) {
        if (await isUp(said)) {
          return
        }
        await pause(50)
      }
      await pause(200)
    }
    throw new Error(`${script} does not start: ${this.words}`)
  }

  get isGone(): boolean {
    return this.child === undefined || this.child.exitCode !== null || this.child.signalCode !== null
  }

  async kill(): Promise<void> {
    const { child } = this
    if (!child?.pid || this.isGone) {
      return
    }
    const gone = new Promise((resolve) => child.once('exit', resolve))
    strike(child.pid)
    await gone
  }

  async stop(): Promise<void> {
    const { child } = this
    if (!child || this.isGone) {
      return
    }
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await Promise.race([gone, pause(10_000)])
    await this.kill()
  }
}
