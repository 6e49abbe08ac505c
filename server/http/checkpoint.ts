/**
 * The newest checkpoint of the audit log that a witness has cosigned, for whoever compares what different
 * people are shown (https://c2sp.org/tlog-tiles, `<prefix>/checkpoint`).
 */
import type { FastifyInstance } from 'fastify'
import type { AppContext } from '../kernel/app-context.ts'
import { problem } from '../kernel/problem.ts'
import { newestCosigned } from '../modules/platform/audit/witness/ask-witness.ts'

export const mountCheckpoint = (app: FastifyInstance, context: AppContext): void => {
  app.get('/audit/checkpoint', async (_, reply) => {
    const note = await newestCosigned(context.tools.read)
    if (note === null) {
      throw problem('request.not-found')
    }
    return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(note)
  })
}
