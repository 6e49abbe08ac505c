/** Makes a party of the demo world known to Sen, as an operator would (`sen party add`), at each start. */
import { partyFile } from '../../contract/party.ts'
import type { AppContext } from '../../server/kernel/app-context.ts'
import { addParty, findParty } from '../../server/modules/registry/parties/known-parties.ts'
import type { PartySettings } from './party.ts'
import { partyFileOf } from './party-file.ts'

/** One that somebody has ended for good stays so. */
export const registerParty =
  ({ transact }: Pick<AppContext, 'transact'>) =>
  (settings: PartySettings): Promise<void> =>
    transact(async (work) => {
      const before = await findParty(work, settings.id)
      const file = partyFile.parse(partyFileOf(settings, (before?.file.version ?? 0) + 1))
      const added = await addParty(work, file)
      if (added !== 'added' && added !== 'ended') {
        throw new Error(`the party ${settings.id} cannot be registered: ${added}`)
      }
    })
