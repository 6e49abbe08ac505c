/**
 * Lines of COPY text as bytes, outside of the garbage collector's heap: a batch of twenty thousand people held as strings costs half a
 * gigabyte with what the strings keep alive, held here its own ten megabytes.
 */
export interface LinePlace { readonly from: number; readonly to: number }

export class LineBytes {
  private bytes: Buffer
  private used = 0

  constructor(size_bytes: number) {
    this.bytes = Buffer.allocUnsafe(size_bytes)
  }

  /** Adds a line (without its end) and says where it lies, end included. */
  add(line: string): LinePlace {
    const most = line.length * 3 + 1
    if (this.used + most > this.bytes.length) this.grow(this.used + most)
    const from = this.used
    this.used += this.bytes.write(line, from)
    this.bytes[this.used++] = 10
    return { from, to: this.used }
  }

  text({ from, to }: LinePlace): string {
    return this.bytes.toString('utf8', from, to - 1)
  }

  clear(): void {
    this.used = 0
  }

  /** These lines, neighbours as one piece. */
  *pieces(places: Iterable<LinePlace>): Generator<Buffer> {
    let from = 0
    let to = 0
    for (const place of places) {
      if (place.from === to) to = place.to
      else {
        yield* this.piece(from, to)
        ;({ from, to } = place)
      }
    }
    yield* this.piece(from, to)
  }

  /** In writes of a quarter megabyte, so that the socket's queue stays short. */
  private *piece(from: number, to: number): Generator<Buffer> {
    for (let at = from; at < to; at += PIECE_BYTES) yield this.bytes.subarray(at, Math.min(at + PIECE_BYTES, to))
  }

  private grow(atLeast: number): void {
    const larger = Buffer.allocUnsafe(Math.max(atLeast, this.bytes.length * 2))
    this.bytes.copy(larger, 0, 0, this.used)
    this.bytes = larger
  }
}

const PIECE_BYTES = 1 << 18
