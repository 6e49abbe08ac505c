/**
 * The machine that is struck: a real PostgreSQL in a folder of its own behind a port that never changes, and
 * a whole Sen as a process. Either
 * can be killed (SIGKILL, nothing is told, nothing is flushed) and is started again at once.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startCluster, type Cluster } from '../server/storage/embedded/cluster.ts'
import { existingHome } from '../server/storage/embedded/database-place.ts'
import type { Settings } from '../server/storage/embedded/server-settings.ts'

export const freePort = (): Promise<number> =>
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
const freePair = async (): Promise<number> => {
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
  private readonly sockets = new Set<Socket>()
  private door: Server | undefined
  constructor(folder: string, settings: Settings) {
    this.folder = folder
    this.settings = settings
  }

  async start(): Promise<void> {
    this.cluster = await startCluster({ dataDir: this.folder, settings: this.settings })
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

/** A whole Sen (edge, jobs, the demo world) as a process of its own. */
export class StruckSen {
  readonly origin: string
  readonly env: NodeJS.ProcessEnv
  private child: ChildProcess | undefined
  /** Its last words, for a failure that must be understood. */
  words = ''
  private constructor(port: number, env: NodeJS.ProcessEnv) {
    this.origin = `http://localhost:${port}`
    this.env = env
  }

  static async on(databaseUrl: string, dataDir: string): Promise<StruckSen> {
    const port = await freePair()
    return new StruckSen(port, {
      ...process.env,
      PORT: String(port),
      SEN_DATA: dataDir,
      DATABASE_URL: databaseUrl,
      SEN_WORLD: 'on',
      SEN_PUBLIC_URL: `http://localhost:${port}`,
      SEN_HOST: '127.0.0.1',
    })
  }

  /** Starts it, again and again while its database is still on its way, until it answers. */
  async start(): Promise<void> {
    for (let tries = 0; tries < 60; tries++) {
      const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'tools', 'start.ts')], {
        env: this.env,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      this.child = child
      const keep = (chunk: Buffer): void => {
        this.words = (this.words + chunk.toString()).slice(-4000)
      }
      child.stdout.on('data', keep)
      child.stderr.on('data', keep)
      while (child.exitCode === null && child.signalCode === null) {
        if (
          await fetch(`${this.origin}/healthz`, { signal: AbortSignal.timeout(1000) }).then(
            (answer) => answer.ok,
            () => false,
          )
        ) {
          return this.hurryPost()
        }
        await pause(50)
      }
      await pause(200)
    }
    throw new Error(`Sen does not start: ${this.words}`)
  }

  /** The world's text messages usually take a while, as they do outside. */
  private async hurryPost(): Promise<void> {
    await fetch(`${this.origin}/world/sms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"delay_s":0.05}',
    }).catch(() => undefined)
  }

  /** What `sen audit verify` says of the log: how many faults, and the first of them. */
  verifyLog(): Promise<{ faults: number; firsts: readonly string[] }> {
    return new Promise((resolve, reject) => {
      execFile(
        process.execPath,
        [join(import.meta.dirname, '..', 'tools', 'sen.ts'), 'audit', 'verify'],
        { env: this.env },
        (error, out, err) => {
          try {
            const { faults } = JSON.parse(out) as { faults: number }
            resolve({ faults, firsts: err.split('\n').slice(0, 5) })
          } catch {
            reject(error ?? new Error(`audit verify said nothing: ${err}`))
          }
        },
      )
    })
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
