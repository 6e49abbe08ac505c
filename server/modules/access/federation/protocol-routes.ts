/**
 * The provider's own routes, which keep the library's pipeline. Each stands here with its reason instead of a
 * permit: what it itself looks at
 * before it tells or changes anything. A request to a path that is not listed never reaches the library.
 */
export interface ProtocolRoute {
  readonly method: 'GET' | 'POST' | 'OPTIONS'
  /** Below the issuer `/oidc`. */
  readonly path: string
  readonly why: string
}

const browser = 'cross-origin preflight: tells which methods are allowed and nothing of anybody'

export const protocolRoutes: readonly ProtocolRoute[] = [
  {
    method: 'GET',
    path: '/.well-known/openid-configuration',
    why: 'public metadata (OpenID Connect Discovery §4)',
  },
  { method: 'GET', path: '/.well-known/oauth-authorization-server', why: 'public metadata (RFC 8414 §3)' },
  { method: 'GET', path: '/jwks', why: 'public keys (RFC 7517)' },
  {
    method: 'GET',
    path: '/auth',
    why: "registered client, exact redirect address, PKCE; goes on only through an interaction or the browser's signed session cookie",
  },
  {
    method: 'GET',
    path: '/auth/:uid',
    why: "the interaction's signed resume cookie, bound to this path, and the result of our own use cases",
  },
  { method: 'POST', path: '/par', why: 'client authentication (RFC 9126 §2)' },
  {
    method: 'POST',
    path: '/token',
    why: 'client authentication, and a code with its PKCE verifier or a refresh token of this client',
  },
  {
    method: 'GET',
    path: '/me',
    why: 'a live access token (OpenID Connect Core §5.3); claims only by its scope, each reading leaves a line',
  },
  { method: 'POST', path: '/me', why: 'the same by POST' },
  {
    method: 'POST',
    path: '/token/introspection',
    why: 'client authentication; a client learns of its own tokens only (RFC 7662 §2.1)',
  },
  {
    method: 'POST',
    path: '/token/revocation',
    why: 'client authentication; a client revokes its own tokens only (RFC 7009 §2.1)',
  },
  {
    method: 'GET',
    path: '/session/end',
    why: 'asks the person, unless the party shows the ID token of this very session (OpenID Connect RP-Initiated Logout §2)',
  },
  {
    method: 'POST',
    path: '/session/end/confirm',
    why: "the browser's signed session cookie and the form's secret from that session",
  },
  { method: 'GET', path: '/session/end/success', why: 'a page that says only that one is signed out' },
  { method: 'OPTIONS', path: '/jwks', why: browser },
  { method: 'OPTIONS', path: '/token', why: browser },
  { method: 'OPTIONS', path: '/me', why: browser },
  { method: 'OPTIONS', path: '/par', why: browser },
  { method: 'OPTIONS', path: '/token/introspection', why: browser },
  { method: 'OPTIONS', path: '/token/revocation', why: browser },
  { method: 'OPTIONS', path: '/.well-known/openid-configuration', why: browser },
  { method: 'OPTIONS', path: '/.well-known/oauth-authorization-server', why: browser },
]
