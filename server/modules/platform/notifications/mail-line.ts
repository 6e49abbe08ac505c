/**
 * E-mail over SMTP (RFC 5321): a small pool of connections, every wait bounded, plain text, a Message-ID that
 * stays the same at every try.
 */
import { createTransport } from 'nodemailer'
import { isIP } from 'node:net'
import { now } from '../../../kernel/clock.ts'
import type { Line, OutwardMessage, Sending } from './letter.ts'

export interface SmtpOptions {
  readonly host: string
  readonly port: number
  /** The sender's address. */
  readonly from: string
  readonly user?: string
  readonly pass?: string
  /**
   * TLS from the first byte (port 465). Without it STARTTLS is required, except towards this machine itself.
   */
  readonly secure?: boolean
}

const CONNECT_MS = 10_000
const SILENCE_MS = 20_000
const PAUSE_FIRST_MS = 500
const PAUSE_MOST_MS = 60_000

interface SmtpError {
  readonly code?: string
  readonly responseCode?: number
  readonly command?: string
  readonly timeoutType?: string
}
const isLoopback = (host: string): boolean =>
  host === 'localhost' || (isIP(host) === 4 && host.startsWith('127.')) || host === '::1'

export const openMailLine = ({ host, port, from, user, pass, secure = false }: SmtpOptions): Line => {
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && !isLoopback(host),
    ignoreTLS: !secure && isLoopback(host),
    ...(user === undefined ? {} : { auth: { user, pass: pass ?? '' } }),
    pool: true,
    maxConnections: 4,
    maxMessages: 500,
    maxRequeues: 1,
    logger: false,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    dnsTimeout: CONNECT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  let pausedUntil_ms = 0
  let pause_ms = PAUSE_FIRST_MS
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '')

  /** The server itself is away or overloaded: wait, longer each time. */
  const hold = (reason: string): Sending => {
    if (now().getTime() >= pausedUntil_ms) {
      pausedUntil_ms = now().getTime() + pause_ms
      pause_ms = Math.min(PAUSE_MOST_MS, pause_ms * 2)
    }
    return { kind: 'held', reason }
  }
  const judge = ({ code = '', responseCode, command, timeoutType }: SmtpError): Sending => {
    const reason = `smtp ${responseCode ?? code}`.trim()
    const isAboutTheLetter = code === 'EENVELOPE' || code === 'EMESSAGE'
    if (isAboutTheLetter && command !== 'MAIL FROM' && responseCode !== 421) {
      return responseCode !== undefined && responseCode >= 500
        ? { kind: 'refused', reason }
        : { kind: 'again', reason }
    }
    // A standing connection that breaks may be the letter's fault, and the letter may have gone: that counts
    // as a try, lest one letter
    // hold up all others for ever.
    const isBroken =
      responseCode === undefined &&
      (code === 'ECONNECTION' || code === 'ESTREAM' || timeoutType === 'SOCKET_TIMEOUT')
    return isBroken ? { kind: 'again', reason } : hold(reason)
  }

  return {
    atOnce: 8,
    isUp: () => now().getTime() >= pausedUntil_ms,
    async send(message) {
      try {
        await transport.sendMail(mailOf(message, from, domain))
        pause_ms = PAUSE_FIRST_MS
        return { kind: 'sent', providerMessageId: null }
      } catch (error) {
        // Its message can hold the address; only codes go on.
        return judge(error as SmtpError)
      }
    },
    stop: async () => transport.close(),
  }
}

const mailOf = ({ reference, to, title, text, language }: OutwardMessage, from: string, domain: string) => ({
  from,
  to: { name: '', address: to },
  subject: title,
  text,
  messageId: `<${reference}@${domain}>`,
  // RFC 3834: nobody's holiday answer comes back.
  headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
})
