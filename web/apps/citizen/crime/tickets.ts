// Tickets for anonymous reports: drawn by every app by itself, a few in a month, whether its holder ever
// reports or not; kept in this browser, of nobody. What was signed cannot be brought together with what is
// shown later (formats/blind-signature).
import type { DrawTickets, ViewTicketKey } from '../../../../contract/crime-report.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { blind, SALT_bytes, unblind } from '../../../../formats/blind-signature/blind-signature.ts'
import { NONCE_bytes, ticketMessage } from '../../../../formats/blind-signature/ticket.ts'
import { base64url, bytesOf } from '../../../client/base64url.ts'
import { deed, view } from '../../../client/call.ts'
import { chance } from '../../../client/chance.ts'
import { openRecords } from '../../../client/records.ts'
import { now } from '../../../ui/clock.ts'

export const reportRecords = openRecords('sen-report')

export type Ticket = { readonly key: string; readonly nonce: string; readonly signature: string }
type Held = {
  /** Until when no new ones are drawn, and until when these are good; milliseconds. */
  readonly drawnUntil: number
  readonly goodUntil: number
  readonly tickets: readonly Ticket[]
}

const held = async (): Promise<Held | undefined> => {
  const kept = await reportRecords.get<Held>('tickets')
  return kept && kept.goodUntil > now() ? kept : undefined
}

type Key = OutputOf<typeof ViewTicketKey>

const drawByKey = async ({ key, n, tickets: most }: Key): Promise<readonly Ticket[]> => {
  const modulus = bytesOf(n)
  const asked = await Promise.all(
    Array.from({ length: most }, async () => {
      const nonce = chance(NONCE_bytes)
      const drawn = { salt: chance(SALT_bytes), factor: chance(modulus.length + 8) }
      return { nonce, message: await blind(modulus, ticketMessage(key, nonce), drawn) }
    }),
  )
  const blinded = asked.map(({ message }) => base64url(message.blinded))
  const { signatures } = await deed<typeof DrawTickets>(
    'crime-report.tickets',
    { key, blinded },
    { retries: 0 },
  )
  return asked.flatMap(({ nonce, message }, at) => {
    const signature = unblind(modulus, message, bytesOf(signatures[at] ?? ''))
    return signature ? [{ key, nonce: base64url(nonce), signature: base64url(signature) }] : []
  })
}

let drawing: Promise<void> | null = null
/**
 * Once in the time of a key; the key itself is asked for without saying who asks. Throws Problem, and closes
 * no session that has ended: nobody pressed anything.
 */
export const drawTickets = (): Promise<void> =>
  (drawing ??= drawWhereNone().finally(() => {
    drawing = null
  }))

const drawWhereNone = async (): Promise<void> => {
  const kept = await held()
  if (kept && kept.drawnUntil > now()) {
    return
  }
  const key = await view<typeof ViewTicketKey>('crime-report.ticket-key', {}, { isNameless: true })
  const tickets = await drawByKey(key)
  await reportRecords.put('tickets', {
    drawnUntil: Date.parse(key.drawnUntil),
    goodUntil: Date.parse(key.goodUntil),
    tickets,
  } satisfies Held)
}

/** Null where none is left. */
export const takeTicket = async (): Promise<Ticket | null> => {
  const kept = await held()
  const [first, ...rest] = kept?.tickets ?? []
  if (!kept || !first) {
    return null
  }
  await reportRecords.put('tickets', { ...kept, tickets: rest } satisfies Held)
  return first
}

export const ticketsLeft = async (): Promise<number> => (await held())?.tickets.length ?? 0
