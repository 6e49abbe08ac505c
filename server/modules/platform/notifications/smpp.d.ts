// The part of the package `smpp` 0.5.1 that Sen uses, as client and (in the demo world) as server. The
// package brings no types.
declare module 'smpp' {
  import type { EventEmitter } from 'node:events'
  import type { Server as NetServer, Socket } from 'node:net'

  export interface Message {
    readonly message: string | Uint8Array
    readonly udh?: Uint8Array | readonly Uint8Array[]
  }
  export interface Pdu {
    readonly command: string
    readonly command_status: number
    readonly sequence_number: number
    readonly system_id?: string
    readonly password?: string
    readonly source_addr?: string
    readonly destination_addr?: string
    readonly esm_class?: number
    readonly data_coding?: number
    readonly registered_delivery?: number
    readonly validity_period?: string | Date
    readonly message_id?: string
    readonly message_state?: number
    readonly receipted_message_id?: string
    readonly user_message_reference?: number
    readonly short_message?: Message
    readonly message_payload?: Message
    isResponse(): boolean
    response(options?: Readonly<Record<string, unknown>>): Pdu
  }
  export type Send = (options: Readonly<Record<string, unknown>>, onResponse?: (pdu: Pdu) => void) => boolean
  export interface Session extends EventEmitter {
    readonly socket: Socket
    bind_transceiver: Send
    submit_sm: Send
    deliver_sm: Send
    enquire_link: Send
    unbind: Send
    send(pdu: Pdu): boolean
    close(done?: () => void): void
    destroy(done?: () => void): void
    pause(): void
    resume(): void
  }
  export interface Server extends NetServer {
    readonly sessions: readonly Session[]
  }
  const smpp: {
    connect(options: { host: string; port: number; tls?: boolean; servername?: string }): Session
    createServer(listener: (session: Session) => void): Server
  }
  export default smpp
}
