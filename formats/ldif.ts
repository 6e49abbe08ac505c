/**
 * LDIF content records (RFC 2849), as the ICAO directory gives certificates and lists out. Changes, addresses
 * and loose forms are refused, record by record.
 */
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
interface LdifRecord {
  readonly dn: string
  /**
   * In their order; a name may come again. Names are in lower case, options included
   * (`usercertificate;binary`).
   */
  readonly attributes: readonly (readonly [name: string, value: Uint8Array])[]
}
export interface LdifFault {
  readonly reason: LdifReason
  /** Of the file, from 1 on. */
  readonly line: number
}
export interface Ldif {
  readonly records: readonly LdifRecord[]
  /** Records that break the rules: each is left out by itself. */
  readonly faults: readonly LdifFault[]
}

const LINE = /^([A-Za-z][A-Za-z0-9-]*|[0-9]+(?:\.[0-9]+)+)((?:;[A-Za-z0-9-]+)*):(.*)$/s
interface Logical {
  readonly text: string
  readonly line: number
}
type Block = readonly Logical[] | LdifFault

/** Refused as a whole: another version, or nothing that could be read. */
export function parseLdif(
  text: string,
): ({ readonly ok: true } & Ldif) | ({ readonly ok: false } & LdifFault) {
  const records: LdifRecord[] = []
  const faults: LdifFault[] = []
  for (const [index, block] of blocksOf(text).entries()) {
    const read = 'reason' in block ? block : readRecord(block, index === 0)
    if (read !== null && 'reason' in read) {
      faults.push(read)
    } else if (read !== null) {
      records.push(read)
    }
  }
  const [first = { reason: 'no-record', line: 1 } as const] = faults
  const refused =
    faults.find(({ reason }) => reason === 'version') ?? (records.length === 0 ? first : undefined)
  return refused ? { ok: false, ...refused } : { ok: true, records, faults }
}

/**
 * What stands between empty lines. A line that begins with one space goes on from the line before (RFC 2849
 * note 2), comments too.
 */
function blocksOf(text: string): Block[] {
  const physical = text.split('\n').map((raw) => (raw.endsWith('\r') ? raw.slice(0, -1) : raw))
  const blocks: Block[] = []
  let open: { text: string; line: number }[] = []
  let fault: LdifFault | null = null
  for (const [index, one] of [...physical, ''].entries()) {
    const line = index + 1
    const last = open.at(-1)
    if (one === '') {
      const lines = open.filter(({ text: logical }) => !logical.startsWith('#'))
      if (fault !== null || lines.length > 0) {
        blocks.push(fault ?? lines)
      }
      open = []
      fault = null
      // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    } else if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(one)) {
      fault ??= { reason: 'control', line }
    } else if (!one.startsWith(' ')) {
      open.push({ text: one, line })
    } else if (last === undefined) {
      fault ??= { reason: 'continuation', line }
    } else {
      last.text += one.slice(1)
    }
  }
  return blocks
}

/** null: the file's version, and no record behind it. */
function readRecord(block: readonly Logical[], isFirst: boolean): LdifRecord | LdifFault | null {
  const attributes: [string, Uint8Array][] = []
  let dn: string | null = null
  for (const [index, { text, line }] of block.entries()) {
    const read = readLine(text)
    if (typeof read === 'string') {
      return { reason: read, line }
    }
    const { name, value } = read
    if (isFirst && index === 0 && name === 'version') {
      if (latin(value) !== '1') {
        return { reason: 'version', line }
      }
    } else if ((name === 'dn') !== (dn === null)) {
      // A second name, or a value before the first.
      return { reason: 'dn', line }
    } else if (name === 'dn') {
      dn = Buffer.from(value).toString('utf8')
    } else if (name === 'changetype' || name === 'control') {
      return { reason: 'change', line }
    } else {
      attributes.push([name, value])
    }
  }
  return dn === null ? null : { dn, attributes }
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
