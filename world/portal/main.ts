/** The demo portal's own process. It ends with whoever started it: when its standard input closes. */
import { openPortal } from './portal.ts'
import { readSettings } from './settings.ts'

const server = await openPortal(readSettings(process.env))
const stop = (): void => {
  server.close()
  server.closeAllConnections()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
process.stdin
  .once('end', () => {
    stop()
    process.exit(0)
  })
  .resume()
