/**
 * What the provider offers and refuses (OpenID Connect Core, RFC 9700, FAPI 2.0 Security Profile). Everything
 * is said, nothing is left to defaults.
 */
import { errors, interactionPolicy, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { now } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { AppContext } from '../../../../kernel/app-context.ts'
import { isUsableSince } from '../../../people/accounts/account.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { ACR_NAMED, ACR_REACHED } from '../sign-in/acr.ts'
import { adapterOn, batchOf } from './adapter.ts'
import { scopes } from '../add-client.ts'
import { accountFor } from './claims.ts'
import { claimsByScope } from './shared-fields.ts'
import { partyOf } from '../client.ts'
import { errorPage, leavePage, leftPage } from './pages.ts'
import { pairwise } from './pairwise.ts'
import { grantFromConsent } from '../sign-in/remembered-consent.ts'
import { lifetimes_s } from '../rules.ts'
import type { SigningJwk } from './signing-keys.ts'

export interface ProviderSecrets {
  readonly cookieKey: Buffer
  /** Permanent: with another one every party would meet a stranger. */
  readonly pairwiseSalt: Buffer
}

const unmet = (): never => {
  throw new errors.UnmetAuthenticationRequirements('the requested authentication context cannot be reached')
}

/**
 * A party that asks only for what cannot be reached is told so, instead of getting less (OpenID Connect Core
 * Unmet Authentication Requirements).
 */
const acrCheck = () =>
  new interactionPolicy.Check(
    'acr_reachable',
    'the requested authentication context cannot be reached',
    'unmet_authentication_requirements',
    (ctx) => {
      const asked =
        typeof ctx.oidc.params?.['acr_values'] === 'string'
          ? ctx.oidc.params['acr_values'].split(' ').filter(Boolean)
          : []
      if (asked.length > 0 && !asked.some((acr) => ACR_REACHED.has(acr))) {
        unmet()
      }
      return interactionPolicy.Check.NO_NEED_TO_PROMPT
    },
  )

/** The session's account was locked since, or may not be used: it is as if there were no session. */
const accountCheck = () =>
  new interactionPolicy.Check(
    'account_usable',
    'End-User authentication is required',
    'login_required',
    (ctx) =>
      ctx.oidc.session?.accountId && !ctx.oidc.account
        ? interactionPolicy.Check.REQUEST_PROMPT
        : interactionPolicy.Check.NO_NEED_TO_PROMPT,
  )

const promptPolicy = () => {
  const policy = interactionPolicy.base()
  policy.get('login')?.checks.unshift(acrCheck(), accountCheck())
  return policy
}

const cookiesOf = (isSecure: boolean, key: Buffer): NonNullable<Configuration['cookies']> => {
  // `__Host-` would ask for the path `/`; these stay below the provider's, so `__Secure-` it is (RFC 6265bis
  // §4.1.3.1).
  const name = (what: string): string => `${isSecure ? '__Secure-' : ''}sen_oidc_${what}`
  const shared = { httpOnly: true, sameSite: 'lax', secure: isSecure, signed: true } as const
  return {
    keys: [key.toString('base64url')],
    names: { session: name('session'), interaction: name('interaction'), resume: name('resume') },
    long: { ...shared, path: '/oidc' },
    // Without a path of its own: the library binds these to one interaction's path.
    short: shared,
  }
}

const isFapi = (client: unknown): boolean =>
  typeof client === 'object' && client !== null && 'sen_profile' in client && client.sen_profile === 'fapi2'

const featuresOf = (
  context: AppContext,
  secrets: ProviderSecrets,
): NonNullable<Configuration['features']> => ({
  devInteractions: { enabled: false },
  userinfo: { enabled: true },
  claimsParameter: { enabled: false },
  resourceIndicators: { enabled: false },
  requestObjects: { enabled: false },
  clientCredentials: { enabled: false },
  deviceFlow: { enabled: false },
  registration: { enabled: false },
  revocation: { enabled: true },
  introspection: {
    enabled: true,
    allowedPolicy: async (_, client, token) =>
      token.clientId === client.clientId && (await isOfUsableAccount(context, token)),
  },
  pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: false },
  dPoP: { enabled: true },
  fapi: { enabled: true, profile: (_, client) => (isFapi(client) ? '2.0' : undefined) },
  backchannelLogout: { enabled: true },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (ctx, form) =>
      leavePage(ctx, form, (clientId, subjectId) => pairwise(secrets.pairwiseSalt, clientId, subjectId)),
    postLogoutSuccessSource: leftPage,
  },
})

const lifetimesOf = (): NonNullable<Configuration['ttl']> => {
  const life = inForce(lifetimes_s, now())
  return {
    AccessToken: life.accessToken,
    AuthorizationCode: life.authorizationCode,
    IdToken: life.idToken,
    Interaction: life.interaction,
    Session: life.session,
    RefreshToken: life.offlineGrant,
    ClientCredentials: life.accessToken,
    Grant: (_, grant) =>
      grant.getOIDCScope().split(' ').includes('offline_access') ? life.offlineGrant : life.session,
  }
}

