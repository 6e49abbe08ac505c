/**
 * The OpenID provider (oidc-provider, certified) on our storage. A change of signing keys makes a new
 * instance: instances hold nothing but
 * their keys, and every process looks for new keys each half minute.
 */
import Provider, { type KoaContextWithOIDC } from 'oidc-provider'
import { now } from '../../../../kernel/clock.ts'
import type { AppContext } from '../../../../kernel/app-context.ts'
import { isClientSecret } from '../add-client.ts'
import { beginBatch } from './adapter.ts'
import { configurationOf, type ProviderSecrets } from './configuration.ts'
import { rememberLogouts } from '../leaving.ts'
import { pairwise } from './pairwise.ts'
import { recordKey } from './record.ts'
import { insertUsedId } from './record-store.ts'
import { noteSignIn, settleRequest } from '../sign-in/settle-request.ts'
import { ensureKeys, loadKeys, type SigningJwk } from './signing-keys.ts'

const LOOK_AGAIN_MS = 30_000

export interface ProviderDoor {
  /** The instance of the moment; do not hold it. */
  current(): Provider
  /** Looks for changed signing keys now instead of within half a minute. */
  refresh(): Promise<void>
  close(): void
}

export interface ProviderOptions {
  readonly context: AppContext
  readonly secrets: ProviderSecrets
  /** For the log: an error of the provider's inside, without personal data. */
  onError?(error: Error): void
}

const createProvider = (
  { context, secrets, onError }: ProviderOptions,
  keys: readonly SigningJwk[],
): Provider => {
  const { tools } = context
  const subjectAt = (clientId: string, subjectId: string): string =>
    pairwise(secrets.pairwiseSalt, clientId, subjectId)
  const provider = new Provider(`${tools.publicUrl}/oidc`, configurationOf(context, secrets, keys))
  // The edge names host and protocol itself (mount.ts), so what Koa reads in these headers is ours.
  provider.proxy = true
  // Only a digest of the secret is stored.
  provider.Client.prototype.compareClientSecret = function (this: { clientSecret?: string }, given: string) {
    return isClientSecret(tools, this.clientSecret, given)
  }
  // Compare-and-set in the database; the library would look first and write then.
  provider.ReplayDetection.unique = (iss: string, jti: string, exp: number): Promise<boolean> => {
    const key = recordKey(tools, 'ReplayDetection', `${iss}\0${jti}`)
    return insertUsedId(tools.read, key, Buffer.alloc(0), new Date(exp * 1000))
  }
  rememberLogouts(provider, subjectAt)
  provider.on('authorization.success', (ctx: KoaContextWithOIDC) => noteSignIn(ctx, subjectAt))
  provider.on('server_error', (_, error: Error) => onError?.(error))
  provider.use(async (ctx, next) => {
    const batch = beginBatch(ctx, tools)
    await next()
    await settleRequest(context, ctx as KoaContextWithOIDC, batch)
  })
  return provider
}

/** Opens the provider; draws the first signing keys when there are none. */
export const openProvider = async (options: ProviderOptions): Promise<ProviderDoor> => {
  const { tools } = options.context
  let keys = await ensureKeys(options.context)
  let provider = createProvider(options, keys)
  const sameAs = (fresh: readonly SigningJwk[]): boolean =>
    fresh.map((k) => k.kid).join() === keys.map((k) => k.kid).join()
  const refresh = async (): Promise<void> => {
    const fresh = await loadKeys(tools.read, tools, now())
    if (fresh.length === 0 || sameAs(fresh)) {
      return
    }
    keys = fresh
    provider = createProvider(options, keys)
  }
  // A database that is away for a moment changes nothing: the next look finds it.
  const timer = setInterval(() => void refresh().catch(() => undefined), LOOK_AGAIN_MS)
  timer.unref()
  return { current: () => provider, refresh, close: () => clearInterval(timer) }
}
