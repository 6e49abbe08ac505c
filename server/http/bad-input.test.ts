// Whatever comes over the wire: it is answered in our words, in the asker's language, and never with an error
// of ours.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { request as rawRequest } from 'node:http'
import { dearTries } from '../../testing/thorough.ts'
import { openTestSen, type TestSen } from '../../testing/whole-sen.ts'
import { pathOf } from '../../contract/operation.ts'
import { allUseCases } from './routes.ts'

let sen: TestSen
before(async () => {
  sen = await openTestSen('off')
})
after(() => sen.stop())

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Record<string, unknown>
}
const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
  const answer = await fetch(sen.url + path, { redirect: 'manual', ...init })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: isJson && text ? (JSON.parse(text) as Record<string, unknown>) : {},
  }
}
const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
const deed = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  post(path, JSON.stringify(body), headers)
const started = async (): Promise<Record<string, string>> => {
  const { headers } = await deed('/api/enrolment/start', { consent: '2026-11', language: 'vi' })
  return {
    cookie: headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; '),
  }
}
const declaration = { personalNumber: '940191004826', fullName: 'Nguyễn Thị Hạnh', birthDate: '1991-04-12' }
const isProblem = (answer: Answer, status: number, code: string): void => {
  assert.equal(answer.status, status, answer.text)
  assert.equal(answer.body['code'], code)
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/)
  assert.equal(answer.body['type'], `urn:sen:problem:${code}`)
}

test('what cannot be read as JSON, or is not JSON, is refused in our words', async () => {
  for (const body of ['{', '{"a":', '[1,', '"\\ud"', '{"a":1}}', '\u0000', '']) {
    isProblem(await post('/api/enrolment/start', body), 400, 'request.malformed')
  }
  for (const body of ['null', '5', '"text"', '[]', 'true', '{}', '[[[[[[]]]]]]']) {
    isProblem(await post('/api/enrolment/start', body), 422, 'request.invalid')
  }
  isProblem(
    await post('/api/enrolment/start', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    422,
    'request.invalid',
  )
})

test('another kind of content, another method, another address: each has its own answer', async () => {
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'image/jpeg',
    'nonsense',
  ]) {
    isProblem(await post('/api/enrolment/start', 'a=b', { 'content-type': type }), 415, 'request.wrong-type')
  }
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
    isProblem(await ask('/api/enrolment/start', { method }), 405, 'request.wrong-method')
  }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    isProblem(await ask('/api/account/me', { method }), 405, 'request.wrong-method')
  }
  for (const path of [
    '/api/nothing',
    '/api/enrolment',
    '/api/enrolment/start/x',
    '/nothing',
    '/api/enrolment/../../etc/passwd',
    '/app/../../package.json',
    '/world/cast',
    '/world/outbox',
    '/world/clock',
    '/.env',
    '/data/secrets.json',
  ]) {
    isProblem(await ask(path), 404, 'request.not-found')
  }
  isProblem(await ask('/world/reset', { method: 'POST' }), 404, 'request.not-found')
})

test('an address that cannot be decoded is refused in our words and not repeated', async () => {
  for (const path of [
    '/api/%zz',
    '/%',
    '/app/%c0%ae',
    '/assets/%E0%A4%A',
    '/app/%00.png',
    '/assets/%2e%2e/%2e%2e/package.json',
    `/${'a'.repeat(6000)}`,
  ]) {
    const answer = await ask(path)
    assert.ok(answer.status >= 400 && answer.status < 500, `${path.slice(0, 40)} ${answer.status}`)
    assert.equal(typeof answer.body['code'], 'string', `${path.slice(0, 40)} ${answer.text.slice(0, 200)}`)
    assert.ok(!answer.text.includes('%zz'))
  }
})

