/**
 * What the parties of the demo world meet: a place that publishes whom to believe, as Sen does, and somebody
 * with an identity card on her phone.
 */
import { createServer, type Server } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { AddressInfo } from 'node:net'
import { signJws } from '../formats/jws/compact-jws.ts'
import type { Json, JsonObject } from '../formats/jws/strict-json.ts'
import { audienceOf } from '../formats/openid4vp/binding.ts'
import { composeAnswer, type AnswerFields } from '../formats/openid4vp/compose-answer.ts'
import { readRequest, type PresentationRequest } from '../formats/openid4vp/read-request.ts'
import { issueCredential } from '../formats/sd-jwt-vc/issue-credential.ts'
import { presentCredential } from '../formats/sd-jwt-vc/present-credential.ts'
import { createStatusList, setStatus } from '../formats/token-status-list/status-list.ts'
import { signStatusList } from '../formats/token-status-list/status-list-token.ts'
import { signTrustList } from '../formats/trust-list/trust-list.ts'
import { party, type Party } from './credential-kit.ts'

const KIND = 'urn:sen:identity-card:1'
const STATUS = 7
const KID = 'issuer-1'
const HOUSE_KID = 'house-1'

const issuer = await party('ES256', { kid: KID })
const house = await party('ES256', { kid: HOUSE_KID })
export const hanh = await party()
export const stranger = await party()

const nowAt_s = (): number => Math.floor(Date.now() / 1000)

/** The place that publishes. */
export interface Believed {
  readonly url: string
  /** Everything that it issued is revoked from now on, for who asks anew. */
  isRevoked: boolean
  isSilent: boolean
  notice(claims: Readonly<Record<string, Json>>, by?: Party): Promise<string>
  /** Her card, bound to her key. */
  card(holder?: Party): Promise<string>
  stop(): Promise<void>
}

/** Her wish (`withdraw`, `erase`) after the answer to the request of this nonce. */
export const noticeOf = ({ url }: Believed, aud: string, nonce: string, wish: string) => ({
  iss: `${url}/oidc`,
  aud,
  iat: nowAt_s(),
  exp: nowAt_s() + 300,
  jti: crypto.randomUUID(),
  wish,
  purpose: 'why',
  reference: null,
  nonce,
})

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })

