/** `/world/…`: the demo world's own door. It answers only to this machine's own names and its own pages. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { deskName } from '../contract/counter.ts'
import { deviceKind } from '../contract/devices.ts'
import { fingers } from '../formats/minutiae/finger.ts'
import type { Config } from '../server/start/config.ts'
import type { OpenAppContext } from '../server/start/open-app-context.ts'
import { openPages } from '../server/http/pages.ts'
import { now } from '../server/kernel/clock.ts'
import { problem } from '../server/kernel/problem.ts'
import { addOfficer } from '../server/modules/registry/organisations/add-officer.ts'
import { drawDeviceTicket } from '../server/modules/registry/organisations/devices/enrol-device.ts'
import { findPerson } from '../server/modules/registry/population/find-person.ts'
import { mountAgencies } from './agencies/agency-routes.ts'
import type { AgencyProcesses } from './agencies/agency-processes.ts'
import { cast, isStaff, staff } from './cast.ts'
import { castChip, isChipVariant } from './chips/cast-chips.ts'
import type { WorldChip } from './chips/chip-of.ts'
import { castHands, scan } from './fingers/cast-fingers.ts'
import type { PartyProcesses } from './parties/party-processes.ts'
import { mountParties } from './parties/party-routes.ts'
import type { PostOffice } from './post-office/post-office.ts'
import { USUAL_ARRIVAL_MS } from './post-office/post-office.ts'
import { resetWorld, setWorldClock, worldClockAhead_s } from './reset.ts'
import { cardQrOf, castPortrait, nextCastPortrait } from './settle-cast.ts'
import { tourState } from './tour.ts'
import { mountStays } from './world-stays.ts'

export interface WorldParts {
  readonly config: Config
  readonly context: OpenAppContext
  readonly post: PostOffice
  readonly agencies: AgencyProcesses
  readonly parties: PartyProcesses
  /** The demo portal forgets its sessions. */
  readonly restartPortal: () => Promise<void>
}

const portalUrl = (config: Config): string => {
  const url = new URL(config.publicUrl)
  url.port = String(config.port + 1)
  return url.origin
}

