// The same promise at the door of the house: a careless browser sends cookie, profile and key along, and a
// fault happens inside. Neither the log of the process, nor its figures, nor the database has anything of it.
import assert from 'node:assert/strict'
import { constants, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { after, before, test } from 'node:test'
import { SALT_bytes } from '../../../../formats/blind-signature/blind-signature.ts'
import { NONCE_bytes, ticketMessage } from '../../../../formats/blind-signature/ticket.ts'
import { newReceiptCode, wholeDatabase } from '../../../../testing/crime-report-steps.ts'
import { openTestSen, type TestSen } from '../../../../testing/whole-sen.ts'
import { now } from '../../../kernel/clock.ts'

const KEY = 'B9'
const DAY_MS = 86_400_000
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
let sen: TestSen
before(async () => {
  sen = await openTestSen('off')
  await sen.database.pool.query(
    `insert into territory_unit (code, valid_from, valid_until, kind, name, parent_code, successor_code,
       source)
     values ('97', '2025-07-01', null, 'province', 'Tỉnh Thử', null, null, 'test')`,
  )
  const until = new Date(now().getTime() + DAY_MS)
  await sen.database.pool.query(
    `insert into crime_report_ticket_key (key, modulus, sealed, drawn_until, good_until)
     values ($1, $2, '', $3, $3)`,
    [KEY, publicKey.export({ format: 'jwk' }).n, until],
  )
})
after(() => sen.stop())

const newTicket = () => {
  const nonce = new Uint8Array(randomBytes(NONCE_bytes))
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_bytes }
  const signature = sign('sha384', ticketMessage(KEY, nonce), { key: privateKey, ...padding })
  return {
    key: KEY,
    nonce: Buffer.from(nonce).toString('base64url'),
    signature: signature.toString('base64url'),
  }
}
const CANARIES = {
  cookie: 'sen_app=canary-cookie-0123456789',
  'sen-profile': 'canary-profile-0123456789',
  'idempotency-key': 'canary-key-0123456789',
  'user-agent': 'canary-browser-0123456789',
  'x-forwarded-for': '203.0.113.77',
  referer: 'canary-page-0123456789',
}
const TEXT = 'Một lời kể có dấu canary-words-0123456789 để tìm lại.'
const post = (path: string, body: object): Promise<Response> =>
  fetch(`${sen.url}/api/crime-report/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: sen.url, ...CANARIES },
    body: JSON.stringify(body),
  })
const told = () => ({ kind: 'theft', text: TEXT, unitCode: '97', pictures: [], ticket: newTicket() })

const mustBeClean = async (): Promise<void> => {
  const rows = [...(await wholeDatabase(sen.database.pool))].flatMap(([, all]) => [...all]).join('\n')
  const figures = await (await fetch(`${sen.url}/metrics`)).text()
  for (const [where, text] of Object.entries({ database: rows, log: sen.log(), metrics: figures })) {
    for (const canary of ['canary', '203.0.113.77']) {
      assert.ok(!text.includes(canary), `the ${where} has ${canary}`)
    }
  }
}

test('what a careless browser sends along stays nowhere, nor does a word of the report', async () => {
  const receiptCode = newReceiptCode()
  const sent = await post('send', { ...told(), receiptCode })
  assert.equal(sent.status, 200)
  assert.equal(sent.headers.get('set-cookie'), null)
  const read = await post('read', { receiptCode })
  assert.equal(((await read.json()) as { text: string }).text, TEXT)
  assert.equal((await post('answer', { receiptCode, text: 'canary-answer' })).status, 200)
  assert.equal((await post('read', { receiptCode: newReceiptCode() })).status, 404)
  assert.equal((await post('send', { ...told(), receiptCode, text: 'canary' })).status, 422)
  await mustBeClean()
})

test('a fault inside is told by a reference, without a word of what was sent', async () => {
  await sen.database.pool.query('alter table crime_report_queue rename to crime_report_queue_away')
  try {
    const failed = await post('send', { ...told(), receiptCode: newReceiptCode() })
    assert.equal(failed.status, 500)
    assert.match(sen.log(), /request failed/)
  } finally {
    await sen.database.pool.query('alter table crime_report_queue_away rename to crime_report_queue')
  }
  await mustBeClean()
})
