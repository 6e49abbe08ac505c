/** A person ends a sign-in from her own list: the browser's session at the provider and all that stands on it is dead at once, and its parties are told. */
import type { ClientAuthorizationState } from 'oidc-provider'
import { now } from '../../kernel/clock.ts'
import type { Tools } from '../../kernel/tools.ts'
import type { Work } from '../../kernel/work.ts'
import { closeSignInsOfProviderSession } from '../authentication/sessions.ts'
import { clientMetadata } from './client.ts'
import { announceLogout } from './leaving.ts'
import { openRecord } from './record.ts'
import { deleteGrants, deleteLapsed, deleteSession } from './record-store.ts'
import type { Listed } from './settle-request.ts'
import * as store from './store.ts'

export interface EndedSignIn {
  readonly subjectId: string
  readonly providerSession: string
  readonly clientId: string
  readonly grantId: string
}

/** The reaction to `SignInEnded`: sessions, grants, codes and tokens go in one transaction; each party with a back channel is told by its own fact. */
export const endProviderSession = async (work: Work, tools: Tools, { subjectId, providerSession, grantId }: EndedSignIn): Promise<void> => {
  const grants = new Set([grantId])
  for (const row of await deleteSession(work, providerSession)) {
    const authorizations: Record<string, ClientAuthorizationState & Listed> = openRecord(tools, row).authorizations ?? {}
    for (const [clientId, { grantId: held, sid, sub }] of Object.entries(authorizations)) {
      if (held) grants.add(held)
      if (sid && sub && (await clientMetadata(tools, clientId))?.backchannel_logout_uri) announceLogout(work, subjectId, { clientId, sid, sub })
    }
  }
  await deleteGrants(work, [...grants])
  await closeSignInsOfProviderSession(work, subjectId, providerSession, now())
}

/** She takes back what she agreed to: the party's latest grant ends with it, and the next sign-in asks again. */
export const withdrawConsent = async (work: Work, subjectId: string, clientId: string): Promise<boolean> => {
  const row = await store.withdrawConsent(work, subjectId, clientId, now())
  if (row?.grant_id) await deleteGrants(work, [row.grant_id])
  return row !== undefined
}

/** Removes lapsed records, a thousand of each kind at a time; answers how many went. For a job. */
export const sweepLapsed = (work: Work): Promise<number> => deleteLapsed(work, now(), 1000)
