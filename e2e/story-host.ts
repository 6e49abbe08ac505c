/**
 * Serves the stories of a run, one after the other: each gets a Sen of its own on a copy of a world that was
 * settled once, in a process that has all its code loaded. The story's process holds a connection for as long
 * as it lasts; when that ends, however it ends, its Sen is stopped.
 */
import { createServer, type Socket } from 'node:net'
import { prepareBrowser } from '../testing/browser.ts'
import { settleWorld, startStorySen, type SettledWorld } from './story-sen.ts'

// Of two stories that unpack it at once each would see half a browser of the other.
await prepareBrowser()

/** By the first host of a run; the others copy the same morning. */
const given = process.env['SEN_STORY_WORLD']
const own = given === undefined ? await settleWorld() : null
const settled = given === undefined ? own : (JSON.parse(given) as SettledWorld | null)
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
  const world = settled && { databaseName: settled.databaseName, dataDir: settled.dataDir }
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0, world })
})

process.once('disconnect', () => {
  void (async () => {
    server.close()
    await own?.stop()
    process.exit(0)
  })()
})
