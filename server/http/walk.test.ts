// A citizen's and an officer's walk over the wire, with the demo world beside them: cookies, double clicks,
// replays, and what the log keeps.
import assert from 'node:assert/strict'
import { request as rawRequest } from 'node:http'
import { after, before, test } from 'node:test'
import { PASSCODE, PASSWORD } from '../../testing/settle-citizen.ts'
import { TestDevice } from '../../testing/test-device.ts'
import { openTestSen, type TestSen } from '../../testing/whole-sen.ts'
import { presenceAt } from '../../testing/presence.ts'
import { dearTries } from '../../testing/thorough.ts'
import { pathOf } from '../../contract/operation.ts'
import { cast } from '../../world/cast.ts'
import { castPortrait } from '../../world/settle-cast.ts'
import { runCli } from '../cli/run-cli.ts'
import { allUseCases } from './routes.ts'

let sen: TestSen
before(async () => {
  sen = await openTestSen('on')
})
after(() => sen.stop())

interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly cookies: readonly string[]
  readonly text: string
}
class Jar {
  readonly held = new Map<string, string>()
  readonly seen: string[] = []
  async send(
    path: string,
    init: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const cookie = [...this.held].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      cookie,
      ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...init.headers,
    }
    const answer = await fetch(sen.url + path, {
      method: init.method ?? 'GET',
      headers,
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    })
    const cookies = answer.headers.getSetCookie()
    for (const line of cookies) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (line.includes('Max-Age=0')) {
        this.held.delete(name)
      } else {
        this.held.set(name, value)
      }
    }
    this.seen.push(...cookies)
    const text = await answer.text()
    return {
      status: answer.status,
      cookies,
      text,
      body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
    }
  }
  async deed(name: string, body: unknown = {}, headers = {}): Promise<Record<string, unknown>> {
    const answer = await this.send(pathOf(name), { method: 'POST', body, headers })
    assert.equal(answer.status, 200, `${name}: ${answer.text}`)
    return answer.body
  }
}

