/**
 * How many sequences a model test plays: a tenth of the whole with every run, all of them with
 * `npm test -- --thorough`. What must have been reached is asked in the same proportion.
 */
const isThorough = process.env['SEN_TEST_THOROUGH'] === 'yes'

export const share = (whole: number): number => (isThorough ? whole : Math.ceil(whole / 10))

/** The first so many of a row; all of it with `--thorough`. */
export const firstOf = <T>(row: readonly T[], count: number): readonly T[] =>
  isThorough ? row : row.slice(0, count)