test('twenty megabytes are turned away at the door', async () => {
  const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = rawRequest(
      `${sen.url}/api/enrolment/take-portrait`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': String(20 * 1024 * 1024) },
      },
      (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString()
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      },
    )
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (!['EPIPE', 'ECONNRESET'].includes(error.code ?? '')) {
        reject(error)
      }
    })
    request.write(Buffer.alloc(64 * 1024, 0x61))
  })
  assert.equal(answer.status, 413)
  assert.equal((JSON.parse(answer.text) as { code: string }).code, 'request.too-large')
})

test('a deed that another site sends is not done, whatever it claims', async () => {
  const own = await started()
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `${sen.url}.evil.example` },
    { origin: sen.url.replace('http:', 'https:') },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of foreign) {
    isProblem(
      await deed('/api/enrolment/declare', declaration, { ...own, ...headers }),
      403,
      'request.wrong-origin',
    )
  }
  assert.equal((await ask('/api/enrolment/draft', { headers: own })).body['declared'], null)
  assert.equal(
    (
      await deed('/api/enrolment/declare', declaration, {
        ...own,
        origin: sen.url,
        'sec-fetch-site': 'same-origin',
      })
    ).status,
    200,
  )
})

test('a name with anything hidden in it is refused by its reason; marks typed apart become one letter', async () => {
  const own = await started()
  const names: [string, string][] = [
    ['Nguyễn\u200bHạnh', 'invisible'],
    ['Nguyễn\u202eHạnh', 'bidi'],
    ['Nguyễn\u0000Hạnh', 'control'],
    ['Nguyễn\nHạnh', 'control'],
    ['Hạnh 😀', 'emoji'],
    ['Nguy\ud800n', 'invisible'],
    ['Hanh2', 'digits'],
    ['Ηαnh', 'script'],
    ['', 'empty'],
    ['   ', 'empty'],
    ['A'.repeat(300), 'length'],
    ["A'; drop table person; --", 'punctuation'],
    ['<b>A</b>', 'punctuation'],
  ]
  for (const [fullName, code] of names) {
    const answer = await deed('/api/enrolment/declare', { ...declaration, fullName }, own)
    isProblem(answer, 422, 'request.invalid')
    assert.deepEqual(answer.body['fields'], [{ field: 'fullName', code }], fullName.slice(0, 30))
  }
  const answer = await deed(
    '/api/enrolment/declare',
    { ...declaration, fullName: `  ${'Nguyễn  Thị\u00a0Hạnh'.normalize('NFD')} ` },
    own,
  )
  assert.equal((answer.body['declared'] as { fullName: string }).fullName, 'Nguyễn Thị Hạnh'.normalize('NFC'))
})

test('a list, a number, an object or nothing where a text is meant is a fault of that field', async () => {
  const own = await started()
  for (const field of ['personalNumber', 'fullName', 'birthDate'] as const) {
    for (const value of [
      [declaration[field]],
      5,
      {},
      null,
      true,
      undefined,
      ['a', 'b'],
      'x'.repeat(100_000),
    ]) {
      const answer = await deed('/api/enrolment/declare', { ...declaration, [field]: value }, own)
      isProblem(answer, 422, 'request.invalid')
      assert.equal((answer.body['fields'] as { field: string }[])[0]?.field, field)
    }
  }
  isProblem(await ask('/api/inbox/list?cursor=a&cursor=b'), 422, 'request.invalid')
})

test('keys that would reach into every object are refused or without effect', async () => {
  const own = await started()
  isProblem(
    await post('/api/enrolment/declare', '{"__proto__":{"isAdmin":true}}', own),
    400,
    'request.malformed',
  )
  isProblem(
    await post('/api/enrolment/declare', '{"constructor":{"prototype":{"isAdmin":true}}}', own),
    400,
    'request.malformed',
  )
  assert.equal(
    (
      await deed(
        '/api/enrolment/declare',
        { ...declaration, isAdmin: true, toString: 'x', hasOwnProperty: 1, 'a.b': 2 },
        own,
      )
    ).status,
    200,
  )
  assert.equal(({} as Record<string, unknown>)['isAdmin'], undefined)
})

