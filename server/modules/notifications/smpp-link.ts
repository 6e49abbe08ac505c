/**
 * One long-lived transceiver bind to an SMS centre (SMPP 3.4): bound again with growing pauses when it breaks, asked for life when it is
 * silent, and never more messages in the air than the window allows. Whatever waits for an answer gets one: the centre's, or "lost".
 */
import smpp, { type Pdu, type Session } from 'smpp'

export interface LinkOptions {
  readonly host: string
  readonly port: number
  readonly systemId: string
  readonly password: string
  readonly isTls?: boolean
  readonly answerWithin_ms?: number
  readonly enquireEvery_ms?: number
  readonly reconnectFirst_ms?: number
  readonly reconnectMost_ms?: number
}

export interface SmppLink {
  isBound(): boolean
  /** Answers the response, or null when the link broke or stayed silent: the message may or may not have arrived. */
  submit(fields: Readonly<Record<string, unknown>>): Promise<Pdu | null>
  stop(): Promise<void>
}

/** SMPP 3.4 §5.1.3: a temporary trouble on our side; the centre sends the receipt again later. */
const ESME_RX_T_APPN = 0x64

export const openSmppLink = (options: LinkOptions, { onDeliver, onBound, onLost }: {
  /** Must settle before the centre is told "received". */
  onDeliver(pdu: Pdu): Promise<void>
  onBound(): void
  onLost(reason: string): void
}): SmppLink => {
  const { answerWithin_ms = 10_000, enquireEvery_ms = 30_000, reconnectFirst_ms = 500, reconnectMost_ms = 60_000 } = options
  let session: Session | null = null
  let isBound = false
  let isStopping = false
  let pause_ms = reconnectFirst_ms
  let reconnecting: NodeJS.Timeout | undefined
  let enquiring: NodeJS.Timeout | undefined
  const waiting = new Set<(answer: Pdu | null) => void>()

  const ask = (send: (onResponse: (pdu: Pdu) => void) => boolean): Promise<Pdu | null> =>
    new Promise((resolve) => {
      const settle = (answer: Pdu | null): void => {
        clearTimeout(timer)
        waiting.delete(settle)
        resolve(answer)
      }
      const timer = setTimeout(() => settle(null), answerWithin_ms)
      waiting.add(settle)
      if (!send(settle)) settle(null)
    })

  const lost = (from: Session, reason: string): void => {
    if (session !== from) return
    session = null
    isBound = false
    clearInterval(enquiring)
    from.destroy()
    for (const settle of waiting) settle(null)
    if (isStopping) return
    onLost(reason)
    reconnecting = setTimeout(connect, pause_ms)
    pause_ms = Math.min(reconnectMost_ms, pause_ms * 2)
  }

  const bind = async (made: Session): Promise<void> => {
    const answer = await ask((done) => made.bind_transceiver({ system_id: options.systemId, password: options.password, interface_version: 0x34 }, done))
    if (session !== made) return
    if (!answer || answer.command_status !== 0) return lost(made, answer ? `bind refused ${answer.command_status}` : 'bind unanswered')
    isBound = true
    pause_ms = reconnectFirst_ms
    enquiring = setInterval(() => {
      void ask((done) => made.enquire_link({}, done)).then((alive) => { if (!alive) lost(made, 'silent') })
    }, enquireEvery_ms)
    onBound()
  }

  const connect = (): void => {
    const made = smpp.connect({ host: options.host, port: options.port, ...(options.isTls ? { tls: true, servername: options.host } : {}) })
    session = made
    const tooLong = setTimeout(() => lost(made, 'connect unanswered'), answerWithin_ms)
    made.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(tooLong)
      lost(made, error.code ?? 'broken')
    })
    made.on('close', () => {
      clearTimeout(tooLong)
      lost(made, 'closed')
    })
    made.on(options.isTls ? 'secureConnect' : 'connect', () => {
      clearTimeout(tooLong)
      void bind(made)
    })
    made.on('enquire_link', (pdu: Pdu) => void made.send(pdu.response()))
    made.on('unbind', (pdu: Pdu) => {
      made.send(pdu.response())
      lost(made, 'unbound by the centre')
    })
    made.on('deliver_sm', (pdu: Pdu) => {
      onDeliver(pdu).then(
        () => made.send(pdu.response()),
        () => made.send(pdu.response({ command_status: ESME_RX_T_APPN })),
      )
    })
  }
  connect()

  return {
    isBound: () => isBound,
    submit: async (fields) => (session && isBound ? ask((done) => session?.submit_sm(fields, done) ?? false) : null),
    async stop() {
      isStopping = true
      clearTimeout(reconnecting)
      const last = session
      if (!last) return
      if (isBound) await Promise.race([ask((done) => last.unbind({}, done)), new Promise((done) => setTimeout(done, 500))])
      lost(last, 'stopped')
    },
  }
}
