/**
 * One long-lived transceiver bind to an SMS centre (SMPP 3.4): bound again with growing pauses when it
 * breaks, asked for life when it is
 * silent, and never more messages in the air than the window allows. Whatever waits for an answer gets one:
 * the centre's, or "lost".
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

export interface LinkEvents {
  /** Must settle before the centre is told "received". */
  onDeliver(pdu: Pdu): Promise<void>
  onBound(): void
  onLost(reason: string): void
}

/** SMPP 3.4 §5.1.3: a temporary trouble on our side; the centre sends the receipt again later. */
const ESME_RX_T_APPN = 0x64
const SMPP_3_4 = 0x34
const UNBIND_WITHIN_MS = 500

export class SmppLink {
  private readonly options: LinkOptions &
    Required<
      Pick<LinkOptions, 'answerWithin_ms' | 'enquireEvery_ms' | 'reconnectFirst_ms' | 'reconnectMost_ms'>
    >
  private readonly events: LinkEvents
  private session: Session | null = null
  private isUp = false
  private isStopping = false
  private pause_ms: number
  private reconnecting: NodeJS.Timeout | undefined
  private enquiring: NodeJS.Timeout | undefined
  private readonly waiting = new Set<(answer: null) => void>()

  constructor(options: LinkOptions, events: LinkEvents) {
    this.options = {
      answerWithin_ms: 10_000,
      enquireEvery_ms: 30_000,
      reconnectFirst_ms: 500,
      reconnectMost_ms: 60_000,
      ...options,
    }
    this.events = events
    this.pause_ms = this.options.reconnectFirst_ms
    this.connect()
  }

  isBound(): boolean {
    return this.isUp
  }

  /**
   * Answers the response, or null when the link broke or stayed silent: the message may or may not have
   * arrived.
   */
  async submit(fields: Readonly<Record<string, unknown>>): Promise<Pdu | null> {
    const { session } = this
    return session && this.isUp ? this.ask((done) => session.submit_sm(fields, done)) : null
  }

  async stop(): Promise<void> {
    this.isStopping = true
    clearTimeout(this.reconnecting)
    const { session } = this
    if (!session) {
      return
    }
    if (this.isUp) {
      await this.ask((done) => session.unbind({}, done), UNBIND_WITHIN_MS)
    }
    this.lose(session, 'stopped')
  }

  private ask(
    send: (onResponse: (pdu: Pdu) => void) => boolean,
    within_ms = this.options.answerWithin_ms,
  ): Promise<Pdu | null> {
    return new Promise((resolve) => {
      const settle = (answer: Pdu | null): void => {
        clearTimeout(timer)
        this.waiting.delete(settle)
        resolve(answer)
      }
      const timer = setTimeout(() => settle(null), within_ms)
      this.waiting.add(settle)
      if (!send(settle)) {
        settle(null)
      }
    })
  }

  private connect(): void {
    const { host, port, isTls, answerWithin_ms } = this.options
    const session = smpp.connect({ host, port, ...(isTls ? { tls: true, servername: host } : {}) })
    this.session = session
    const tooLong = setTimeout(() => this.lose(session, 'connect unanswered'), answerWithin_ms)
    const end = (reason: string): void => {
      clearTimeout(tooLong)
      this.lose(session, reason)
    }
    session.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? 'broken'))
    session.on('close', () => end('closed'))
    session.on(isTls ? 'secureConnect' : 'connect', () => {
      clearTimeout(tooLong)
      void this.bind(session)
    })
    session.on('enquire_link', (pdu: Pdu) => void session.send(pdu.response()))
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response())
      this.lose(session, 'unbound by the centre')
    })
    session.on('deliver_sm', (pdu: Pdu) => {
      this.events.onDeliver(pdu).then(
        () => session.send(pdu.response()),
        () => session.send(pdu.response({ command_status: ESME_RX_T_APPN })),
      )
    })
  }

  private async bind(session: Session): Promise<void> {
    const { systemId, password, enquireEvery_ms, reconnectFirst_ms } = this.options
    const answer = await this.ask((done) =>
      session.bind_transceiver({ system_id: systemId, password, interface_version: SMPP_3_4 }, done),
    )
    if (this.session !== session) {
      return
    }
    if (!answer || answer.command_status !== 0) {
      return this.lose(session, answer ? `bind refused ${answer.command_status}` : 'bind unanswered')
    }
    this.isUp = true
    this.pause_ms = reconnectFirst_ms
    this.enquiring = setInterval(() => {
      void this.ask((done) => session.enquire_link({}, done)).then((alive) => {
        if (!alive) {
          this.lose(session, 'silent')
        }
      })
    }, enquireEvery_ms)
    this.events.onBound()
  }

  /**
   * Whoever waits is told, and another connection is tried after a pause. A session already given up changes
   * nothing.
   */
  private lose(session: Session, reason: string): void {
    if (this.session !== session) {
      return
    }
    this.session = null
    this.isUp = false
    clearInterval(this.enquiring)
    session.destroy()
    for (const settle of this.waiting) {
      settle(null)
    }
    if (this.isStopping) {
      return
    }
    this.events.onLost(reason)
    this.reconnecting = setTimeout(() => this.connect(), this.pause_ms)
    this.pause_ms = Math.min(this.options.reconnectMost_ms, this.pause_ms * 2)
  }
}
