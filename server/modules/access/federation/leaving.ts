/**
 * Telling parties that a sign-in has ended (OpenID Connect Back-Channel Logout 1.0). The event is stored with
 * the end itself and told
 * afterwards, again and again for a while: a party that is away for a minute still learns of it.
 */
import type { z } from 'zod'
import Provider, { type Client, type KoaContextWithOIDC } from 'oidc-provider'
import { later, machineNow, now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { clientMetadata } from './client.ts'
import { logoutTold_s } from './rules.ts'
import { PartyToBeToldOfLogout } from './events.ts'

/** A sign-in as the party knows it. */
export interface PartySignIn {
  readonly clientId: string
  readonly sid: string
  readonly sub: string
}
interface Leaving {
  readonly subjectId: string
  readonly providerSession: string
  readonly told: readonly PartySignIn[]
}

const leavings = new WeakMap<object, PartySignIn[]>()

interface Sending {
  backchannelLogout(subjectId: string, sid: string | undefined): Promise<unknown>
}

/** The library would send inside the request and forget failures: here it only notes whom to tell. */
export const rememberLogouts = (
  provider: Provider,
  subjectAt: (clientId: string, subjectId: string) => string,
): void => {
  const client = provider.Client.prototype as Client & Sending
  client.backchannelLogout = function (
    this: Client,
    subjectId: string,
    sid: string | undefined,
  ): Promise<void> {
    const ctx: object | undefined = Provider.ctx
    if (ctx && sid) {
      leavings.set(ctx, [
        ...(leavings.get(ctx) ?? []),
        { clientId: this.clientId, sid, sub: subjectAt(this.clientId, subjectId) },
      ])
    }
    return Promise.resolve()
  }
}

/** A whole provider session that ended in this request. */
export const leavingOf = (ctx: KoaContextWithOIDC): Leaving | null => {
  const session = ctx.oidc?.session
  if (
    ctx.oidc?.route !== 'end_session_confirm' ||
    !session?.accountId ||
    ctx.oidc.params?.['logout'] === undefined ||
    ctx.status >= 400
  ) {
    return null
  }
  return { subjectId: session.accountId, providerSession: session.uid, told: leavings.get(ctx) ?? [] }
}

export const publishLogout = (work: Work, subjectId: string, { clientId, sid, sub }: PartySignIn): void =>
  work.publish(PartyToBeToldOfLogout, subjectId, {
    clientId,
    sid,
    sub,
    until: later(now(), inForce(logoutTold_s, now())).toISOString(),
  })

const ANSWER_WITHIN_MS = 2500
const TOKEN_S = 120

/**
 * The reaction to `PartyToBeToldOfLogout`: one POST of a fresh logout token to the client's registered
 * address. Throws when the party did
 * not take it, so that the outbox tries again; gives up when its time is over.
 */
export const tellParty = async (
  tools: Tools,
  data: z.output<typeof PartyToBeToldOfLogout.data>,
): Promise<void> => {
  const at = now()
  if (new Date(data.until) < at) {
    return
  }
  const { clientId } = data
  const uri = (await clientMetadata(tools, clientId))?.backchannel_logout_uri
  if (typeof uri !== 'string') {
    return
  }
  const iat = Math.floor(machineNow().getTime() / 1000)
  const token = await tools.signer.sign('logout+jwt', {
    iss: `${tools.publicUrl}/oidc`,
    aud: clientId,
    iat,
    exp: iat + TOKEN_S,
    jti: newId(),
    sub: data.sub,
    sid: data.sid,
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  })
  const answer = await fetch(uri, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ logout_token: token }),
  })
  await answer.body?.cancel()
  if (answer.status !== 200 && answer.status !== 204) {
    throw new Error(`the party answered ${answer.status}`)
  }
}
