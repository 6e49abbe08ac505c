/**
 * Sen on the struck database: whole, as `npm start` runs it with the demo world, or as an operator runs it,
 * the server and the worker each a process of its own.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { freePair, StruckProcess } from './kills-part-machine.ts'

const TOOLS = join(import.meta.dirname, '..', 'tools')
const SEN = join(TOOLS, 'sen.ts')

const answers = (url: string, within_ms = 1000): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(within_ms) }).then(
    ({ ok }) => ok,
    () => false,
  )
export const isReady = (origin: string): Promise<boolean> => answers(`${origin}/readyz`, 2000)

interface LogVerdict {
  readonly faults: number
  readonly firsts: readonly string[]
}
/** What `sen audit verify` says of the log: how many faults, and the first of them. */
const verifyLog = (env: NodeJS.ProcessEnv): Promise<LogVerdict> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [SEN, 'audit', 'verify'], { env }, (error, out, err) => {
      try {
        const { faults } = JSON.parse(out) as { faults: number }
        resolve({ faults, firsts: err.split('\n').slice(0, 5) })
      } catch {
        reject(error ?? new Error(`audit verify said nothing: ${err}`))
      }
    })
  })

const settingsOf = (
  port: number,
  { databaseUrl, dataDir }: { readonly databaseUrl: string; readonly dataDir: string },
): NodeJS.ProcessEnv => ({
  ...process.env,
  PORT: String(port),
  SEN_DATA: dataDir,
  DATABASE_URL: databaseUrl,
  SEN_PUBLIC_URL: `http://localhost:${port}`,
  SEN_HOST: '127.0.0.1',
})

/** A whole Sen (edge, jobs, the demo world) as one process. */
export class StruckSen {
  readonly origin: string
  readonly env: NodeJS.ProcessEnv
  private readonly whole: StruckProcess
  private constructor(port: number, env: NodeJS.ProcessEnv) {
    this.origin = `http://localhost:${port}`
    this.env = env
    const isUp = (): Promise<boolean> => answers(`${this.origin}/healthz`)
    this.whole = new StruckProcess({ script: join(TOOLS, 'start.ts'), words: [], env, isUp })
  }

  static async on(databaseUrl: string, dataDir: string): Promise<StruckSen> {
    const port = await freePair()
    return new StruckSen(port, { ...settingsOf(port, { databaseUrl, dataDir }), SEN_WORLD: 'on' })
  }

  async start(): Promise<void> {
    await this.whole.start()
    await this.hurryPost()
  }

  /** The world's text messages usually take a while, as they do outside. */
  private async hurryPost(): Promise<void> {
    await fetch(`${this.origin}/world/sms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"delay_s":0.05}',
    }).catch(() => undefined)
  }

  verifyLog = (): Promise<LogVerdict> => verifyLog(this.env)
  get words(): string {
    return this.whole.words
  }
  get isGone(): boolean {
    return this.whole.isGone
  }
  kill = (): Promise<void> => this.whole.kill()
  stop = (): Promise<void> => this.whole.stop()
}

/** `sen serve` and `sen work` on one data folder, as an operator runs them. */
export class StruckHouse {
  readonly origin: string
  readonly env: NodeJS.ProcessEnv
  readonly server: StruckProcess
  readonly worker: StruckProcess
  private constructor(port: number, env: NodeJS.ProcessEnv, script: string) {
    this.origin = `http://localhost:${port}`
    this.env = env
    this.server = new StruckProcess({
      script,
      words: ['serve'],
      env,
      isUp: () => answers(`${this.origin}/healthz`),
    })
    this.worker = new StruckProcess({
      script,
      words: ['work'],
      env,
      isUp: (said) => Promise.resolve(said.includes('Sen works')),
    })
  }

  /** `script`: what runs in the place of `sen`. */
  static async on(
    databaseUrl: string,
    dataDir: string,
    { lines, script = SEN }: { readonly lines: NodeJS.ProcessEnv; readonly script?: string | undefined },
  ): Promise<StruckHouse> {
    const port = await freePair()
    const env = { ...settingsOf(port, { databaseUrl, dataDir }), SEN_WORLD: 'off', ...lines }
    return new StruckHouse(port, env, script)
  }

  /** Whatever of it is gone. */
  async start(): Promise<void> {
    const gone = [this.server, this.worker].filter((process_) => process_.isGone)
    await Promise.all(gone.map((process_) => process_.start()))
  }

  verifyLog = (): Promise<LogVerdict> => verifyLog(this.env)

  async stop(): Promise<void> {
    await Promise.all([this.server.stop(), this.worker.stop()])
  }
}
