/**
 * Sets the issuer into the web server: what it publishes (metadata, keys, status lists), and the doors of
 * OpenID4VCI 1.0, each a use case that answers in the standard's shapes and errors.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../../../kernel/actor.ts'
import type { AppContext } from '../../../../kernel/app-context.ts'
import { now } from '../../../../kernel/clock.ts'
import { perform } from '../../../../kernel/perform.ts'
import { Problem, problem } from '../../../../kernel/problem.ts'
import type { SessionName } from '../../../../kernel/session-name.ts'
import type { AnyUseCase, RequestContext } from '../../../../kernel/use-case.ts'
import { configurationsOf } from '../credential-type.ts'
import { ISSUER_PATH, issuerOf } from '../issuer.ts'
import { publishedKeys } from '../signing/document-signer.ts'
import { publishedList } from '../status/publish-lists.ts'
import { credentialTypes } from '../types.ts'
import { issuerUseCases } from './doors.ts'
import { encrypted, readEncryption } from './encrypt-response.ts'
import { holderOfToken, tokenIn } from './holder-of-token.ts'
import { doors, oauthErrorOf, type Door } from './oauth-error.ts'
import { authorizationServerMetadata, issuerMetadata } from './protocol.ts'

export interface IssuerOptions {
  readonly context: AppContext
  requestContextOf(request: FastifyRequest): RequestContext
  actorOf(context: AppContext, request: FastifyRequest, session: SessionName | null): Promise<Actor>
}

/** Keys are published weeks before their turn: an hour of a cache harms nobody. */
const PUBLIC_CACHE = 'public, max-age=3600'

export const mountIssuer = async (app: FastifyInstance, options: IssuerOptions): Promise<void> => {
  mountPublished(app, options.context)
  await app.register((scope, _, done) => {
    mountDoors(scope, options)
    done()
  })
}

const mountPublished = (app: FastifyInstance, context: AppContext): void => {
  const { tools } = context
  const publicly = (reply: FastifyReply, body: unknown): FastifyReply =>
    reply.header('cache-control', PUBLIC_CACHE).header('access-control-allow-origin', '*').send(body)
  app.get('/.well-known/openid-credential-issuer/credentials', async (_, reply) => {
    const types = await credentialTypes(tools.read, now())
    const batchMost = Math.min(...types.map((type) => type.ruleAt(now()).batchMost))
    return publicly(reply, issuerMetadata(tools, configurationsOf(types), batchMost))
  })
  app.get('/.well-known/oauth-authorization-server/credentials', (_, reply) =>
    publicly(reply, authorizationServerMetadata(tools)),
  )
  app.get('/.well-known/jwt-vc-issuer/credentials', async (_, reply) => {
    const { jwks } = await publishedKeys(tools.read, tools.documentSigner)
    return publicly(reply, { issuer: issuerOf(tools), jwks: { keys: jwks } })
  })
  app.get('/credentials/trust', async (_, reply) => {
    const { jwks, roots } = await publishedKeys(tools.read, tools.documentSigner)
    const types = await credentialTypes(tools.read, now())
    return publicly(reply, {
      issuer: issuerOf(tools),
      jwks: { keys: jwks },
      mdocRoots: roots.map((root) => root.toString('base64')),
      vcts: types.map(({ vct }) => vct),
      docTypes: types.flatMap(({ mdoc }) => (mdoc ? [mdoc.docType] : [])),
    })
  })
  app.get<{ Params: { id: string } }>('/status-lists/:id', async (request, reply) => {
    const list = await publishedList(context, request.params.id)
    if (!list) {
      throw problem('request.not-found')
    }
    return reply
      .type('application/statuslist+jwt')
      .header('cache-control', `public, max-age=${list.fresh_s}`)
      .header('access-control-allow-origin', '*')
      .send(list.token)
  })
}

const mountDoors = (scope: FastifyInstance, options: IssuerOptions): void => {
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, text, done) =>
    done(null, readForm(String(text))),
  )
  for (const door of doors) {
    const useCase = issuerUseCases[door]
    scope.route({
      method: 'POST',
      url: `${ISSUER_PATH}/${door}`,
      // What cannot be read at all is told by the same shape as what can.
      errorHandler: (error, request, reply) => void tell(error, request, reply, door),
      handler: (request, reply) => answer(options, useCase, request, reply, door),
    })
  }
}

/** A parameter that stands twice is none (RFC 6749 §3.2). */
const readForm = (text: string): Record<string, string> | null => {
  const form = new URLSearchParams(text)
  const names = [...form.keys()]
  return new Set(names).size === names.length ? Object.fromEntries(form) : null
}

const actorAt = async (
  { context, actorOf }: IssuerOptions,
  useCase: AnyUseCase,
  request: FastifyRequest,
  door: Door,
): Promise<{ readonly actor: Actor; readonly token: object }> => {
  if (door === 'token' || door === 'nonce') {
    return { actor: await actorOf(context, request, useCase.permit.session), token: {} }
  }
  const token = tokenIn(request.headers.authorization)
  const holder = token === null ? null : await holderOfToken(context, token)
  if (token === null || !holder) {
    throw problem('credentials.token-wrong')
  }
  return { actor: holder, token: door === 'credential' ? { access_token: token } : {} }
}

const answer = async (
  options: IssuerOptions,
  useCase: AnyUseCase,
  request: FastifyRequest,
  reply: FastifyReply,
  door: Door,
): Promise<unknown> => {
  const { actor, token } = await actorAt(options, useCase, request, door)
  const body = isObject(request.body) ? request.body : {}
  const { output } = await perform(options.context, useCase, {
    input: { ...body, ...token },
    actor,
    request: options.requestContextOf(request),
  })
  void reply.header('cache-control', 'no-store')
  if (door === 'notification') {
    return reply.code(204).send()
  }
  const asked = door === 'credential' ? readEncryption(encryptionIn(body)) : null
  return asked ? reply.type('application/jwt').send(await encrypted(output, asked)) : reply.send(output)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Its shape was judged by the contract before anything was issued. */
const encryptionIn = (body: Readonly<Record<string, unknown>>): Parameters<typeof readEncryption>[0] =>
  body['credential_response_encryption'] as Parameters<typeof readEncryption>[0]

const tell = (error: unknown, request: FastifyRequest, reply: FastifyReply, door: Door): FastifyReply => {
  const refusal = error instanceof Problem ? error : fromFramework(error)
  if (!refusal) {
    request.log.error({ error: error instanceof Error ? error.name : typeof error }, 'an issuer door failed')
    return reply.code(500).header('cache-control', 'no-store').send({ error: 'server_error' })
  }
  const { status, body } = oauthErrorOf(refusal, door)
  if (status === 401) {
    void reply.header('www-authenticate', `Bearer error="${body.error}"`)
  }
  if (refusal.details.retryAfter_s !== undefined) {
    void reply.header('retry-after', String(refusal.details.retryAfter_s))
  }
  return reply.code(status).header('cache-control', 'no-store').send(body)
}

const fromFramework = (error: unknown): Problem | null => {
  const { statusCode } = isObject(error) || error instanceof Error ? (error as { statusCode?: number }) : {}
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500
    ? problem('credentials.request-malformed')
    : null
}
