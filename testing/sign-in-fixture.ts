/**
 * The fixture of this module's tests: a real web server with the provider, activated people with bound
 * devices, and a browser's cookies.
 */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import { mustReadAsWords } from './readable-log.ts'
import { stopAll } from './stop-all.ts'
import { openTestContext, type TestKeys } from './database.ts'
import { requestContextOf, mustBeOwnOrigin } from '../server/http/request-context.ts'
import { renderProblem } from '../server/http/render-problem.ts'
import type { AppContext } from '../server/kernel/app-context.ts'
import type { Pool } from '../server/storage/pool.ts'
import { now } from '../server/kernel/clock.ts'
import { newId, newSecret } from '../server/kernel/id.ts'
import { wayHome } from '../server/modules/access/authentication/ways-home.ts'
import {
  activateAccount,
  openAccount,
  reserveSubject,
} from '../server/modules/people/accounts/open-account.ts'
import { bindDevice, deviceToken } from '../server/modules/people/accounts/device.ts'
import { drawChallenge, type ProofPurpose } from '../server/modules/people/accounts/device-proof.ts'
import { openSigner } from '../server/modules/access/federation/provider/signing-keys.ts'
import { mountFederation } from '../server/modules/access/federation/provider/mount.ts'
import { openProvider, type ProviderDoor } from '../server/modules/access/federation/provider/provider.ts'

export const PASSWORD = 'Sen-nở-2026!a'
const PASSCODE = '274916'

export interface SignInFixture {
  readonly context: AppContext
  readonly pool: Pool
  readonly keys: TestKeys
  readonly app: FastifyInstance
  readonly origin: string
  readonly issuer: URL
  readonly provider: ProviderDoor
  readonly run: (sql: string, params?: unknown[]) => Promise<Record<string, unknown>[]>
  stop(): Promise<void>
}

