/**
 * LDIF content records (RFC 2849), as the ICAO directory gives certificates and lists out. Changes, addresses
 * and loose forms are refused.
 */
import type { Parsed } from './parsed.ts'
import { canonicalBase64 } from './pem.ts'

export type LdifReason =
  | 'version'
  | 'line'
  | 'continuation'
  | 'base64'
  | 'url'
  | 'change'
  | 'dn'
  | 'control'
  | 'no-record'
export interface LdifRecord {
  readonly dn: string
  /**
   * In their order; a name may come again. Names are in lower case, options included
   * (`usercertificate;binary`).
   */
  readonly attributes: readonly (readonly [name: string, value: Uint8Array])[]
}
export type LdifFault = { readonly ok: false; readonly reason: LdifReason; readonly line: number }

const LINE = /^([A-Za-z][A-Za-z0-9-]*|[0-9]+(?:\.[0-9]+)+)((?:;[A-Za-z0-9-]+)*):(.*)$/s
interface Logical {
  readonly text: string
  readonly line: number
}

export function parseLdif(text: string): Parsed<readonly LdifRecord[], LdifReason> | LdifFault {
  const unfolded = unfold(text)
  if ('reason' in unfolded) {
    return unfolded
  }
  const records: LdifRecord[] = []
  let open: { dn: string; attributes: [string, Uint8Array][] } | null = null
  let isFirst = true
  for (const { text: logical, line } of unfolded.lines) {
    if (logical === '') {
      if (open !== null) {
        records.push(open)
      }
      open = null
      continue
    }
    const read = readLine(logical)
    if (typeof read === 'string') {
      return { ok: false, reason: read, line }
    }
    const { name, value } = read
    if (isFirst && name === 'version') {
      if (latin(value) !== '1') {
        return { ok: false, reason: 'version', line }
      }
    } else if (name === 'dn') {
      if (open !== null) {
        return { ok: false, reason: 'dn', line }
      }
      open = { dn: Buffer.from(value).toString('utf8'), attributes: [] }
    } else if (open === null) {
      return { ok: false, reason: 'dn', line }
    } else if (name === 'changetype' || name === 'control') {
      return { ok: false, reason: 'change', line }
    } else {
      open.attributes.push([name, value])
    }
    isFirst = false
  }
  if (open !== null) {
    records.push(open)
  }
  return records.length === 0 ? { ok: false, reason: 'no-record', line: 1 } : { ok: true, value: records }
}

/** A line that begins with one space goes on from the line before (RFC 2849 note 2), comments too. */
function unfold(text: string): { readonly lines: readonly Logical[] } | LdifFault {
  const lines: { parts: string[]; line: number }[] = []
  const physical = text.split('\n')
  if (physical.at(-1) === '') {
    physical.pop()
  }
  for (const [index, raw] of physical.entries()) {
    const one = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    const line = index + 1
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(one)) {
      return { ok: false, reason: 'control', line }
    }
    const last = lines.at(-1)
    if (!one.startsWith(' ')) {
      lines.push({ parts: [one], line })
    } else if (last === undefined || last.parts[0] === '') {
      return { ok: false, reason: 'continuation', line }
    } else {
      last.parts.push(one.slice(1))
    }
  }
  return {
    lines: lines
      .filter(({ parts }) => !parts[0]?.startsWith('#'))
      .map(({ parts, line }) => ({ text: parts.join(''), line })),
  }
}

function readLine(logical: string): { readonly name: string; readonly value: Uint8Array } | LdifReason {
  const [, name = '', options = '', rest = ''] = LINE.exec(logical) ?? []
  if (name === '') {
    return 'line'
  }
  const full = `${name}${options}`.toLowerCase()
  if (rest.startsWith('<')) {
    return 'url'
  }
  if (!rest.startsWith(':')) {
    const plain = rest.replace(/^ */, '')
    // RFC 2849 SAFE-STRING: what is not plain ASCII, or begins oddly, must be base64.
    return /^(?:[\x21-\x39\x3b\x3d-\x7e][\x20-\x7e]*)?$/.test(plain)
      ? { name: full, value: Buffer.from(plain, 'latin1') }
      : 'line'
  }
  const value = canonicalBase64(rest.slice(1).replace(/^ */, ''))
  return value === null ? 'base64' : { name: full, value }
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
