/**
 * How many sequences a model test plays: a tenth of the whole with every run, all of them with
 * `npm test -- --thorough`. What must have been reached is asked in the same proportion.
 */
const isThorough = process.env['SEN_TEST_THOROUGH'] === 'yes'

export const share = (whole: number): number => (isThorough ? whole : Math.ceil(whole / 10))