const [hanh] = cast
if (!hanh) {
  throw new Error('the cast is empty')
}
const handedOut = new Set<string>()
const code = async (): Promise<string> => {
  for (let tries = 0; tries < 300; tries++) {
    const messages = (await (
      await fetch(`${sen.url}/world/outbox?to=${encodeURIComponent(hanh.phone)}`)
    ).json()) as { id: string; code: string | null }[]
    const message = messages.find((m) => m.code && !handedOut.has(m.id))
    if (message?.code) {
      handedOut.add(message.id)
      return message.code
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('no code came')
}
const jar = new Jar()
const officer = new Jar()
const device = new TestDevice()
const codes: string[] = []

test('she registers, presses send twice at once, and has one application', async () => {
  await jar.deed('enrolment.start', { consent: '2026-11', language: 'vi' })
  await jar.deed('enrolment.declare', {
    personalNumber: hanh.personalNumber,
    fullName: hanh.name,
    birthDate: hanh.birthDate,
  })
  const shown = { 'sen-presence': await presenceAt(sen.url, 'enrolment.send-code') }
  await jar.deed('enrolment.send-code', { phone: hanh.phone, email: hanh.email }, shown)
  codes.push(await code())
  await jar.deed('enrolment.verify-code', { code: codes[0] })
  await jar.deed('enrolment.take-portrait', { picture: (await castPortrait(hanh)).toString('base64') })
  const [one, two] = await Promise.all([jar.deed('enrolment.submit'), jar.deed('enrolment.submit')])
  assert.deepEqual(one, two)
  for (
    let tries = 0;
    tries < 100 && (await jar.send('/api/enrolment/status')).body['state'] === 'submitted';
    tries++
  ) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  assert.equal((await jar.send('/api/enrolment/status')).body['state'], 'accepted')
})

test('she activates with a code that is good once', async () => {
  await jar.deed('activation.start')
  codes.push(await code())
  await jar.deed('activation.verify-code', { code: codes[1] })
  const finish = { password: PASSWORD, passcode: PASSCODE, device: device.binding() }
  const key = { 'idempotency-key': crypto.randomUUID() }
  const answers = await Promise.all(
    [1, 2].map(() => jar.send('/api/activation/finish', { method: 'POST', body: finish, headers: key })),
  )
  assert.deepEqual(
    answers.map((a) => a.status),
    [200, 200],
    answers[1]?.text,
  )
  assert.deepEqual(answers[0]?.body, answers[1]?.body)
  device.token = String(answers[0]?.body['device'])
  const { devices } = (await jar.send('/api/account/devices')).body as { devices: unknown[] }
  assert.equal(devices.length, 1)
})

test('she sees her card, her letters, who looked, and no inner id of hers', async () => {
  const card = await jar.send('/api/wallet/identity-card')
  assert.equal(card.body['fullName'], hanh.name)
  assert.match(String(card.body['signed']), /^[\w-]+\.[\w-]+\.[\w-]{86}$/)
  const {
    rows: [row],
  } = await sen.database.pool.query<{ subject_id: string }>(
    'select subject_id from account where personal_number = $1',
    [hanh.personalNumber],
  )
  for (const path of [
    '/api/account/me',
    '/api/inbox/list',
    '/api/audit/who-looked',
    '/api/account/devices',
  ]) {
    const answer = await jar.send(path)
    assert.equal(answer.status, 200, answer.text)
    assert.ok(row && !answer.text.includes(row.subject_id), path)
  }
  assert.ok(row && !card.text.includes(row.subject_id))
})

test('every session cookie is out of reach of scripts and other sites', () => {
  assert.ok(jar.seen.length >= 3)
  for (const line of jar.seen) {
    assert.match(line, /; Path=\/; HttpOnly; SameSite=Strict$/)
  }
})

test('after sign-out the old cookie opens nothing', async () => {
  const old = new Jar()
  for (const [name, value] of jar.held) {
    old.held.set(name, value)
  }
  assert.equal((await old.send('/api/account/me')).status, 200)
  await jar.deed('authentication.close-app')
  assert.equal((await old.send('/api/account/me')).status, 401)
  const { challenge } = await jar.deed('authentication.challenge', { device: device.token })
  await jar.deed('authentication.open-app', {
    device: device.token,
    challenge,
    signature: device.sign(String(challenge)),
    passcode: PASSCODE,
  })
  assert.equal((await old.send('/api/account/me')).status, 401)
  assert.equal((await jar.send('/api/account/me')).status, 200)
})

const withHost = (path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) =>
    rawRequest(sen.url + path, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end(),
  )

test("the demo world answers only to this machine's own names and pages", async () => {
  for (const path of ['/world/cast', '/world/outbox', '/world/clock']) {
    assert.equal(await withHost(path, { host: `localhost:${sen.port}` }), 200)
    assert.equal(await withHost(path, { host: 'evil.example' }), 403)
    assert.equal(await withHost(path, { host: `localhost:${sen.port}`, origin: 'https://evil.example' }), 403)
  }
  for (const deed of ['/world/reset', '/world/clock', '/world/enter', '/world/sms']) {
    assert.equal(
      (await jar.send(deed, { method: 'POST', body: {}, headers: { origin: 'https://evil.example' } }))
        .status,
      403,
    )
  }
})

test('an officer of the world comes in by her ticket and reads the queue', async () => {
  const { ticket } = (await officer.send('/world/enter', { method: 'POST', body: { officer: 'bao' } })).body
  await officer.deed('officer.enter', { ticket })
  assert.equal((await officer.send('/api/enrolment/queue')).status, 200)
})

/** Deeds that need no input and end the session that asks. */
const ENDING = ['authentication.close-app', 'officer.sign-out', 'lock.now']
const words = [
  '',
  'x',
  '1|x',
  '2026-01-01T00:00:00.000Z|',
  '\0',
  '\ud800',
  '01900000-0000-7000-8000-000000000001',
  '258046',
  '+84912345999',
  'a@b.vn',
  'a'.repeat(3000),
  'SEN-0000-0000',
  hanh.personalNumber,
  'accept',
  'vi',
]

test('senseless requests of people who are signed in are no errors of ours either', async () => {
  let seed = 7
  const chance = (): number => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return seed / 4_294_967_296
  }
  const value = (): unknown =>
    chance() > 0.85
      ? [null, 5, {}, [], { id: 'x' }, ['01900000-0000-7000-8000-000000000001']][Math.floor(chance() * 6)]
      : words[Math.floor(chance() * words.length)]
  const failures: string[] = []
  const asked = allUseCases.filter(
    ({ permit, contract }) =>
      (permit.session === 'app' || permit.session === 'counter') && !ENDING.includes(contract.name),
  )
  for (const { contract, permit } of asked) {
    const fields = 'shape' in contract.input ? Object.keys(contract.input.shape as object) : []
    for (let i = 0; i < (fields.length > 0 ? dearTries(12, 120) : 1); i++) {
      const input = Object.fromEntries(fields.map((field) => [field, value()]))
      const query = new URLSearchParams(Object.entries(input).map(([k, v]) => [k, String(v)]))
      const who = permit.session === 'app' ? jar : officer
      const answer =
        contract.kind === 'deed'
          ? await who.send(pathOf(contract.name), { method: 'POST', body: input })
          : await who.send(`${pathOf(contract.name)}?${query}`)
      if (answer.status >= 500) {
        failures.push(`${contract.name} ${answer.status} ${JSON.stringify(input).slice(0, 300)}`)
      }
    }
  }
  assert.deepEqual(failures, [])
})

test('the log holds nothing of her: no number, phone, name, address, code, password or token', async () => {
  await jar.send('/api/enrolment/declare', { method: 'POST', body: { personalNumber: hanh.personalNumber } })
  await jar.send(`/api/${hanh.personalNumber}?phone=${encodeURIComponent(hanh.phone)}`)
  await sen.database.pool.query('alter table letter rename to letter_away')
  assert.equal((await jar.send('/api/account/me')).status, 500)
  await sen.database.pool.query('alter table letter_away rename to letter')
  const log = sen.log()
  assert.ok(log.includes('request failed'), 'the failure is logged')
  for (const secret of [
    hanh.personalNumber,
    hanh.phone,
    hanh.phone.slice(1),
    hanh.name,
    'Hạnh',
    hanh.email,
    PASSWORD,
    device.token,
    ...codes,
    ...jar.held.values(),
    'Bờ Sông',
  ]) {
    assert.ok(!log.includes(secret), `the log holds ${secret.slice(0, 12)}`)
  }
})

test('all that was done stands in a log that proves itself', async () => {
  const said: string[] = []
  const exitCode = await runCli(
    ['audit', 'verify'],
    { env: sen.env, out: (line) => void said.push(line), say: (line) => void said.push(line) },
    () => Promise.reject(new Error('no world here')),
  )
  assert.equal(exitCode, 0, said.join('\n'))
  assert.ok((JSON.parse(said[0] ?? '') as { lines: number }).lines > 5)
})
