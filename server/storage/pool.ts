/** Pools of connections, and how rows come back. */
import { createHash } from 'node:crypto'
import { Socket } from 'node:net'
import pg from 'pg'

// Dates stay text (a birth date has no time zone); counts fit a number.
pg.types.setTypeParser(1082, (text) => text)
pg.types.setTypeParser(20, Number)

export type Pool = pg.Pool
export type Connection = pg.PoolClient

/** What is written in one turn leaves in one packet: `begin` together with a deed's first statement. */
const openGatheringSocket = (): Socket => {
  const socket = new Socket()
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean
  let isGathering = false
  const gather = (...args: unknown[]): boolean => {
    if (!isGathering) {
      isGathering = true
      socket.cork()
      process.nextTick(() => {
        isGathering = false
        socket.uncork()
      })
    }
    return write(...args)
  }
  return Object.assign(socket, { write: gather })
}

/** `isPipelined`: statements go out without waiting for each other's answers. No COPY is possible then. */
export const openPool = (url: string, most = 20, { isPipelined = false } = {}): Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    ...(isPipelined ? { pipeline: true, stream: openGatheringSocket } : {}),
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
  })
  // A connection lost while idle is replaced at the next use; the use itself reports what matters.
  pool.on('error', () => undefined)
  // One lost while it is held, between two statements: without a listener the whole process would end; the
  // next statement fails by itself.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}

/** Statements sent by this process, for the bench and the metrics page. */
export const traffic = { statements: 0 }

const names = new Map<string, string>()
/**
 * Statements are prepared under a name made from their text, so that each connection plans a statement once.
 */
export const statement = (text: string, values: readonly unknown[]): pg.QueryConfig => {
  traffic.statements++
  let name = names.get(text)
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('base64url')
    names.set(text, name)
  }
  return { name, text, values: [...values] }
}
