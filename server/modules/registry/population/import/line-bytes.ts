/**
 * Lines of COPY text as bytes, outside of the garbage collector's heap: a batch of people held as strings
 * costs twenty times its own size
 * with what the strings keep alive. A line is known by its place in the order of adding.
 */
export class LineBytes {
  private bytes: Buffer
  private used = 0
  /** Where each line begins; it ends where the next one does. */
  private readonly starts: number[] = []

  constructor(size_bytes: number) {
    this.bytes = Buffer.allocUnsafe(size_bytes)
  }

  /** Adds a line (without its end) and answers its place. */
  add(line: string): number {
    const most = line.length * 3 + 1
    if (this.used + most > this.bytes.length) {
      this.grow(this.used + most)
    }
    this.starts.push(this.used)
    this.used += this.bytes.write(line, this.used)
    this.bytes[this.used++] = 10
    return this.starts.length - 1
  }

  text(place: number): string {
    return this.bytes.toString('utf8', this.starts[place], this.endOf(place) - 1)
  }

  clear(): void {
    this.used = 0
    this.starts.length = 0
  }

  /** These lines, neighbours as one piece. */
  *pieces(places: Iterable<number>): Generator<Buffer> {
    let from = 0
    let to = 0
    for (const place of places) {
      const start = this.starts[place] ?? 0
      if (start !== to) {
        yield* this.piece(from, to)
        from = start
      }
      to = this.endOf(place)
    }
    yield* this.piece(from, to)
  }

  private endOf(place: number): number {
    return this.starts[place + 1] ?? this.used
  }

  /** In writes of a quarter megabyte, so that the socket's queue stays short. */
  private *piece(from: number, to: number): Generator<Buffer> {
    for (let at = from; at < to; at += PIECE_BYTES) {
      yield this.bytes.subarray(at, Math.min(at + PIECE_BYTES, to))
    }
  }

  private grow(atLeast: number): void {
    const larger = Buffer.allocUnsafe(Math.max(atLeast, this.bytes.length * 2))
    this.bytes.copy(larger, 0, 0, this.used)
    this.bytes = larger
  }
}

const PIECE_BYTES = 1 << 18
