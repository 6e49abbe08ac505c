/** units import, population import / synthesize / export. */
import { open } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { exportRegister } from '../modules/registry/population/import/export-register.ts'
import { importFile, type ImportProgress } from '../modules/registry/population/import/import-file.ts'
import { synthesize } from '../modules/registry/population/synthesis/synthesize.ts'
import { importUnits } from '../modules/registry/territory/import-units.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'
import { withOperatorLines } from './operator-line.ts'

const number = (value: number): string => value.toLocaleString('en-US')

/** One line that is written over itself on a screen, and a line every ten percent elsewhere. */
const showProgress = (say: CommandContext['say']) => {
  let tenth = -1
  return ({ done_bytes, size_bytes, rows_per_s, left_s }: ImportProgress): void => {
    const part = size_bytes > 0 ? done_bytes / size_bytes : 1
    const line = `${Math.round(part * 100)} % · ${number(Math.round(rows_per_s))} persons/s · ${Math.ceil(left_s)} s left`
    if (process.stderr.isTTY) {
      process.stderr.write(`\r${line}   `)
    } else if (Math.floor(part * 10) !== tenth) {
      say(line)
    }
    tenth = Math.floor(part * 10)
  }
}

const importPopulation = async (
  words: readonly string[],
  { env, out, say }: CommandContext,
): Promise<ExitCode> => {
  const { values, positionals } = readWords(words, { rejects: { type: 'string' } }, 1)
  return inAppContext<ExitCode>(env, async ({ config, context }) => {
    const options = {
      pool: context.pool,
      sealer: context.tools.sealer,
      file: positionals[0] ?? '',
      rejectsFile: values.rejects ?? null,
      allowTestPeople: config.operator === null,
      onProgress: showProgress(say),
    }
    const deed = { command: 'population import', purpose: 'operator-import', effect: {} } as const
    const done = await withOperatorLines(
      { config, context },
      deed,
      () => importFile(options),
      ({ imported, updated, unchanged, rejected }) => ({ imported, updated, unchanged, rejected }),
    )
    if (done.resumedAtLine !== null) {
      say(`Taken up at line ${number(done.resumedAtLine)}, where an earlier import of this file ended.`)
    }
    out(
      `imported ${done.imported} updated ${done.updated} unchanged ${done.unchanged} rejected ${done.rejected}`,
    )
    for (const reject of done.rejected > 0 && !values.rejects ? done.rejects : []) {
      say(`line ${reject.line}, ${reject.field}: ${reject.message}`)
    }
    return done.rejected > 0 ? 2 : 0
  })
}

const importUnitsFile = async (
  words: readonly string[],
  { env, out, say }: CommandContext,
): Promise<ExitCode> => {
  const { positionals } = readWords(words, {}, 1)
  return inAppContext<ExitCode>(env, async ({ config, context }) => {
    const deed = { command: 'units import', purpose: 'operator-units', effect: {} } as const
    const done = await withOperatorLines(
      { config, context },
      deed,
      () => importUnits({ transact: context.transact, file: positionals[0] ?? '' }),
      ({ rejected, ...counts }) => ({ ...counts, rejected: rejected.length }),
    )
    out(JSON.stringify({ ...done, rejected: done.rejected.length }))
    for (const { line, code } of done.rejected.slice(0, 20)) {
      say(`line ${line}: ${code}`)
    }
    return done.rejected.length > 0 ? 2 : 0
  })
}

/**
 * To a file that only its owner reads, also when it stood there before, or to standard output; resolves when
 * all is written.
 */
const withOut = async <T>(file: string | undefined, write: (out: Writable) => Promise<T>): Promise<T> => {
  if (file === undefined) {
    return write(process.stdout)
  }
  const handle = await open(file, 'w', 0o600)
  if ((await handle.stat()).isFile()) {
    await handle.chmod(0o600)
  }
  const out = handle.createWriteStream()
  try {
    const written = await write(out)
    await finished(out.end())
    return written
  } finally {
    out.destroy()
  }
}

const whole = (text: string | undefined, what: string): number => {
  const value = Number(text)
  if (text === undefined || !Number.isSafeInteger(value) || value < 0) {
    throw new UsageRefused(`${what} must be a whole number.`)
  }
  return value
}

const synthesizePopulation = async (words: readonly string[]): Promise<ExitCode> => {
  const { values, positionals } = readWords(words, { seed: { type: 'string' }, out: { type: 'string' } }, 1)
  await withOut(values.out, (out) =>
    synthesize({ count: whole(positionals[0], 'COUNT'), seed: whole(values.seed, '--seed'), out }),
  )
  return 0
}

const exportPopulation = async (words: readonly string[], { env }: CommandContext): Promise<ExitCode> => {
  const { values } = readWords(words, { out: { type: 'string' } }, 0)
  return inAppContext<ExitCode>(env, async ({ config, context }) => {
    // Of everybody at once: each person's own log cannot take a line of it.
    const effect = { isInBulk: true, whose: 'everybody in the register' }
    const { pool, tools } = context
    await withOperatorLines(
      { config, context },
      { command: 'population export', purpose: 'operator-export', effect },
      () => withOut(values.out, (out) => exportRegister({ pool, sealer: tools.sealer, out })),
      (persons) => ({ persons }),
    )
    return 0
  })
}

export const populationCommands: Command[] = [
  {
    usage: 'units import FILE',
    says: 'takes the official list of provinces and communes',
    leaves: 'operator-units',
    run: importUnitsFile,
  },
  {
    usage: 'population import FILE [--rejects FILE]',
    says: 'reads persons into the register; again updates and keeps history',
    leaves: 'operator-import',
    run: importPopulation,
  },
  {
    usage: 'population synthesize COUNT --seed N [--out FILE]',
    says: 'makes a plausible nation of people who do not exist',
    leaves: null,
    run: synthesizePopulation,
  },
  {
    usage: 'population export [--out FILE]',
    says: 'writes the register, sorted, without inner ids',
    leaves: 'operator-export',
    run: exportPopulation,
  },
]