const ES = ['ES256'] as const
const PARTY_ALGS = ['ES256', 'PS256', 'EdDSA', 'Ed25519'] as const

interface Issued {
  readonly kind?: string
  readonly iat?: number
  readonly accountId?: string
  readonly scope?: string
}

const since = (seconds: number | undefined): Date => new Date((seconds ?? 0) * 1000)

/**
 * A locked account's tokens are dead at once for whoever asks about them, before the lock's reaction has
 * deleted them.
 */
const isOfUsableAccount = async (context: AppContext, token: object): Promise<boolean> => {
  const { accountId, iat }: Issued = token
  return (
    accountId === undefined || isUsableSince(await findAccount(context.tools.read, accountId), since(iat))
  )
}

/**
 * Whoever comes back from the sign-in page, or with a session, is asked for her consent next, and her pushed
 * request is spent: both are read in one message with the account.
 */
const lookAhead = async (ctx: KoaContextWithOIDC, subjectId: string): Promise<void> => {
  const { route, client, entities } = ctx.oidc
  if (route !== 'authorization' && route !== 'resume') {
    return
  }
  const begun = entities.Interaction as { readonly parJti?: string } | undefined
  const pushed = entities.PushedAuthorizationRequest ? undefined : begun?.parJti
  const batch = batchOf(ctx)
  await Promise.all([
    client && batch?.consent(subjectId, client.clientId),
    pushed && batch?.find('PushedAuthorizationRequest', pushed),
  ])
}

/** The account behind a session, token or fresh login, when it is in use and was not locked since. */
const findUsable = async (
  context: AppContext,
  ctx: KoaContextWithOIDC,
  subjectId: string,
  token: Issued | undefined,
) => {
  const login = ctx.oidc.result?.login
  const issuedAt = since(
    token?.iat ?? (login?.accountId === subjectId ? login.ts : undefined) ?? ctx.oidc.session?.loginTs,
  )
  const [account] = await Promise.all([
    batchOf(ctx)?.account(subjectId) ?? findAccount(context.tools.read, subjectId),
    lookAhead(ctx, subjectId),
  ])
  if (!account || !isUsableSince(account, issuedAt)) {
    return undefined
  }
  return accountFor(context, account, () => partyOf(context.tools, ctx.oidc.client?.clientId ?? ''))
}

export const configurationOf = (
  context: AppContext,
  secrets: ProviderSecrets,
  keys: readonly SigningJwk[],
): Configuration => ({
  adapter: adapterOn(context.tools),
  jwks: { keys: [...keys] },
  scopes: [...scopes],
  claims: Object.fromEntries(Object.entries(claimsByScope).map(([scope, names]) => [scope, [...names]])),
  subjectTypes: ['pairwise'],
  pairwiseIdentifier: (_, subjectId, client) => pairwise(secrets.pairwiseSalt, client.clientId, subjectId),
  acrValues: [...ACR_NAMED],
  responseTypes: ['code'],
  clientAuthMethods: ['client_secret_basic', 'private_key_jwt'],
  enabledJWA: {
    idTokenSigningAlgValues: [...ES],
    userinfoSigningAlgValues: [...ES],
    introspectionSigningAlgValues: [...ES],
    authorizationSigningAlgValues: [...ES],
    clientAuthSigningAlgValues: [...PARTY_ALGS],
    dPoPSigningAlgValues: ['ES256', 'EdDSA', 'Ed25519'],
    requestObjectSigningAlgValues: [...PARTY_ALGS],
  },
  clientDefaults: {
    id_token_signed_response_alg: 'ES256',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    subject_type: 'pairwise',
  },
  extraClientMetadata: { properties: ['sen_profile'] },
  pkce: { required: () => true },
  rotateRefreshToken: true,
  conformIdTokenClaims: true,
  acceptQueryParamAccessTokens: false,
  allowOmittingSingleRegisteredRedirectUri: false,
  clockTolerance: 5,
  cookies: cookiesOf(context.tools.publicUrl.startsWith('https:'), secrets.cookieKey),
  features: featuresOf(context, secrets),
  ttl: lifetimesOf(),
  interactions: { url: (_, interaction) => `/oidc/interaction/${interaction.uid}`, policy: promptPolicy() },
  findAccount: (ctx, subjectId, token) => findUsable(context, ctx, subjectId, token),
  loadExistingGrant: (ctx) => grantFromConsent(ctx),
  renderError: errorPage,
  // Key sets are registered by value and logout tokens go by the outbox: the library itself asks nobody.
  fetch: () => Promise.reject(new Error('the provider makes no requests')),
  routes: { pushed_authorization_request: '/par' },
})
