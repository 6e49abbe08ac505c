/**
 * Joins the parts of a long text message as a phone does (3GPP TS 23.040 §9.2.3.24.1 and .8): by sender,
 * receiver and reference.
 */
import type { Pdu } from 'smpp'

const WAITING_MAX = 1000

interface Header {
  readonly reference: string
  readonly count: number
  readonly index: number
}

const headerOf = (elements: Uint8Array | readonly Uint8Array[] | undefined): Header | null => {
  if (!Array.isArray(elements)) {
    return null
  }
  for (const element of elements as readonly Uint8Array[]) {
    const [kind, , a = 0, b = 0, c = 0, d = 0] = element
    if (kind === 0x00) {
      return { reference: `8:${a}`, count: b, index: c }
    }
    if (kind === 0x08) {
      return { reference: `16:${a * 256 + b}`, count: c, index: d }
    }
  }
  return null
}

const textOf = (pdu: Pdu): string => {
  const short = String(pdu.short_message?.message ?? '')
  return short === '' ? String(pdu.message_payload?.message ?? '') : short
}

/** Answers the whole text once its last part is there, null before. */
export const openPartJoiner = () => {
  const waiting = new Map<string, Map<number, string>>()
  return (pdu: Pdu): string | null => {
    const header = headerOf(pdu.short_message?.udh)
    if (!header) {
      return textOf(pdu)
    }
    const key = `${pdu.source_addr} ${pdu.destination_addr} ${header.reference}`
    const parts = waiting.get(key) ?? new Map<number, string>()
    parts.set(header.index, textOf(pdu))
    waiting.set(key, parts)
    if (waiting.size > WAITING_MAX) {
      waiting.delete(waiting.keys().next().value ?? '')
    }
    if (parts.size < header.count) {
      return null
    }
    waiting.delete(key)
    return [...parts]
      .sort(([a], [b]) => a - b)
      .map(([, text]) => text)
      .join('')
  }
}
