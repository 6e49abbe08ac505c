/** Sets the provider and the sign-in page's deeds into the web server. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { anonymous } from '../../../../kernel/actor.ts'
import type { AppContext } from '../../../../kernel/app-context.ts'
import { perform } from '../../../../kernel/perform.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { AnyUseCase, RequestContext } from '../../../../kernel/use-case.ts'
import { protocolRoutes } from '../protocol-routes.ts'
import type { ProviderDoor } from './provider.ts'
import { signInUseCases } from '../use-cases.ts'

export interface FederationOptions {
  readonly provider: ProviderDoor
  readonly context: AppContext
  requestContextOf(request: FastifyRequest): RequestContext
  /** Throws when a deed does not come from our own pages. */
  mustBeOwnOrigin(request: FastifyRequest, publicUrl: string): void
  /** Sends the built sign-in page. */
  servePage(reply: FastifyReply): unknown
}

const ISSUER_PATH = '/oidc'

export const mountFederation = async (app: FastifyInstance, options: FederationOptions): Promise<void> => {
  await app.register((scope, _, done) => {
    mountProtocol(scope, options)
    done()
  })
  await app.register((scope, _, done) => {
    mountInteraction(scope, options)
    done()
  })
}

/**
 * The library reads bodies itself and answers on the raw response; no parser and no reply of ours stand in
 * its way.
 */
const mountProtocol = (scope: FastifyInstance, { provider, context }: FederationOptions): void => {
  const { host, protocol } = new URL(context.tools.publicUrl)
  const callbacks = new WeakMap<object, ReturnType<ReturnType<ProviderDoor['current']>['callback']>>()
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_, __, done) => done(null))
  const handle = (request: FastifyRequest, reply: FastifyReply): void => {
    const { raw } = request
    // Addresses in answers come from our own name, whatever a proxy or a stranger wrote into the request.
    raw.headers.host = host
    raw.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    delete raw.headers['x-forwarded-host']
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) {
        reply.raw.setHeader(name, value)
      }
    }
    reply.hijack()
    Object.assign(raw, { originalUrl: raw.url })
    raw.url = raw.url?.slice(ISSUER_PATH.length) || '/'
    const current = provider.current()
    let callback = callbacks.get(current)
    if (!callback) {
      callbacks.set(current, (callback = current.callback()))
    }
    void callback(raw, reply.raw)
  }
  for (const { method, path } of protocolRoutes) {
    scope.route({ method, url: `${ISSUER_PATH}${path}`, exposeHeadRoute: false, handler: handle })
  }
}

type InteractionRequest = FastifyRequest<{ Params: { uid: string } }>

/** The browser that began this interaction: its signed cookie is bound to the interaction's path. */
const mustHoldInteraction = (
  provider: ReturnType<ProviderDoor['current']>,
  request: InteractionRequest,
  reply: FastifyReply,
): void => {
  const held = provider
    .createContext(request.raw, reply.raw)
    .cookies.get(provider.cookieName('interaction'), { signed: true })
  if (held !== request.params.uid) {
    throw problem('sign-in.gone')
  }
}

const mountInteraction = (scope: FastifyInstance, options: FederationOptions): void => {
  scope.get<{ Params: { uid: string } }>(`${ISSUER_PATH}/interaction/:uid`, async (_, reply) => {
    await options.servePage(reply)
    return reply
  })
  for (const useCase of signInUseCases) {
    const url = `${ISSUER_PATH}/interaction/:uid/${useCase.contract.name.slice('sign-in.'.length)}`
    const isDeed = useCase.contract.kind === 'deed'
    const handler = (request: InteractionRequest, reply: FastifyReply) =>
      answer(options, useCase, request, reply, isDeed)
    scope.route<{ Params: { uid: string } }>({ method: isDeed ? 'POST' : 'GET', url, handler })
  }
}

const answer = async (
  options: FederationOptions,
  useCase: AnyUseCase,
  request: InteractionRequest,
  reply: FastifyReply,
  isDeed: boolean,
): Promise<unknown> => {
  const { context, provider } = options
  if (isDeed) {
    options.mustBeOwnOrigin(request, context.tools.publicUrl)
  }
  mustHoldInteraction(provider.current(), request, reply)
  const body = isDeed && typeof request.body === 'object' ? request.body : {}
  const { output } = await perform(context, useCase, {
    input: { ...body, uid: request.params.uid },
    actor: anonymous,
    request: options.requestContextOf(request),
  })
  return reply.header('cache-control', 'no-store').send(output)
}
