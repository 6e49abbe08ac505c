/**
 * How many sequences a model test plays: a tenth of the whole with every run, all of them with
 * `npm test -- --thorough`. What must have been reached is asked in the same proportion.
 */
const isThorough = process.env['SEN_TEST_THOROUGH'] === 'yes'

export const share = (whole: number): number => (isThorough ? whole : Math.ceil(whole / 10))

/** The first so many of a row; all of it with `--thorough`. */
export const firstOf = <T>(row: readonly T[], count: number): readonly T[] =>
  isThorough ? row : row.slice(0, count)

/**
 * A model refuses a million times, and to write down each time where it stood takes longer than the model
 * itself. What a sequence finds is told by its acts.
 */
export const withoutTraces = <T>(play: () => T): T => {
  const kept = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return play()
  } finally {
    Error.stackTraceLimit = kept
  }
}

/** How many inputs a parser meets: a few of them with every run, a million with `--thorough`. */
export const inputs = (everyRun: number): number => (isThorough ? 1_000_000 : everyRun)

/** Where each try is dear: so many with every run, and so many with `--thorough`. */
export const dearTries = (everyRun: number, thorough: number): number => (isThorough ? thorough : everyRun)
