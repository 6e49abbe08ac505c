/** What a command of `sen` is, and how its words are read. */

import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { operatorPurposes } from '../../contract/purposes/operator.ts'

/** 0 all well, 1 failed, 2 done with rejects. */
export type ExitCode = 0 | 1 | 2

export interface Command {
  /** As in the help: `population import FILE [--rejects FILE]`. */
  readonly usage: string
  readonly says: string
  /** The purpose of its line in the log; null for what changes nothing and takes no data out. */
  readonly leaves: keyof typeof operatorPurposes | null
  run(words: readonly string[], context: CommandContext): Promise<ExitCode>
}

export interface CommandContext {
  readonly env: NodeJS.ProcessEnv
  /** Results, for scripts. */
  out(line: string): void
  /** Progress and complaints, for people. */
  say(line: string): void
}

/** The words cannot be read. The message is one sentence. */
export class UsageRefused extends Error {}

export const readWords = <T extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: T,
  positionals: number,
) => {
  try {
    const parsed = parseArgs({ args: [...words], options, allowPositionals: positionals > 0, strict: true })
    if (parsed.positionals.length !== positionals) {
      throw new UsageRefused(
        positionals === 0
          ? 'This command takes no further word.'
          : `This command takes ${positionals} further word${positionals > 1 ? 's' : ''}, a file or a name.`,
      )
    }
    return parsed
  } catch (error) {
    throw error instanceof UsageRefused
      ? error
      : new UsageRefused(error instanceof Error ? error.message : String(error))
  }
}
