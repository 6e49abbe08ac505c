/** The door of a party for Sen: requests, answers, notices and what is printed, over TLS. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readNotice } from './notices.ts'
import type { Party, Taken } from './party.ts'
import { SenSilent } from './sen-trust.ts'

const BODY_MOST_BYTES = 5 * 1024 * 1024
const REQUEST_MEDIA = 'application/oauth-authz-req+jwt'

interface Reply {
  readonly status: number
  readonly media: string
  readonly body: string
}
const json = (status: number, body: object): Reply => ({
  status,
  media: 'application/json',
  body: JSON.stringify(body),
})
const NOT_HERE = json(404, { error: 'not_found' })
const WRONG = json(400, { error: 'invalid_request' })

const bodyOf = async (request: IncomingMessage): Promise<string | null> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > BODY_MOST_BYTES) {
      return null
    }
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

export const serveDoor = async (
  party: Party,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (party.fault === 'hangs') {
    return
  }
  const reply = party.fault === 'fault' ? json(500, { error: 'server_error' }) : await replyTo(party, request)
  response
    .writeHead(reply.status, { 'content-type': reply.media, 'cache-control': 'no-store' })
    .end(reply.body)
}

const replyTo = async (party: Party, request: IncomingMessage): Promise<Reply> => {
  const body = await bodyOf(request)
  if (body === null) {
    return json(413, { error: 'too_large' })
  }
  const [, door = '', id = '', ...more] = new URL(request.url ?? '/', party.settings.door).pathname.split('/')
  const asked = more.length > 0 ? '' : `${request.method} ${door}`
  try {
    switch (asked) {
      case 'GET request':
      case 'POST request':
        return await requestFor(party, id, body)
      case 'POST answer':
        return await answerTo(party, id, body)
      case 'POST notices':
        return await noticeTo(party, body)
      case 'POST printed':
        return await printedFor(party, body)
      default:
        return NOT_HERE
    }
  } catch (error) {
    if (error instanceof SenSilent) {
      return json(503, { error: 'temporarily_unavailable' })
    }
    throw error
  }
}

const signed = (text: string): Reply => ({ status: 200, media: REQUEST_MEDIA, body: text })

const requestFor = async (party: Party, id: string, body: string): Promise<Reply> => {
  const matter = party.matters.find(id)
  const nonce = new URLSearchParams(body).get('wallet_nonce')
  return matter?.state === 'waiting' ? signed(await party.ask(matter, nonce)) : NOT_HERE
}

const printedFor = async (party: Party, body: string): Promise<Reply> => {
  const place = placeIn(body)
  if (place === null || !Object.hasOwn(party.about.places, place)) {
    return NOT_HERE
  }
  return signed(await party.ask(party.matters.open({ session: null, place }), null))
}

const placeIn = (body: string): string | null => {
  try {
    const read: unknown = JSON.parse(body)
    const place = typeof read === 'object' && read !== null && 'place' in read ? read.place : null
    return typeof place === 'string' ? place : null
  } catch {
    return null
  }
}

/** §8.2: where her browser goes back to, if it began there. */
const answerTo = async (party: Party, id: string, body: string): Promise<Reply> => {
  const request = party.matters.request(id)
  if (!request) {
    return NOT_HERE
  }
  const taken: Taken = await party.take(request, Object.fromEntries(new URLSearchParams(body)))
  if (taken !== 'taken' && taken !== 'refused') {
    return json(400, { error: 'invalid_request', error_description: taken })
  }
  const { id: matter, session } = request.matter
  return json(200, session === null ? {} : { redirect_uri: `${party.settings.pages}/account/${matter}` })
}

const noticeTo = async (party: Party, body: string): Promise<Reply> => {
  const { id, settings, trust } = party
  const notice = await readNotice(body, { party: id, sen: settings.sen, trust })
  if (!notice) {
    return WRONG
  }
  const matter = party.matters.byNonce(notice.nonce)
  // What a party does not have (any more) is erased.
  return json(200, matter ? party.hear(matter, notice) : { state: 'done' })
}
