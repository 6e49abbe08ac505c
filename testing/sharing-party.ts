/**
 * A party that asks people for documents, on loopback by TLS with certificates of its own: it signs requests,
 * hands them out, takes answers and notices, and has bad days when a test says so.
 */
import { createServer, type Server } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PartyFile } from '../contract/party.ts'
import { PURPOSE_FORMAT } from '../contract/party-wire.ts'
import { extension } from '../formats/emrtd/compose-certificate.ts'
import { derValue, sequence } from '../formats/emrtd/der-writer.ts'
import type { Json, JsonObject } from '../formats/jws/strict-json.ts'
import { clientIdOfCertificate, signRequest, type RequestToSign } from '../formats/openid4vp/sign-request.ts'
import { composePem } from '../formats/pem.ts'
import { machineNow } from '../server/kernel/clock.ts'
import { newSecret } from '../server/kernel/id.ts'
import { makeAuthority, makeKey, makeSigner, signerParts, type Party } from './mdoc/authority.ts'
import { encryptionKey } from './sharing-kit.ts'

const HOST = 'localhost'
/** By the machine's clock and by a moved one. */
const LONG = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2049-01-01T00:00:00Z') }
const authority = makeAuthority({ ...LONG, commonName: 'Test servers' })

/** A certificate of its own for this host, below the authority of these tests. */
export const certifyHost = (commonName: string, host = HOST, dates: Partial<typeof LONG> = {}): Party => {
  const key = makeKey()
  const name = derValue(0x82, new TextEncoder().encode(host))
  const extensions = [
    ...Object.values(signerParts(key, authority)).filter((_, index) => index !== 1),
    extension('2.5.29.17', false, sequence(name)),
  ]
  return makeSigner(authority, { ...LONG, ...dates, key, commonName, extensions })
}
export const pemOf = ({ certificate }: Pick<Party, 'certificate'>): string =>
  composePem('CERTIFICATE', certificate)
const AUTHORITY_PEM = pemOf(authority)

export const both = (text: string) => ({ vi: text, en: text })
export const partyFileOf = (
  signer: Pick<Party, 'certificate'>,
  { origin, ...changes }: Partial<PartyFile> & { readonly origin: string },
): PartyFile => ({
  id: 'test-bank',
  version: 1,
  name: { vi: 'Ngân hàng Thử', en: 'Test Bank' },
  kind: 'bank',
  domain: 'bank.example.vn',
  contact: 'bao-ve-du-lieu@bank.example.vn',
  agreement: { number: '12/2026/TT-BCA', signedOn: '2022-10-20', from: '2022-10-20', until: '2048-12-31' },
  systemLevel: 3,
  certificates: [pemOf(signer)],
  answersAt: [origin],
  returnsTo: [],
  serverAuthority: AUTHORITY_PEM,
  noticesAt: `${origin}/notices`,
  printedAt: `${origin}/printed`,
  ways: ['link', 'printed', 'pushed'],
  purposes: [
    {
      id: 'open-account',
      words: { vi: 'Mở tài khoản ngân hàng', en: 'Opening a bank account' },
      law: { vi: 'Thông tư 17/2024/TT-NHNN', en: 'Circular 17/2024/TT-NHNN' },
      retention: { days: 1826, by: 'law', words: { vi: '5 năm theo luật', en: 'five years, by law' } },
      asks: [
        {
          type: 'identity-card',
          claims: ['name', 'birthdate', 'personal_number', 'residence', 'sex', 'portrait'],
        },
      ],
    },
    {
      id: 'adult-only',
      words: { vi: 'Kiểm tra đủ 18 tuổi', en: 'Checking that you are 18' },
      law: both('Luật 26/2023/QH15'),
      retention: { days: 30, by: 'consent', words: { vi: '30 ngày', en: '30 days' } },
      asks: [{ type: 'identity-card', claims: ['age_over_18'] }],
    },
    {
      id: 'rent-a-car',
      words: { vi: 'Thuê xe ô tô', en: 'Renting a car' },
      law: both('Luật 36/2024/QH15'),
      retention: { days: 90, by: 'consent', words: { vi: '90 ngày', en: '90 days' } },
      asks: [{ type: 'driving-licence', claims: ['name', 'licence_number', 'has_class_b'] }],
    },
  ],
  ...changes,
})

const CARD_VCT = 'urn:sen:identity-card:1'
/** An identity card by these claims, as DCQL asks for it. */
export const cardQuery = (...claims: readonly string[]): JsonObject => ({
  credentials: [
    {
      id: 'card',
      format: 'dc+sd-jwt',
      meta: { vct_values: [CARD_VCT] },
      claims: claims.map((name) => ({ id: name, path: [name] })),
    },
  ],
})

export interface Asking {
  readonly purpose?: string
  readonly reference?: string
  /** Whom it is pushed to. */
  readonly personalNumber?: string
  readonly query?: JsonObject
  readonly clientId?: string
  readonly signer?: Party
  readonly responseUri?: string
  readonly walletNonce?: string | null
  readonly lasts_s?: number
  readonly nonce?: string
  /** Instead of the one entry with its purpose. */
  readonly verifierInfo?: readonly Json[]
  readonly more?: Partial<RequestToSign>
}

