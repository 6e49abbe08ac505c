/**
 * Who fetches by an opened way: as herself, or in the profile of the child or ward for whom she acts, while
 * the session in which she opened it, its device, her account and the tie stand. Null when one of them does
 * not.
 */
import type { Citizen } from '../../../../kernel/actor.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { citizenInSession } from '../../../access/authentication/sessions/app-session.ts'
import { standingTie } from '../../../cases/representation/tie.ts'
import type { OfferRow } from './offer-store.ts'

export const citizenOfOffer = async (
  read: Reading,
  tools: Tools,
  offer: Pick<OfferRow, 'subject_id' | 'session_id' | 'holder_id' | 'tie_id'>,
): Promise<Citizen | null> => {
  const { subject_id: subjectId, session_id: sessionId, holder_id: holderId, tie_id: tieId } = offer
  const herself = await citizenInSession(read, { subjectId: holderId ?? subjectId, sessionId })
  if (!herself || holderId === null) {
    return herself
  }
  if (tieId === null) {
    return null
  }
  const tie = await standingTie(read, tools, { wardId: subjectId, tieId, representativeId: holderId })
  return tie && { ...herself, subjectId, by: { subjectId: holderId, tieId } }
}
