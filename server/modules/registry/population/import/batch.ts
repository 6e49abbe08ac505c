/**
 * The people of one batch, ready for COPY: bytes for the database, and of each row a number or two besides.
 * Objects that live as long as a
 * batch would make the heap grow to several times the importer's allowance.
 */
import type { Sealer } from '../../../../kernel/tools.ts'
import { LineBytes } from './line-bytes.ts'
import { openPrivateText, sealPrivate } from '../private-fields.ts'
import type { PersonRow } from './read-row.ts'
import type { Reject } from './rejects-file.ts'

/** Where the file stands after a batch. */
export interface BatchEnd {
  readonly offset_bytes: number
  readonly line: number
  readonly prefixDigest: Buffer
  readonly isLast: boolean
}

const NO_CARD = -1

export class Batch {
  readonly rejects: Reject[] = []
  /** Lines that a later line of the batch replaced. */
  replaced = 0
  private readonly sealer: Sealer
  private readonly at: string
  private readonly persons: LineBytes
  private readonly cards: LineBytes
  /** Personal number → place of its row; a row's place is that of its line in `persons`. */
  private readonly places = new Map<string, number>()
  private readonly numbers: string[] = []
  private readonly lines: number[] = []
  private readonly cardPlaces: number[] = []
  private readonly formers = new Map<number, readonly string[]>()

  /** `left_bytes`: of the file, so that a few people do not take the room of thousands. */
  constructor(sealer: Sealer, at: Date, left_bytes = Infinity) {
    this.sealer = sealer
    this.at = at.toISOString()
    this.persons = new LineBytes(Math.min(4 << 20, left_bytes * 2))
    this.cards = new LineBytes(Math.min(2 << 20, left_bytes))
  }

  get size(): number {
    return this.numbers.length + this.rejects.length
  }

  /** Room for the next people; the bytes are used again. */
  clear(): void {
    this.rejects.length = 0
    this.replaced = 0
    this.persons.clear()
    this.cards.clear()
    this.places.clear()
    this.numbers.length = 0
    this.lines.length = 0
    this.cardPlaces.length = 0
    this.formers.clear()
  }

  add(row: PersonRow): void {
    const { number } = row
    // Out first, so that the row takes its place at the end.
    if (this.places.delete(number)) {
      this.replaced++
    }
    const place = this.persons.add(
      this.personLine(row.copyText, sealPrivate(this.sealer, number, row.privateText)),
    )
    this.places.set(number, place)
    this.numbers.push(number)
    this.lines.push(row.line)
    this.cardPlaces.push(row.cardCopyText === null ? NO_CARD : this.cards.add(row.cardCopyText))
    if (row.formerNumbers.length > 0) {
      this.formers.set(place, row.formerNumbers)
    }
  }

  /** The rows that count, one a number, in the order of the file. */
  rows(): number[] {
    return [...this.places.values()]
  }

  numberOf(place: number): string {
    return this.numbers[place] ?? ''
  }

  lineOf(place: number): number {
    return this.lines[place] ?? 0
  }

  formersOf(place: number): readonly string[] {
    return this.formers.get(place) ?? []
  }

  personPieces(rows: readonly number[]): Iterable<Buffer> {
    return this.persons.pieces(rows)
  }

  cardPieces(rows: readonly number[]): Iterable<Buffer> {
    return this.cards.pieces(
      rows.map((place) => this.cardPlaces[place] ?? NO_CARD).filter((place) => place !== NO_CARD),
    )
  }

  /**
   * The rows for comparison with the entries that stand. Sealing the same text twice gives two values, so
   * where the old value says the
   * same, it is kept, and nothing seems changed.
   */
  comparable(rows: readonly number[], standing: ReadonlyMap<string, Buffer | null>): Iterable<Buffer> {
    return this.persons.pieces(
      rows.map((place) => {
        const number = this.numberOf(place)
        const text = this.persons.text(place)
        const sealedAt = text.lastIndexOf('\t')
        const before = standing.get(number) ?? null
        if (
          openPrivateText(this.sealer, number, before) !==
          openPrivateText(this.sealer, number, sealedIn(text.slice(sealedAt + 1)))
        ) {
          return place
        }
        return this.persons.add(this.personLine(text.slice(0, text.lastIndexOf('\t', sealedAt - 1)), before))
      }),
    )
  }

  private personLine(copyText: string, sealed: Buffer | null): string {
    return `${copyText}\t${this.at}\t${sealed === null ? '\\N' : `\\\\x${sealed.toString('hex')}`}`
  }
}

/** Reads back what `personLine` wrote last: `\N`, or `\\x` and hexadecimal digits. */
const sealedIn = (text: string): Buffer | null => (text === '\\N' ? null : Buffer.from(text.slice(3), 'hex'))
