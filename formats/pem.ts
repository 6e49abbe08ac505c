/**
 * Textual encodings of certificates and lists (RFC 7468), read strictly: whole blocks, canonical base64,
 * nothing of another kind.
 */
import type { Parsed } from './parsed.ts'

export type PemReason = 'no-block' | 'label' | 'unended' | 'base64' | 'private-key'
export interface PemBlock {
  readonly label: string
  readonly bytes: Uint8Array
}

const LABELS = new Set(['CERTIFICATE', 'X509 CRL', 'CMS', 'PKCS7'])
const BEGIN = /^-----BEGIN ([A-Z0-9 ]+)-----$/

/** Text between blocks is explanation (RFC 7468 §5.2) and passes, unless it looks like a torn block. */
export function parsePem(text: string): Parsed<readonly PemBlock[], PemReason> {
  const blocks: PemBlock[] = []
  let open: { label: string; lines: string[] } | null = null
  for (const line of text.split(/\r?\n/).map((one) => one.trimEnd())) {
    if (open === null) {
      const label = BEGIN.exec(line)?.[1]
      if (label === undefined && line.startsWith('-----')) {
        return { ok: false, reason: 'unended' }
      }
      if (label === undefined) {
        continue
      }
      if (label.includes('PRIVATE KEY')) {
        return { ok: false, reason: 'private-key' }
      }
      if (!LABELS.has(label)) {
        return { ok: false, reason: 'label' }
      }
      open = { label, lines: [] }
    } else if (line === `-----END ${open.label}-----`) {
      const bytes = canonicalBase64(open.lines.join(''))
      if (bytes === null) {
        return { ok: false, reason: 'base64' }
      }
      blocks.push({ label: open.label, bytes })
      open = null
    } else {
      open.lines.push(line)
    }
  }
  if (open !== null) {
    return { ok: false, reason: 'unended' }
  }
  return blocks.length === 0 ? { ok: false, reason: 'no-block' } : { ok: true, value: blocks }
}

/** Null for anything that a writer of base64 (RFC 4648 §4) would not have written. */
export function canonicalBase64(text: string): Uint8Array | null {
  if (text === '' || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    return null
  }
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

export function composePem(label: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
