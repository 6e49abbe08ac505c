/** sms status, sms pause, sms resume: what text messages to strangers cost, and the switch. */
import { now } from '../kernel/clock.ts'
import { ceilingFigures } from '../modules/people/accounts/sms-ceilings.ts'
import { pauseSms, resumeSms, smsPause } from '../modules/people/accounts/sms-pause.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'
import { leaveOperatorLine } from './operator-line.ts'

const REASON_MOST = 300

/** The reason. */
const wordsOf = (words: readonly string[]): string => {
  const { values } = readWords(words, { for: { type: 'string' }, reason: { type: 'string' } }, 0)
  if (values.for !== 'strangers') {
    throw new UsageRefused('--for takes strangers: codes to people who have shown something always go out.')
  }
  const reason = values.reason?.trim() ?? ''
  if (reason === '' || reason.length > REASON_MOST) {
    throw new UsageRefused(`--reason is needed, in at most ${REASON_MOST} letters.`)
  }
  return reason
}

const pause = (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const reason = wordsOf(words)
  return inAppContext<ExitCode>(env, async ({ config, context }) => {
    const since = now().toISOString()
    await context.transact(async (work) => {
      await pauseSms(work, { since, reason })
      const effect = { for: 'strangers', reason }
      leaveOperatorLine(work, { config }, { command: 'sms pause', purpose: 'operator-sms-pause', effect })
    })
    out(JSON.stringify({ paused: true, since, reason }))
    return 0
  })
}

const resume = (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const reason = wordsOf(words)
  return inAppContext<ExitCode>(env, async ({ config, context }) => {
    await context.transact(async (work) => {
      if (!(await smsPause(work))) {
        throw new UsageRefused('Text messages to strangers are not paused.')
      }
      await resumeSms(work)
      const effect = { for: 'strangers', reason }
      leaveOperatorLine(work, { config }, { command: 'sms resume', purpose: 'operator-sms-resume', effect })
    })
    out(JSON.stringify({ paused: false }))
    return 0
  })
}

const status = (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  readWords(words, {}, 0)
  return inAppContext<ExitCode>(env, async ({ context }) => {
    const { read } = context.tools
    const at = now()
    const paused = await smsPause(read)
    const figures = (await ceilingFigures(read, at)).filter(({ ends_at: endsAt }) => endsAt > at)
    out(
      JSON.stringify({
        paused: paused !== null,
        ...paused,
        this_hour: figures.map(({ ceiling, key, codes, cost_dong: cost, percent }) => ({
          ceiling,
          of: key,
          codes,
          cost_dong: cost,
          percent,
        })),
      }),
    )
    return 0
  })
}

export const smsCommands: Command[] = [
  {
    usage: 'sms status',
    says: 'prints what text messages to strangers cost this hour, and whether they are paused, as JSON',
    leaves: null,
    run: status,
  },
  {
    usage: 'sms pause --for WHOM --reason TEXT',
    says: 'stops codes by text message to strangers (--for strangers), with a line in the log',
    leaves: 'operator-sms-pause',
    run: pause,
  },
  {
    usage: 'sms resume --for WHOM --reason TEXT',
    says: 'lets them go out again, with a line in the log',
    leaves: 'operator-sms-resume',
    run: resume,
  },
]
