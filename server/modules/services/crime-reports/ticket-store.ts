/** SQL of the keys that sign tickets, and of the tickets that were used. */
import type { Reading, Work } from '../../../kernel/work.ts'

export interface TicketKeyRow {
  readonly key: string
  readonly modulus: string
  readonly sealed: Buffer
  readonly drawn_until: Date
  readonly good_until: Date
}

export const findKey = (read: Reading, key: string) =>
  read.maybe<TicketKeyRow>(
    `select key, modulus, sealed, drawn_until, good_until from crime_report_ticket_key where key = $1`,
    [key],
  )

/** Two that begin the same time at once end with the same key. */
export const addKey = async (work: Work, row: TicketKeyRow): Promise<void> => {
  await work.run(
    `insert into crime_report_ticket_key (key, modulus, sealed, drawn_until, good_until)
     values ($1, $2, $3, $4, $5) on conflict (key) do nothing`,
    [row.key, row.modulus, row.sealed, row.drawn_until, row.good_until],
  )
}

export const isUsed = async (read: Reading, digest: Buffer): Promise<boolean> =>
  (await read.maybe('select 1 from crime_report_ticket where digest = $1', [digest])) !== undefined

/** Whether it was not used before. */
export const useTicket = async (work: Work, digest: Buffer, goodUntil: Date): Promise<boolean> =>
  (await work.run(
    'insert into crime_report_ticket (digest, good_until) values ($1, $2) on conflict (digest) do nothing',
    [digest, goodUntil],
  )) === 1
