/**
 * Canonical JSON for digests and signatures: RFC 8785 (JCS). Two equal values give the same text, whatever
 * order their members came in.
 * Only plain data is taken: what JSON.stringify would quietly change (a Date, a Map, NaN) is a programmer's
 * mistake here.
 */

const depthLimit = 200

/**
 * Members in order of UTF-16 units, numbers as ECMAScript writes them, no spaces; members that are undefined
 * are left out.
 * Throws TypeError for numbers that are not finite, lone surrogates, undefined in a list or at the top,
 * bigints, functions,
 * symbols, objects that are not plain, and nesting (or a cycle) deeper than 200.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0)
}

function write(value: unknown, depth: number): string {
  if (depth > depthLimit) {
    throw new TypeError('a value nested too deeply, or in itself, for canonical JSON')
  }
  if (value === null || typeof value === 'boolean') {
    return String(value)
  }
  if (typeof value === 'string') {
    return writeString(value)
  }
  if (typeof value === 'number') {
    return writeNumber(value)
  }
  if (typeof value !== 'object') {
    throw new TypeError(`canonical JSON has no ${typeof value}`)
  }
  if (Array.isArray(value)) {
    return writeList(value, depth)
  }
  if (!isPlain(value)) {
    throw new TypeError('canonical JSON takes plain objects only')
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    // The default order of strings is the order of UTF-16 units that RFC 8785 section 3.2.3 asks for; keys
    // are never equal.
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${writeString(key)}:${write(member, depth + 1)}`).join(',')}}`
}

function writeList(list: readonly unknown[], depth: number): string {
  // Array.from visits holes, which map would leave out without a word.
  return `[${Array.from(list, (item) => write(item, depth + 1)).join(',')}]`
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) {
    throw new TypeError(`canonical JSON has no number ${value}`)
  }
  return JSON.stringify(value)
}

function writeString(value: string): string {
  if (!value.isWellFormed()) {
    throw new TypeError('canonical JSON has no lone surrogate')
  }
  return JSON.stringify(value)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return (
    (prototype === Object.prototype || prototype === null) && Object.getOwnPropertySymbols(value).length === 0
  )
}
