/**
 * Reads a delivery receipt (SMPP 3.4 §5.2.12 and appendix B): the TLVs where the operator sends them, else
 * the customary text.
 */
import type { Receipt } from './letter.ts'

interface ReceiptPdu {
  readonly esm_class?: number
  readonly receipted_message_id?: string
  readonly message_state?: number
  readonly short_message?: { readonly message: string | Uint8Array }
}

const RECEIPT = 0x04
const KIND = 0x3c
const DELIVERED_STATE = 2
const FAILED_STATES = new Set([3, 4, 5, 8])
const FAILED_WORDS = new Set(['EXPIRED', 'DELETED', 'UNDELIV', 'REJECTD'])

/**
 * null for anything that is no receipt or says nothing final. The receipt's text repeats the message, so it
 * is never kept or logged.
 */
export const readReceipt = (pdu: ReceiptPdu): Receipt | null => {
  if (((pdu.esm_class ?? 0) & KIND) !== RECEIPT) {
    return null
  }
  const body = pdu.short_message?.message ?? ''
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('latin1')
  const providerMessageId = pdu.receipted_message_id || /\bid:([^\s]{1,65})/i.exec(text)?.[1]
  if (!providerMessageId) {
    return null
  }
  const word = /\bstat:([A-Z]{5,7})/i.exec(text)?.[1]?.toUpperCase() ?? ''
  const state = pdu.message_state
  if (state === DELIVERED_STATE || (state === undefined && word === 'DELIVRD')) {
    return { providerMessageId, outcome: 'delivered' }
  }
  if (state === undefined ? FAILED_WORDS.has(word) : FAILED_STATES.has(state)) {
    return { providerMessageId, outcome: 'failed' }
  }
  return null
}
