/**
 * The witness's two addresses (https://c2sp.org/tlog-witness): `POST /add-checkpoint`, and `GET
 * /<hash of the origin>/checkpoint` for whoever wants to compare. Nothing else is told, and nobody is let in
 * by who she is: the checkpoint's own signature decides.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { originHash } from './witness-folder.ts'
import type { Witness, WitnessAnswer, WitnessMeans } from './witness.ts'

/** A checkpoint with sixteen signatures of any kind. */
const BODY_MOST_BYTES = 128 * 1024
const REQUEST_MOST_MS = 10_000
const HEADERS_MOST_MS = 3000
const CONNECTIONS_MOST = 100

interface WitnessServerOptions {
  readonly host: string
  /** Any free one for 0. */
  readonly port: number
  readonly witness: Witness
  readonly means: Pick<WitnessMeans, 'logs' | 'memory' | 'say'>
}

export const startWitnessServer = async (
  options: WitnessServerOptions,
): Promise<{ readonly port: number; stop(): Promise<void> }> => {
  const server = createServer({ connectionsCheckingInterval: 1000 }, (request, response) => {
    void answerTo(options, request)
      .catch((error: unknown): WitnessAnswer => {
        options.means.say(error instanceof Error ? error.message : String(error))
        return { status: 500, text: 'The witness has a fault; its operator was told.\n' }
      })
      .then(({ status, text, type = 'text/plain; charset=utf-8' }) => {
        response.writeHead(status, {
          'content-type': type,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        })
        response.end(text)
      })
  })
  // Looked at every second: connections that say nothing would else keep everybody away for half a minute.
  server.requestTimeout = REQUEST_MOST_MS
  server.headersTimeout = HEADERS_MOST_MS
  server.keepAliveTimeout = HEADERS_MOST_MS
  server.maxConnections = CONNECTIONS_MOST
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  return {
    port: portOf(server),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const answerTo = async (
  { witness, means: { logs, memory } }: WitnessServerOptions,
  request: IncomingMessage,
): Promise<WitnessAnswer> => {
  if (request.method === 'POST' && request.url === '/add-checkpoint') {
    const body = await bodyOf(request)
    return body === null ? { status: 413, text: 'This is longer than a checkpoint.\n' } : witness.add(body)
  }
  const log = logs.find(({ name }) => request.url === `/${originHash(name)}/checkpoint`)
  const newest = request.method === 'GET' && log ? await memory.newest(log.name) : null
  return newest === null
    ? { status: 404, text: 'There is nothing at this address.\n' }
    : { status: 200, text: newest }
}

/** null when it is too long; what is too much is read and dropped, so that its sender hears why. */
const bodyOf = async (request: IncomingMessage): Promise<string | null> => {
  const parts: Buffer[] = []
  let length_bytes = 0
  const body: AsyncIterable<Buffer> = request
  for await (const part of body) {
    length_bytes += part.length
    if (length_bytes <= BODY_MOST_BYTES) {
      parts.push(part)
    }
  }
  return length_bytes > BODY_MOST_BYTES ? null : Buffer.concat(parts).toString('utf8')
}