export const openBelieved = async (): Promise<Believed> => {
  const server = createServer()
  const url = await listen(server)
  const statusUri = `${url}/status-lists/1`
  const documents: Readonly<Record<string, () => Promise<string> | string>> = {
    '/oidc/jwks': () => JSON.stringify({ keys: [{ ...house.jwk, kid: HOUSE_KID }] }),
    '/trust-list': () =>
      signTrustList(
        {
          issuedAt_s: nowAt_s() - 60,
          expiresAt_s: nowAt_s() + 86_400,
          issuers: [
            {
              issuer: `${url}/credentials`,
              names: { vi: 'Nơi cấp thử', en: 'Trial issuer' },
              keys: [{ ...issuer.jwk, kty: 'EC', kid: KID }],
              kinds: [
                { vct: KIND, names: { vi: 'Căn cước điện tử', en: 'Electronic identity card' }, claims: [] },
              ],
              statusLists: [statusUri],
            },
          ],
        },
        `${url}/trust-list`,
        house.signer,
      ),
    '/status-lists/1': () => {
      const list = createStatusList(1000, 2)
      setStatus(list, STATUS, believed.isRevoked ? 1 : 0)
      return signStatusList({ list, uri: statusUri, issuedAt_s: nowAt_s(), signer: issuer.signer })
    },
  }
  server.on('request', (request, response) => {
    const document = documents[request.url ?? '']
    if (!document || believed.isSilent) {
      return void response.writeHead(503).end()
    }
    void Promise.resolve(document()).then((text) => response.end(text))
  })
  const believed: Believed = {
    url,
    isRevoked: false,
    isSilent: false,
    notice: (claims, by = house) => signJws('sharing-notice+jwt', claims, by.signer),
    card: (holder = hanh) => issueCard(url, statusUri, holder),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return believed
}

const claims: JsonObject = {
  name: 'Nguyễn Thị Hạnh',
  personal_number: '940191004826',
  birthdate: '1991-04-12',
  sex: 2,
  residence: 'Số 12, đường Bờ Sông, Phường Sông Lam, Tỉnh Nghệ An',
  place_of_origin: 'Phường Sông Lam, Tỉnh Nghệ An',
  age_over_18: true,
  portrait: 'data:image/jpeg;base64,AA==',
}
const issueCard = (url: string, uri: string, holder: Party): Promise<string> =>
  issueCredential({
    vct: KIND,
    issuer: `${url}/credentials`,
    issuedAt_s: nowAt_s() - 3600,
    expiresAt_s: nowAt_s() + 7 * 86_400,
    holderKey: holder.jwk,
    status: { uri, idx: STATUS },
    signer: issuer.signer,
    random: (size_bytes) => crypto.getRandomValues(new Uint8Array(size_bytes)),
    claims: { issuing_country: 'VN', ...claims },
    disclosable: Object.keys(claims).map((name) => [name]),
  })

/** What a wallet reads of a party's request; `client_id` is believed as the link said it. */
export const readAsWallet = async (
  text: string,
  clientId: string,
  walletNonce: string | null = null,
): Promise<PresentationRequest<string>> => {
  const read = await readRequest(text, {
    channel: { kind: 'link', clientId, walletNonce },
    partyOf: () => 'a party',
    algorithms: ['ES256'],
    now_s: nowAt_s(),
  })
  if (!read.ok) {
    throw new Error(read.reason)
  }
  return read.value
}

/** For each credential query that she answers, the card and the key that she answers it with. */
export type Showing = Readonly<Record<string, { readonly card: string; readonly by?: Party }>>

export const answerWith = async (
  request: PresentationRequest<string>,
  showing: Showing,
): Promise<AnswerFields> => {
  const shown = new Map<string, readonly string[]>()
  for (const [id, { card, by = hanh }] of Object.entries(showing)) {
    const query = request.query.credentials.find((one) => one.id === id)
    const presented = await presentCredential({
      credential: card,
      show: (query?.claims ?? []).map(({ path }) => path.filter((step) => typeof step === 'string')),
      keyBinding: {
        signer: by.signer,
        nonce: request.nonce,
        audience: audienceOf(request),
        issuedAt_s: nowAt_s(),
      },
    })
    if (!presented.ok) {
      throw new Error(presented.reason)
    }
    shown.set(id, [presented.value])
  }
  return composeAnswer(request, shown, {
    random: (size_bytes) => crypto.getRandomValues(new Uint8Array(size_bytes)),
    ephemeralKey: () =>
      crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']),
  })
}

export interface DoorAnswer {
  readonly status: number
  readonly media: string
  readonly body: string
}
/** Over TLS, believing this authority alone. `timeout_ms`: after which it is taken for silent. */
export const callDoor = (
  url: string,
  { authority, form, json, timeout_ms = 10_000 }: CallWishes,
): Promise<DoorAnswer> =>
  new Promise((resolve, reject) => {
    const body = json === undefined ? form && new URLSearchParams(form).toString() : JSON.stringify(json)
    const headers = {
      'content-type': json === undefined ? 'application/x-www-form-urlencoded' : 'application/json',
    }
    const asked = secureRequest(
      url,
      { ca: authority, method: body === undefined ? 'GET' : 'POST', ...(body !== undefined && { headers }) },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.once('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            media: answer.headers['content-type'] ?? '',
            body: Buffer.concat(parts).toString('utf8'),
          }),
        )
      },
    )
    asked.setTimeout(timeout_ms, () => asked.destroy(new Error('silent')))
    asked.once('error', reject)
    asked.end(body)
  })
interface CallWishes {
  readonly authority: string
  readonly form?: Readonly<Record<string, string>>
  readonly json?: object
  readonly timeout_ms?: number
}
