/**
 * The portal as an OpenID client: discovery, PKCE, pushed requests, state, nonce, and the check of logout
 * tokens (Back-Channel Logout 1.0 §2.6).
 */
import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as client from 'openid-client'
import type { Begun, SignedIn } from './sessions.ts'
import type { Settings } from './settings.ts'

const SCOPE = 'openid profile phone email address identity'
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout'
const CLOCK_TOLERANCE_S = 10
const TOKEN_AGE_MOST_S = 300

export interface ProviderClient {
  begin(language: string): Promise<{ url: string; begun: Begun }>
  finish(callback: URL, begun: Begun): Promise<SignedIn>
  leaveUrl(signedIn: SignedIn): Promise<string>
  /**
   * Whose sessions a logout token ends. Throws when it is not the provider's, not for us, too old or seen
   * before.
   */
  readLogoutToken(token: string): Promise<{ sid: string | undefined; sub: string | undefined }>
}

export const openProviderClient = (settings: Settings): ProviderClient => {
  let found: Promise<client.Configuration> | null = null
  const isLocal = new URL(settings.issuer).protocol === 'http:'
  /**
   * Asked for when first needed, so that portal and provider may start in any order; a failure is asked
   * again.
   */
  const configuration = (): Promise<client.Configuration> => {
    found ??= client
      .discovery(
        new URL(settings.issuer),
        settings.clientId,
        { id_token_signed_response_alg: 'ES256' },
        client.ClientSecretBasic(settings.clientSecret),
        isLocal ? { execute: [client.allowInsecureRequests] } : undefined,
      )
      .catch((error: unknown) => {
        found = null
        throw error
      })
    return found
  }
  const seen = new Map<string, number>()
  let keys: ReturnType<typeof createRemoteJWKSet> | null = null

  return {
    async begin(language) {
      const begun = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const url = await client.buildAuthorizationUrlWithPAR(await configuration(), {
        redirect_uri: `${settings.url}/callback`,
        scope: SCOPE,
        state: begun.state,
        nonce: begun.nonce,
        ui_locales: language,
        code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, begun }
    },
    async finish(callback, begun) {
      const config = await configuration()
      const tokens = await client.authorizationCodeGrant(config, callback, {
        pkceCodeVerifier: begun.verifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
      })
      const idClaims = tokens.claims()
      if (!idClaims || !tokens.id_token) {
        throw new Error('no ID token came')
      }
      const told = await client.fetchUserInfo(config, tokens.access_token, idClaims.sub)
      return {
        sub: idClaims.sub,
        sid: typeof idClaims['sid'] === 'string' ? idClaims['sid'] : undefined,
        idToken: tokens.id_token,
        idClaims,
        told,
      }
    },
    async leaveUrl(signedIn) {
      return client.buildEndSessionUrl(await configuration(), {
        id_token_hint: signedIn.idToken,
        post_logout_redirect_uri: `${settings.url}/`,
      }).href
    },
    async readLogoutToken(token) {
      const metadata = (await configuration()).serverMetadata()
      keys ??= createRemoteJWKSet(new URL(metadata.jwks_uri ?? ''), { cooldownDuration: 1000 })
      const { payload } = await jwtVerify(token, keys, {
        issuer: metadata.issuer,
        audience: settings.clientId,
        algorithms: ['ES256'],
        typ: 'logout+jwt',
        clockTolerance: CLOCK_TOLERANCE_S,
        maxTokenAge: TOKEN_AGE_MOST_S,
        requiredClaims: ['iat', 'exp', 'jti'],
      })
      const { events, nonce, sid, sub, jti = '', exp = 0 } = payload
      if (typeof events !== 'object' || events === null || !(LOGOUT_EVENT in events)) {
        throw new Error('not a logout event')
      }
      if (nonce !== undefined) {
        throw new Error('a logout token has no nonce')
      }
      if (typeof sid !== 'string' && sub === undefined) {
        throw new Error('nobody is named')
      }
      for (const [old, until] of seen) {
        if (until < Date.now() / 1000) {
          seen.delete(old)
        }
      }
      if (seen.has(jti)) {
        throw new Error('seen before')
      }
      seen.set(jti, exp + CLOCK_TOLERANCE_S)
      return { sid: typeof sid === 'string' ? sid : undefined, sub }
    },
  }
}
