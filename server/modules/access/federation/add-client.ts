/**
 * Registers a relying party's client. Only the operator does this; what a party may ask for is decided here
 * and not by the party.
 */
import { timingSafeEqual } from 'node:crypto'
import { now } from '../../../kernel/clock.ts'
import { newSecret } from '../../../kernel/id.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { scopeName } from '../../../../contract/sign-in.ts'
import { forgetClient } from './client.ts'
import * as store from './store.ts'

export const scopes = scopeName.options

export interface NewClient {
  readonly name: string
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris?: readonly string[] | undefined
  readonly backchannelLogoutUri?: string | undefined
  readonly auth?: 'client_secret_basic' | 'private_key_jwt' | undefined
  /** The party's public keys; asked for `private_key_jwt`. */
  readonly jwks?: unknown
  readonly profile?: 'oidc' | 'fapi2' | undefined
  /** What it may ask for; everything when left out. */
  readonly scopes?: readonly string[] | undefined
  /** Shown to the person beside the name; else the host of the first redirect address. */
  readonly domain?: string | undefined
  /** A fixed id, for the demo world; else drawn. */
  readonly clientId?: string | undefined
}

export interface AddedClient {
  readonly client_id: string
  /** Told once; only its digest is kept. */
  readonly client_secret?: string
  readonly client_name: string
  readonly token_endpoint_auth_method: string
  readonly redirect_uris: readonly string[]
  readonly post_logout_redirect_uris: readonly string[]
  readonly backchannel_logout_uri?: string
  readonly profile: 'oidc' | 'fapi2'
  readonly issuer: string
}

/** A wish that cannot be granted, in one sentence for the operator. */
class ClientRefused extends Error {}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

const address = (text: string, what: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.hash || url.username) {
    throw new ClientRefused(`${what} "${text}" is not a web address without a fragment.`)
  }
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname)) {
    throw new ClientRefused(`${what} ${text} must be https; plain http is for this machine only.`)
  }
  return url
}

const PRIVATE_PARTS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'priv']

const publicKeys = (jwks: unknown): { keys: readonly Record<string, unknown>[] } => {
  const keys =
    typeof jwks === 'object' && jwks !== null && 'keys' in jwks && Array.isArray(jwks.keys)
      ? (jwks.keys as Record<string, unknown>[])
      : []
  if (keys.length === 0) {
    throw new ClientRefused('private_key_jwt needs a JSON Web Key Set with the public key of the party.')
  }
  for (const key of keys) {
    if (PRIVATE_PARTS.some((part) => part in key)) {
      throw new ClientRefused(
        'The key set holds a private key. Give the public half only; replace that key, it has been shown.',
      )
    }
    if (key['kty'] !== 'EC' && key['kty'] !== 'OKP' && key['kty'] !== 'RSA') {
      throw new ClientRefused(`A key of type ${String(key['kty'])} cannot be used.`)
    }
  }
  return { keys }
}

const checkShape = (
  wanted: NewClient,
): { redirects: URL[]; isFapi: boolean; auth: 'client_secret_basic' | 'private_key_jwt' } => {
  const name = wanted.name.trim()
  if (name.length === 0 || name.length > 200) {
    throw new ClientRefused('A client needs a name of 1 to 200 characters; people read it.')
  }
  if (wanted.redirectUris.length === 0) {
    throw new ClientRefused('A client needs at least one --redirect-uri.')
  }
  const redirects = wanted.redirectUris.map((uri) => address(uri, 'The redirect address'))
  if (new Set(redirects.map((url) => url.host)).size > 1) {
    throw new ClientRefused(
      'All redirect addresses of a client stand on one host. Add another client for the other host.',
    )
  }
  for (const uri of wanted.postLogoutRedirectUris ?? []) {
    address(uri, 'The address after sign-out')
  }
  if (wanted.backchannelLogoutUri) {
    address(wanted.backchannelLogoutUri, 'The back-channel logout address')
  }
  const unknown = (wanted.scopes ?? []).filter((scope) => !scopes.some((known) => known === scope))
  if (unknown.length > 0) {
    throw new ClientRefused(`There is no scope ${unknown.join(', ')}; there are ${scopes.join(', ')}.`)
  }
  const isFapi = wanted.profile === 'fapi2'
  const auth = wanted.auth ?? (isFapi ? 'private_key_jwt' : 'client_secret_basic')
  if (isFapi && auth !== 'private_key_jwt') {
    throw new ClientRefused('FAPI 2.0 clients sign in with private_key_jwt.')
  }
  return { redirects, isFapi, auth }
}

const secretDigest = (tools: Pick<Tools, 'digests'>, secret: string): string =>
  tools.digests.secret('client-secret', secret).toString('base64url')

/** Constant in time; the stored value is the digest. */
export const isClientSecret = (
  tools: Pick<Tools, 'digests'>,
  stored: string | undefined,
  given: string,
): boolean => {
  const right = Buffer.from(stored ?? '', 'base64url')
  const actual = tools.digests.secret('client-secret', given)
  return right.length === actual.length && timingSafeEqual(right, actual)
}

/**
 * Adds the client (or, with a fixed id, replaces it). Throws ClientRefused. The secret is in the answer and
 * nowhere else.
 */
export const addClient = async (
  work: Work,
  tools: Pick<Tools, 'digests' | 'publicUrl' | 'read'>,
  wanted: NewClient,
): Promise<AddedClient> => {
  const { redirects, isFapi, auth } = checkShape(wanted)
  const clientId = wanted.clientId ?? newSecret(12).toString('hex')
  const secret = auth === 'client_secret_basic' ? newSecret(32).toString('base64url') : undefined
  const afterLogout = wanted.postLogoutRedirectUris?.length
    ? wanted.postLogoutRedirectUris
    : [...new Set(redirects.map((url) => `${url.origin}/`))]
  const metadata = {
    client_id: clientId,
    client_name: wanted.name.trim(),
    redirect_uris: wanted.redirectUris,
    post_logout_redirect_uris: afterLogout,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    application_type: 'web',
    subject_type: 'pairwise',
    id_token_signed_response_alg: 'ES256',
    token_endpoint_auth_method: auth,
    scope: (wanted.scopes?.length ? ['openid', ...wanted.scopes] : scopes).join(' '),
    ...(secret ? { client_secret: secretDigest(tools, secret) } : { jwks: publicKeys(wanted.jwks) }),
    ...(wanted.backchannelLogoutUri
      ? { backchannel_logout_uri: wanted.backchannelLogoutUri, backchannel_logout_session_required: true }
      : {}),
    ...(isFapi
      ? { sen_profile: 'fapi2', require_pushed_authorization_requests: true, dpop_bound_access_tokens: true }
      : {}),
  }
  await store.insertClient(
    work,
    { id: clientId, name: wanted.name.trim(), domain: wanted.domain ?? redirects[0]?.host ?? '', metadata },
    now(),
  )
  work.afterCommit(() => forgetClient(tools, clientId))
  return {
    client_id: clientId,
    ...(secret ? { client_secret: secret } : {}),
    client_name: metadata.client_name,
    token_endpoint_auth_method: auth,
    redirect_uris: wanted.redirectUris,
    post_logout_redirect_uris: afterLogout,
    ...(wanted.backchannelLogoutUri ? { backchannel_logout_uri: wanted.backchannelLogoutUri } : {}),
    profile: isFapi ? 'fapi2' : 'oidc',
    issuer: `${tools.publicUrl}/oidc`,
  }
}
