/**
 * The machine's card reader through PC/SC. The native package is optional and not part of Sen: it is looked
 * for when the agent starts, and its absence is
 * said clearly.
 */
import type { Transport } from './apdu.ts'
import { ReaderFault } from './reader-fault.ts'

export interface CardReader {
  readonly name: string
  readonly hasCard: boolean
  /** Opens the card that lies on it, for one reading. */
  withCard<T>(deed: (card: Transport) => Promise<T>): Promise<T>
}

/** `@pokusew/pcsclite`: an emitter of readers. */
interface PcscliteReader {
  readonly name: string
  readonly state?: number
  readonly SCARD_STATE_PRESENT: number
  readonly SCARD_SHARE_SHARED: number
  readonly SCARD_LEAVE_CARD: number
  on(event: 'status', heard: (status: { readonly state: number }) => void): void
  on(event: 'end', heard: () => void): void
  on(event: 'error', heard: (error: Error) => void): void
  connect(
    options: { readonly share_mode: number },
    done: (error: Error | null, protocol: number) => void,
  ): void
  transmit(
    command: Buffer,
    answerMost_bytes: number,
    protocol: number,
    done: (error: Error | null, answer: Buffer) => void,
  ): void
  disconnect(disposition: number, done: () => void): void
}
interface Pcsclite {
  on(event: 'reader', heard: (reader: PcscliteReader) => void): void
  on(event: 'error', heard: (error: Error) => void): void
  close(): void
}

export interface Pcsc {
  reader(): CardReader | null
  close(): void
}

/**
 * A name that is not written into the import, so that a machine without the package still type-checks and
 * bundles.
 */
const load = async (name: string): Promise<unknown> => {
  try {
    return await import(name)
  } catch {
    return null
  }
}

const ANSWER_MOST_BYTES = 65_538

const makerOf = (loaded: unknown): (() => Pcsclite) | null => {
  const found: unknown =
    typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : null
  return typeof found === 'function' ? (found as () => Pcsclite) : null
}

/** Null when the machine has no such package. */
export const openPcsc = async (): Promise<Pcsc | null> => {
  const make = makerOf(await load('@pokusew/pcsclite'))
  if (!make) {
    return null
  }
  const pcsc = make()
  const readers = new Map<string, { reader: PcscliteReader; hasCard: boolean }>()
  pcsc.on('error', () => readers.clear())
  pcsc.on('reader', (reader) => {
    const known = { reader, hasCard: false }
    readers.set(reader.name, known)
    reader.on('status', ({ state }) => {
      known.hasCard = (state & reader.SCARD_STATE_PRESENT) !== 0
    })
    reader.on('end', () => void readers.delete(reader.name))
    reader.on('error', () => void readers.delete(reader.name))
  })
  return {
    reader() {
      const all = [...readers.values()]
      const chosen = all.find(({ hasCard }) => hasCard) ?? all[0]
      return chosen
        ? {
            name: chosen.reader.name,
            hasCard: chosen.hasCard,
            withCard: (deed) => withCard(chosen.reader, deed),
          }
        : null
    },
    close: () => pcsc.close(),
  }
}

const withCard = async <T>(reader: PcscliteReader, deed: (card: Transport) => Promise<T>): Promise<T> => {
  const protocol = await new Promise<number>((resolve, reject) =>
    reader.connect({ share_mode: reader.SCARD_SHARE_SHARED }, (error, found) =>
      error ? reject(new ReaderFault('no-card')) : resolve(found),
    ),
  )
  try {
    return await deed({
      transmit: (command) =>
        new Promise((resolve, reject) =>
          reader.transmit(Buffer.from(command), ANSWER_MOST_BYTES, protocol, (error, answer) =>
            error ? reject(new ReaderFault('card-gone')) : resolve(answer),
          ),
        ),
    })
  } finally {
    await new Promise<void>((resolve) => reader.disconnect(reader.SCARD_LEAVE_CARD, () => resolve()))
  }
}
