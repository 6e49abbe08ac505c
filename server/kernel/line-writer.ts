/**
 * Signs and counts the audit lines of this process, so that a line which somebody takes out of the database,
 * or puts in, is missed or known (docs/decisions/0015-signed-lines.md). The numbers live in memory: a deed
 * asks the database for nothing, and whoever owns the database cannot count along.
 */
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { newId } from './id.ts'

/** What a writer says with a number: what it knew of its other numbers when it gave this one. */
export interface Seal {
  readonly writer: string
  readonly no: number
  /** Their transactions are not over. */
  readonly open: readonly number[]
  /** They were rolled back: no line has them. */
  readonly gone: readonly number[]
  /** The connection was lost while they were committed: a line may have them. */
  readonly unsure: readonly number[]
}

export interface SealedLine {
  readonly seal: string
  readonly mac: Buffer
}

/** The lines of one transaction. It ends with one of the last three. */
export interface LineHand {
  sign(text: string): SealedLine
  /** Answers what takes back the lines that are signed from here on. */
  mark(): () => void
  stands(): void
  isGone(): void
  isUnsure(): void
}

export interface LineWriter {
  readonly id: string
  begin(): LineHand
  /** All that this writer knows now, as a seal of the number that it gives next. */
  says(): SealedLine
}

const numbers = (list: Iterable<number>): string => [...list].join(',') || '-'
const readNumbers = (text: string): number[] => (text === '-' ? [] : text.split(',').map(Number))

const SEAL = /^([0-9a-f-]{36}) (0|[1-9]\d{0,15}) (-|[\d,]+) (-|[\d,]+) (-|[\d,]+)$/
export const readSeal = (text: string): Seal | null => {
  const [, writer, no, open = '-', gone = '-', unsure = '-'] = SEAL.exec(text) ?? []
  return writer === undefined
    ? null
    : {
        writer,
        no: Number(no),
        open: readNumbers(open),
        gone: readNumbers(gone),
        unsure: readNumbers(unsure),
      }
}

/** What a MAC is over: a line with its digest, or a writer's word beside the database. */
export type LineKey = Uint8Array | KeyObject
export const macOf = (key: LineKey, kind: 'line' | 'writer', seal: string, text: string): Buffer =>
  createHmac('sha256', key).update(`sen audit ${kind} 1\n${seal}\n${text}`).digest()

export const openLineWriter = (keyBytes: Uint8Array): LineWriter => {
  // Made once: from bytes it would be made for each line, which costs five times the hash.
  const key = createSecretKey(keyBytes)
  const id = newId()
  const [open, gone, unsure] = [new Set<number>(), new Set<number>(), new Set<number>()]
  let next = 0
  const sealOf = (no: number, mine: ReadonlySet<number>): string => {
    const others = [...open].filter((one) => !mine.has(one))
    return `${id} ${no} ${numbers(others)} ${numbers(gone)} ${numbers(unsure)}`
  }
  return {
    id,
    says() {
      const seal = sealOf(next, new Set())
      return { seal, mac: macOf(key, 'writer', seal, '') }
    },
    begin() {
      const mine: number[] = []
      const told = { gone: new Set<number>(), unsure: new Set<number>() }
      const end = (to: Set<number> | null): void => {
        for (const no of mine) {
          open.delete(no)
          to?.add(no)
        }
        mine.length = 0
      }
      return {
        sign(text) {
          const no = next++
          open.add(no)
          mine.push(no)
          const seal = sealOf(no, new Set(mine))
          gone.forEach((one) => told.gone.add(one))
          unsure.forEach((one) => told.unsure.add(one))
          return { seal, mac: macOf(key, 'line', seal, text) }
        },
        mark() {
          const before = { mine: mine.length, gone: [...told.gone], unsure: [...told.unsure] }
          return () => {
            for (const no of mine.splice(before.mine)) {
              open.delete(no)
              gone.add(no)
            }
            // What the lines said that are taken back was not said.
            told.gone = new Set(before.gone)
            told.unsure = new Set(before.unsure)
          }
        },
        stands() {
          end(null)
          // Said in a line that stands: it need not be said again.
          told.gone.forEach((one) => gone.delete(one))
          told.unsure.forEach((one) => unsure.delete(one))
        },
        isGone: () => end(gone),
        isUnsure: () => end(unsure),
      }
    },
  }
}