/** The port has to be known before the provider is made: it is part of every address. */
const freePort = async (): Promise<number> => {
  const probe = Fastify()
  await probe.listen({ port: 0, host: '127.0.0.1' })
  const address = probe.server.address()
  await probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

export const openSignInFixture = async (): Promise<SignInFixture> => {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const { context: bare, pool, keys, stop } = await openTestContext({ publicUrl: origin })
  const context: AppContext = {
    ...bare,
    tools: { ...bare.tools, signer: openSigner(bare.tools.read, bare.tools.sealer) },
  }
  const app = Fastify({ forceCloseConnections: true })
  app.setErrorHandler(renderProblem)
  const faults: Error[] = []
  const provider = await openProvider({
    context,
    secrets: { cookieKey: newSecret(32), pairwiseSalt: newSecret(32) },
    onError: (error) => faults.push(error),
  })
  await mountFederation(app, {
    provider,
    context,
    requestContextOf,
    mustBeOwnOrigin,
    servePage: (reply) => reply.type('text/html').send('<!doctype html><title>sign-in</title>'),
  })
  await app.listen({ port, host: 'localhost' })
  return {
    context,
    pool,
    keys,
    app,
    origin,
    issuer: new URL(`${origin}/oidc`),
    provider,
    run: async (sql, params) => (await pool.query(sql, params)).rows as Record<string, unknown>[],
    stop: () =>
      stopAll({
        'the provider': () => provider.close(),
        'the routes': () => app.close(),
        'the log in words': () => mustReadAsWords(pool),
        'the database': stop,
        'what failed inside the provider': () => {
          if (faults.length > 0) {
            throw new AggregateError(
              faults,
              `the provider failed inside: ${faults.map((f) => f.stack).join('\n')}`,
            )
          }
        },
      }),
  }
}

export interface TestCitizen {
  readonly personalNumber: string
  readonly subjectId: string
  readonly device: string
  /** What the device's page sends to prove itself. */
  proof(purpose?: ProofPurpose): { device: string; challenge: string; signature: string; passcode: string }
}

/** An activated person of the register with password, phone, e-mail and a bound device. */
export const settleCitizen = async (
  { context, run }: Pick<SignInFixture, 'context' | 'run'>,
  serial: number,
): Promise<TestCitizen> => {
  const { tools } = context
  const personalNumber = `9${String(serial).padStart(11, '0')}`
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  await run(
    `insert into person (personal_number, full_name, birth_date, sex, nationality, permanent_address,
       life_status, changed_at)
     values ($1, 'Nguyễn Thị Sen', '1990-02-03', 'female', 'VNM', '12 Đường Hoa Sen', 'alive', now())`,
    [personalNumber],
  )
  const hash = await tools.passwords.hash(PASSWORD)
  const reference = await context.transact(async (work) => {
    const subjectId = await reserveSubject(work, tools, personalNumber)
    await work.run(
      `insert into identifier (kind, digest, subject_id, state) values ('phone', $1, $2, 'reserved')`,
      [tools.digests.identifier('phone', phoneOf(serial)), subjectId],
    )
    const account = await openAccount(work, tools, {
      subjectId,
      personalNumber,
      level: 2,
      language: 'vi',
      phone: phoneOf(serial),
      email: `p${serial}@example.vn`,
      proof: { channel: 'sms', at: now() },
    })
    if (typeof account === 'string') {
      throw new Error(account)
    }
    await activateAccount(work, account)
    await work.run('insert into password (subject_id, phc, set_at) values ($1, $2, now())', [subjectId, hash])
    return bindDevice(work, tools, subjectId, {
      key: { x, y },
      name: 'Máy của Sen',
      passcode: PASSCODE,
      way: wayHome('activation', now()),
    })
  })
  const device = deviceToken(tools, reference)
  return {
    personalNumber,
    subjectId: reference.subjectId,
    device,
    proof: (purpose = 'sign-in') => ({
      ...signChallenge(drawChallenge(tools, device, purpose).challenge, privateKey),
      device,
      passcode: PASSCODE,
    }),
  }
}

const phoneOf = (serial: number): string => `+8490${String(serial).padStart(7, '0')}`

const signChallenge = (challenge: string, key: KeyObject) => ({
  challenge,
  signature: sign('sha256', Buffer.from(challenge), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
})

interface Cookie {
  readonly name: string
  readonly value: string
  readonly path: string
}

/** Keeps cookies by path as a browser does, and follows redirects until one leaves the provider. */
export class Browser {
  /** What it says of itself. */
  agent = 'test browser'
  private readonly cookies = new Map<string, Cookie>()
  private readonly origin: string
  constructor(origin: string) {
    this.origin = origin
  }

  async send(url: string, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(url)
    const cookie = [...this.cookies.values()]
      .filter((c) => pathname === c.path || pathname.startsWith(`${c.path.replace(/\/$/, '')}/`))
      .map((c) => `${c.name}=${c.value}`)
      .join('; ')
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        accept: 'text/html,application/json',
        'user-agent': this.agent,
        ...init.headers,
        ...(cookie ? { cookie } : {}),
      },
    })
    for (const line of answer.headers.getSetCookie()) {
      this.keep(line)
    }
    return answer
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const at = pair.indexOf('=')
    const path = attributes.find((a) => /^path=/i.test(a))?.slice(5) ?? '/'
    const name = pair.slice(0, at)
    const isGone = attributes.some((a) => /^expires=Thu, 01 Jan 1970/i.test(a))
    if (isGone) {
      this.cookies.delete(`${path} ${name}`)
    } else {
      this.cookies.set(`${path} ${name}`, { name, value: pair.slice(at + 1), path })
    }
  }

  /** Goes on until a page of the provider or an address of the party is reached. */
  async go(url: string): Promise<{ url: string; answer: Response | null }> {
    for (let hops = 0; hops < 10; hops++) {
      if (!url.startsWith(this.origin)) {
        return { url, answer: null }
      }
      const answer = await this.send(url)
      const to = answer.headers.get('location')
      if (!to) {
        return { url, answer }
      }
      url = new URL(to, url).href
    }
    throw new Error('too many redirects')
  }

  async deed(
    interaction: string,
    name: string,
    body: object,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const answer = await this.send(`${interaction}/${name}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: this.origin },
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }

  async state(interaction: string): Promise<Record<string, unknown>> {
    return (await (await this.send(`${interaction}/state`)).json()) as Record<string, unknown>
  }
}

/** Signs in with password and device, agreeing to what is asked. Answers where the browser ends. */
export const signInAt = async (
  browser: Browser,
  start: string,
  citizen: TestCitizen,
): Promise<{ url: string; wasAskedForConsent: boolean }> => {
  let { url } = await browser.go(start)
  let wasAskedForConsent = false
  for (let steps = 0; url.includes('/oidc/interaction/') && steps < 4; steps++) {
    const { step } = await browser.state(url)
    if (step === 'password') {
      const first = await browser.deed(url, 'password', {
        personalNumber: citizen.personalNumber,
        password: PASSWORD,
        device: citizen.device,
      })
      if (first.status !== 200) {
        throw new Error(JSON.stringify(first))
      }
    }
    wasAskedForConsent ||= step === 'consent'
    const { status, body } = await browser.deed(
      url,
      step === 'consent' ? 'consent' : 'device',
      step === 'consent' ? {} : citizen.proof(),
    )
    if (status !== 200 || typeof body['goTo'] !== 'string') {
      throw new Error(JSON.stringify(body))
    }
    url = (await browser.go(body['goTo'])).url
  }
  return { url, wasAskedForConsent }
}

export const testSerial = (): number => Number.parseInt(newId().replaceAll('-', '').slice(-6), 16) % 9_999_999
