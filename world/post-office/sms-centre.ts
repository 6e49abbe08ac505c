/**
 * The demo world's SMS centre: a real SMPP 3.4 server on loopback, with receipts, lateness and failures on
 * demand.
 */
import { timingSafeEqual } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import smpp, { type Pdu, type Session } from 'smpp'
import { newSecret } from '../../server/kernel/id.ts'
import type { MessageBook } from './message-book.ts'
import { openPartJoiner } from './part-joiner.ts'

/** How the network behaves: `undeliverable` is told by a receipt, `refused` and `throttled` at once. */
export type Weather = 'fine' | 'undeliverable' | 'refused' | 'throttled'

export interface SmsCentre {
  readonly smpp: {
    readonly host: string
    readonly port: number
    readonly systemId: string
    readonly password: string
  }
  /** From acceptance to arrival on the phone and to the receipt. */
  setDelay(arrival_ms: number): void
  setWeather(weather: Weather): void
  /** How many times each receipt is sent; real networks repeat themselves. */
  setReceipts(times: number): void
  /** Messages accepted so far, each part counted. */
  accepted(): number
  /** What is on its way to a phone, and its receipt, never arrive. */
  loseAll(): void
  stop(): Promise<void>
}

const HOST = '127.0.0.1'
const STATUS = { wrongPassword: 0x0e, notBound: 0x04, invalidDestination: 0x0b, throttled: 0x58 }
const RECEIPTS_KEPT = 1000
const RECEIPT_TRIES = 5
const RECEIPT_AGAIN_MS = 500
const RECEIPT_ESM_CLASS = 4

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

interface Receipt {
  readonly fields: Record<string, unknown>
  tries: number
}

class Centre {
  arrival_ms = 800
  weather: Weather = 'fine'
  receiptTimes = 1
  accepted = 0
  private readonly book: MessageBook
  private readonly login: { readonly systemId: string; readonly password: string }
  private readonly bound = new Set<Session>()
  private readonly timers = new Set<NodeJS.Timeout>()
  private readonly join = openPartJoiner()
  private undelivered: Receipt[] = []

  constructor(book: MessageBook, login: { systemId: string; password: string }) {
    this.book = book
    this.login = login
  }

  welcome(session: Session): void {
    session.on('error', () => session.destroy())
    session.on('close', () => void this.bound.delete(session))
    session.on('enquire_link', (pdu: Pdu) => void session.send(pdu.response()))
    session.on('unbind', (pdu: Pdu) => {
      this.bound.delete(session)
      session.send(pdu.response())
      session.close()
    })
    session.on('bind_transceiver', (pdu: Pdu) => this.bind(session, pdu))
    session.on('submit_sm', (pdu: Pdu) => {
      const { status, id } = this.accept(session, pdu)
      session.send(pdu.response(status === 0 ? { message_id: id } : { command_status: status }))
    })
  }

  loseAll(): void {
    for (const timer of this.timers) {
      clearTimeout(timer)
    }
    this.timers.clear()
    this.undelivered = []
  }

  private bind(session: Session, pdu: Pdu): void {
    if (
      !isSame(pdu.system_id ?? '', this.login.systemId) ||
      !isSame(pdu.password ?? '', this.login.password)
    ) {
      session.send(pdu.response({ command_status: STATUS.wrongPassword }))
      return session.close()
    }
    session.send(pdu.response({ system_id: 'sen-world' }))
    this.bound.add(session)
    const waiting = this.undelivered
    this.undelivered = []
    for (const receipt of waiting) {
      this.tell(receipt)
    }
  }

  private accept(session: Session, pdu: Pdu): { status: number; id: string } {
    const id = newSecret(8).toString('hex')
    if (!this.bound.has(session)) {
      return { status: STATUS.notBound, id }
    }
    if (this.weather === 'throttled') {
      return { status: STATUS.throttled, id }
    }
    if (this.weather === 'refused') {
      return { status: STATUS.invalidDestination, id }
    }
    const state = this.weather === 'undeliverable' ? 'failed' : 'delivered'
    const times = (pdu.registered_delivery ?? 0) & 1 ? this.receiptTimes : 0
    const text = this.join(pdu)
    this.accepted++
    this.later(this.arrival_ms, () => {
      if (text !== null) {
        this.book.add({ channel: 'sms', to: `+${pdu.destination_addr ?? ''}`, subject: null, text, state })
      }
      for (let i = 0; i < times; i++) {
        this.tell({ fields: receiptFields(pdu, id, state), tries: 0 })
      }
    })
    return { status: 0, id }
  }

  /** Kept for the next bind when nobody listens; sent again when the receiver could not take it. */
  private tell(receipt: Receipt): void {
    const session = [...this.bound].at(-1)
    if (!session) {
      this.undelivered = [...this.undelivered, receipt].slice(-RECEIPTS_KEPT)
      return
    }
    receipt.tries++
    session.deliver_sm(receipt.fields, (answer) => {
      if (answer.command_status !== 0 && receipt.tries < RECEIPT_TRIES) {
        this.later(RECEIPT_AGAIN_MS, () => this.tell(receipt))
      }
    })
  }

  private later(ms: number, deed: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      deed()
    }, ms)
    this.timers.add(timer)
  }
}

export const startSmsCentre = async (
  book: MessageBook,
  { port = 0, systemId = 'sen', password = newSecret(6).toString('base64url') } = {},
): Promise<SmsCentre> => {
  const centre = new Centre(book, { systemId, password })
  const server = smpp.createServer((session) => centre.welcome(session))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => resolve())
  })
  return {
    smpp: { host: HOST, port: (server.address() as AddressInfo).port, systemId, password },
    setDelay: (arrival_ms) => {
      centre.arrival_ms = arrival_ms
    },
    setWeather: (weather) => {
      centre.weather = weather
    },
    setReceipts: (times) => {
      centre.receiptTimes = times
    },
    accepted: () => centre.accepted,
    loseAll: () => centre.loseAll(),
    async stop() {
      centre.loseAll()
      const closed = new Promise((resolve) => server.close(resolve))
      // A copy: a session that ends leaves the server's own list.
      for (const session of server.sessions.slice()) {
        session.destroy()
      }
      await closed
    },
  }
}

/** SMPP 3.4 appendix B, without the customary copy of the message's beginning. */
const receiptFields = (pdu: Pdu, id: string, state: 'delivered' | 'failed'): Record<string, unknown> => ({
  source_addr: pdu.destination_addr,
  destination_addr: pdu.source_addr,
  esm_class: RECEIPT_ESM_CLASS,
  receipted_message_id: id,
  message_state: state === 'delivered' ? 2 : 5,
  short_message: `id:${id} sub:001 dlvrd:${state === 'delivered' ? '001' : '000'} stat:${state === 'delivered' ? 'DELIVRD' : 'UNDELIV'} err:000 text:`,
})
