/** calendar list, propose, confirm, drop: holidays that are announced, changed by two persons. */
import { addDays } from '../../formats/vietnam-day.ts'
import { now } from '../kernel/clock.ts'
import { dayInVietnam } from '../kernel/policy.ts'
import { calendarChange } from '../modules/registry/territory/calendar-change.ts'
import { calendarYears } from '../modules/registry/territory/calendar-days.ts'
import {
  CalendarChangeNotTaken,
  confirmChange,
  dropChange,
  proposedChanges,
  proposeChange,
  refreshCalendar,
} from '../modules/registry/territory/change-calendar.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'
import { readJsonFile } from './json-file.ts'
import { leaveOperatorLine, type OperatorDeed } from './operator-line.ts'
import { byOf, sha256Of } from './two-persons.ts'

/** What the deed does not take is one sentence to whoever typed the command. */
const taken = async <T>(deed: () => Promise<T>): Promise<T> => {
  try {
    return await deed()
  } catch (error) {
    throw error instanceof CalendarChangeNotTaken ? new UsageRefused(error.message) : error
  }
}

const propose = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const { positionals, values } = readWords(words, { by: { type: 'string' } }, 1)
  const by = byOf(values.by)
  const { content: change } = await readJsonFile(positionals[0] ?? '', calendarChange)
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    const sha256 = await taken(() =>
      context.transact(async (work) => {
        const digest = await proposeChange(work, change, by, now())
        leaveOperatorLine(work, { config }, proposed({ sha256: digest, by, days: change.days.length }))
        return digest
      }),
    )
    for (const { day, offices, why } of change.days) {
      out(JSON.stringify({ day, offices, why: why.en }))
    }
    out(JSON.stringify({ sha256, source: change.source, proposedBy: by }))
    return 0
  })
}
const proposed = (effect: OperatorDeed['effect']): OperatorDeed => ({
  command: 'calendar propose',
  purpose: 'operator-calendar-proposed',
  effect,
})

const confirm = async (words: readonly string[], { env, out, say }: CommandContext): Promise<ExitCode> => {
  const { positionals, values } = readWords(words, { by: { type: 'string' } }, 1)
  const [sha256, by] = [sha256Of(positionals[0]), byOf(values.by)]
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    const { revision, change } = await taken(() =>
      context.transact(async (work) => {
        const row = await confirmChange(work, { sha256, by }, now())
        const effect = {
          sha256,
          by,
          revision: row.revision,
          days: row.change.days.map(({ day }) => day).join(' '),
        }
        leaveOperatorLine(
          work,
          { config },
          { command: 'calendar confirm', purpose: 'operator-calendar-confirmed', effect },
        )
        return row
      }),
    )
    out(JSON.stringify({ revision, source: change.source, days: change.days.length, confirmedBy: by }))
    say('Open cases are counted anew within a minute or two; whoever was told a day is told the new one.')
    return 0
  })
}

const drop = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const { positionals, values } = readWords(words, { by: { type: 'string' } }, 1)
  const [sha256, by] = [sha256Of(positionals[0]), byOf(values.by)]
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    await taken(() =>
      context.transact(async (work) => {
        await dropChange(work, sha256)
        leaveOperatorLine(
          work,
          { config },
          { command: 'calendar drop', purpose: 'operator-calendar-dropped', effect: { sha256, by } },
        )
      }),
    )
    out(JSON.stringify({ sha256, droppedBy: by }))
    return 0
  })
}

const list = async (words: readonly string[], { env, out, say }: CommandContext): Promise<ExitCode> => {
  readWords(words, {}, 0)
  return inAppContext<ExitCode>(env, async ({ context: { tools } }) => {
    const today = dayInVietnam(now())
    for (const { year, standing, source, closed, open } of calendarYears) {
      if (String(year) >= today.slice(0, 4)) {
        out(JSON.stringify({ year, standing, closed: closed.length, open: open.length, source }))
      }
    }
    for (const { revision, change, confirmedBy, settledAt } of await refreshCalendar(tools.read)) {
      const { source, days } = change
      out(JSON.stringify({ revision, source, days, confirmedBy, isCounted: settledAt !== null }))
    }
    for (const { sha256, change, proposedBy } of await proposedChanges(tools.read)) {
      out(JSON.stringify({ sha256, ...change, proposedBy }))
    }
    const last = String(calendarYears.at(-1)?.year ?? 0)
    if (addDays(today, 180).slice(0, 4) > last) {
      say(`The holidays after ${last} are not known: time limits that reach there end too early.`)
    }
    return 0
  })
}

export const calendarCommands: Command[] = [
  {
    usage: 'calendar list',
    says: 'lists the years whose holidays are known, what was announced since, and what is proposed',
    leaves: null,
    run: list,
  },
  {
    usage: 'calendar propose FILE --by NAME',
    says: 'keeps announced days, closed or worked, until somebody else confirms them (docs/operate.md)',
    leaves: 'operator-calendar-proposed',
    run: propose,
  },
  {
    usage: 'calendar confirm SHA256 --by NAME',
    says: 'offices are closed or open on these days from now on; open time limits are counted anew',
    leaves: 'operator-calendar-confirmed',
    run: confirm,
  },
  {
    usage: 'calendar drop SHA256 --by NAME',
    says: 'takes back what nobody has confirmed',
    leaves: 'operator-calendar-dropped',
    run: drop,
  },
]
