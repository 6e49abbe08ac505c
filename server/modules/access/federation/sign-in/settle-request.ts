/**
 * The end of each request of the provider: its writes in one statement, and with a new sign-in or a sign-out
 * the person's own list in the same transaction.
 */
import type { KoaContextWithOIDC } from 'oidc-provider'
import { system } from '../../../../kernel/actor.ts'
import { leaveLine } from '../../../../kernel/leave-line.ts'
import { now } from '../../../../kernel/clock.ts'
import type { AppContext } from '../../../../kernel/app-context.ts'
import type { Work } from '../../../../kernel/work.ts'
import {
  closeSignInsOfProviderSession,
  keepSignIn,
  type NewSignIn,
} from '../../authentication/sessions/sessions.ts'
import { partyOf } from '../client.ts'
import { publishLogout, leavingOf } from '../leaving.ts'
import { errorHtml } from '../provider/pages.ts'
import type { RecordBatch } from '../provider/record-batch.ts'
import * as store from '../store.ts'

/**
 * One sign-in per party and provider session is listed; the session remembers for which grant it was, and the
 * person's name there.
 */
export interface Listed {
  listedGrant?: string
  sub?: string
}
interface SignIn extends Omit<NewSignIn, 'clientName' | 'clientDomain' | 'at'> {
  /** A further code of a sign-in that stands in her list already. */
  readonly isListed: boolean
}
const signIns = new WeakMap<object, SignIn>()

/** A code was issued. Called before the session is saved, so that its mark is saved with it. */
export const noteSignIn = (
  ctx: KoaContextWithOIDC,
  subjectAt: (clientId: string, subjectId: string) => string,
): void => {
  const { client, session, grant } = ctx.oidc
  if (!client || !session?.accountId || !grant?.jti) {
    return
  }
  const listed = session.authorizationFor(client.clientId) as Listed
  const isListed = listed.listedGrant === grant.jti
  listed.listedGrant = grant.jti
  listed.sub = subjectAt(client.clientId, session.accountId)
  signIns.set(ctx, {
    subjectId: session.accountId,
    clientId: client.clientId,
    providerSession: session.uid,
    grantId: grant.jti,
    acr: session.acr ?? '',
    userAgent: ctx.get('user-agent').slice(0, 200),
    isListed,
  })
}

/** Thrown inside the transaction, so that nothing of it stays. */
class LostRace extends Error {}
/** She took back what this sign-in stands on while it was going on. */
class ConsentGone extends Error {}

export const settleRequest = async (
  context: AppContext,
  ctx: KoaContextWithOIDC,
  batch: RecordBatch,
): Promise<void> => {
  allowWayBack(ctx)
  const signIn = signIns.get(ctx)
  const leaving = leavingOf(ctx)
  const deeds: ((work: Work) => Promise<void>)[] = []
  if (signIn && !signIn.isListed) {
    deeds.push((work) => list(work, context, signIn))
  }
  if (leaving) {
    deeds.push((work) => leave(work, leaving))
  }
  if (deeds.length === 0 && !signIn) {
    if (!(await batch.settle())) {
      refuse(ctx)
    }
    return
  }
  try {
    await context.transact(async (work) => {
      // Before any record: taking consent back takes the rows in the same order. Both go out together; when
      // the first says no, nothing of the second stays.
      const [stands, isFair] = await Promise.all([
        signIn ? store.consentIsUsed(work, signIn.subjectId, signIn.clientId, now()) : true,
        batch.settle(work),
      ])
      if (!stands) {
        throw new ConsentGone()
      }
      if (!isFair) {
        throw new LostRace()
      }
      for (const deed of deeds) {
        await deed(work)
      }
    })
  } catch (error) {
    if (error instanceof ConsentGone) {
      return refuse(ctx)
    }
    if (!(error instanceof LostRace)) {
      throw error
    }
    // Outside of the undone transaction: finds the race lost again, and revokes what stood on the spent
    // record.
    await batch.settle()
    refuse(ctx)
  }
}

const list = async (work: Work, context: AppContext, signIn: SignIn): Promise<void> => {
  const party = await partyOf(context.tools, signIn.clientId)
  keepSignIn(work, { ...signIn, clientName: party.name, clientDomain: party.domain, at: now() })
}

const leave = async (
  work: Work,
  { subjectId, providerSession, told }: NonNullable<ReturnType<typeof leavingOf>>,
): Promise<void> => {
  await closeSignInsOfProviderSession(work, subjectId, providerSession, now())
  for (const party of told) {
    publishLogout(work, subjectId, party)
  }
  leaveLine(work, {
    useCase: 'federation.sign-out',
    actor: system('provider'),
    line: { about: subjectId, purpose: 'sign-out', detail: { parties: told.length } },
  })
}

/** What was prepared is not sent: somebody else was first with this code, token or pushed request. */
const refuse = (ctx: KoaContextWithOIDC): void => {
  for (const header of ['location', 'set-cookie']) {
    ctx.remove(header)
  }
  ctx.status = 400
  ctx.set('cache-control', 'no-store')
  if (ctx.oidc.route === 'token') {
    ctx.body = { error: 'invalid_grant', error_description: 'grant request is invalid' }
    return
  }
  ctx.type = 'html'
  ctx.body = errorHtml({ error: 'invalid_request', error_description: 'this request was already used' })
}

/** Signing out goes through a form and ends at the party: the edge's policy would stop the last step. */
const allowWayBack = (ctx: KoaContextWithOIDC): void => {
  const to = ctx.oidc?.route === 'end_session' ? ctx.oidc.params?.['post_logout_redirect_uri'] : undefined
  const policy = ctx.response.get('content-security-policy')
  if (typeof to === 'string' && policy && URL.canParse(to)) {
    ctx.set(
      'content-security-policy',
      policy.replace("form-action 'self'", `form-action 'self' ${new URL(to).origin}`),
    )
  }
}