test('a photo that is none is refused by its reason', async () => {
  const own = await started()
  const picture = (bytes: Buffer | string) =>
    deed('/api/enrolment/take-portrait', { picture: Buffer.from(bytes).toString('base64') }, own)
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
  const gifBomb = Buffer.from(
    '47494638396100ff00ff800000ffffff00000021f90401000000002c00000000010001000002024401003b',
    'hex',
  )
  for (const bytes of [
    '',
    'text',
    svg,
    gifBomb,
    Buffer.from([0xff, 0xd8, 0xff]),
    Buffer.from('89504e470d0a1a0a0000000d49484452ffffffffffffffff0806000000', 'hex'),
    '%PDF-1.7',
    Buffer.alloc(100_000),
  ]) {
    const answer = await picture(bytes)
    assert.ok(
      ['portrait.not-a-picture', 'portrait.too-large', 'request.invalid'].includes(
        String(answer.body['code']),
      ),
      answer.text,
    )
  }
  isProblem(
    await deed('/api/enrolment/take-portrait', { picture: 'not base64!' }, own),
    422,
    'request.invalid',
  )
  isProblem(await picture(Buffer.alloc(3 * 1024 * 1024, 7)), 422, 'portrait.not-a-picture')
  isProblem(await picture(Buffer.alloc(Math.floor(3.5 * 1024 * 1024), 7)), 422, 'request.invalid')
})

test("a forged, cut or foreign cookie is nobody's", async () => {
  for (const value of [
    '',
    'x',
    'A'.repeat(5000),
    '../../etc',
    '%00',
    `${'-'.repeat(36)}.x`,
    `${'a'.repeat(36)}.`,
    '"><script>',
    (await started())['cookie']?.split('=')[1] ?? '',
  ]) {
    const headers = { cookie: `sen_app=${value}; sen_counter=${value}` }
    isProblem(await ask('/api/account/me', { headers }), 401, 'session.required')
    isProblem(await ask('/api/officer/me', { headers }), 401, 'session.required')
    const draft = await ask('/api/enrolment/draft', {
      headers: { cookie: `sen_enrol=${value.slice(0, -1)}` },
    })
    assert.ok(draft.status === 404 || draft.status === 401, draft.text)
  }
})

test('an idempotency key that is none is refused, not ignored', async () => {
  for (const key of ['short', 'x'.repeat(200), 'with space in it']) {
    isProblem(
      await deed('/api/enrolment/start', { consent: '2026-11', language: 'vi' }, { 'idempotency-key': key }),
      400,
      'request.malformed',
    )
  }
})

