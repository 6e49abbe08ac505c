/** The people of one batch, ready for COPY: bytes for the database, and of each row only what a decision still needs. */
import type { Sealer } from '../../kernel/tools.ts'
import { LineBytes, type LinePlace } from './line-bytes.ts'
import { openPrivateText, sealPrivate } from './private-fields.ts'
import type { PersonRow } from './read-row.ts'
import type { Reject } from './rejects-file.ts'

export interface BatchRow {
  readonly line: number
  readonly number: string
  readonly privateText: string
  readonly formerNumbers: readonly string[]
  /** The person's columns, then the time and the sealed value. */
  readonly person: LinePlace
  readonly card: LinePlace | null
}

/** Where the file stands after a batch. */
export interface BatchEnd {
  readonly offset_bytes: number
  readonly line: number
  readonly prefixDigest: Buffer
  readonly isLast: boolean
}

export class Batch {
  readonly rows = new Map<string, BatchRow>()
  readonly rejects: Reject[] = []
  /** Lines that a later line of the batch replaced. */
  replaced = 0
  private readonly sealer: Sealer
  private readonly at: string
  private readonly persons = new LineBytes(16 << 20)
  private readonly cards = new LineBytes(6 << 20)

  constructor(sealer: Sealer, at: Date) {
    this.sealer = sealer
    this.at = at.toISOString()
  }

  get size(): number {
    return this.rows.size + this.rejects.length + this.replaced
  }

  /** Room for the next people; the bytes are used again. */
  clear(): void {
    this.rows.clear()
    this.rejects.length = 0
    this.replaced = 0
    this.persons.clear()
    this.cards.clear()
  }

  add(row: PersonRow): void {
    // Out first, so that the row takes its place at the end.
    if (this.rows.delete(row.number)) this.replaced++
    const { line, number, privateText, formerNumbers } = row
    const person = this.persons.add(this.personLine(row.copyText, sealPrivate(this.sealer, number, privateText)))
    this.rows.set(number, { line, number, privateText, formerNumbers, person, card: row.cardCopyText === null ? null : this.cards.add(row.cardCopyText) })
  }

  personPieces(rows: readonly BatchRow[]): Iterable<Buffer> {
    return this.persons.pieces(rows.map((row) => row.person))
  }

  cardPieces(rows: readonly BatchRow[]): Iterable<Buffer> {
    return this.cards.pieces(rows.flatMap((row) => row.card ?? []))
  }

  /**
   * The rows for comparison with the entries that stand. Sealing the same text twice gives two values, so where the old value says the
   * same, it is kept, and nothing seems changed.
   */
  comparable(rows: readonly BatchRow[], standing: ReadonlyMap<string, Buffer | null>): Iterable<Buffer> {
    const places = rows.map((row) => {
      const before = standing.get(row.number) ?? null
      if (openPrivateText(this.sealer, row.number, before) !== row.privateText) return row.person
      const text = this.persons.text(row.person)
      const sealedAt = text.lastIndexOf('\t', text.lastIndexOf('\t') - 1)
      return this.persons.add(this.personLine(text.slice(0, sealedAt), before))
    })
    return this.persons.pieces(places)
  }

  private personLine(copyText: string, sealed: Buffer | null): string {
    return `${copyText}\t${this.at}\t${sealed === null ? '\\N' : `\\\\x${sealed.toString('hex')}`}`
  }
}
