/** The last messages of the demo world's phones and mailboxes, in memory only, newest first. */
import { parsePhone } from '../../formats/phone.ts'
import { now } from '../../server/kernel/clock.ts'
import { newId } from '../../server/kernel/id.ts'

export interface OutboxMessage {
  readonly id: string
  readonly channel: 'sms' | 'email'
  /** +84… or an address. */
  readonly to: string
  readonly subject: string | null
  /** Empty when the message never arrived. */
  readonly text: string
  /** The one-time code, when the text holds one. */
  readonly code: string | null
  readonly sent_at: string
  readonly state: 'delivered' | 'failed'
}

export interface MessageBook {
  add(message: Pick<OutboxMessage, 'channel' | 'to' | 'subject' | 'text' | 'state'>): void
  messages(to?: string): OutboxMessage[]
  /** Answers how to stop listening. */
  onMessage(listener: (message: OutboxMessage) => void): () => void
  clear(): void
}

const MOST = 500
/** Six digits alone; a phone or a reference has other neighbours. */
const CODE = /(?<![\d./-])\d{6}(?![\d/-])/

const address = (text: string): string => {
  const phone = parsePhone(text)
  return phone.ok ? phone.value : text.trim().toLowerCase()
}

export const openMessageBook = (): MessageBook => {
  let kept: OutboxMessage[] = []
  const listeners = new Set<(message: OutboxMessage) => void>()
  return {
    add(message) {
      const text = message.state === 'failed' ? '' : message.text
      const made = {
        ...message,
        id: newId(),
        to: address(message.to),
        text,
        code: CODE.exec(text)?.[0] ?? null,
        sent_at: now().toISOString(),
      }
      kept = [made, ...kept].slice(0, MOST)
      for (const listener of listeners) {
        listener(made)
      }
    },
    messages: (to) => (to === undefined ? [...kept] : kept.filter((message) => message.to === address(to))),
    onMessage(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    clear() {
      kept = []
    },
  }
}
