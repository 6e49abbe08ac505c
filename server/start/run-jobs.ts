/**
 * All the jobs of an installation: events to reactions, letters out, the audit log's sequencer, what has
 * lapsed, and what each module does again and again. Any number of workers may run.
 */
import { join } from 'node:path'
import type { Config } from './config.ts'
import { followWorldClock, type OpenAppContext } from './open-app-context.ts'
import { openCheckpointSigner } from '../modules/platform/audit/checkpoint.ts'
import { openMailLine, type SmtpOptions } from '../modules/platform/notifications/mail-line.ts'
import type { SmppOptions } from '../modules/platform/notifications/sms-line.ts'
import { kernelLapses } from '../kernel/retention.ts'
import { allModules } from '../modules/all.ts'
import type { Secrets } from './secrets.ts'
import { startLetterJob } from '../jobs/deliver-letters.ts'
import { allKeeps } from '../jobs/all-keeps.ts'
import { ERASE_EVERY_MS, eraseClosed } from '../jobs/erase-closed.ts'
import { eraseWithoutAccount } from '../jobs/erase-without-account.ts'
import { FORGET_EVERY_MS, forgetLapsed } from '../jobs/forget-lapsed.ts'
import { startAskingWitnesses } from '../jobs/ask-witnesses.ts'
import { RECOUNT_EVERY_MS, recountOpenCases } from '../jobs/recount-cases.ts'
import { startLoop, type Loop } from '../jobs/loop.ts'
import { allEvents, allReactions } from '../jobs/all-reactions.ts'
import { openDispatcher } from '../jobs/outbox.ts'
import { startSequencing } from '../jobs/sequence-audit.ts'
import { SMS_WATCH_EVERY_MS, watchSms, type Alarming } from '../jobs/watch-sms.ts'

export interface Lines {
  readonly smpp?: SmppOptions | undefined
  readonly smtp?: SmtpOptions | undefined
}

export interface RunningJobs {
  missing(): readonly string[]
  stop(): Promise<void>
}

const lapses = [...kernelLapses, ...allModules.flatMap((module) => module.lapses)]

export const CHECKPOINTS = 'checkpoints.log'

export const WITNESSES = 'witnesses'

type OnError = (name: string, error: unknown) => void
type Say = (line: string) => void

/** `say` gets one line of the operator's log; it never holds personal data. */
export const runJobs = (
  context: OpenAppContext,
  config: Config,
  secrets: Secrets,
  lines: Lines,
  say: Say,
): RunningJobs => {
  const onError: OnError = (name, error) =>
    say(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  const letters = startLetters(context, lines, say)
  const mail = lines.smtp && config.alarmTo ? { line: openMailLine(lines.smtp), to: config.alarmTo } : null
  const others = [
    startReactions(context, say, onError, () => letters.wake()),
    ...startPeriodic(context, config, onError),
    startWatchingSms(context, { say, mail }, onError),
    ...startAuditLog(context, config, secrets, say, onError),
  ]
  return {
    missing() {
      const { sms, email } = letters.readiness()
      return [...(sms === 'up' ? [] : [`sms ${sms}`]), ...(email === 'up' ? [] : [`email ${email}`])]
    },
    async stop() {
      await Promise.all(others.map((job) => job.stop()))
      await Promise.all([letters.stop(), mail?.line.stop()])
    },
  }
}

type Stoppable = Pick<Loop, 'stop'>

const startLetters = (context: OpenAppContext, lines: Lines, say: Say): ReturnType<typeof startLetterJob> =>
  startLetterJob({
    transact: context.transact,
    tools: context.tools,
    ...lines,
    log: (event) => {
      if (event.event === 'failed' || event.event === 'job-failed' || event.event === 'line-lost') {
        say(`letters: ${event.event} ${event.channel ?? ''} ${event.reason ?? ''}`)
      }
    },
  })

const startReactions = (
  context: OpenAppContext,
  say: Say,
  onError: OnError,
  wakeLetters: () => void,
): Stoppable => {
  const dispatcher = openDispatcher({
    transact: context.transact,
    tools: context.tools,
    events: allEvents,
    reactions: allReactions,
    onKept: ({ kind, because }) => say(`event ${kind} is kept: ${because}`),
    onFailure: ({ kind, reaction, reason }) => say(`reaction "${reaction}" to ${kind} failed: ${reason}`),
  })
  const outbox = startLoop({
    name: 'outbox',
    every_ms: 250,
    onError,
    async run() {
      const had = await dispatcher.run()
      if (had) {
        wakeLetters()
      }
      return had
    },
  })
  context.onEvents(() => outbox.wake())
  return outbox
}

/** What has lapsed, what each module does again and again, and the demo world's clock. */
const startPeriodic = (context: OpenAppContext, config: Config, onError: OnError): Stoppable[] => {
  const lapsed = startLoop({
    name: 'forget-lapsed',
    every_ms: FORGET_EVERY_MS,
    onError,
    run: () => forgetLapsed(context.transact, lapses),
  })
  const erasing = startLoop({
    name: 'erase-closed',
    every_ms: ERASE_EVERY_MS,
    onError,
    run: () => eraseClosed(context.transact, context.tools, allKeeps),
  })
  const erasingOthers = startLoop({
    name: 'erase-without-account',
    every_ms: ERASE_EVERY_MS,
    onError,
    run: () => eraseWithoutAccount(context.transact, context.tools, allKeeps),
  })
  const cases = allModules.flatMap((module) => module.cases)
  const recounting = startLoop({
    name: 'recount-cases',
    every_ms: RECOUNT_EVERY_MS,
    onError,
    run: () => recountOpenCases(context, cases),
  })
  const jobs = allModules
    .flatMap((module) => module.jobs)
    .map(({ name, every_ms, run }) => startLoop({ name, every_ms, onError, run: () => run(context) }))
  return [
    lapsed,
    erasing,
    erasingOthers,
    recounting,
    ...jobs,
    ...(config.isWorldOn ? [startWorldClock(context, onError)] : []),
  ]
}

const startWatchingSms = (context: OpenAppContext, alarming: Alarming, onError: OnError): Stoppable =>
  startLoop({
    name: 'watch-sms',
    every_ms: SMS_WATCH_EVERY_MS,
    onError,
    run: () => watchSms(context.transact, alarming),
  })

const startWorldClock = (context: OpenAppContext, onError: OnError): Stoppable =>
  startLoop({
    name: 'world-clock',
    every_ms: 1000,
    onError,
    run: async () => {
      await followWorldClock(context)
      return false
    },
  })

/** Numbers and signs the lines, and lets the witnesses see what was signed. */
const startAuditLog = (
  context: OpenAppContext,
  config: Config,
  secrets: Secrets,
  say: Say,
  onError: OnError,
): Stoppable[] => [
  startSequencing(
    {
      pool: context.pool,
      signer: openCheckpointSigner(secrets.checkpointSeed),
      lineKey: secrets.lineKey,
      checkpointsFile: join(config.dataDir, CHECKPOINTS),
    },
    (error) => say(`audit sequencer: ${error.message}`),
  ),
  startAskingWitnesses(
    { read: context.tools.read, transact: context.transact, folder: join(config.dataDir, WITNESSES) },
    config.witnesses,
    onError,
  ),
]
