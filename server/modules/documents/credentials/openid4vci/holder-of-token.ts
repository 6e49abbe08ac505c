/**
 * Whose an access token is, by the way that was opened for it. Null for what is no token, has ended or was
 * taken back.
 */
import type { Citizen } from '../../../../kernel/actor.ts'
import type { AppContext } from '../../../../kernel/app-context.ts'
import { now } from '../../../../kernel/clock.ts'
import { citizenOfOffer } from './citizen-of-offer.ts'
import { tokenDigest } from './give-token.ts'
import * as store from './offer-store.ts'

/** `authorization`: the header as it came (RFC 6750 §2.1). */
export const tokenIn = (authorization: string | undefined): string | null =>
  /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(authorization ?? '')?.[1] ?? null

export const holderOfToken = async (
  { tools }: Pick<AppContext, 'tools'>,
  token: string,
): Promise<Citizen | null> => {
  const offer = await store.offerOfToken(tools.read, tokenDigest(tools, token), now())
  return offer ? citizenOfOffer(tools.read, tools, offer) : null
}
