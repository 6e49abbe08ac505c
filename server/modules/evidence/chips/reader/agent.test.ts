// The agent over its port: what the console's page gets, and who gets nothing.
import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, randomUUID, verify } from 'node:crypto'
import { request } from 'node:http'
import { after, before, test } from 'node:test'
import { captureSeal } from '../../../../../contract/devices.ts'
import { sealText, takenText } from '../../../../../formats/capture-seal.ts'
import { castChip } from '../../../../../world/chips/cast-chips.ts'
import { keyOfZone } from './access-key.ts'
import { startAgent, type AgentOptions } from './agent.ts'
import { ReaderFault } from './reader-fault.ts'
import { SoftChip } from './soft-chip.ts'

const ORIGIN = 'http://localhost:4000'
let reader: AgentOptions['reader'] = () => 'no-reader'
let agent: Awaited<ReturnType<typeof startAgent>>
before(async () => {
  agent = await startAgent({ port: 0, origin: ORIGIN, reader: () => reader() })
})
after(() => agent.stop())

interface Said {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: { [name: string]: unknown }
}
const ask = (method: string, path: string, options?: Parameters<typeof askAt>[3]): Promise<Said> =>
  askAt(agent.port, method, path, options)
const askAt = (
  port: number,
  method: string,
  path: string,
  {
    origin = ORIGIN,
    host,
    body,
    type = 'application/json',
  }: { origin?: string | null; host?: string; body?: string; type?: string } = {},
): Promise<Said> =>
  new Promise((resolve, reject) => {
    const headers = {
      ...(origin === null ? {} : { origin }),
      ...(host ? { host } : {}),
      ...(body === undefined ? {} : { 'content-type': type }),
    }
    const asked = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = ''
      response.on('data', (part: Buffer) => {
        text += part.toString()
      })
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: text === '' ? {} : (JSON.parse(text) as Said['body']),
        }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })

const putCard = async (): Promise<{ number: string; information: string }> => {
  const chip = await castChip('hanh')
  const zone = keyOfZone(
    Buffer.from(chip?.parts.dg1 ?? [])
      .subarray(5)
      .toString('latin1'),
  )
  assert.ok(chip && zone?.kind === 'mrz')
  const plan = {
    parts: chip.parts,
    information: zone.information,
    number: '246810',
    access: { suite: 'aes256', curve: 'P-256' },
    answer: chip.answer,
  } as const
  reader = () => ({ name: 'A soft reader', hasCard: true, withCard: (deed) => deed(new SoftChip(plan)) })
  return plan
}

test('without a reader, without its package, without a card: each is said', async () => {
  for (const fault of ['no-reader', 'no-native'] as const) {
    reader = () => fault
    assert.deepEqual((await ask('GET', '/reader')).body, { name: null, hasCard: false, fault })
    const read = await ask('POST', '/reader/read', { body: '{"can":"246810"}' })
    assert.deepEqual([read.status, read.body['code']], [503, fault])
  }
  reader = () => ({ name: 'Empty', hasCard: false, withCard: () => Promise.reject(new Error('nobody asks')) })
  assert.deepEqual((await ask('GET', '/reader')).body, { name: 'Empty', hasCard: false, fault: null })
  assert.equal((await ask('POST', '/reader/read', { body: '{"can":"246810"}' })).status, 404)
  reader = () => ({
    name: 'Pulled',
    hasCard: true,
    withCard: () => Promise.reject(new ReaderFault('card-gone')),
  })
  assert.equal((await ask('POST', '/reader/read', { body: '{"can":"246810"}' })).status, 409)
})

test('a card is read by its number and by its zone, and answers; two pages at once take turns', async () => {
  const { number, information } = await putCard()
  assert.deepEqual((await ask('GET', '/reader')).body, { name: 'A soft reader', hasCard: true, fault: null })
  const chip = await castChip('hanh')
  const challenge = Buffer.from('0102030405060708', 'hex').toString('base64')
  for (const said of await Promise.all([
    ask('POST', '/reader/read', { body: JSON.stringify({ can: number, challenge }) }),
    ask('POST', '/reader/read', { body: JSON.stringify({ mrz: information }) }),
  ])) {
    assert.equal(said.status, 200)
    assert.equal(said.headers['access-control-allow-origin'], ORIGIN)
    assert.deepEqual([said.body['chip'], said.body['access']], [chip?.file, 'pace'])
  }
  const wrong = await ask('POST', '/reader/read', { body: '{"can":"000000"}' })
  assert.deepEqual([wrong.status, wrong.body['code']], [422, 'wrong-key'])
})

