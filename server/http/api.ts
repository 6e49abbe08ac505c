/** Every use case of every module as a route: `/api/<module>/<deed>`. The router knows only contracts. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pathOf } from '../../contract/operation.ts'
import type { AppContext } from '../kernel/app-context.ts'
import { perform } from '../kernel/perform.ts'
import { problem } from '../kernel/problem.ts'
import type { AnyUseCase, Effect } from '../kernel/use-case.ts'
import { actorOf, requestContextOf, cookieName, mustBeOwnOrigin } from './request-context.ts'

export const mountApi = (
  app: FastifyInstance,
  context: AppContext,
  useCases: readonly AnyUseCase[],
): void => {
  for (const useCase of useCases) {
    const url = pathOf(useCase.contract.name)
    const isDeed = useCase.contract.kind === 'deed'
    app.route({
      method: isDeed ? 'POST' : 'GET',
      url,
      handler: (request, reply) => answer(context, useCase, request, reply, isDeed),
    })
    app.route({
      method: isDeed ? ['GET', 'PUT', 'PATCH', 'DELETE'] : ['POST', 'PUT', 'PATCH', 'DELETE'],
      url,
      handler: () => {
        throw problem('request.wrong-method')
      },
    })
  }
}

const answer = async (
  context: AppContext,
  useCase: AnyUseCase,
  request: FastifyRequest,
  reply: FastifyReply,
  isDeed: boolean,
): Promise<unknown> => {
  if (isDeed) {
    mustBeOwnOrigin(request, context.tools.publicUrl)
  }
  const actor = await actorOf(context, request, useCase.permit.session)
  const { output, effects } = await perform(context, useCase, {
    input: isDeed ? request.body : request.query,
    actor,
    request: requestContextOf(request),
  })
  applyEffects(context, reply, effects)
  return reply.header('cache-control', 'no-store').send(output)
}

/**
 * Session cookies: only http, only same site, gone with the browser's say or ours. The draft's id is sealed
 * on its way out.
 */
const applyEffects = (context: AppContext, reply: FastifyReply, effects: readonly Effect[]): void => {
  const isSecure = context.tools.publicUrl.startsWith('https:')
  const fixed = `Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`
  for (const effect of effects) {
    if ('end' in effect) {
      void reply.header('set-cookie', `${cookieName(effect.end, isSecure)}=; Max-Age=0; ${fixed}`)
    } else {
      const token =
        effect.set === 'enrol'
          ? context.tools.sealer.sealWithPlatformKey('cookie.enrol', effect.token).toString('base64url')
          : effect.token
      void reply.header(
        'set-cookie',
        `${cookieName(effect.set, isSecure)}=${token}; Max-Age=${effect.lifetime_s}; ${fixed}`,
      )
    }
  }
}
