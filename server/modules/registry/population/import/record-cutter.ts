/**
 * Cuts a population file into records, chunk by chunk: one record a line, a quoted CSV field may hold line
 * ends. A broken line harms only
 * itself: too long, not UTF-8, a NUL, or a quote that never closes, and the next line is read as if nothing
 * had been.
 */
import { isUtf8 } from 'node:buffer'

export type LineFault = 'too-long' | 'utf8' | 'nul' | 'quote' | 'columns' | 'json' | 'json-field'

export interface CutRecord {
  /** 1 for the header; of a record of several lines, the first. */
  readonly line: number
  /** The values in the file's own order of columns, or what is wrong with the line. */
  readonly content: string[] | LineFault
}

/** Reads one record's text. `more`: it may go on in the next line. */
export type RecordReader = (text: string) => string[] | LineFault | 'more'

/** No honest record is longer: 40 fields of at most 1,000 characters. */
export const longestRecord_bytes = 64 * 1024
/** A field with so many line ends is an open quote. */
const MOST_LINES = 8

const LF = 10
const CR = 13

export class RecordCutter {
  /**
   * Where the next record begins: offset in the file and number of its line. Right after each record that
   * `cut` gave.
   */
  offset: number
  line: number
  private readonly read: RecordReader
  private readonly buffer: Buffer
  /** Bytes of the buffer whose record has not ended yet; never more than the longest record. */
  private rest: Buffer
  private isSkipping = false
  private isSafe = false

  constructor(
    read: RecordReader,
    { offset, line, chunk_bytes = 1 << 20 }: { offset: number; line: number; chunk_bytes?: number },
  ) {
    this.read = read
    this.offset = offset
    this.line = line
    this.buffer = Buffer.allocUnsafe(chunk_bytes + longestRecord_bytes + 1)
    this.rest = this.buffer.subarray(0, 0)
  }

  /** Where the file's next bytes belong. The same memory each time: what `cut` gave is text by then. */
  room(): Buffer {
    this.rest.copy(this.buffer)
    this.rest = this.buffer.subarray(0, this.rest.length)
    return this.buffer.subarray(this.rest.length)
  }

  /**
   * The records that end in the bytes just put into `room`. What follows the last one is kept for the next
   * call.
   */
  *cut(added_bytes: number, isLast: boolean): Generator<CutRecord> {
    const bytes = this.buffer.subarray(0, this.rest.length + added_bytes)
    this.rest = this.buffer.subarray(0, 0)
    const lastEnd = bytes.lastIndexOf(LF)
    const whole = isLast ? bytes : bytes.subarray(0, lastEnd + 1)
    // Asked once for a megabyte; only a chunk with a fault asks each of its lines.
    this.isSafe = isUtf8(whole) && !whole.includes(0)
    let at = 0
    while (at < bytes.length) {
      const found = bytes.indexOf(LF, at)
      const end = found === -1 ? bytes.length : found
      const isOpenEnded = found === -1 && !isLast
      if (this.isSkipping || end - at > longestRecord_bytes) {
        if (isOpenEnded) {
          this.isSkipping = true
          this.offset += bytes.length - at
          return
        }
        this.isSkipping = false
        yield this.step({ from: at, to: Math.min(end + 1, bytes.length), lines: 1 }, 'too-long')
        at = Math.min(end + 1, bytes.length)
        continue
      }
      if (isOpenEnded) {
        break
      }
      const record = this.record(bytes, at, end, isLast)
      if (record === null) {
        break
      }
      if (record.content !== null) {
        yield this.step({ from: at, to: record.next, lines: record.lines }, record.content)
      } else {
        this.pass(at, record.next, record.lines)
      }
      at = record.next
    }
    if (isLast && this.isSkipping) {
      yield this.step({ from: 0, to: 0, lines: 1 }, 'too-long')
    }
    this.rest = bytes.subarray(at)
  }

  private step(
    { from, to, lines }: { from: number; to: number; lines: number },
    content: string[] | LineFault,
  ): CutRecord {
    const { line } = this
    this.pass(from, to, lines)
    return { line, content }
  }

  private pass(from: number, to: number, lines: number): void {
    this.offset += to - from
    this.line += lines
  }

  /** null: the record may go on beyond these bytes. Content null: an empty line. */
  private record(
    bytes: Buffer,
    at: number,
    end: number,
    isLast: boolean,
  ): { content: string[] | LineFault | null; next: number; lines: number } | null {
    const next = Math.min(end + 1, bytes.length)
    const content = this.readLines(bytes, at, end)
    if (content === null) {
      return { content, next, lines: 1 }
    }
    if (content !== 'more') {
      return { content, next, lines: 1 }
    }
    let far = next
    for (let lines = 2; lines <= MOST_LINES && far < bytes.length; lines++) {
      const found = bytes.indexOf(LF, far)
      if (found === -1 && !isLast) {
        return bytes.length - at > longestRecord_bytes ? { content: 'quote', next, lines: 1 } : null
      }
      const stop = found === -1 ? bytes.length : found
      if (stop - at > longestRecord_bytes) {
        break
      }
      const longer = this.readLines(bytes, at, stop)
      far = Math.min(stop + 1, bytes.length)
      // A fault found only further down is the open quote's: it harms this line alone.
      if (longer !== 'more') {
        return typeof longer === 'string'
          ? { content: 'quote', next, lines: 1 }
          : { content: longer, next: far, lines }
      }
    }
    if (
      !isLast &&
      far >= bytes.length &&
      bytes.length - at <= longestRecord_bytes &&
      countLines(bytes, at) < MOST_LINES
    ) {
      return null
    }
    return { content: 'quote', next, lines: 1 }
  }

  /** null: nothing stands there. */
  private readLines(bytes: Buffer, at: number, end: number): string[] | LineFault | 'more' | null {
    const stop = end > at && bytes[end - 1] === CR ? end - 1 : end
    if (stop === at) {
      return null
    }
    if (!this.isSafe) {
      const line = bytes.subarray(at, stop)
      if (line.includes(0)) {
        return 'nul'
      }
      if (!isUtf8(line)) {
        return 'utf8'
      }
    }
    return this.read(bytes.toString('utf8', at, stop))
  }
}

const countLines = (bytes: Buffer, at: number): number => {
  let lines = 0
  for (
    let next = bytes.indexOf(LF, at);
    next !== -1 && lines < MOST_LINES;
    next = bytes.indexOf(LF, next + 1)
  ) {
    lines++
  }
  return lines
}
