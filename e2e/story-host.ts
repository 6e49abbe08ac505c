/**
 * Serves the stories of a run, one after the other: each gets a Sen of its own on a copy of a world that was
 * settled once, in a process that has all its code loaded. The story's process holds a connection for as long
 * as it lasts; when that ends, however it ends, its Sen is stopped.
 */
import { createServer, type Socket } from 'node:net'
import { prepareBrowser } from '../testing/browser.ts'
import { settleWorld, startStorySen } from './story-sen.ts'

// Of two stories that unpack it at once each would see half a browser of the other.
await prepareBrowser()

const settled = await settleWorld()
let isBusy = false

const serve = async (story: Socket): Promise<void> => {
  const ended = new Promise((resolve) => story.once('close', resolve))
  const sen = await startStorySen(settled)
  story.write(`${JSON.stringify({ url: sen.url, databaseUrl: sen.databaseUrl })}\n`)
  await ended
  await sen.stop()
}

const server = createServer((story) => {
  story.on('error', () => undefined)
  story.resume()
  if (isBusy) {
    story.end('busy\n')
    return
  }
  isBusy = true
  serve(story)
    .catch((error: unknown) => story.end(`${JSON.stringify({ failed: String(error) })}\n`))
    .finally(() => {
      isBusy = false
    })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' && address ? address.port : 0)
})

process.once('disconnect', () => {
  void (async () => {
    server.close()
    await settled?.stop()
    process.exit(0)
  })()
})
