/** The middle one, of an odd number of measurements: one round that was disturbed does not move it. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
