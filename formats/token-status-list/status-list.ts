/**
 * The statuses of many documents in one row of bits (Token Status List §4.1): entry 0 in the lowest bits of
 * the first byte.
 */
import type { Bytes } from '../jws/base64url.ts'
import type { Parsed } from '../parsed.ts'

/** How many bits an entry has, and so how many statuses there can be. */
export const entrySizes = [1, 2, 4, 8] as const
export type EntrySize = (typeof entrySizes)[number]

export interface StatusList {
  readonly bits: EntrySize
  readonly bytes: Bytes
}

/** All entries valid (0). A byte is never parted, so there may be up to seven entries more than asked. */
export const createStatusList = (entries: number, bits: EntrySize): StatusList => {
  if (!Number.isSafeInteger(entries) || entries < 1) {
    throw new RangeError(`no list has ${entries} entries`)
  }
  return { bits, bytes: new Uint8Array(Math.ceil((entries * bits) / 8)) }
}

export const entriesOf = ({ bits, bytes }: StatusList): number => (bytes.length * 8) / bits

/** Throws RangeError for an entry or a status that the list has no room for: a mistake of a program. */
export const setStatus = (list: StatusList, entry: number, status: number): void => {
  const { bits, bytes } = list
  const most = 2 ** bits - 1
  if (!isEntryOf(list, entry) || !Number.isInteger(status) || status < 0 || status > most) {
    throw new RangeError(`no room for ${status} at ${entry}`)
  }
  const [at, shift] = placeOf(bits, entry)
  bytes[at] = ((bytes[at] ?? 0) & ~(most << shift)) | (status << shift)
}

/** Statuses of the specification's registry (§7.1); `other` is what an issuer has agreed on by itself. */
type StatusMeaning = 'valid' | 'invalid' | 'suspended' | 'other'
const meanings: readonly StatusMeaning[] = ['valid', 'invalid', 'suspended']

export interface Status {
  readonly status: number
  readonly meaning: StatusMeaning
}

/** What lies beyond the list has no status: nobody may take it for valid (§8.3). */
export const statusAt = (list: StatusList, entry: number): Parsed<Status, 'status-list.no-such-entry'> => {
  if (!isEntryOf(list, entry)) {
    return { ok: false, reason: 'status-list.no-such-entry' }
  }
  const [at, shift] = placeOf(list.bits, entry)
  const status = ((list.bytes[at] ?? 0) >> shift) & (2 ** list.bits - 1)
  return { ok: true, value: { status, meaning: meanings[status] ?? 'other' } }
}

const isEntryOf = (list: StatusList, entry: number): boolean =>
  Number.isSafeInteger(entry) && entry >= 0 && entry < entriesOf(list)

const placeOf = (bits: EntrySize, entry: number): readonly [number, number] => {
  const perByte = 8 / bits
  return [Math.floor(entry / perByte), (entry % perByte) * bits]
}

export interface Herd {
  /** Among how many a document is one, for whoever sees which list was fetched (§12.1, §12.2). */
  readonly entries: number
  /** How many of them have each status. */
  readonly each: readonly number[]
}

export const herdOf = (list: StatusList): Herd => {
  const times = new Float64Array(256)
  for (const byte of list.bytes) {
    times[byte] = (times[byte] ?? 0) + 1
  }
  const most = 2 ** list.bits - 1
  const each = Array.from({ length: most + 1 }, () => 0)
  for (const [byte, count] of times.entries()) {
    for (let shift = 0; shift < 8; shift += list.bits) {
      const status = (byte >> shift) & most
      each[status] = (each[status] ?? 0) + count
    }
  }
  return { entries: entriesOf(list), each }
}
