/**
 * Whether something may be issued to whoever asks at this moment: her account, her device, and for a child or
 * ward also that account, the tie and the consent to this use. All are held until the transaction ends, so
 * that what ends one of them comes either before, and nothing is issued, or after, and finds what was. Her
 * own come first, as wherever both are held.
 */
import { holderOf, type Citizen } from '../../../../kernel/actor.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import { standingTieForUpdate } from '../../../cases/representation/tie.ts'
import { mustHaveConsent } from '../../../cases/representation/ward-deeds.ts'
import { mustBeUsable, type Account } from '../../../people/accounts/account.ts'
import { boundDeviceForUpdate } from '../../../people/accounts/device.ts'
import { accountForUpdate } from '../../../people/accounts/open-account.ts'
import type { OfferRow } from './offer-store.ts'

const usableAccount = async (work: Work, subjectId: string): Promise<Account> => {
  const account = await accountForUpdate(work, subjectId)
  if (!account) {
    throw problem('credentials.token-wrong')
  }
  mustBeUsable(account)
  return account
}

/**
 * Throws `account.locked`, `credentials.level-too-low`, `device.unknown`, `representation.ended`,
 * `representation.consent-needed`; `credentials.token-wrong` where an account is no more.
 */
export const mustStand = async (
  work: Work,
  tools: Tools,
  {
    actor,
    offer,
    leastLevel,
    at,
  }: {
    readonly actor: Citizen
    readonly offer: Pick<OfferRow, 'device_id'>
    readonly leastLevel: number
    readonly at: Date
  },
): Promise<void> => {
  const holderId = holderOf(actor)
  const account = await usableAccount(work, holderId)
  if (account.level < leastLevel) {
    throw problem('credentials.level-too-low')
  }
  if (!(await boundDeviceForUpdate(work, { subjectId: holderId, deviceId: offer.device_id }))) {
    throw problem('device.unknown')
  }
  if (actor.by) {
    const { subjectId: wardId, by } = actor
    await usableAccount(work, wardId)
    if (!(await standingTieForUpdate(work, tools, { wardId, tieId: by.tieId, representativeId: holderId }))) {
      throw problem('representation.ended')
    }
    await mustHaveConsent(work, actor, 'documents', at)
  }
}
