/**
 * The demo world's mail server: real SMTP with a password on loopback; letters are parsed and kept in the
 * book.
 */
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import { newSecret } from '../../server/kernel/id.ts'
import type { MessageBook } from './message-book.ts'

export interface MailRoom {
  readonly smtp: {
    readonly host: string
    readonly port: number
    readonly user: string
    readonly pass: string
  }
  /** While true every recipient is refused for good. */
  setRefusing(isRefusing: boolean): void
  stop(): Promise<void>
}

const HOST = '127.0.0.1'
const LETTER_MOST_BYTES = 1_000_000

const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode })

const readAll = async (stream: SMTPServerDataStream): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

export const startMailRoom = async (
  book: MessageBook,
  { port = 0, user = 'sen', pass = newSecret(12).toString('base64url') } = {},
): Promise<MailRoom> => {
  let isRefusing = false
  const server = new SMTPServer({
    // Loopback only, so the password needs no TLS; the certificate of a demo would prove nothing.
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'LOGIN'],
    disableReverseLookup: true,
    size: LETTER_MOST_BYTES,
    closeTimeout: 500,
    logger: false,
    banner: 'Sen demo world',
    onAuth: (auth, _session, done) =>
      auth.username === user && auth.password === pass
        ? done(null, { user })
        : done(refusal(535, 'wrong name or password')),
    onRcptTo: (_address, _session, done) => done(isRefusing ? refusal(550, 'no such mailbox') : null),
    onData: (stream, session, done) => {
      readAll(stream)
        .then((raw) => PostalMime.parse(raw))
        .then((letter) => {
          if (stream.sizeExceeded) {
            return done(refusal(552, 'too large'))
          }
          for (const { address } of session.envelope.rcptTo) {
            book.add({
              channel: 'email',
              to: address,
              subject: letter.subject ?? '',
              text: (letter.text ?? '').trim(),
              state: 'delivered',
            })
          }
          done()
        })
        .catch(() => done(refusal(554, 'not a letter')))
    },
  })
  server.on('error', () => undefined)
  const net = await new Promise<AddressInfo>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, HOST, () => resolve(server.server.address() as AddressInfo))
  })
  return {
    smtp: { host: HOST, port: net.port, user, pass },
    setRefusing: (next) => {
      isRefusing = next
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
