/** Commands to a chip and its answers (ISO/IEC 7816-4), short and extended. */

export interface Command {
  readonly cla: number
  readonly ins: number
  readonly p1: number
  readonly p2: number
  readonly data?: Uint8Array
  /**
   * How many bytes may come back; 256 and 65536 are the most of the two forms. Left out: none are awaited.
   */
  readonly le?: number
}
export interface Answer {
  readonly data: Uint8Array
  /** Two status bytes as a number; 0x9000 is well. */
  readonly status: number
}

/** What carries bytes to a chip and back: a reader with a card in it, or a card made of software. */
export interface Transport {
  transmit(command: Uint8Array): Promise<Uint8Array>
}

export const WELL = 0x9000
const SHORT_MAX = 256

export const commandBytes = ({ cla, ins, p1, p2, data, le }: Command): Uint8Array => {
  const isExtended = (data?.length ?? 0) > 255 || (le ?? 0) > SHORT_MAX
  const parts: Uint8Array[] = [Uint8Array.of(cla, ins, p1, p2)]
  if (isExtended) {
    parts.push(Uint8Array.of(0))
  }
  if (data && data.length > 0) {
    parts.push(
      isExtended ? Uint8Array.of(data.length >> 8, data.length & 0xff) : Uint8Array.of(data.length),
      data,
    )
  }
  if (le !== undefined) {
    parts.push(isExtended ? Uint8Array.of((le >> 8) & 0xff, le & 0xff) : Uint8Array.of(le & 0xff))
  }
  return Buffer.concat(parts)
}

/** As a chip reads it. Throws RangeError for what is no command. */
export const commandOf = (bytes: Uint8Array): Command => {
  const [cla = 0, ins = 0, p1 = 0, p2 = 0, first = 0] = bytes
  if (bytes.length < 4) {
    throw new RangeError('shorter than a header')
  }
  const header = { cla, ins, p1, p2 }
  if (bytes.length === 4) {
    return header
  }
  const isExtended = first === 0 && bytes.length > 5
  const size = isExtended ? 2 : 1
  const from = isExtended ? 5 : 4
  const number = (at: number): number =>
    isExtended ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : (bytes[at] ?? 0)
  const most = isExtended ? 65_536 : SHORT_MAX
  if (bytes.length === from + size) {
    return { ...header, le: number(from) || most }
  }
  const end = from + size + number(from)
  if (bytes.length === end) {
    return { ...header, data: bytes.subarray(from + size, end) }
  }
  if (bytes.length === end + size) {
    return { ...header, data: bytes.subarray(from + size, end), le: number(end) || most }
  }
  throw new RangeError('lengths that do not fit')
}

export const answerOf = (bytes: Uint8Array): Answer => {
  if (bytes.length < 2) {
    throw new RangeError('shorter than a status')
  }
  return { data: bytes.subarray(0, -2), status: ((bytes.at(-2) ?? 0) << 8) | (bytes.at(-1) ?? 0) }
}

export const answerBytes = ({ data, status }: Answer): Uint8Array =>
  Buffer.concat([data, Uint8Array.of(status >> 8, status & 0xff)])
