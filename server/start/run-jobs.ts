/**
 * All the jobs of an installation: facts to reactions, letters out, the audit log's sequencer, what has
 * lapsed. Any number of workers may run.
 */
import { join } from 'node:path'
import type { Config } from './config.ts'
import { followWorldClock, type OpenAppContext } from './open-app-context.ts'
import { now } from '../kernel/clock.ts'
import { openCheckpointSigner } from '../modules/platform/audit/checkpoint.ts'
import { followNext } from '../modules/people/locks/follow-register.ts'
import { followNextWard } from '../modules/cases/representation/tie.ts'
import { remindRecoveries } from '../modules/access/authentication/recovery/remind-recoveries.ts'
import type { SmtpOptions } from '../modules/platform/notifications/mail-line.ts'
import type { SmppOptions } from '../modules/platform/notifications/sms-line.ts'
import { tellLateCards } from '../modules/cases/cards/tell-late-cards.ts'
import { tellLateCases } from '../modules/cases/casework/late-cases.ts'
import { discrepancyKind } from '../modules/cases/discrepancies/discrepancy-case.ts'
import { reactions } from '../reactions/reactions.ts'
import type { Secrets } from './secrets.ts'
import { startLetterJob } from '../jobs/deliver-letters.ts'
import { FORGET_EVERY_MS, forgetLapsed } from '../jobs/forget-lapsed.ts'
import { startLoop } from '../jobs/loop.ts'
import { openDispatcher } from '../jobs/outbox.ts'
import { startSequencing } from '../jobs/sequence-audit.ts'

export interface Lines {
  readonly smpp?: SmppOptions | undefined
  readonly smtp?: SmtpOptions | undefined
}

export interface RunningJobs {
  missing(): readonly string[]
  stop(): Promise<void>
}

/** How long the job rests when nobody's card or life is due to be asked about. */
const FOLLOW_EVERY_MS = 5000
/** Also the demo world's moved clock is followed within seconds. */
const REMIND_EVERY_MS = 2000

/** How often the clock looks for cases that ran over their time. */
const OVERDUE_EVERY_MS = 10_000

export const CHECKPOINTS = 'checkpoints.log'

/** `say` gets one line of the operator's log; it never holds personal data. */
export const runJobs = (
  context: OpenAppContext,
  config: Config,
  secrets: Secrets,
  lines: Lines,
  say: (line: string) => void,
): RunningJobs => {
  const onError = (name: string, error: unknown): void =>
    say(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  const letters = startLetterJob({
    transact: context.transact,
    tools: context.tools,
    ...lines,
    log: (event) => {
      if (event.event === 'failed' || event.event === 'job-failed' || event.event === 'line-lost') {
        say(`letters: ${event.event} ${event.channel ?? ''} ${event.reason ?? ''}`)
      }
    },
  })
  const dispatcher = openDispatcher({
    transact: context.transact,
    tools: context.tools,
    reactions,
    onFailure: ({ kind, reaction, reason }) => say(`reaction "${reaction}" to ${kind} failed: ${reason}`),
  })
  const outbox = startLoop({
    name: 'outbox',
    every_ms: 250,
    onError,
    async run() {
      const had = await dispatcher.run()
      if (had) {
        letters.wake()
      }
      return had
    },
  })
  context.onFacts(() => outbox.wake())
  const lapsed = startLoop({
    name: 'forget-lapsed',
    every_ms: FORGET_EVERY_MS,
    onError,
    run: async () => (await forgetLapsed(context.transact)) >= 1000,
  })
  const register = startLoop({
    name: 'follow-register',
    every_ms: FOLLOW_EVERY_MS,
    onError,
    run: () => context.transact((work) => followNext(work, context.tools)),
  })
  const wards = startLoop({
    name: 'follow-wards',
    every_ms: FOLLOW_EVERY_MS,
    onError,
    run: () => context.transact((work) => followNextWard(work, context.tools)),
  })
  const reminders = startLoop({
    name: 'recovery-reminders',
    every_ms: REMIND_EVERY_MS,
    onError,
    run: async () => (await context.transact((work) => remindRecoveries(work, now()))) > 0,
  })
  const overdue = startLoop({
    name: 'discrepancies-overdue',
    every_ms: OVERDUE_EVERY_MS,
    onError,
    run: async () => (await tellLateCases(context.transact, context.tools, discrepancyKind)) > 0,
  })
  const lateCards = startLoop({
    name: 'cards-overdue',
    every_ms: OVERDUE_EVERY_MS,
    onError,
    run: async () => (await tellLateCards(context.transact, context.tools)) > 0,
  })
  const clock = config.isWorldOn
    ? startLoop({
        name: 'world-clock',
        every_ms: 1000,
        onError,
        run: async () => {
          await followWorldClock(context)
          return false
        },
      })
    : null
  const sequencer = startSequencing(
    {
      pool: context.pool,
      signer: openCheckpointSigner(secrets.checkpointSeed),
      checkpointsFile: join(config.dataDir, CHECKPOINTS),
    },
    (error) => say(`audit sequencer: ${error.message}`),
  )
  return {
    missing() {
      const { sms, email } = letters.readiness()
      return [...(sms === 'up' ? [] : [`sms ${sms}`]), ...(email === 'up' ? [] : [`email ${email}`])]
    },
    async stop() {
      await Promise.all([
        outbox.stop(),
        lapsed.stop(),
        overdue.stop(),
        lateCards.stop(),
        register.stop(),
        wards.stop(),
        reminders.stop(),
        clock?.stop(),
        sequencer.stop(),
      ])
      await letters.stop()
    },
  }
}