test('another page, another name for this machine, or no origin gets nothing, not even whether there is a card', async () => {
  await putCard()
  for (const changes of [
    { origin: 'https://evil.example' },
    { origin: null },
    { origin: 'http://localhost:4001' },
    { host: 'evil.example' },
    { host: `evil.example:${agent.port}` },
  ]) {
    for (const [method, path] of [
      ['GET', '/reader'],
      ['POST', '/reader/read'],
      ['OPTIONS', '/reader/read'],
    ] as const) {
      const { status, headers, body } = await ask(method, path, {
        ...changes,
        ...(method === 'POST' ? { body: '{"can":"246810"}' } : {}),
      })
      assert.equal(status, 403)
      assert.equal(headers['access-control-allow-origin'], undefined)
      assert.ok(!('chip' in body) && !('name' in body))
    }
  }
  const preflight = await ask('OPTIONS', '/reader/read')
  assert.deepEqual(
    [
      preflight.status,
      preflight.headers['access-control-allow-origin'],
      preflight.headers['access-control-allow-private-network'],
    ],
    [204, ORIGIN, 'true'],
  )
})

test('a request that is none is refused', async () => {
  await putCard()
  for (const body of [
    '',
    '{',
    '[]',
    '{}',
    '{"can":"12"}',
    '{"mrz":"short"}',
    '{"can":"246810","mrz":"x"}',
    '{"can":"246810","challenge":"AA=="}',
    '{"can":"246810","more":1}',
    `{"can":"${'1'.repeat(9000)}"}`,
  ]) {
    assert.equal((await ask('POST', '/reader/read', { body })).status, 400, body.slice(0, 60))
  }
  assert.equal(
    (await ask('POST', '/reader/read', { body: '{"can":"246810"}', type: 'text/plain' })).status,
    400,
  )
  assert.equal((await ask('GET', '/elsewhere')).status, 404)
})

test('a reader that is registered signs what it has just read, for the case that was named, and nothing else', async () => {
  const { number } = await putCard()
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const device = randomUUID()
  const signing = await startAgent({
    port: 0,
    origin: ORIGIN,
    reader: () => reader(),
    key: { device, secret: privateKey },
  })
  try {
    const read = (input: object) =>
      askAt(signing.port, 'POST', '/reader/read', { body: JSON.stringify(input) })
    const challenge = Buffer.from('0102030405060708', 'hex')
    const [caseId, nonce] = [randomUUID(), '7.AAAAAAAAAAAAAAAAAAAAAA']
    const asked = { can: number, challenge: challenge.toString('base64'), seal: { caseId, nonce } }
    const { body } = await read(asked)
    const seal = captureSeal.parse(body['seal'])
    const taken = { chip: body['chip'], challenge: challenge.toString('base64url'), answer: body['answer'] }
    const digest = createHash('sha256').update(takenText(taken)).digest('base64url')
    const text = sealText({ step: 'chip', caseId, nonce, at: seal.at, digest })
    const key = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
    assert.ok(verify('sha256', Buffer.from(text), key, Buffer.from(seal.signature, 'base64url')))
    assert.equal(seal.device, device)
    assert.equal((await read({ can: number })).body['seal'], null, 'it was not asked for a case')
    assert.equal((await read({ can: number, seal: { caseId, nonce } })).body['seal'], null, 'no challenge')
    assert.equal((await ask('POST', '/reader/read', { body: JSON.stringify(asked) })).body['seal'], null)
    const odd = await read({ can: number, seal: { caseId: 'x', nonce } })
    assert.deepEqual([odd.status, odd.body['code']], [400, 'bad-request'])
  } finally {
    await signing.stop()
  }
})
