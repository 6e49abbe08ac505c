/**
 * The counter's agent: a small server on the officer's own machine that reads the card on its reader for the
 * console's page (contract/chip.ts). It listens on
 * loopback, answers one origin, and keeps nothing.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { CHALLENGE_BYTES } from '../../../../../formats/emrtd/active-authentication.ts'
import { writeChipFile } from '../../../../../formats/emrtd/chip-file.ts'
import { readerAnswer, readerRequest, type ReaderState } from '../../../../../contract/chip.ts'
import { now } from '../../../../kernel/clock.ts'
import { keyOfNumber, keyOfZone, type AccessKey } from './access-key.ts'
import type { CardReader } from './pcsc.ts'
import { readCard } from './read-card.ts'
import { sealReading, type ReaderKey } from './reader-key.ts'
import { ReaderFault, readerFaults, type ReaderFaultCode } from './reader-fault.ts'

export interface AgentOptions {
  readonly port: number
  /** The one page that may ask, e.g. `http://localhost:4000`. */
  readonly origin: string
  /** Why there is no reader, when there is none. */
  reader(): CardReader | Extract<ReaderFaultCode, 'no-reader' | 'no-native'>
  /** The key of a reader that is registered for its desk; without one nothing is signed. */
  readonly key?: ReaderKey | null
}

const BODY_MOST_BYTES = 4096
const READ_MOST_MS = 55_000

/** Resolves when it listens; the port is that which was given, or any free one for 0. */
export const startAgent = async (
  options: AgentOptions,
): Promise<{ readonly port: number; stop(): Promise<void> }> => {
  let reading: Promise<unknown> = Promise.resolve()
  const server = createServer((request, response) => {
    // One card, one reading at a time: another tab waits for its turn.
    const turn = (): Promise<void> => answer(options, portOf(server), request, response)
    if (request.method === 'POST') {
      reading = reading.then(turn, turn)
    } else {
      void turn()
    }
  })
  server.requestTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
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

const send = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  const text = body === undefined ? '' : JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'origin',
    ...headers,
  })
  response.end(text)
}

const answer = async (
  options: AgentOptions,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { host, origin } = request.headers
  // Another name that was made to point here, and any page but the console's own.
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    return send(response, 403, {
      code: 'wrong-host',
      detail: "The agent answers to this machine's own name only.",
    })
  }
  if (origin !== options.origin) {
    return send(response, 403, { code: 'wrong-origin', detail: `The agent answers ${options.origin} only.` })
  }
  const cors = { 'access-control-allow-origin': options.origin }
  if (request.method === 'OPTIONS') {
    return send(response, 204, undefined, {
      ...cors,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type',
      'access-control-allow-private-network': 'true',
      'access-control-max-age': '600',
    })
  }
  try {
    const body = await route(options, request)
    send(
      response,
      body === null ? 404 : 200,
      body ?? { code: 'not-found', detail: 'There is nothing at this address.' },
      cors,
    )
  } catch (error) {
    const code = error instanceof ReaderFault ? error.code : 'odd-chip'
    send(response, readerFaults[code].status, { code, detail: readerFaults[code].detail }, cors)
  }
}

const route = async (options: AgentOptions, request: IncomingMessage): Promise<unknown> => {
  if (request.method === 'GET' && request.url === '/reader') {
    return stateOf(options)
  }
  return request.method === 'POST' && request.url === '/reader/read'
    ? readOne(options, await bodyOf(request))
    : null
}

const stateOf = ({ reader }: AgentOptions): ReaderState => {
  const found = reader()
  return typeof found === 'string'
    ? { name: null, hasCard: false, fault: found }
    : { name: found.name, hasCard: found.hasCard, fault: null }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  if (!request.headers['content-type']?.startsWith('application/json')) {
    throw new ReaderFault('bad-request')
  }
  const parts: Buffer[] = []
  let size_bytes = 0
  for await (const part of request) {
    const bytes = Buffer.from(part as Buffer)
    size_bytes += bytes.length
    if (size_bytes > BODY_MOST_BYTES) {
      throw new ReaderFault('bad-request')
    }
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}

const readOne = async ({ reader, key: own }: AgentOptions, text: string): Promise<unknown> => {
  const { key, challenge, seal } = askedBy(text)
  const found = reader()
  if (typeof found === 'string') {
    throw new ReaderFault(found)
  }
  if (!found.hasCard) {
    throw new ReaderFault('no-card')
  }
  const {
    chip,
    access,
    answer: said,
  } = await inTime(found.withCard((card) => readCard(card, key, challenge)))
  const [file, signed] = [writeChipFile(chip), said ? Buffer.from(said).toString('base64') : null]
  const isSigned = own && seal && challenge && signed !== null
  const drawn = Buffer.from(challenge ?? []).toString('base64url')
  const taken = { chip: file, challenge: drawn, answer: signed }
  return readerAnswer.parse({
    chip: file,
    access,
    answer: signed,
    seal: isSigned ? sealReading(own, { ...seal, taken }, now()) : null,
  })
}

interface Asked {
  readonly key: AccessKey
  readonly challenge: Uint8Array | null
  readonly seal: { readonly caseId: string; readonly nonce: string } | null
}

const askedBy = (text: string): Asked => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ReaderFault('bad-request')
  }
  const parsed = readerRequest.safeParse(value)
  if (!parsed.success) {
    throw new ReaderFault('bad-request')
  }
  const { mrz, can, challenge, seal = null } = parsed.data
  const key = mrz !== undefined ? keyOfZone(mrz) : keyOfNumber(can ?? '')
  const bytes = challenge === undefined ? null : Buffer.from(challenge, 'base64')
  if (!key || (mrz !== undefined && can !== undefined) || (bytes && bytes.length !== CHALLENGE_BYTES)) {
    throw new ReaderFault('bad-request')
  }
  return { key, challenge: bytes, seal }
}

/** A card that does not answer must not hold the desk. */
const inTime = async <T>(deed: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ReaderFault('card-gone')), READ_MOST_MS)
  })
  try {
    return await Promise.race([deed, late])
  } finally {
    clearTimeout(timer)
  }
}
