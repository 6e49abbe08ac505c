/**
 * An agency's register: answers who may ask by the key it gave out, takes requests to correct an entry, and
 * has bad days when the demo world says so. It knows nothing of Sen.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { now } from '../../server/kernel/clock.ts'
import { dayInVietnam } from '../../server/kernel/policy.ts'
import type { AgencyRecord } from './agency-records.ts'
import type { JudgmentBook, JudgmentHolder } from './judgment-records.ts'

/** `hangs`: takes the question and never answers. */
export const agencyFaults = ['none', 'hangs', 'fault', 'slow', 'garbage'] as const
export type AgencyFault = (typeof agencyFaults)[number]

const correctionForm = z.object({
  reference: z.string(),
  record: z.string().nullable(),
  field: z.enum(['personal_number', 'full_name', 'birth_date']),
  register_says: z.string(),
})
type Correction = z.infer<typeof correctionForm>
export interface Agency {
  readonly server: Server
  readonly records: AgencyRecord[]
  readonly corrections: Map<string, Correction>
  /** null: it is no register of judgments, and has no such door. */
  readonly book: JudgmentBook | null
  fault: AgencyFault
}

const SLOW_MS = 1200
const BODY_MOST_BYTES = 32 * 1024

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown> | null> => {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > BODY_MOST_BYTES) {
      return null
    }
    parts.push(part)
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** `key`: what an asker must show. */
export const openAgency = (
  records: AgencyRecord[],
  key: string,
  book: JudgmentBook | null = null,
): Agency => {
  const agency: Agency = { records, book, corrections: new Map(), fault: 'none', server: createServer() }
  agency.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void respond(agency, key, request, response)
  })
  return agency
}

const respond = async (
  agency: Agency,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (request.headers.authorization !== `Bearer ${key}`) {
    return answer(response, 401, { error: 'unknown asker' })
  }
  const body = await bodyOf(request)
  if (!body) {
    return answer(response, 400, { error: 'form' })
  }
  switch (agency.fault) {
    case 'hangs':
      return
    case 'fault':
      return answer(response, 500, { error: 'our fault' })
    case 'garbage':
      return void response.end('<html>bảo trì</html>')
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
      break
    default:
  }
  if (request.url === '/records/find') {
    return answer(response, 200, found(agency, body))
  }
  if (request.url === '/records/correct') {
    return answer(response, 200, taken(agency, body))
  }
  if (request.url === '/judgments/find' && agency.book) {
    const said = judgmentsFound(agency.book, body)
    return said ? answer(response, 200, said) : answer(response, 422, { error: 'entry being moved' })
  }
  answer(response, 404, { error: 'no such door' })
}

const bare = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toUpperCase()

interface AskedByName extends AskedPerson {
  readonly full_name?: string
  readonly birth_date?: string
}
/** By number, or by name and day of birth: as courts of thirty years have written people. */
const isLike = (holder: JudgmentHolder, person: AskedByName): boolean =>
  (holder.personal_number !== null && holder.personal_number === person.personal_number) ||
  (holder.old_number !== null && holder.old_number === person.old_number) ||
  (bare(holder.full_name) === bare(person.full_name ?? '') &&
    (person.birth_date ?? '').startsWith(holder.birth_date))

const judgmentsFound = (book: JudgmentBook, body: Record<string, unknown>): unknown => {
  const person = (body['person'] ?? {}) as AskedByName
  if (book.moving.includes(person.personal_number ?? '')) {
    return null
  }
  return {
    answer: 'found',
    as_of: dayInVietnam(now()),
    judgments: book.judgments.filter(({ holder }) => isLike(holder, person)),
    bans: body['with_bans'] === true ? book.bans.filter(({ holder }) => isLike(holder, person)) : [],
  }
}

const isAsked = (one: AgencyRecord, type: unknown, keys: Readonly<Record<string, string>>): boolean =>
  one.type === type &&
  // A card number may be typed with the letters before it.
  Object.entries(one.keys).every(([name, value]) => (keys[name] ?? '').endsWith(value))

interface AskedPerson {
  readonly personal_number?: string
  readonly old_number?: string | null
}
const isHis = ({ holder }: AgencyRecord, person: AskedPerson): boolean =>
  holder.personal_number === person.personal_number ||
  (holder.personal_number === null && holder.old_number !== null && holder.old_number === person.old_number)

const found = ({ records }: Agency, body: Record<string, unknown>): unknown => {
  const keys = (body['keys'] ?? {}) as Record<string, string>
  const person = (body['person'] ?? {}) as AskedPerson
  // As careless as registers are: by a key it answers whatever stands under it, whoever asks.
  const one = records.find(
    (record) =>
      isAsked(record, body['type'], keys) && (Object.keys(record.keys).length > 0 || isHis(record, person)),
  )
  if (!one) {
    return { answer: 'none' }
  }
  const { reference, version, standing, standing_since, holder, values } = one
  return {
    answer: 'found',
    record: { reference, version: String(version), standing, standing_since, holder, values },
  }
}

const taken = ({ corrections }: Agency, body: Record<string, unknown>): unknown => {
  const read = correctionForm.safeParse(body)
  if (read.success) {
    corrections.set(read.data.reference, read.data)
  }
  return { answer: read.success ? 'taken' : 'form' }
}

/** The agency's own officer looks into what was reported, and puts it right. Answers how many. */
export const settleCorrections = ({ records, corrections }: Agency): number => {
  let settled = 0
  for (const { reference, record, field, register_says } of corrections.values()) {
    const one = records.find((each) => each.reference === record)
    if (one) {
      one.holder[field] = register_says
      one.version++
      settled++
    }
    corrections.delete(reference)
  }
  return settled
}
