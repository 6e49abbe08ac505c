/**
 * One sign-in as a party and a person's browser do it over HTTP, with as little of our own work as can be.
 */
import { createHash, randomBytes, sign } from 'node:crypto'
import { Agent, request as open, type IncomingHttpHeaders } from 'node:http'
import { PASSCODE, PASSWORD, type BenchCitizen } from './sign-in-part-nation.ts'

export interface Party {
  readonly origin: string
  readonly clientId: string
  readonly secret: string
}
interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 })
const CALLBACK = 'http://localhost:9/cb'

const send = (
  url: string,
  {
    form,
    json,
    headers = {},
  }: { form?: Record<string, string>; json?: object; headers?: Record<string, string> } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const body = form ? new URLSearchParams(form).toString() : json ? JSON.stringify(json) : undefined
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json'
    const asked = open(
      url,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
      },
      (answer) => {
        let text = ''
        answer
          .setEncoding('utf8')
          .on('data', (chunk: string) => {
            text += chunk
          })
          .on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }))
      },
    )
    asked.on('error', reject).end(body)
  })

const must = (answer: Answer, status: number, what: string): Answer => {
  if (answer.status !== status) {
    throw new Error(`${what}: ${answer.status} ${answer.body.slice(0, 300)} ${answer.headers.location ?? ''}`)
  }
  return answer
}
const text = (answer: Answer, field: string): string =>
  String((JSON.parse(answer.body) as Record<string, unknown>)[field])

/** Cookies of one walk, by path as a browser keeps them. */
class Jar {
  private readonly held: { pair: string; path: string }[] = []
  take({ headers }: Answer): void {
    for (const line of headers['set-cookie'] ?? []) {
      const [pair = '', ...rest] = line.split('; ')
      if (!line.includes('expires=Thu, 01 Jan 1970')) {
        this.held.push({ pair, path: rest.find((r) => r.startsWith('path='))?.slice(5) ?? '/' })
      }
    }
  }
  for(url: string): Record<string, string> {
    const { pathname } = new URL(url)
    return {
      cookie: this.held
        .filter(({ path }) => pathname.startsWith(path))
        .map(({ pair }) => pair)
        .join('; '),
    }
  }
}

/**
 * Pushed request, authorize, password, device key with passcode, code, tokens, userinfo. `consent` is for
 * each person's first time.
 */
export const walk = async (
  { origin, clientId, secret }: Party,
  person: BenchCitizen,
  { consent = false } = {},
): Promise<void> => {
  const authorization = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`
  const verifier = randomBytes(32).toString('base64url')
  const pushed = must(
    await send(`${origin}/oidc/par`, {
      headers: { authorization },
      form: {
        client_id: clientId,
        response_type: 'code',
        redirect_uri: CALLBACK,
        scope: 'openid profile phone address identity',
        state: randomBytes(16).toString('base64url'),
        nonce: randomBytes(16).toString('base64url'),
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      },
    }),
    201,
    'par',
  )
  const jar = new Jar()
  const begun = must(
    await send(
      `${origin}/oidc/auth?${new URLSearchParams({ client_id: clientId, request_uri: text(pushed, 'request_uri') })}`,
    ),
    303,
    'authorize',
  )
  jar.take(begun)
  let page = new URL(begun.headers.location ?? '', origin).href
  const deed = (name: string, json: object) => send(`${page}/${name}`, { json, headers: jar.for(page) })
  must(
    await deed('password', {
      personalNumber: person.personalNumber,
      password: PASSWORD,
      device: person.device,
    }),
    200,
    'password',
  )
  const challenge = text(
    must(
      await send(`${origin}/api/authentication/challenge`, {
        json: { device: person.device, purpose: 'sign-in' },
      }),
      200,
      'challenge',
    ),
    'challenge',
  )
  const signature = sign('sha256', Buffer.from(challenge), {
    key: person.key,
    dsaEncoding: 'ieee-p1363',
  }).toString('base64url')
  let goTo = text(
    must(
      await deed('device', { device: person.device, challenge, signature, passcode: PASSCODE }),
      200,
      'device',
    ),
    'goTo',
  )
  let resumed = must(await send(goTo, { headers: jar.for(goTo) }), 303, 'resume')
  if (consent) {
    jar.take(resumed)
    page = new URL(resumed.headers.location ?? '', origin).href
    goTo = text(must(await deed('consent', {}), 200, 'consent'), 'goTo')
    resumed = must(await send(goTo, { headers: jar.for(goTo) }), 303, 'resume after consent')
  }
  const code = new URL(resumed.headers.location ?? '').searchParams.get('code')
  if (!code) {
    throw new Error(`no code: ${resumed.headers.location}`)
  }
  const tokens = must(
    await send(`${origin}/oidc/token`, {
      headers: { authorization },
      form: { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, code_verifier: verifier },
    }),
    200,
    'token',
  )
  if (text(tokens, 'id_token').split('.').length !== 3) {
    throw new Error('no ID token')
  }
  const told = must(
    await send(`${origin}/oidc/me`, { headers: { authorization: `Bearer ${text(tokens, 'access_token')}` } }),
    200,
    'userinfo',
  )
  if (!told.body.includes('personal_number')) {
    throw new Error(`userinfo: ${told.body}`)
  }
}
