/**
 * `sen <command>`: finds the command, runs it, turns every end into an exit code and at most one sentence.
 */
import { ConfigRefused } from '../start/config.ts'
import { TrustFileRefused } from '../modules/evidence/chips/trust-file.ts'
import { PopulationFileRefused } from '../modules/registry/population/import/population-file.ts'
import { UnitsFileRefused } from '../modules/registry/territory/import-units.ts'
import type { AttachWorld } from '../start/main.ts'
import { StartRefused } from '../start/serve-lock.ts'
import { StorageUnavailable } from '../storage/embedded/storage-unavailable.ts'
import { SchemaRefused } from '../storage/migrate.ts'
import { auditCommands } from './audit.ts'
import { chipCommands } from './chips.ts'
import { UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { bodyCommands } from './bodies.ts'
import { calendarCommands } from './calendar.ts'
import { deviceCommands } from './devices.ts'
import { documentCommands } from './documents.ts'
import { facilityCommands } from './facilities.ts'
import { officerCommands } from './officers.ts'
import { partyCommands } from './parties.ts'
import { sharingPartyCommands } from './sharing-parties.ts'
import { populationCommands } from './population.ts'
import { procedureCommands } from './procedures.ts'
import { readerCommands } from './reader.ts'
import { serveCommands } from './serve.ts'
import { smsCommands } from './sms.ts'
import { trustCommands } from './trust.ts'
import { witnessCommands } from './witness.ts'

const SENTENCES = [
  ConfigRefused,
  StartRefused,
  StorageUnavailable,
  SchemaRefused,
  UsageRefused,
  PopulationFileRefused,
  UnitsFileRefused,
  TrustFileRefused,
]

/** An error that was foreseen is its own sentence; any other is shown whole, because it is ours. */
export const wordOf = (error: unknown): string => {
  if (SENTENCES.some((kind) => error instanceof kind)) {
    return (error as Error).message
  }
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' && path) {
    return `There is no file ${path}.`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

export const allCommands = (attachWorld: AttachWorld): Command[] => [
  ...serveCommands(attachWorld),
  ...populationCommands,
  ...partyCommands,
  ...officerCommands,
  ...deviceCommands,
  ...bodyCommands,
  ...documentCommands,
  ...procedureCommands,
  ...calendarCommands,
  ...sharingPartyCommands,
  ...facilityCommands,
  ...trustCommands,
  ...chipCommands,
  ...readerCommands,
  ...smsCommands,
  ...auditCommands,
  ...witnessCommands,
]

const help = (commands: readonly Command[]): string => {
  const width = Math.max(...commands.map(({ usage }) => usage.length))
  return [
    'sen: run and keep a Sen installation',
    '',
    ...commands.map(({ usage, says }) =>
      usage.length > 60
        ? `  ${usage}\n${' '.repeat(64)}${says}`
        : `  ${usage.padEnd(Math.min(width, 60))}  ${says}`,
    ),
    '',
    'Exit codes: 0 all well, 1 failed, 2 done with rejects. Settings: docs/operate.md.',
  ].join('\n')
}

const matches = ({ usage }: Command, words: readonly string[]): number => {
  const names = usage.split(' ').filter((word) => /^[a-z-]+$/.test(word) && !word.startsWith('--'))
  return names.every((name, i) => words[i] === name) ? names.length : 0
}

export const runCli = async (
  words: readonly string[],
  context: CommandContext,
  attachWorld: AttachWorld,
): Promise<ExitCode> => {
  const commands = allCommands(attachWorld)
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help') {
    context.out(help(commands))
    return 0
  }
  const command = commands
    .map((c) => [matches(c, words), c] as const)
    .filter(([n]) => n > 0)
    .sort(([a], [b]) => b - a)[0]
  if (!command) {
    context.say(`There is no command "${words.slice(0, 2).join(' ')}". npm run -s sen -- help lists them.`)
    return 1
  }
  try {
    return await command[1].run(words.slice(command[0]), context)
  } catch (error) {
    context.say(
      error instanceof UsageRefused ? `${error.message}\nUsage: ${command[1].usage}` : wordOf(error),
    )
    return 1
  }
}
