/**
 * The electronic identity card (Law 26/2023 art. 31): the register's data of this moment, signed, so that the
 * app can show it and anybody
 * can check it without a network. The holder's own look leaves a line like any other read of the register.
 */
import { ViewIdentityCard } from '../../../../contract/account.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { mustHaveConsent } from '../../cases/representation/ward-deeds.ts'
import { residenceOf, type RegisterCard } from '../../registry/population/person.ts'
import { registerPortraitOf } from '../../registry/population/register-portrait.ts'

const stateOf = (
  accountState: string,
  card: RegisterCard | null,
  today: string,
): 'valid' | 'locked' | 'expired' => {
  if (accountState !== 'active') {
    return 'locked'
  }
  if (card && (card.state !== 'valid' || (card.expiresOn !== null && card.expiresOn < today))) {
    return 'expired'
  }
  return 'valid'
}

export const viewIdentityCard = useCase({
  contract: ViewIdentityCard,
  permit: citizenHerself,
  isForWard: true,
  async act(work, _, { actor, tools, now }) {
    await mustHaveConsent(work, actor, 'identity-card', now)
    const account = await findAccount(work, actor.subjectId)
    const person = account && (await findPerson(work, tools, account.personalNumber))
    if (!account || !person) {
      throw problem('session.required')
    }
    const portrait = await registerPortraitOf(work, tools, account.personalNumber)
    const fields = {
      personalNumber: person.personalNumber,
      fullName: person.fullName,
      birthDate: person.birthDate,
      sex: person.sex,
      nationality: person.nationality,
      hometown: person.hometown ?? '',
      residence: residenceOf(person).address ?? '',
      level: account.level,
      card: person.card && { issuedOn: person.card.issuedOn, expiresOn: person.card.expiresOn },
      state: stateOf(account.state, person.card, dayInVietnam(now)),
      syncedAt: now.toISOString(),
    }
    const signed = await tools.signer.sign('sen-identity-card+jwt', {
      iss: `${tools.publicUrl}/oidc`,
      iat: Math.floor(now.getTime() / 1000),
      ...fields,
    })
    return {
      ...fields,
      portrait: portrait ? `data:image/jpeg;base64,${portrait.toString('base64')}` : null,
      signed,
    }
  },
  audit: ({ actor }) => ({
    about: actor.subjectId,
    purpose: 'identity-card',
    fields: ['fullName', 'birthDate', 'sex', 'hometown', 'residence', 'card', 'portrait'],
  }),
})
