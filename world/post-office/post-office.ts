/**
 * The demo world's post office: every phone and mailbox of the synthetic nation, reached over real SMPP and
 * SMTP on loopback.
 */
import { startMailRoom, type MailRoom } from './mail-room.ts'
import { openMessageBook, type MessageBook } from './message-book.ts'
import { startSmsCentre, type SmsCentre, type Weather } from './sms-centre.ts'

export interface PostOffice extends Omit<MessageBook, 'add'> {
  readonly smpp: SmsCentre['smpp'] & { readonly from: string }
  readonly smtp: MailRoom['smtp'] & { readonly from: string }
  /** How long a text message takes to arrive; its receipt comes then. */
  setDelay(arrival_ms: number): void
  /**
   * `undeliverable`: accepted, then a receipt says failed. `refused`: turned away at once. `throttled`:
   * "slower".
   */
  setWeather(weather: Weather): void
  stop(): Promise<void>
}

export const USUAL_ARRIVAL_MS = 800

export const startPostOffice = async (): Promise<PostOffice> => {
  const book = openMessageBook()
  const centre = await startSmsCentre(book)
  const room = await startMailRoom(book)
  centre.setDelay(USUAL_ARRIVAL_MS)
  return {
    smpp: { ...centre.smpp, from: 'SEN' },
    smtp: { ...room.smtp, from: 'Sen <khong-tra-loi@sen.example>' },
    messages: book.messages,
    onMessage: book.onMessage,
    clear() {
      centre.loseAll()
      book.clear()
    },
    setDelay: centre.setDelay,
    setWeather(weather) {
      centre.setWeather(weather)
      room.setRefusing(weather === 'refused' || weather === 'undeliverable')
    },
    async stop() {
      await Promise.all([centre.stop(), room.stop()])
    },
  }
}
