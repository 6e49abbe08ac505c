/**
 * Text messages over SMPP: one submit_sm per part, a receipt asked for with the last, and a pause when the
 * centre says "slower".
 */
import { now } from '../../../kernel/clock.ts'
import { readReceipt } from './delivery-receipt.ts'
import type { Line, OutwardMessage, Receipt, Sending } from './letter.ts'
import { SmppLink, type LinkOptions } from './smpp-link.ts'
import { referenceOf, smsParts, type LongMessages } from './sms-parts.ts'

export interface SmppOptions extends LinkOptions {
  /** The sender that people see: a registered brandname (up to 11 characters) or a number. */
  readonly from: string
  /** How the centre takes long texts; ask the operator. */
  readonly longMessages?: LongMessages
  readonly throttleFirst_ms?: number
}

// SMPP 3.4 §5.1.3
const OK = 0
const BUSY = new Set([0x14 /* queue full */, 0x58 /* throttled */])
/** Faults of the message itself: the same again would fail again. */
const FAULTY = new Set([0x01, 0x0a, 0x0b, 0x43, 0x48, 0x49, 0x50, 0x51, 0x62])
const THROTTLE_MOST_MS = 30_000
const INTERNATIONAL = 1
const ALPHANUMERIC = 5
const ISDN = 1

/** `onReceipt` must have written the receipt down when it settles; until then the centre keeps it. */
export const openSmsLine = (
  options: SmppOptions,
  {
    onReceipt,
    onUp,
    onLost,
  }: {
    onReceipt(receipt: Receipt): Promise<void>
    onUp(): void
    onLost(reason: string): void
  },
): Line => {
  const { throttleFirst_ms = 1000 } = options
  let pausedUntil_ms = 0
  let pause_ms = throttleFirst_ms
  const link = new SmppLink(options, {
    onBound: onUp,
    onLost,
    onDeliver: async (pdu) => {
      const receipt = readReceipt(pdu)
      if (receipt) {
        await onReceipt(receipt)
      }
    },
  })
  const slowDown = (): void => {
    const at_ms = now().getTime()
    if (at_ms < pausedUntil_ms) {
      return
    }
    pausedUntil_ms = at_ms + pause_ms
    pause_ms = Math.min(THROTTLE_MOST_MS, pause_ms * 2)
  }

  const judge = (status: number): Sending => {
    const reason = `smpp 0x${status.toString(16)}`
    if (BUSY.has(status)) {
      slowDown()
      return { kind: 'held', reason }
    }
    return FAULTY.has(status) ? { kind: 'refused', reason } : { kind: 'again', reason }
  }

  return {
    atOnce: 50,
    isUp: () => link.isBound() && now().getTime() >= pausedUntil_ms,
    async send(message) {
      const parts = smsParts(message.text, message.reference, options.longMessages ?? 'payload')
      let providerMessageId: string | null = null
      for (const [i, part] of parts.entries()) {
        if (!link.isBound()) {
          return { kind: 'held', reason: 'smpp down' }
        }
        const isLast = i === parts.length - 1
        const answer = await link.submit({
          ...addressed(message, options.from),
          ...part,
          registered_delivery: isLast ? 1 : 0,
        })
        if (!answer) {
          return { kind: 'again', reason: 'smpp unanswered' }
        }
        if (answer.command_status !== OK) {
          return judge(answer.command_status)
        }
        providerMessageId = answer.message_id || null
      }
      pause_ms = throttleFirst_ms
      return { kind: 'sent', providerMessageId }
    },
    stop: () => link.stop(),
  }
}

const addressed = ({ to, reference, expiresAt }: OutwardMessage, from: string) => ({
  ...(/^\d+$/.test(from)
    ? { source_addr_ton: INTERNATIONAL, source_addr_npi: ISDN }
    : { source_addr_ton: ALPHANUMERIC, source_addr_npi: 0 }),
  source_addr: from,
  dest_addr_ton: INTERNATIONAL,
  dest_addr_npi: ISDN,
  destination_addr: to.replace(/^\+/, ''),
  user_message_reference: referenceOf(reference),
  validity_period: validityOf(expiresAt),
})

/**
 * SMPP 3.4 §7.1.1 relative time, `YYMMDDhhmmss000R`: the centre itself drops a code that comes too late. Two
 * days at most.
 */
const validityOf = (expiresAt: Date): string => {
  const left_s = Math.min(2 * 86_400, Math.max(1, Math.ceil((expiresAt.getTime() - now().getTime()) / 1000)))
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0')
  return `0000${two(left_s / 86_400)}${two((left_s / 3600) % 24)}${two((left_s / 60) % 60)}${two(left_s % 60)}000R`
}
