/**
 * A person ends a sign-in from her own list: the browser's session at the provider and all that stands on it
 * is dead at once, and its parties are told.
 */
import type { ClientAuthorizationState } from 'oidc-provider'
import { later, now } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import {
  closeSignInsAt,
  closeSignInsOfProviderSession,
  forgetSignInsBefore,
  signInsBetween,
} from '../../authentication/sessions/sessions.ts'
import { clientMetadata } from '../client.ts'
import { publishLogout } from '../leaving.ts'
import { openRecord, sealPayload } from './record.ts'
import { lifetimes_s } from '../rules.ts'
import { deleteGrants, deleteLapsed, deleteSession, savePayload, sessionsForUpdate } from './record-store.ts'
import type { Listed } from '../sign-in/settle-request.ts'
import * as store from '../store.ts'

export interface EndedSignIn {
  readonly subjectId: string
  readonly providerSession: string
  readonly clientId: string
  readonly grantId: string
}

type Authorizations = Record<string, ClientAuthorizationState & Listed>

/**
 * The reaction to `SignInEnded`: sessions, grants, codes and tokens go in one transaction; each party with a
 * back channel is told by its own fact.
 */
export const endProviderSession = async (
  work: Work,
  tools: Tools,
  { subjectId, providerSession, grantId }: EndedSignIn,
): Promise<void> => {
  const grants = new Set([grantId])
  for (const row of await deleteSession(work, providerSession)) {
    const authorizations: Authorizations = openRecord(tools, row).authorizations ?? {}
    for (const [clientId, { grantId: held, sid, sub }] of Object.entries(authorizations)) {
      if (held) {
        grants.add(held)
      }
      if (sid && sub && (await clientMetadata(tools, clientId))?.backchannel_logout_uri) {
        publishLogout(work, subjectId, { clientId, sid, sub })
      }
    }
  }
  await deleteGrants(work, [...grants])
  await closeSignInsOfProviderSession(work, subjectId, providerSession, now())
}

/**
 * Ends all that one party holds of her: grants, codes and tokens, also those that outlive their session. Her
 * sessions at the provider go on for the other parties; this one is taken out of them and told.
 */
export const endAllAtParty = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  clientId: string,
): Promise<void> => {
  const signIns = await closeSignInsAt(work, subjectId, clientId, now())
  const isTold = Boolean((await clientMetadata(tools, clientId))?.backchannel_logout_uri)
  const grants = new Set(signIns.map(({ grantId }) => grantId))
  for (const row of await sessionsForUpdate(work, [...new Set(signIns.map((one) => one.providerSession))])) {
    const session = openRecord(tools, row)
    const { [clientId]: left, ...others } = (session.authorizations ?? {}) as Authorizations
    if (!left) {
      continue
    }
    if (left.grantId) {
      grants.add(left.grantId)
    }
    if (isTold && left.sid && left.sub) {
      publishLogout(work, subjectId, { clientId, sid: left.sid, sub: left.sub })
    }
    savePayload(
      work,
      'oidc_record',
      row.key,
      sealPayload(tools, row.model, { ...session, authorizations: others }),
    )
  }
  await deleteGrants(work, [...grants])
}

/**
 * The account was locked: every session and grant of hers from before is dead, also grants that outlive their
 * session (offline access), and each party is
 * told. The reaction to `AccountLocked`; what anybody asks meanwhile is refused by the account itself
 * (`configuration.ts`).
 */
export const endEverythingOf = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  lockedAt: Date,
): Promise<void> => {
  const { offlineGrant, session } = inForce(lifetimes_s, lockedAt)
  await store.deleteAttemptsOf(work, subjectId)
  for (const signIn of await signInsBetween(
    work,
    subjectId,
    later(lockedAt, -Math.max(offlineGrant, session)),
    lockedAt,
  )) {
    await endProviderSession(work, tools, signIn)
  }
}

/** The account was closed: what she agreed to is taken back as well. The reaction to `AccountClosed`. */
export const endClosed = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  closedAt: Date,
): Promise<void> => {
  await store.endConsentsBefore(work, subjectId, closedAt)
  await endEverythingOf(work, tools, subjectId, closedAt)
  await forgetSignInsBefore(work, subjectId, closedAt)
}

/** Removes lapsed records, a thousand of each kind at a time; answers how many went. For a job. */
export const sweepLapsed = (work: Work): Promise<number> => deleteLapsed(work, now(), 1000)