const mustBeHere = (request: FastifyRequest, config: Config): void => {
  const names = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${config.port}`)
  const { host, origin } = request.headers
  if (!host || !(names.includes(host) || host === new URL(config.publicUrl).host)) {
    throw problem('request.wrong-origin')
  }
  if (
    origin !== undefined &&
    origin !== config.publicUrl &&
    !names.includes(origin.replace(/^https?:\/\//, ''))
  ) {
    throw problem('request.wrong-origin')
  }
}

const read = <T extends z.ZodType>(schema: T, value: unknown): z.infer<T> => {
  const parsed = schema.safeParse(value ?? {})
  if (!parsed.success) {
    throw problem('request.invalid', {
      fields: parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), code: issue.code })),
    })
  }
  return parsed.data
}

export const mountWorld = (app: FastifyInstance, parts: WorldParts): void => {
  const sendPage = openPages(parts.config)
  app.get('/', (_, reply) => sendPage(reply, 'world'))
  void app.register(
    (scope, _, done) => {
      scope.addHook('onRequest', (request, __, next) => {
        mustBeHere(request, parts.config)
        next()
      })
      mountReads(scope, parts)
      mountDeeds(scope, parts)
      mountAgencies(scope, parts)
      mountParties(scope, parts)
      mountStays(scope, parts)
      done()
    },
    { prefix: '/world' },
  )
}

const mountReads = (app: FastifyInstance, { config, context, post }: WorldParts): void => {
  app.get('/cast', () =>
    cast.map((member) => ({
      id: member.id,
      name: member.name,
      role: 'citizen',
      about: member.about,
      personal_number: member.personalNumber,
      phone: member.phone,
      email: member.email,
      birth_date: member.birthDate,
      portrait_url: `/world/portraits/${member.id}.jpg`,
      card_qr: cardQrOf(member),
    })),
  )
  // Each asking is another moment before her camera; `?still` shows her as the pages do.
  app.get<{ Params: { file: string }; Querystring: { still?: string } }>(
    '/portraits/:file',
    async (request, reply) => {
      const member = cast.find((one) => `${one.id}.jpg` === request.params.file)
      if (!member) {
        throw problem('request.not-found')
      }
      return reply
        .type('image/jpeg')
        .header('cache-control', 'no-cache')
        .send(await (request.query.still === undefined ? nextCastPortrait(member) : castPortrait(member)))
    },
  )
  app.get<{ Params: { file: string } }>(
    '/chips/:file',
    async (request) =>
      (await chipOnReader(context, request.params.file.replace(/\.json$/, ''), request.query)).file,
  )
  app.get<{ Params: { id: string } }>('/chips/:id/answer', async (request) => {
    const { challenge } = read(z.object({ challenge: z.base64url().max(16) }).loose(), request.query)
    return {
      answer: (await chipOnReader(context, request.params.id, request.query))
        .answer(Buffer.from(challenge, 'base64url'))
        .toString('base64'),
    }
  })
  app.get<{ Params: { id: string } }>('/fingers/:id', (request) => {
    const hands = castHands(request.params.id)
    const { finger, press } = read(
      z.object({
        finger: z.enum(fingers).default('right-index'),
        press: z.coerce.number().int().min(1).max(1_000_000).default(1),
      }),
      request.query,
    )
    const impression = hands && scan(hands, finger, press)
    if (!impression) {
      throw problem('request.not-found')
    }
    return {
      finger,
      quality: impression.quality,
      template: Buffer.from(impression.template).toString('base64'),
    }
  })
  app.get<{ Querystring: { to?: string } }>('/outbox', (request) => post.messages(request.query.to))
  app.get('/tour', () => tourState(context))
  app.get('/simulators.js', (_, reply) => reply.sendFile('world/simulators.js', { cacheControl: false }))
  app.get('/places', () => ({
    portal: portalUrl(config),
    app: '/app/',
    counter: '/counter/',
    console: '/console/',
    docs: '/api/docs',
    api: '/api/openapi.json',
  }))
  app.get('/clock', () => ({ now: now().toISOString(), ahead_s: worldClockAhead_s() }))
  app.get('/stream', (request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    const stop = post.onMessage((message) =>
      reply.raw.write(`event: outbox\ndata: ${JSON.stringify(message)}\n\n`),
    )
    const beat = setInterval(() => reply.raw.write(': beat\n\n'), 15_000)
    request.raw.once('close', () => {
      stop()
      clearInterval(beat)
    })
    reply.raw.write(': open\n\n')
  })
}

/** Her present card: a new one, once it was handed over to her. */
const chipOnReader = async (context: OpenAppContext, id: string, query: unknown): Promise<WorldChip> => {
  const { variant } = read(
    z.object({ variant: z.string().refine(isChipVariant).default('genuine') }).loose(),
    query,
  )
  const member = cast.find((one) => one.id === id)
  const card = member
    ? (await findPerson(context.tools.read, context.tools, member.personalNumber))?.card
    : undefined
  const isNew = card !== undefined && card !== null && card.issuedOn !== member?.issuedOn
  const chip = isChipVariant(variant)
    ? castChip(id, { variant }, isNew ? { issuedOn: card.issuedOn, expiresOn: card.expiresOn } : {})
    : undefined
  if (!chip) {
    throw problem('request.not-found')
  }
  return chip
}

const mountDeeds = (
  app: FastifyInstance,
  { context, post, agencies, parties, restartPortal }: WorldParts,
): void => {
  app.post('/reset', async () => {
    await resetWorld(context)
    await agencies.reset()
    await parties.reset()
    post.clear()
    post.setDelay(USUAL_ARRIVAL_MS)
    await restartPortal()
    return { reset: true }
  })
  app.post('/enter', async (request) => {
    const { officer, lost } = read(
      z.object({ officer: z.string().refine(isStaff), lost: z.boolean().default(false) }),
      request.body,
    )
    if (!isStaff(officer)) {
      throw problem('request.not-found')
    }
    const { ticket } = await context.transact((work) =>
      addOfficer(work, context.tools, { ...staff[officer], hasLostPasskey: lost }),
    )
    return { ticket }
  })
  // In the world everybody is an administrator.
  app.post('/devices', async (request) => {
    const device = read(
      z.object({ officeId: z.uuid(), desk: deskName, kinds: z.array(deviceKind).min(1).max(4) }),
      request.body,
    )
    const name = 'Thiết bị giả lập'
    const ticket = await context.transact((work) =>
      drawDeviceTicket(work, context.tools, { ...device, name }),
    )
    return { ticket }
  })
  app.post('/clock', async (request) => {
    const { ahead_s } = read(
      z.object({
        ahead_s: z
          .number()
          .int()
          .min(0)
          .max(10 * 365 * 86_400),
      }),
      request.body,
    )
    await setWorldClock(context, ahead_s)
    return { now: now().toISOString(), ahead_s: worldClockAhead_s() }
  })
  app.post('/sms', (request) => {
    const { delay_s } = read(z.object({ delay_s: z.number().min(0).max(120) }), request.body)
    post.setDelay(delay_s > 0 ? delay_s * 1000 : USUAL_ARRIVAL_MS)
    return { delay_s }
  })
}
