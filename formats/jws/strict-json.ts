/**
 * JSON (RFC 8259) of strangers, read strictly: UTF-8 without a mark, each name once (RFC 7515 §4, RFC 7519
 * §4), no deeper than is said, no lone surrogate, no number that becomes infinite. `JSON.parse` alone takes
 * the last of two equal names, so that two readers could see two different credentials in one signed text.
 */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json
}

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** As `Array.isArray`, which does not know lists that are read only. */
export const isJsonList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** A name that assigning would turn into an object's prototype. */
export const NAME_OF_PROTOTYPE = '__proto__'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Undefined for whatever is not such JSON. */
export const readJson = (bytes: Uint8Array, depthLimit: number): Json | undefined => {
  try {
    const text = decoder.decode(bytes)
    const value = JSON.parse(text) as Json
    return isPlain(text, depthLimit) ? value : undefined
  } catch {
    return undefined
  }
}

/** What the grammar allows and we do not. The text is known to be JSON. */
const isPlain = (text: string, depthLimit: number): boolean => {
  const next = /["{}[\]]|-?\d[-+.eE\d]*/g
  const open: Set<string>[] = []
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    const [mark] = found
    if (mark === '"') {
      next.lastIndex = endOfString(text, found.index)
      if (!isStringPlain(text, found.index, next.lastIndex, open.at(-1))) {
        return false
      }
    } else if (mark === '{' || mark === '[') {
      open.push(new Set())
    } else if (mark === '}' || mark === ']') {
      open.pop()
    } else if (!Number.isFinite(Number(mark))) {
      return false
    }
    if (open.length > depthLimit) {
      return false
    }
  }
  return true
}

const isStringPlain = (text: string, at: number, end: number, names: Set<string> | undefined): boolean => {
  const written = text.slice(at, end)
  const value = written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1)
  if (!value.isWellFormed()) {
    return false
  }
  const colon = /\s*:/y
  colon.lastIndex = end
  // In JSON only a name is followed by a colon.
  if (!colon.test(text)) {
    return true
  }
  if (names === undefined || names.has(value) || value === NAME_OF_PROTOTYPE) {
    return false
  }
  names.add(value)
  return true
}

/** Behind the closing mark of the string that opens here. */
const endOfString = (text: string, start: number): number => {
  let end = text.indexOf('"', start + 1)
  while (slashesBefore(text, end) % 2 === 1) {
    end = text.indexOf('"', end + 1)
  }
  return end + 1
}

const slashesBefore = (text: string, end: number): number => {
  let count = 0
  while (text.charAt(end - 1 - count) === '\\') {
    count += 1
  }
  return count
}