test("a refusal speaks the asker's language and tells nothing from inside", async () => {
  const vi = await ask('/api/account/me')
  const en = await ask('/api/account/me', { headers: { 'accept-language': 'en-GB,en;q=0.9' } })
  assert.match(String(vi.body['detail']), /đăng nhập/)
  assert.match(String(en.body['detail']), /sign in/)
  for (const { text } of [vi, en]) {
    assert.ok(!/node_modules|\.ts:|select |at \w+ \(/.test(text))
  }
})

test('every answer carries the headers that keep a browser safe, and no secret is kept by a cache', async () => {
  for (const path of ['/api/account/me', '/nothing', '/healthz', '/api/openapi.json']) {
    const { headers } = await ask(path)
    const policy = headers.get('content-security-policy') ?? ''
    assert.ok(
      policy.includes("default-src 'self'") &&
        policy.includes("frame-ancestors 'none'") &&
        policy.includes("object-src 'none'"),
      path,
    )
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.equal(headers.get('referrer-policy'), 'same-origin')
    assert.equal(headers.get('access-control-allow-origin'), null)
    assert.equal(headers.get('x-powered-by'), null)
  }
  assert.equal((await ask('/api/account/me')).headers.get('cache-control'), 'no-store')
})

test("only the officer's page may speak to this machine's card reader", async () => {
  for (const [path, isAllowed] of [
    ['/counter', true],
    ['/counter/', true],
    ['/counter?a', true],
    ['/counterfeit', false],
    ['/app/', false],
    ['/api/account/me', false],
  ] as const) {
    assert.equal(
      (await ask(path)).headers.get('content-security-policy')?.includes('http://127.0.0.1:*'),
      isAllowed,
      path,
    )
  }
})

/** A small generator with a seed, so that what breaks can be made to break again. */
const chanceOf = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return seed / 4_294_967_296
}
const cookieSafe = (text: string): string => text.replace(/[^\x21-\x7e]/g, '%')
const pick = <T>(chance: () => number, from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T
const words = [
  '',
  'x',
  '0',
  '940191004826',
  '258046',
  'Nguyễn',
  '\0',
  '\ud800',
  '\u202e',
  '1|x',
  '2026-01-01|\0',
  "'",
  '%',
  '../',
  'a'.repeat(3000),
  '01900000-0000-7000-8000-000000000001',
  'null',
  '𝕊',
  'e\u0301'.repeat(50),
]
const nonsense = (chance: () => number, depth = 0): unknown => {
  const kind = Math.floor(chance() * (depth > 2 ? 4 : 7))
  if (kind < 3) {
    return pick(chance, words)
  }
  if (kind === 3) {
    return pick(chance, [null, true, -1, 0, 1e308, 2 ** 53, 0.1])
  }
  if (kind === 4) {
    return Array.from({ length: Math.floor(chance() * 4) }, () => nonsense(chance, depth + 1))
  }
  return Object.fromEntries(
    Array.from({ length: Math.floor(chance() * 5) }, () => [
      pick(chance, [...words, 'id', 'response', 'device']),
      nonsense(chance, depth + 1),
    ]),
  )
}
/** Something near to what the contract asks: the right fields with wrong values. */
const near = (chance: () => number, shape: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(shape)
      .filter(() => chance() > 0.15)
      .map((key) => [key, chance() > 0.5 ? pick(chance, words) : nonsense(chance)]),
  )

test(
  'sixty senseless requests to every route, six hundred in a thorough run, and not one is an error of ours',
  { timeout: dearTries(240_000, 1_200_000) },
  async () => {
    const chance = chanceOf(20_261_122)
    const own = await started()
    const failures: string[] = []
    for (const { contract } of allUseCases) {
      const shape =
        'shape' in contract.input ? (contract.input.shape as object) : { personalNumber: 1, phone: 1 }
      const one = async (): Promise<void> => {
        const input = chance() > 0.3 ? near(chance, shape) : nonsense(chance)
        const headers = {
          ...(chance() > 0.3
            ? own
            : {
                cookie: `sen_app=${cookieSafe(pick(chance, words).slice(0, 500))}; sen_counter=${cookieSafe(pick(chance, words).slice(0, 500))}.x`,
              }),
        }
        const query = new URLSearchParams(
          Object.entries(typeof input === 'object' && input !== null ? input : {}).map(([k, v]) => [
            k,
            String(v),
          ]),
        )
          .toString()
          .slice(0, 6000)
        const answer =
          contract.kind === 'deed'
            ? await deed(pathOf(contract.name), input ?? null, headers)
            : await ask(`${pathOf(contract.name)}?${query}`, { headers })
        if (answer.status >= 500) {
          failures.push(`${contract.name} ${answer.status} ${JSON.stringify(input).slice(0, 300)}`)
        }
      }
      for (let i = 0; i < dearTries(6, 60); i++) {
        await Promise.all(Array.from({ length: 10 }, one))
        // Else the limits of this one network would answer for the rest.
        await sen.database.pool.query('delete from attempt_counter')
      }
    }
    assert.deepEqual(failures, [])
    assert.ok(!sen.log().includes('request failed'), sen.log().slice(0, 2000))
  },
)
