/**
 * The demo portal is a process of its own that knows nothing of Sen but its address: started beside it, ended
 * with it.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from '../server/start/config.ts'
import type { OpenAppContext } from '../server/start/open-app-context.ts'
import { addClient } from '../server/modules/access/federation/add-client.ts'

const MAIN = join(import.meta.dirname, 'portal', 'main.ts')
const CLIENT_ID = 'cong-song-lam'
const READY_MS = 15_000

export interface PortalProcess {
  /** Answers the portal's address once it answers. */
  start(): Promise<string>
  restart(): Promise<void>
  stop(): Promise<void>
}

export const openPortalProcess = (config: Config, context: OpenAppContext): PortalProcess => {
  const own = new URL(config.publicUrl)
  own.port = String(config.port + 1)
  const url = own.origin
  let child: ChildProcess | null = null
  const register = () =>
    context.transact((work) =>
      addClient(work, context.tools, {
        clientId: CLIENT_ID,
        name: 'Cổng dịch vụ công Sông Lam',
        domain: 'dvc.songlam.example',
        redirectUris: [`${url}/callback`],
        postLogoutRedirectUris: [`${url}/`],
        backchannelLogoutUri: `${url}/backchannel-logout`,
      }),
    )
  const portal: PortalProcess = {
    async start() {
      const client = await register()
      const env = {
        PORTAL_PORT: String(config.port + 1),
        PORTAL_HOST: config.host,
        PORTAL_URL: url,
        PORTAL_ISSUER: `${config.publicUrl}/oidc`,
        PORTAL_CLIENT_ID: CLIENT_ID,
        PORTAL_CLIENT_SECRET: client.client_secret ?? '',
      }
      // Its standard input is our hand on it: when Sen dies, however it dies, the pipe closes and the portal
      // ends by itself.
      child = spawn(process.execPath, [MAIN], { env, stdio: ['pipe', 'ignore', 'inherit'] })
      await untilAnswers(url, child)
      return `${url}/`
    },
    async restart() {
      await portal.stop()
      await portal.start()
    },
    async stop() {
      const ending = child
      child = null
      if (!ending || ending.exitCode !== null) {
        return
      }
      const ended = new Promise((resolve) => ending.once('exit', resolve))
      ending.stdin?.end()
      ending.kill('SIGTERM')
      await Promise.race([ended, pause(3000)])
      if (ending.exitCode === null) {
        ending.kill('SIGKILL')
      }
    },
  }
  return portal
}

const untilAnswers = async (url: string, child: ChildProcess): Promise<void> => {
  for (const began = performance.now(); performance.now() - began < READY_MS; await pause(50)) {
    if (child.exitCode !== null) {
      throw new Error(`the demo portal ended at once (exit code ${child.exitCode})`)
    }
    if (
      await fetch(`${url}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      )
    ) {
      return
    }
  }
  throw new Error(`the demo portal did not answer at ${url}`)
}
