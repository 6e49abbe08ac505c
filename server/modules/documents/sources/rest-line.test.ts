// One question over HTTP: whatever comes instead of an answer is a silence with a reason, and our key goes to
// the register alone.
import assert from 'node:assert/strict'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, test } from 'node:test'
import { findRecord, SourceSilent, type Silence } from './rest-line.ts'

const KEY = 'the key that the agency gave out'
const question = {
  request_id: '01900000-0000-7000-8000-000000000000',
  type: 'driving-licence',
  keys: { licence_number: '994012345318' },
  person: { personal_number: '940191004826', old_number: null },
}
const NONE = JSON.stringify({ answer: 'none' })

const open: Server[] = []
afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})
const serve = async (respond: RequestListener): Promise<string> => {
  const server = createServer(respond)
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const find = (url: string, timeout_ms = 5000) => findRecord({ url, timeout_ms, key: KEY }, question)
const silenceOf = async (url: string, timeout_ms?: number): Promise<Silence> => {
  const error = await find(url, timeout_ms).then(
    () => assert.fail('it was answered'),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof SourceSilent, String(error))
  assert.doesNotMatch(
    `${error.message} ${error.stack ?? ''}`,
    /940191004826|994012345318|the key that/,
    'nothing of her and no secret',
  )
  return error.why
}

test('a question goes in the body, with our key in its header, to the address of the agreement', async () => {
  const seen: unknown[] = []
  const url = await serve((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      seen.push([request.method, request.url, request.headers.authorization])
      seen.push(JSON.parse(Buffer.concat(parts).toString('utf8')))
      response.end(NONE)
    })
  })
  assert.deepEqual(await find(`${url}/v1/`), { answer: 'none' })
  assert.deepEqual(seen, [['POST', '/v1/records/find', `Bearer ${KEY}`], question])
})

test('whatever is no answer is a silence with its reason', async () => {
  const answering = (status: number, body: string): RequestListener =>
    function respond(_, response) {
      response.writeHead(status).end(body)
    }
  const cases: readonly (readonly [Silence, RequestListener])[] = [
    ['refuses-us', answering(401, NONE)],
    ['refuses-us', answering(403, NONE)],
    ['fault', answering(500, NONE)],
    ['fault', answering(201, NONE)],
    ['form', answering(200, '<html>')],
    ['form', answering(200, '{"answer":"maybe"}')],
    ['record', answering(200, '{"answer":"found","record":{}}')],
    ['record', answering(400, NONE)],
    ['record', answering(422, NONE)],
  ]
  for (const [why, respond] of cases) {
    assert.equal(await silenceOf(await serve(respond)), why)
  }
  assert.equal(await silenceOf(await serve(() => undefined), 150), 'hangs')
})

test('an answer without an end is not read to its end', async () => {
  let sent_bytes = 0
  const part = Buffer.alloc(64 * 1024, ' ')
  const url = await serve((_, response) => {
    const more = (): void => {
      if (!response.destroyed && sent_bytes < 64 * 1024 * 1024) {
        sent_bytes += part.length
        response.write(part, () => setImmediate(more))
      } else {
        response.end(NONE)
      }
    }
    more()
  })
  assert.equal(await silenceOf(url), 'too-long')
  assert.ok(sent_bytes < 32 * 1024 * 1024, String(sent_bytes))
})

test('a register that sends us elsewhere is silent: our key and her numbers do not go there', async () => {
  let isAsked = false
  const elsewhere = await serve((_, response) => {
    isAsked = true
    response.end(NONE)
  })
  const url = await serve((_, response) => response.writeHead(307, { location: elsewhere }).end())
  assert.equal(await silenceOf(url), 'unreachable')
  assert.equal(isAsked, false)
})

test('a connection that closes is tried once more over a new one, and not again', async () => {
  let asked = 0
  const url = await serve((request, response) => {
    asked++
    if (asked === 1) {
      request.socket.destroy()
    } else {
      response.end(NONE)
    }
  })
  assert.deepEqual(await find(url), { answer: 'none' })
  let tries = 0
  const closing = await serve((request) => {
    tries++
    request.socket.destroy()
  })
  assert.equal(await silenceOf(closing), 'unreachable')
  assert.equal(tries, 2)
})
