/** Whether the process lives, whether it can serve, and its counters for Prometheus. */
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import { outboxBacklog } from '../jobs/outbox.ts'
import type { AppContext } from '../kernel/app-context.ts'
import type { Reading } from '../kernel/work.ts'
import { smsPause } from '../modules/people/accounts/sms-pause.ts'
import { waitingOfLog } from '../modules/platform/audit/sequence-lines.ts'
import { witnessBacklog } from '../modules/platform/audit/witness/ask-witness.ts'
import { traffic } from '../storage/pool.ts'
import { measureFigures } from './gauges.ts'
import { measurePresence } from './presence-metrics.ts'
import { measureSms } from './sms-metrics.ts'
import { measureSources } from './source-metrics.ts'

export interface Readiness {
  /** Parts that are not up, by name; empty when all is well. */
  missing(): readonly string[]
}

const measureOutbox = (registry: Registry, read: Reading): void =>
  measureFigures(registry, () => outboxBacklog(read), [
    {
      name: 'sen_outbox_events',
      help: 'Events that failed at least once, and events kept because this version cannot read them',
      labelNames: ['state'],
      fill(into, { failing, kept }) {
        into.set({ state: 'failing' }, failing)
        into.set({ state: 'kept' }, kept)
      },
    },
    {
      name: 'sen_outbox_oldest_seconds',
      help: 'How long the oldest due event has waited',
      labelNames: [],
      fill: (into, { oldest_s: oldest }) => into.set(oldest),
    },
  ])

const measureWitnesses = (registry: Registry, read: Reading, names: readonly string[]): void =>
  measureFigures(registry, () => witnessBacklog(read, names), [
    {
      name: 'sen_audit_witness_behind_leaves',
      help: 'Leaves of the audit log in a checkpoint that the witness has not cosigned',
      labelNames: ['witness'],
      fill: (into, seen) => seen.forEach(({ name, behind }) => into.set({ witness: name }, behind)),
    },
    {
      name: 'sen_audit_witness_oldest_seconds',
      help: 'How long the oldest checkpoint over them has waited for the witness',
      labelNames: ['witness'],
      fill: (into, seen) => seen.forEach(({ name, oldest_s: oldest }) => into.set({ witness: name }, oldest)),
    },
  ])

const measureLog = (registry: Registry, read: Reading): void =>
  measureFigures(registry, () => waitingOfLog(read), [
    {
      name: 'sen_audit_oldest_waiting_seconds',
      help: 'How long the oldest audit line has waited for its leaf; over a minute nothing numbers them',
      labelNames: [],
      fill: (into, waited) => into.set(waited),
    },
  ])

interface Measured {
  readonly context: AppContext
  readonly readiness: Readiness
  /** Names of those who cosign the audit log. */
  readonly witnesses: readonly string[]
}

/** Lines have their leaf within a second. */
const LOG_LATE_S = 60

/** What a database that answers says of itself. */
const lackingIn = async (read: Reading): Promise<string[]> => {
  const { kept } = await outboxBacklog(read)
  const waited = await waitingOfLog(read)
  return [
    ...(waited > LOG_LATE_S ? [`numbering of the audit log (a line waits for ${Math.round(waited)} s)`] : []),
    ...(kept > 0 ? [`reactions to ${kept} events that this version cannot read`] : []),
    ...((await smsPause(read)) ? ['sms to strangers (paused by the operator)'] : []),
  ]
}

export const mountMetrics = (app: FastifyInstance, { context, readiness, witnesses }: Measured): void => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'sen_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
    registers: [registry],
  })
  new Counter({
    name: 'sen_database_queries_total',
    help: 'Statements sent to the database',
    registers: [registry],
    collect() {
      this.reset()
      this.inc(traffic.statements)
    },
  })
  measurePresence(registry)
  measureOutbox(registry, context.tools.read)
  measureLog(registry, context.tools.read)
  measureWitnesses(registry, context.tools.read, witnesses)
  measureSms(registry, context.tools.read)
  measureSources(registry, context.tools.read)
  app.addHook('onResponse', (request, reply, done) => {
    // The route's pattern, never the address: an address can hold a reference to a person.
    duration
      .labels(request.routeOptions.url ?? 'none', String(reply.statusCode))
      .observe(reply.elapsedTime / 1000)
    done()
  })
  app.get('/metrics', async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()))
  app.get('/healthz', (_, reply) => reply.send({ alive: true }))
  app.get('/readyz', async (_, reply) => {
    const database = await context.tools.read.one('select 1 as up').then(
      () => [],
      () => ['database'],
    )
    const lacking = database.length > 0 ? database : await lackingIn(context.tools.read)
    const missing = [...lacking, ...readiness.missing()]
    return reply.code(database.length > 0 ? 503 : 200).send({ ready: database.length === 0, missing })
  })
}