interface Taken {
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
}
interface Reply {
  readonly status?: number
  readonly type?: string
  readonly body?: string | ((fields: Readonly<Record<string, string>>) => Promise<string>)
  readonly location?: string
  /** Takes what comes and never answers. */
  readonly hangs?: true
}

export interface TestParty {
  readonly origin: string
  readonly signer: Party
  readonly clientId: string
  readonly file: PartyFile
  /** What the party decrypts answers with. */
  readonly ownKey: Awaited<ReturnType<typeof encryptionKey>>
  sign(asking?: Asking): Promise<string>
  /** Hands the request out; answers its `request_uri`. */
  offer(request: string): string
  /** What it answers by path, once each in order and then the last for ever. */
  readonly replies: Map<string, Reply[]>
  readonly taken: Taken[]
  /** Cuts every line, also those on which it hangs. */
  hangUp(): void
  stop(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) {
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
const fieldsOf = (text: string): Record<string, string> =>
  text.startsWith('{')
    ? (JSON.parse(text) as Record<string, string>)
    : Object.fromEntries(new URLSearchParams(text))

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `https://${HOST}:${(server.address() as AddressInfo).port}`
}

/** A request of a party without a server of its own. */
export const signAsParty = async (
  asking: Asking,
  { signer, origin, ownKey }: Pick<TestParty, 'signer' | 'origin' | 'ownKey'>,
): Promise<string> => {
  const at_s = Math.floor(machineNow().getTime() / 1000)
  const { purpose = 'open-account', reference, personalNumber, signer: by = signer } = asking
  const data = {
    purpose,
    ...(reference === undefined ? {} : { reference }),
    ...(personalNumber === undefined ? {} : { personalNumber }),
  }
  return signRequest(
    {
      clientId: asking.clientId ?? (await clientIdOfCertificate(by.certificate)),
      nonce: asking.nonce ?? newSecret(24).toString('base64url'),
      state: newSecret(24).toString('base64url'),
      query: asking.query ?? cardQuery('name', 'birthdate'),
      target: {
        kind: 'link',
        responseUri: asking.responseUri ?? `${origin}/answers`,
        walletNonce: asking.walletNonce ?? null,
      },
      encryptTo: ownKey,
      issuedAt_s: at_s,
      expiresAt_s: at_s + (asking.lasts_s ?? 300),
      verifierInfo: asking.verifierInfo ?? [{ format: PURPOSE_FORMAT, data }],
      ...asking.more,
    },
    [by.certificate],
    { algorithm: 'ES256', sign: by.key.sign },
  )
}

export const openTestParty = async (changes: Partial<PartyFile> = {}): Promise<TestParty> => {
  const [server, signer] = [certifyHost('Server'), certifyHost('Bank')]
  const offered = new Map<string, string>()
  const replies = new Map<string, Reply[]>([
    ['/answers', [{ status: 200, body: '{}' }]],
    ['/notices', [{ status: 200, body: '{"state":"done"}' }]],
  ])
  const taken: Taken[] = []
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = URL.parse(request.url ?? '/', `https://${HOST}`)?.pathname ?? '/'
    const text = await bodyOf(request)
    const fields = request.method === 'POST' ? fieldsOf(text) : {}
    if (request.method === 'POST') {
      taken.push({ path, fields })
    }
    const planned = replies.get(path) ?? []
    const reply = planned.length > 1 ? planned.shift() : planned[0]
    if (reply?.hangs) {
      return
    }
    const found = reply ? undefined : offered.get(path)
    const {
      status = reply || found !== undefined ? 200 : 404,
      type = found === undefined ? 'application/json' : 'application/oauth-authz-req+jwt',
      body = found ?? '',
      location,
    } = reply ?? {}
    response
      .writeHead(status, { 'content-type': type, ...(location === undefined ? {} : { location }) })
      .end(typeof body === 'string' ? body : await body(fields))
  }
  const https = createServer(
    {
      key: server.key.privateKey.export({ type: 'pkcs8', format: 'pem' }),
      cert: pemOf(server),
    },
    (request, response) => void respond(request, response),
  )
  const origin = await listen(https)
  const own = { origin, signer, ownKey: await encryptionKey() }
  return {
    ...own,
    clientId: await clientIdOfCertificate(signer.certificate),
    file: partyFileOf(signer, { origin, ...changes }),
    sign: (asking = {}) => signAsParty(asking, own),
    offer(request) {
      const path = `/requests/${newSecret(9).toString('base64url')}`
      offered.set(path, request)
      return `${origin}${path}`
    },
    replies,
    taken,
    hangUp: () => https.closeAllConnections(),
    async stop() {
      https.closeAllConnections()
      await new Promise((resolve) => https.close(resolve))
    },
  }
}
