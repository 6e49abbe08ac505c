/**
 * Tickets for anonymous reports. An app draws them while its holder is signed in, each signed unseen (RFC
 * 9474), and shows one later without any session: what was signed and what is shown cannot be brought
 * together, by us neither (docs/decisions/0032-crime-reports.md). A counter says how often an account drew in
 * a month, which every app does by itself.
 */
import { constants, createPublicKey, generateKeyPair, privateDecrypt, verify } from 'node:crypto'
import { promisify } from 'node:util'
import { DrawTickets, ViewTicketKey } from '../../../../contract/crime-report.ts'
import { SALT_bytes } from '../../../../formats/blind-signature/blind-signature.ts'
import { NONCE_bytes, ticketMessage } from '../../../../formats/blind-signature/ticket.ts'
import { actorReference, type Citizen } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { anyone, citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type Preparation } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import { tickets } from './rules.ts'
import * as store from './ticket-store.ts'

const BITS = 2048
const SEALED = 'crime_report_ticket_key.private'
const newPair = promisify(generateKeyPair)

/** The windows of the limits begin at the same moments. */
const keyAt = (at: Date): { readonly key: string; readonly ends: Date } => {
  const { signs_s: signs } = inForce(tickets, at)
  const no = Math.floor(at.getTime() / 1000 / signs)
  return { key: `B${no}`, ends: new Date((no + 1) * signs * 1000) }
}

/** Null where there is one already. */
const keyToAdd = async (tools: Tools, at: Date): Promise<store.TicketKeyRow | null> => {
  const { key, ends } = keyAt(at)
  if (await store.findKey(tools.read, key)) {
    return null
  }
  const { publicKey, privateKey } = await newPair('rsa', { modulusLength: BITS })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  return {
    key,
    modulus: publicKey.export({ format: 'jwk' }).n ?? '',
    sealed: tools.sealer.sealWithPlatformKey(SEALED, pem),
    drawn_until: ends,
    good_until: new Date(ends.getTime() + inForce(tickets, at).good_s * 1000),
  }
}

export const viewTicketKey = useCase({
  contract: ViewTicketKey,
  permit: anyone, // one key for everybody, asked for without saying who asks
  prepare: (_, { tools, now }) => keyToAdd(tools, now),
  async act(work, _, { prepared: fresh, now }) {
    if (fresh) {
      await store.addKey(work, fresh)
    }
    const { key } = keyAt(now)
    const row = await store.findKey(work, fresh?.key ?? key)
    if (!row) {
      throw new Error('the key of this time was neither there nor made')
    }
    return {
      key: row.key,
      n: row.modulus,
      tickets: inForce(tickets, now).atOnce,
      drawnUntil: row.drawn_until.toISOString(),
      goodUntil: row.good_until.toISOString(),
    }
  },
  audit: none('one key for everybody'),
})

/**
 * One RSA operation on what nobody here can read. Throws `request.invalid` for what is no number below the
 * key.
 */
const signUnseen = (pem: Buffer, modulus: Buffer, blinded: string): string => {
  const bytes = Buffer.from(blinded, 'base64url')
  if (bytes.length !== modulus.length || Buffer.compare(bytes, modulus) >= 0) {
    throw problem('request.invalid', { fields: [{ field: 'blinded', code: 'shape' }] })
  }
  return privateDecrypt({ key: pem, padding: constants.RSA_NO_PADDING }, bytes).toString('base64url')
}

const signAll = async (
  tools: Tools,
  { key, blinded }: { readonly key: string; readonly blinded: readonly string[] },
  at: Date,
): Promise<readonly string[]> => {
  const row = await store.findKey(tools.read, key)
  if (!row || row.drawn_until <= at) {
    throw problem('crime-report.key-over')
  }
  const pem = tools.sealer.unsealWithPlatformKey(SEALED, row.sealed)
  const modulus = Buffer.from(row.modulus, 'base64url')
  return blinded.map((one) => signUnseen(pem, modulus, one))
}

export const drawTickets = useCase({
  contract: DrawTickets,
  permit: citizenHerself,
  // It is drawn by the app itself: a refusal in her log would puzzle her.
  isForHeldStill: true,
  limits(_, __, actor) {
    const { signs_s: per_s, draws } = inForce(tickets, presentMoment())
    return [{ scope: 'crime-report.tickets', key: actorReference(actor), most: draws, per_s }]
  },
  prepare: (input, { tools, now }: Preparation<Citizen>) => signAll(tools, input, now),
  act: (_, __, { prepared: signatures }) => Promise.resolve({ signatures: [...signatures] }),
  audit: none('every app draws them by itself; a line would say nothing of its holder'),
})

export interface Ticket {
  readonly key: string
  readonly nonce: string
  readonly signature: string
}
export interface GoodTicket {
  /** By which it is taken once. */
  readonly digest: Buffer
  readonly goodUntil: Date
}

/** Nothing is written, whatever comes. Throws `crime-report.ticket-refused`. */
export const judgeTicket = async (
  { read, digests }: Pick<Tools, 'digests'> & { readonly read: Reading },
  { key, nonce: nonceText, signature }: Ticket,
  at: Date,
): Promise<GoodTicket> => {
  const row = await store.findKey(read, key)
  const nonce = Buffer.from(nonceText, 'base64url')
  const isGood =
    row !== undefined &&
    row.good_until > at &&
    nonce.length === NONCE_bytes &&
    verify(
      'sha384',
      ticketMessage(key, nonce),
      {
        key: createPublicKey({ key: { kty: 'RSA', n: row.modulus, e: 'AQAB' }, format: 'jwk' }),
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: SALT_bytes,
      },
      Buffer.from(signature, 'base64url'),
    )
  if (!isGood) {
    throw problem('crime-report.ticket-refused')
  }
  return {
    digest: digests.secret('crime-report-ticket', `${key} ${nonce.toString('base64url')}`),
    goodUntil: row.good_until,
  }
}
