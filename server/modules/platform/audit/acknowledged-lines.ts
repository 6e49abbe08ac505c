/**
 * Lines that are missing for an honest reason (an older dump was restored, a standby that had not all took
 * over): an operator says so with a reason, in a line of its own. Signed like every line, so that whoever has
 * the database alone cannot say it.
 */
export const ACKNOWLEDGE = 'sen audit acknowledge'

/** `<writer>:3-5,9 <writer>:0` */
export const missingText = (missing: ReadonlyMap<string, readonly number[]>): string =>
  [...missing].map(([writer, numbers]) => `${writer}:${rangesOf(numbers)}`).join(' ')

const rangesOf = (numbers: readonly number[]): string => {
  const ranges: [number, number][] = []
  for (const no of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last[1] + 1 === no) {
      last[1] = no
    } else {
      ranges.push([no, no])
    }
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join()
}

export type AcknowledgedRange = { readonly writer: string; readonly from: number; readonly to: number }

/** Whatever is in no such form says nothing. */
export const readMissing = (text: unknown): readonly AcknowledgedRange[] =>
  [...String(text).matchAll(/([0-9a-f-]{36}):([\d,-]+)/g)].flatMap(([, writer = '', ranges = '']) =>
    [...ranges.matchAll(/(\d{1,16})(?:-(\d{1,16}))?/g)].map(([, from = '', to = from]) => ({
      writer,
      from: Number(from),
      to: Number(to),
    })),
  )
