/** The demo world's SMS centre: a real SMPP 3.4 server on loopback, with receipts, lateness and failures on demand. */
import { timingSafeEqual } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import smpp, { type Pdu, type Session } from 'smpp'
import { newSecret } from '../../server/kernel/id.ts'
import type { MessageBook } from './message-book.ts'
import { openPartJoiner } from './part-joiner.ts'

/** How the network behaves: `undeliverable` is told by a receipt, `refused` and `throttled` at once. */
export type Weather = 'fine' | 'undeliverable' | 'refused' | 'throttled'

export interface SmsCentre {
  readonly smpp: { readonly host: string; readonly port: number; readonly systemId: string; readonly password: string }
  /** From acceptance to arrival on the phone and to the receipt. */
  setDelay(arrival_ms: number): void
  setWeather(weather: Weather): void
  /** How many times each receipt is sent; real networks repeat themselves. */
  setReceipts(times: number): void
  /** Messages accepted so far, each part counted. */
  accepted(): number
  stop(): Promise<void>
}

const HOST = '127.0.0.1'
const STATUS = { bindFailed: 0x0d, wrongPassword: 0x0e, notBound: 0x04, invalidDestination: 0x0b, throttled: 0x58 }
const RECEIPTS_KEPT = 1000
const RECEIPT_TRIES = 5
const RECEIPT_AGAIN_MS = 500
const RECEIPT_ESM_CLASS = 4

const isSame = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

interface Receipt { readonly fields: Record<string, unknown>; tries: number }

export const startSmsCentre = async (book: MessageBook, { port = 0, systemId = 'sen', password = newSecret(6).toString('base64url') } = {}): Promise<SmsCentre> => {
  let arrival_ms = 800
  let weather: Weather = 'fine'
  let receiptTimes = 1
  let accepted = 0
  const bound = new Set<Session>()
  const timers = new Set<NodeJS.Timeout>()
  let undelivered: Receipt[] = []
  const join = openPartJoiner()

  const later = (ms: number, deed: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      deed()
    }, ms)
    timers.add(timer)
  }

  /** Kept for the next bind when nobody listens; sent again when the receiver could not take it. */
  const tell = (receipt: Receipt): void => {
    const session = [...bound].at(-1)
    if (!session) {
      undelivered = [...undelivered, receipt].slice(-RECEIPTS_KEPT)
      return
    }
    receipt.tries++
    session.deliver_sm(receipt.fields, (answer) => {
      if (answer.command_status !== 0 && receipt.tries < RECEIPT_TRIES) later(RECEIPT_AGAIN_MS, () => tell(receipt))
    })
  }

  const submitted = (session: Session, pdu: Pdu): void => {
    if (!bound.has(session)) return void session.send(pdu.response({ command_status: STATUS.notBound }))
    if (weather === 'throttled') return void session.send(pdu.response({ command_status: STATUS.throttled }))
    if (weather === 'refused') return void session.send(pdu.response({ command_status: STATUS.invalidDestination }))
    const id = newSecret(8).toString('hex')
    const state = weather === 'undeliverable' ? 'failed' : 'delivered'
    const times = receiptTimes
    accepted++
    session.send(pdu.response({ message_id: id }))
    const text = join(pdu)
    later(arrival_ms, () => {
      if (text !== null) book.add({ channel: 'sms', to: `+${pdu.destination_addr ?? ''}`, subject: null, text, state })
      if (!((pdu.registered_delivery ?? 0) & 1)) return
      for (let i = 0; i < times; i++) tell({ fields: receiptFields(pdu, id, state), tries: 0 })
    })
  }

  const server = smpp.createServer((session) => {
    session.on('error', () => session.destroy())
    session.on('close', () => void bound.delete(session))
    session.on('enquire_link', (pdu: Pdu) => void session.send(pdu.response()))
    session.on('unbind', (pdu: Pdu) => {
      bound.delete(session)
      session.send(pdu.response())
      session.close()
    })
    session.on('bind_transceiver', (pdu: Pdu) => {
      if (!isSame(pdu.system_id ?? '', systemId) || !isSame(pdu.password ?? '', password)) {
        session.send(pdu.response({ command_status: STATUS.wrongPassword }))
        return session.close()
      }
      session.send(pdu.response({ system_id: 'sen-world' }))
      bound.add(session)
      const waiting = undelivered
      undelivered = []
      waiting.forEach(tell)
    })
    session.on('submit_sm', (pdu: Pdu) => submitted(session, pdu))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => resolve())
  })

  return {
    smpp: { host: HOST, port: (server.address() as AddressInfo).port, systemId, password },
    setDelay: (ms) => { arrival_ms = ms },
    setWeather: (next) => { weather = next },
    setReceipts: (times) => { receiptTimes = times },
    accepted: () => accepted,
    async stop() {
      for (const timer of timers) clearTimeout(timer)
      const closed = new Promise((resolve) => server.close(resolve))
      for (const session of [...server.sessions]) session.destroy()
      await closed
    },
  }
}

/** SMPP 3.4 appendix B, without the customary copy of the message's beginning. */
const receiptFields = (pdu: Pdu, id: string, state: 'delivered' | 'failed'): Record<string, unknown> => ({
  source_addr: pdu.destination_addr, destination_addr: pdu.source_addr, esm_class: RECEIPT_ESM_CLASS,
  receipted_message_id: id, message_state: state === 'delivered' ? 2 : 5,
  short_message: `id:${id} sub:001 dlvrd:${state === 'delivered' ? '001' : '000'} stat:${state === 'delivered' ? 'DELIVRD' : 'UNDELIV'} err:000 text:`,
})
