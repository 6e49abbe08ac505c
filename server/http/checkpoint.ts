/**
 * What everybody may have of the transparency log, without an account: its newest checkpoints, and the proof
 * that one begins with all of another (RFC 6962 section 2.1.2). Sizes and hashes, nothing of anybody.
 */
import type { FastifyInstance } from 'fastify'
import type { AppContext } from '../kernel/app-context.ts'
import { problem } from '../kernel/problem.ts'
import { logStateOf, proofBetween } from '../modules/platform/audit/public-log.ts'
import { newestCosigned } from '../modules/platform/audit/witness/ask-witness.ts'

export interface PublicLog {
  /** The log's own verifier key, and those of its witnesses. */
  readonly key: string
  readonly witnesses: readonly string[]
}

/** Between two checkpoints nothing ever changes. */
const FOR_EVER = 'public, max-age=31536000, immutable'
/**
 * A new checkpoint comes every second where much is done; a page that looks now and then needs no newer
 * one.
 */
const A_MOMENT = 'public, max-age=5'

export const mountCheckpoint = (app: FastifyInstance, context: AppContext, log: PublicLog): void => {
  const { read } = context.tools
  /**
   * For programs that compare what different people are shown (https://c2sp.org/tlog-tiles,
   * `<prefix>/checkpoint`).
   */
  app.get('/audit/checkpoint', async (_, reply) => {
    const note = await newestCosigned(read)
    if (note === null) {
      throw problem('request.not-found')
    }
    return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(note)
  })
  app.get('/audit/log', async (_, reply) =>
    reply.header('cache-control', A_MOMENT).send({ ...log, ...(await logStateOf(read)) }),
  )
  app.get('/audit/consistency/:from/:to', async (request, reply) => {
    const hashes = await proofBetween(read, request.params)
    if (hashes === null) {
      throw problem('request.not-found')
    }
    return reply.header('cache-control', FOR_EVER).send({ hashes })
  })
}
