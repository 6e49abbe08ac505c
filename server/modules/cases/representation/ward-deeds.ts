/**
 * What a representative does in the profile of her ward: consent to each use (Decree 69/2024/ND-CP art. 9);
 * and the hand-over once the child is of age.
 */
import { ConsentForWard, HandOver } from '../../../../contract/representation.ts'
import { holderOf, type Citizen } from '../../../kernel/actor.ts'
import { later } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import { handOverAccount, accountForUpdate } from '../../people/accounts/open-account.ts'
import { isPhoneFree } from '../../people/accounts/bind-phone.ts'
import { tryPasscodeInHand } from '../../people/accounts/device.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { handOverOf } from './family.ts'
import { hasValidCard } from './representation.ts'
import { wardConsent_s } from './rules.ts'
import * as store from './store.ts'
import { AccountHandedOver, WardHandedOver } from './events.ts'

/**
 * Throws `representation.consent-needed` when a representative uses her ward's data without a consent that
 * stands. Oneself needs none.
 */
export const mustHaveConsent = async (
  read: Reading,
  { subjectId, by }: Citizen,
  use: string,
  at: Date,
): Promise<void> => {
  if (by && !(await store.standingConsent(read, subjectId, by.subjectId, use, at))) {
    throw problem('representation.consent-needed')
  }
}

export const consentForWard = useCase({
  contract: ConsentForWard,
  permit: citizenHerself,
  isForWard: true,
  async act(work, { use, passcode }, { actor, tools, now, refuse }) {
    if (!actor.by) {
      throw problem(actor.hasLostProfile ? 'representation.ended' : 'representation.no-profile-open')
    }
    const refusal = await tryPasscodeInHand(
      work,
      tools,
      { subjectId: holderOf(actor), deviceId: actor.deviceId },
      passcode,
    )
    if (refusal) {
      return refuse(refusal)
    }
    const endsAt = later(now, inForce(wardConsent_s, now))
    await store.insertConsent(work, actor.subjectId, {
      id: newId(),
      byId: actor.by.subjectId,
      use,
      at: now,
      endsAt,
    })
    return { until: endsAt.toISOString() }
  },
  audit: ({ actor, input, refusal }) => ({
    about: actor.subjectId,
    purpose: 'representative-consented',
    outcome: refusal ?? 'agreed',
    detail: { use: input.use },
  }),
})

export const handOver = useCase({
  contract: HandOver,
  limits: (_, __, actor) => [
    {
      scope: 'representation.hand-over',
      key: actor.kind === 'citizen' ? actor.subjectId : '',
      most: 10,
      per_s: 86_400,
    },
  ],
  find: async (work, { tieId }, actor) =>
    actor.kind === 'citizen' ? ((await store.representsOf(work, actor.subjectId, tieId)) ?? null) : null,
  permit: citizenHerself,
  async act(work, { phone, passcode }, { actor, found: row, tools, now, refuse }) {
    const refusal = await tryPasscodeInHand(work, tools, actor, passcode)
    if (refusal) {
      return refuse(refusal)
    }
    const account = row && (await accountForUpdate(work, row.ward_id))
    if (!row || !account || (await handOverOf(work, tools, row, now)).state !== 'possible') {
      throw problem('representation.no-hand-over')
    }
    const person = await findPerson(work, tools, account.personalNumber)
    if (!person || !hasValidCard(person, now)) {
      throw problem('representation.card-first')
    }
    if (!(await isPhoneFree(work, tools, phone, row.ward_id))) {
      throw problem('representation.phone-not-own')
    }
    const hers = await handOverAccount(work, tools, account, phone)
    work.publish(AccountHandedOver, row.ward_id, { activateBy: hers.activateBy.toISOString() })
    work.publish(WardHandedOver, actor.subjectId, { id: row.id, at: now.toISOString() })
    return { activateBy: hers.activateBy.toISOString() }
  },
  audit: ({ actor, found, refusal }) => ({
    about: found?.ward_id ?? actor.subjectId,
    purpose: 'account-handed-over',
    outcome: refusal ?? 'done',
  }),
})
