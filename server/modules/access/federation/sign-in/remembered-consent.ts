/**
 * What a person agreed to is remembered per party until she withdraws it. Each sign-in gets a grant of its
 * own from it, so that ending one
 * sign-in leaves those on other devices alone.
 */
import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { batchOf } from '../provider/adapter.ts'

type Grant = InstanceType<Provider['Grant']>

/** The grant for this request; none when the person has to be asked. */
export const grantFromConsent = async (ctx: KoaContextWithOIDC): Promise<Grant | undefined> => {
  const { provider, client, session, account } = ctx.oidc
  if (!client || !session || !account) {
    return undefined
  }
  const consent = await batchOf(ctx)?.consent(account.accountId, client.clientId)
  if (!consent) {
    return undefined
  }
  const grantId = session.grantIdFor(client.clientId)
  const existing = grantId ? await provider.Grant.find(grantId) : undefined
  const given = new Set(consent.scopes)
  const asked = [...ctx.oidc.requestParamOIDCScopes]
  // Something new is asked: the person sees it first, and only then a grant is written.
  if (asked.some((scope) => !given.has(scope))) {
    return existing
  }
  const grant = existing ?? new provider.Grant({ accountId: account.accountId, clientId: client.clientId })
  const held = new Set(grant.getOIDCScope().split(' '))
  if (existing && asked.every((scope) => held.has(scope))) {
    return existing
  }
  grant.addOIDCScope(asked)
  await grant.save()
  return grant
}
