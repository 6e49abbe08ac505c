/**
 * The server of `npm run dev`, in a process of its own that ends when its parent says so or is gone. Ctrl-C
 * reaches every process of the terminal; here only the parent answers it, so that the order of stopping
 * holds.
 */
import { enableCompileCache } from 'node:module'

// What did not change since the last start is not compiled again.
enableCompileCache()
const { wordOf } = await import('../../server/cli/run-cli.ts')
const { startSen } = await import('../../server/start/main.ts')

const say = (line: string): void => void process.stdout.write(`${line}\n`)

process.on('SIGINT', () => undefined)
try {
  const sen = await startSen({
    env: process.env,
    unsetWorld: 'on',
    parts: { edge: true, jobs: true },
    say,
    attachWorld: async (parts) => (await import('../../world/attach-world.ts')).attachWorld(parts),
  })
  const end = (): void => {
    process.removeAllListeners('disconnect')
    sen.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', end)
  process.once('disconnect', end)
  process.send?.({ doors: sen.doors })
} catch (error) {
  process.stderr.write(`${wordOf(error)}\n`)
  process.exit(1)
}
