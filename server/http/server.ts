/**
 * The HTTP edge: limits, admission control, security headers, the routes of all modules, one problem
 * renderer.
 */
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import type { Config } from '../start/config.ts'
import type { AppContext } from '../kernel/app-context.ts'
import { newId } from '../kernel/id.ts'
import { problem } from '../kernel/problem.ts'
import { mountApi } from './api.ts'
import { mountCheckpoint, type PublicLog } from './checkpoint.ts'
import { mountMetrics, type Readiness } from './metrics.ts'
import { openApi } from './openapi.ts'
import { mountPages } from './pages.ts'
import { renderProblem } from './render-problem.ts'
import { mountTrustList } from './trust-list.ts'
import { allUseCases } from './routes.ts'

const BODY_MOST_BYTES = 5 * 1024 * 1024
/** Requests in work at once; more are turned away at the door, so that those inside are answered in time. */
const IN_WORK_MAX = 400

/** `wasm-unsafe-eval` is for the QR reader, which is fetched only when the camera is opened. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
]

export interface EdgeOptions {
  readonly config: Config
  readonly context: AppContext
  readonly readiness: Readiness
  /** The keys by which everybody checks the log. */
  readonly log: PublicLog
  readonly logTo?: NodeJS.WritableStream
  /** Further routes: the OpenID provider, the demo world. */
  readonly mount: readonly ((app: FastifyInstance) => Promise<void> | void)[]
}

export const buildServer = async ({
  config,
  context,
  readiness,
  log,
  logTo,
  mount,
}: EdgeOptions): Promise<FastifyInstance> => {
  const app = Fastify({
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: BODY_MOST_BYTES,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: true,
    genReqId: () => newId(),
    logController: new LogController({ disableRequestLogging: true }),
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
    // What the router cannot decode never reaches a handler; its own words would repeat the address.
    frameworkErrors: (_, request, reply) => void renderProblem(problem('request.malformed'), request, reply),
    logger: {
      level: 'warn',
      ...(logTo ? { stream: logTo } : {}),
      serializers: { req: () => ({}), res: () => ({}) },
    },
  })
  app.removeContentTypeParser('text/plain')
  app.setErrorHandler(renderProblem)
  app.setNotFoundHandler((request, reply) => renderProblem(problem('request.not-found'), request, reply))
  admit(app)
  secure(app, config)
  mountMetrics(app, { context, readiness, witnesses: config.witnesses.map(({ key }) => key.name) })
  mountCheckpoint(app, context, log)
  mountTrustList(app, context)
  mountApi(app, context, allUseCases)
  app.get('/api/openapi.json', (_, reply) =>
    reply.header('cache-control', 'no-cache').send(openApi(allUseCases, config.publicUrl)),
  )
  await mountDocs(app)
  await mountPages(app, config)
  for (const further of mount) {
    await further(app)
  }
  return app
}

const admit = (app: FastifyInstance): void => {
  let inWork = 0
  // After the body is in: somebody who sends one slowly holds a connection, not a place.
  app.addHook('preHandler', (request, reply, done) => {
    if (inWork >= IN_WORK_MAX && !request.url.startsWith('/healthz')) {
      return done(problem('server.busy', { retryAfter_s: 2, params: { wait: 2 } }))
    }
    inWork++
    reply.raw.once('close', () => {
      inWork--
    })
    done()
  })
}

const secure = (app: FastifyInstance, config: Config): void => {
  // The demo world shows the real app inside a drawn phone, from the same origin; elsewhere nobody may frame
  // a page.
  const policy = [...POLICY, `frame-ancestors ${config.isWorldOn ? "'self'" : "'none'"}`].join('; ')
  // The officer's page also speaks to the card reader's agent on her own machine (docs/counter-agent.md).
  const counterPolicy = policy.replace("connect-src 'self'", "connect-src 'self' http://127.0.0.1:*")
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      'content-security-policy': /^\/counter(?:[/?]|$)/.test(request.url) ? counterPolicy : policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=()',
      ...(config.publicUrl.startsWith('https:')
        ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
        : {}),
    })
    done()
  })
}

/** The readable form of the API; its page needs inline scripts, so it has a policy of its own. */
const mountDocs = async (app: FastifyInstance): Promise<void> => {
  const { default: reference } = await import('@scalar/fastify-api-reference')
  await app.register(async (scope) => {
    scope.addHook('onSend', (_, reply, payload, done) => {
      void reply.header(
        'content-security-policy',
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:",
      )
      done(null, payload)
    })
    await scope.register(reference, {
      routePrefix: '/api/docs',
      configuration: { url: '/api/openapi.json', withDefaultFonts: false, hideClientButton: true },
    })
  })
}
