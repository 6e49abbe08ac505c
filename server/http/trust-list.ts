/** The list of issuers, for whoever checks documents: the same for everybody, and nothing of anybody. */
import type { FastifyInstance } from 'fastify'
import type { AppContext } from '../kernel/app-context.ts'
import { publishedTrustList } from '../modules/documents/trust/trust-list.ts'

export const mountTrustList = (app: FastifyInstance, context: AppContext): void => {
  app.get('/trust-list', async (_, reply) => {
    const { token, fresh_s } = await publishedTrustList(context)
    return reply
      .type('application/trust-list+jwt')
      .header('cache-control', `public, max-age=${fresh_s}`)
      .header('access-control-allow-origin', '*')
      .send(token)
  })
}
