/** Part of the bench of enumeration: a party asks somebody for documents by her personal number. */
import { pushSharing } from '../server/modules/documents/sharing/push-sharing.ts'
import { addParty } from '../server/modules/registry/parties/known-parties.ts'
import type { Fixture } from '../testing/fixture.ts'
import { newPerson } from '../testing/test-person.ts'
import { encryptionKey } from '../testing/sharing-kit.ts'
import { certifyHost, partyFileOf, signAsParty } from '../testing/sharing-party.ts'
import type { People } from './enumeration-part-people.ts'
import type { Route } from './enumeration-part-route.ts'

export const pushedRoute = async (fixture: Fixture, { active, none }: People): Promise<Route> => {
  const party = {
    signer: certifyHost('Bank'),
    origin: 'https://bank.example.vn',
    ownKey: await encryptionKey(),
  }
  const { transact } = fixture.context
  await transact((work) => addParty(work, partyFileOf(party.signer, { origin: party.origin })))
  return {
    name: 'a party pushes a request',
    async ready(isSomebody, turn) {
      const { personalNumber } = (isSomebody ? active : none)[turn % active.length] ?? newPerson()
      // Whoever has an account of level 1 shares nothing, and would be nobody here.
      await fixture.pool.query('update account set level = 2 where personal_number = $1', [personalNumber])
      await fixture.pool.query("delete from attempt_counter where scope like 'sharing.push%'")
      const request = await signAsParty({ personalNumber }, party)
      const visitor = fixture.visitor()
      return () => visitor.do(pushSharing, { request, personalNumber })
    },
  }
}
