/**
 * A citizen's app as it draws tickets and sends a report by one; and all that a database says of it
 * afterwards.
 */
import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { blind, SALT_bytes, unblind } from '../formats/blind-signature/blind-signature.ts'
import { NONCE_bytes, ticketMessage } from '../formats/blind-signature/ticket.ts'
import { composePaperCode, PAPER_CODE_bytes } from '../formats/paper-code.ts'
import { sendAnonymousReport } from '../server/modules/services/crime-reports/send-anonymous.ts'
import { drawTickets, viewTicketKey } from '../server/modules/services/crime-reports/tickets.ts'
import { addOffice } from '../server/modules/registry/organisations/add-officer.ts'
import type { Fixture } from './fixture.ts'
import { settleCitizen } from './settle-citizen.ts'
import type { Visitor } from './visitor.ts'

const drawn = (size: number) => new Uint8Array(randomBytes(size))
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

export interface TestTicket {
  readonly key: string
  readonly nonce: string
  readonly signature: string
}

/** As every app does by itself. `seen`: what the server was sent and answered. */
export const drawTicketsOf = async (
  visitor: Visitor,
): Promise<{ readonly tickets: TestTicket[]; readonly seen: readonly string[] }> => {
  const { key, n, tickets: most } = await visitor.do(viewTicketKey)
  const modulus = new Uint8Array(Buffer.from(n, 'base64url'))
  const asked = await Promise.all(
    Array.from({ length: most }, async () => {
      const nonce = drawn(NONCE_bytes)
      const chance = { salt: drawn(SALT_bytes), factor: drawn(modulus.length + 8) }
      return { nonce, blinded: await blind(modulus, ticketMessage(key, nonce), chance) }
    }),
  )
  const blinded = asked.map((one) => text(one.blinded.blinded))
  const { signatures } = await visitor.do(drawTickets, { key, blinded })
  const tickets = asked.map((one, index) => {
    const signed = new Uint8Array(Buffer.from(signatures[index] ?? '', 'base64url'))
    const signature = unblind(modulus, one.blinded, signed)
    if (!signature) {
      throw new Error('what was signed is no signature')
    }
    return { key, nonce: text(one.nonce), signature: text(signature) }
  })
  return { tickets, seen: [...blinded, ...signatures] }
}

export const newReceiptCode = (): string => composePaperCode(drawn(PAPER_CODE_bytes))

/** A province with two communes, each with its police. */
export const addPolice = async ({ pool, context }: Pick<Fixture, 'pool' | 'context'>): Promise<void> => {
  await pool.query(
    `insert into territory_unit (code, valid_from, valid_until, kind, name, parent_code, successor_code,
       source)
     values ('97', '2025-07-01', null, 'province', 'Tỉnh Thử', null, null, 'test'),
       ('97001', '2025-07-01', null, 'ward', 'Phường Thử Một', '97', null, 'test'),
       ('97002', '2025-07-01', null, 'commune', 'Xã Thử Hai', '97', null, 'test')`,
  )
  await context.transact(async (work) => {
    await addOffice(work, { code: 'CA-97', name: 'Công an tỉnh Thử', unit: '97' })
    await addOffice(work, { code: 'CA-1', name: 'Công an phường Thử Một', unit: '97001' })
    await addOffice(work, { code: 'CA-2', name: 'Công an xã Thử Hai', unit: '97002' })
  })
}

export const theft = {
  kind: 'theft',
  text: 'Tối qua khoảng 22 giờ có ba người bẻ khoá lấy xe máy ở ngõ 15, đi về phía chợ.',
  unitCode: '97001',
  pictures: [] as string[],
} as const

/** A stranger's browser with tickets that somebody's app had drawn. */
export const strangerWithTickets = async (fixture: Fixture) => {
  const { tickets } = await drawTicketsOf((await settleCitizen(fixture)).visitor)
  return { visitor: fixture.visitor(), tickets }
}
export const sendWithTicket = async (fixture: Fixture, told: object = theft) => {
  const { visitor, tickets } = await strangerWithTickets(fixture)
  const receiptCode = newReceiptCode()
  const sent = await visitor.do(sendAnonymousReport, { ...told, ticket: tickets[0], receiptCode })
  return { visitor, receiptCode, ...sent }
}

/** Every row of every table, as text. */
export const wholeDatabase = async (pool: pg.Pool): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace order by 1`,
  )
  const { rows } = await pool.query<{ name: string; rows: string[] | null }>(
    tables
      .map(({ name }) => `select '${name}' as name, array_agg(to_jsonb(t)::text) as rows from ${name} t`)
      .join(' union all '),
  )
  return new Map(rows.map(({ name, rows: all }) => [name, new Set(all)]))
}
