/** Whose profile is open, and who holds the phone: what every step of a filing begins with. */
import { holderOf, type Citizen } from '../../../../kernel/actor.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { standingTie } from '../../../cases/representation/tie.ts'
import { mustHaveConsent } from '../../../cases/representation/ward-deeds.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import type { RuleFacts } from '../rule-facts.ts'

export type FiledFor = RuleFacts['who']
interface Somebody {
  readonly subjectId: string
  readonly personalNumber: string
}
/** Whom a dossier is about, and who files it. */
export interface Profile extends Somebody {
  readonly filer: Somebody
  readonly kind: FiledFor
}

/** Which use of her ward's data a representative consents to before she files. */
const USE = 'services'

const numberOf = async (read: Reading, subjectId: string): Promise<string> => {
  const account = await findAccount(read, subjectId)
  if (!account) {
    throw problem('session.required')
  }
  return account.personalNumber
}

/**
 * Throws `representation.consent-needed` without a standing consent, `representation.ended` where the tie has
 * ended in this moment.
 */
export const openedProfile = async (
  read: Reading,
  tools: Tools,
  actor: Citizen,
  at: Date,
): Promise<Profile> => {
  await mustHaveConsent(read, actor, USE, at)
  const { subjectId, by } = actor
  const personalNumber = await numberOf(read, subjectId)
  if (!by) {
    return { subjectId, personalNumber, filer: { subjectId, personalNumber }, kind: 'self' }
  }
  const holder = holderOf(actor)
  const tie = await standingTie(read, tools, {
    wardId: subjectId,
    tieId: by.tieId,
    representativeId: holder,
  })
  if (!tie) {
    throw problem('representation.ended')
  }
  return {
    subjectId,
    personalNumber,
    filer: { subjectId: holder, personalNumber: await numberOf(read, holder) },
    kind: tie.kind === 'parent' ? 'child' : 'ward',
  }
}
