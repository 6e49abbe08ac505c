/** A relying party on the fixture, with the library that real parties use. */
import * as client from 'openid-client'
import {
  addClient,
  type AddedClient,
  type NewClient,
} from '../server/modules/access/federation/add-client.ts'
import { Browser, signInAt, type SignInFixture, type TestCitizen } from './sign-in-fixture.ts'

export const CALLBACK = 'http://localhost:9/cb'
export const EVERYTHING = 'openid profile phone email address identity'

export const register = (
  fixture: SignInFixture,
  wanted: Partial<NewClient> & { name: string },
): Promise<AddedClient> =>
  fixture.context.transact((work) =>
    addClient(work, fixture.context.tools, { redirectUris: [CALLBACK], ...wanted }),
  )

export const discover = (
  fixture: SignInFixture,
  added: AddedClient,
  auth = client.ClientSecretBasic(added.client_secret),
): Promise<client.Configuration> =>
  client.discovery(fixture.issuer, added.client_id, { id_token_signed_response_alg: 'ES256' }, auth, {
    execute: [client.allowInsecureRequests],
  })

export const begin = async (
  at: client.Configuration,
  more: Record<string, string> = {},
  how: client.DPoPOptions = {},
) => {
  const verifier = client.randomPKCECodeVerifier()
  const [state, nonce] = [client.randomState(), client.randomNonce()]
  const url = await client.buildAuthorizationUrlWithPAR(
    at,
    {
      redirect_uri: CALLBACK,
      scope: EVERYTHING,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...more,
    },
    how,
  )
  const finish = (end: string) =>
    client.authorizationCodeGrant(
      at,
      new URL(end),
      { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
      undefined,
      how,
    )
  return { url: url.href, finish }
}

export interface SignInWishes {
  readonly more?: Record<string, string>
  readonly browser?: Browser
  readonly how?: client.DPoPOptions
}

export const signIn = async (
  fixture: SignInFixture,
  at: client.Configuration,
  who: TestCitizen,
  { more, browser = new Browser(fixture.origin), how }: SignInWishes = {},
) => {
  const { url, finish } = await begin(at, more, how)
  const end = await signInAt(browser, url, who)
  return { tokens: await finish(end.url), browser, ...end, finish }
}
