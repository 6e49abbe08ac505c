/**
 * Starts Sen: settings, data folder, database, migrations, house, edge, jobs, each with its time; and stops
 * it in the opposite order.
 * Whatever fails on the way is undone before the one sentence that says why is thrown.
 */
import { createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { readConfig, type Config } from './config.ts'
import { makeDataFolder } from './data-folder.ts'
import { followCalendar } from './follow-calendar.ts'
import { followWorldClock, openAppContext, type OpenAppContext } from './open-app-context.ts'
import { buildServer } from '../http/server.ts'
import { openPages } from '../http/pages.ts'
import { runJobs, type Lines, type RunningJobs } from './run-jobs.ts'
import { actorOf, requestContextOf, mustBeOwnOrigin } from '../http/request-context.ts'
import { mountFederation } from '../modules/access/federation/provider/mount.ts'
import { mountIssuer } from '../modules/documents/credentials/openid4vci/mount.ts'
import { openProvider } from '../modules/access/federation/provider/provider.ts'
import { openCheckpointSigner } from '../modules/platform/audit/checkpoint.ts'
import { SIGNS, verifierKeyOf } from '../modules/platform/audit/note-key.ts'
import { loadSecrets, type Secrets } from './secrets.ts'
import { markAsWorld, settleOperator } from './production.ts'
import { StartRefused, takeServeLock } from './serve-lock.ts'
import { openDatabase } from './database.ts'
import { readInstallation } from '../storage/installation.ts'
import { hasAccounts } from '../modules/people/accounts/open-account.ts'
import { hasPersons } from '../modules/registry/population/find-person.ts'

/** What the demo world is to a starting Sen; Sen itself knows no more of it. */
interface World {
  readonly lines: Lines
  mount(app: FastifyInstance): Promise<void> | void
  /** Fills an empty database with its cast; called before the edge listens. */
  settle(): Promise<void>
  /** Starts what talks to Sen over the network; called when it answers. */
  open(): Promise<readonly string[]>
  stop(): Promise<void>
}
export type AttachWorld = (sen: {
  config: Config
  context: OpenAppContext
  secrets: Secrets
}) => Promise<World>

export interface StartOptions {
  readonly env: NodeJS.ProcessEnv
  readonly unsetWorld: 'on' | 'off'
  readonly parts: { readonly edge: boolean; readonly jobs: boolean }
  readonly attachWorld: AttachWorld
  readonly say: (line: string) => void
  /** Where the edge's log goes; standard output when unset. */
  readonly logTo?: NodeJS.WritableStream
}

export interface RunningSen {
  readonly config: Config
  readonly phases: readonly Phase[]
  /** Further lines for the operator, below the ready line. */
  readonly doors: readonly string[]
  stop(): Promise<void>
}
interface Phase {
  readonly name: string
  readonly ms: number
}

export const startSen = async (options: StartOptions): Promise<RunningSen> => {
  const undo: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    // One part that cannot be stopped must not keep the others running.
    let fault: unknown
    for (let deed = undo.pop(); deed; deed = undo.pop()) {
      await deed().catch((error: unknown) => {
        fault ??= error
      })
    }
    if (fault) {
      throw fault
    }
  }
  try {
    return { ...(await start(options, (deed) => void undo.push(deed))), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Undo = (deed: () => Promise<unknown>) => void

const start = async (
  { env, unsetWorld, parts, attachWorld, say, logTo }: StartOptions,
  undo: Undo,
): Promise<Omit<RunningSen, 'stop'>> => {
  const phases: Phase[] = []
  const phase = async <T>(name: string, deed: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const result = await deed()
    phases.push({ name, ms: Math.round(performance.now() - began) })
    return result
  }
  const config = readConfig(env, unsetWorld)
  if (parts.edge) {
    await mustBeFree(config.port, config.host)
    if (config.isWorldOn) {
      await mustBeFree(config.port + 1, config.host)
    }
  }
  await makeDataFolder(config.dataDir)
  if (parts.edge) {
    undo(await takeServeLock(config.dataDir))
  }
  const secrets = await loadSecrets(config.dataDir)
  const database = await phase('database', () => openDatabase(config))
  undo(database.close)
  const context = await phase('schema', async () => {
    const opened = await openAppContext(config, secrets, database.url)
    undo(opened.close)
    await database.migrate(opened.pool)
    await settleOperator(config, opened)
    undo(await followCalendar(opened))
    return opened
  })
  const world = await phase('world', () => openWorld(config, context, secrets, attachWorld, undo))
  const jobs = parts.jobs
    ? runJobs(
        context,
        config,
        secrets,
        world?.lines ?? { smpp: config.smpp ?? undefined, smtp: config.smtp ?? undefined },
        say,
      )
    : null
  if (jobs) {
    undo(jobs.stop)
  }
  if (parts.edge) {
    await phase('edge', () => openEdge(config, context, secrets, jobs, world, logTo, undo))
  }
  return { config, phases, doors: world && parts.edge ? await phase('portal', () => world.open()) : [] }
}

const openWorld = async (
  config: Config,
  context: OpenAppContext,
  secrets: Secrets,
  attachWorld: AttachWorld,
  undo: Undo,
): Promise<World | null> => {
  if (!config.isWorldOn) {
    return null
  }
  const madeByWorld = (await readInstallation(context.tools.read, 'made_by_world')) === 'yes'
  const { read } = context.tools
  if (!madeByWorld && ((await hasPersons(read)) || (await hasAccounts(read)))) {
    throw new StartRefused(
      'This database was not made by the demo world, so the world stays out of it. Set SEN_WORLD=off, or use an empty database.',
    )
  }
  await markAsWorld(config, context)
  await followWorldClock(context)
  const world = await attachWorld({ config, context, secrets })
  undo(world.stop)
  await world.settle()
  return world
}

const openEdge = async (
  config: Config,
  context: OpenAppContext,
  secrets: Secrets,
  jobs: RunningJobs | null,
  world: World | null,
  logTo: StartOptions['logTo'],
  undo: Undo,
): Promise<void> => {
  const servePage = openPages(config)
  const provider = await openProvider({ context, secrets })
  undo(async () => provider.close())
  const federation = (app: FastifyInstance): Promise<void> =>
    mountFederation(app, {
      provider,
      context,
      requestContextOf,
      mustBeOwnOrigin,
      servePage: (reply) => servePage(reply, 'sign-in'),
    })
  const issuer = (app: FastifyInstance): Promise<void> =>
    mountIssuer(app, { context, requestContextOf, actorOf })
  const app = await buildServer({
    config,
    context,
    readiness: { missing: () => jobs?.missing() ?? [] },
    log: {
      key: openCheckpointSigner(secrets.checkpointSeed).verifierKey,
      witnesses: config.witnesses.map(({ key }) => verifierKeyOf(key, SIGNS.cosignature)),
    },
    ...(logTo ? { logTo } : {}),
    mount: [
      federation,
      issuer,
      ...(world ? [(instance: FastifyInstance) => world.mount(instance)] : [mountRoot]),
    ],
  })
  undo(() => app.close())
  await app.listen({ port: config.port, host: config.host })
}

/** With the world off the root leads to the app. */
const mountRoot = (app: FastifyInstance): void => {
  app.get('/', (_, reply) => reply.redirect('/app/', 302))
}

const mustBeFree = (port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken by another program. Stop it, or set PORT to a free one.`
          : `Port ${port} on ${host} cannot be opened (${error.code}).`
      reject(new StartRefused(why))
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
