/** The doors of the issuer as a program knocks at them: answers as they came, proofs as one wants them. */
import { ISSUER, openWay, type Holder, type IssuerFixture } from './issuer-fixture.ts'
import { newWalletKey, signedBy, type Fetch, type WalletKey } from './wallet.ts'
import { now } from '../server/kernel/clock.ts'

export interface Answer {
  readonly status: number
  readonly error: string | undefined
  readonly body: Readonly<Record<string, unknown>>
  readonly headers: Headers
}

const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : { text }
  const { error } = body as { error?: string }
  return { status: response.status, error, body, headers: response.headers }
}

export const PRE_AUTHORIZED = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'

export const askToken = async (fetch: Fetch, form: Record<string, string>): Promise<Answer> =>
  answerOf(await fetch(`${ISSUER}/token`, { method: 'POST', body: new URLSearchParams(form) }))

export const askJson = async (
  fixture: IssuerFixture,
  path: string,
  { token, body }: { readonly token?: string; readonly body?: unknown },
): Promise<Answer> =>
  answerOf(
    await fixture.fetchAs(null)(`${ISSUER}/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: typeof body === 'string' ? body : JSON.stringify(body ?? {}),
    }),
  )

export const drawNonceAt = async (fixture: IssuerFixture): Promise<string> =>
  String((await askJson(fixture, 'nonce', {})).body['c_nonce'])

export interface ProofWishes {
  readonly key?: WalletKey
  /** Whose signature it is, where it is not the key's that it names. */
  readonly by?: WalletKey
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
}

export const proofOver = (
  nonce: string,
  { key = newWalletKey(), by, header, claims }: ProofWishes = {},
): string =>
  signedBy(
    by ?? key,
    { alg: 'ES256', typ: 'openid4vci-proof+jwt', jwk: key.jwk, ...header },
    { aud: ISSUER, iat: Math.floor(now().getTime() / 1000), nonce, ...claims },
  )

export const CARD = 'identity-card-sd-jwt'

/** A credential request of this token with these proofs; `more` comes beside or instead. */
export const askCards = (
  fixture: IssuerFixture,
  token: string,
  proofs: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<Answer> =>
  askJson(fixture, 'credential', {
    token,
    body: { credential_configuration_id: CARD, proofs: { jwt: proofs }, ...more },
  })

export const tokenOf = async (holder: Holder): Promise<string> => (await openWay(holder)).accessToken
