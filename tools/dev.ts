/**
 * `npm run dev`: one address, behind it the web as it is being written (Vite: a saved style is shown in
 * place, a saved script reloads the page) and the server, which starts again when its sources change. The
 * embedded database and all data stay. Only on loopback; Ctrl-C ends everything.
 */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createServer as createVite } from 'vite'
import { wordOf } from '../server/cli/run-cli.ts'
import { readConfig } from '../server/start/config.ts'
import { startCluster } from '../server/storage/embedded/cluster.ts'
import { devRoot, writePages } from './dev/pages.ts'
import { passOn } from './dev/pass-on.ts'
import { supervise } from './dev/supervise.ts'
import { devConfig, projectRoot, SIMULATORS } from './web-config.ts'

/** What the server reads; the web's folders are Vite's. */
const FOLDERS = ['server', 'contract', 'formats', 'world']
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** What Vite answers: its own doors, and the sources that a browser imports. */
const isOfWeb = (path: string): boolean =>
  /^\/(@vite|@id|@fs|web|world\/web|contract|formats|node_modules|dist\/dev-packages)\//.test(path) ||
  path === SIMULATORS.address

const openDoor = async (port: number, behind: number) => {
  const door = createServer()
  const vite = await createVite(devConfig(door))
  door.on('request', (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (!isOfWeb(pathname)) {
      void passOn(request, response, behind)
      return
    }
    if (pathname === SIMULATORS.address) {
      request.url = `/${SIMULATORS.source}`
    }
    vite.middlewares(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    door.once('error', reject)
    door.listen(port, '127.0.0.1', resolve)
  })
  await writePages(vite)
  return {
    async stop() {
      await vite.close()
      door.closeAllConnections()
      await new Promise((resolve) => door.close(resolve))
    },
  }
}

const run = async (): Promise<() => Promise<void>> => {
  const { port, publicUrl, dataDir, databaseUrl } = readConfig(process.env, 'on')
  const cluster = databaseUrl ? null : await startCluster({ dataDir, log: say })
  const behind = port + 2
  const door = await openDoor(port, behind)
  const server = supervise({
    root: projectRoot,
    folders: FOLDERS,
    file: join(import.meta.dirname, 'dev', 'serve.ts'),
    env: {
      ...process.env,
      PORT: String(behind),
      SEN_PUBLIC_URL: publicUrl,
      SEN_WEB: devRoot,
      DATABASE_URL: databaseUrl ?? cluster?.url,
    },
    say,
    onReady({ doors, took_ms, isFirst }) {
      say(isFirst ? `Sen is ready at ${publicUrl}` : `ready again after ${(took_ms / 1000).toFixed(1)} s`)
      for (const line of isFirst ? doors : []) {
        say(line)
      }
    },
  })
  return async () => {
    await server.stop()
    await door.stop()
    await cluster?.stop()
  }
}

try {
  const stop = await run()
  let isAsked = false
  const end = (): void => {
    if (isAsked) {
      process.exit(1)
    }
    isAsked = true
    say('Stopping…')
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${wordOf(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
} catch (error) {
  process.stderr.write(`${wordOf(error)}\n`)
  process.exit(1)
}
