/** What a party of the demo world is registered by: its agreement, its certificates, its purposes. */
import type { PartySettings } from './party.ts'
import { partyOf } from './party-list.ts'

/** `version`: higher with each start, because its certificates are new. */
export const partyFileOf = ({ id, door, pages, keys }: PartySettings, version: number) => {
  const { name, kind, domain, contact, agreement, purpose, places, house } = partyOf(id)
  const { id: purposeId, words, law, retention, required, optional } = purpose
  return {
    id,
    version,
    name,
    kind,
    domain,
    contact,
    agreement: { number: agreement, signedOn: '2026-01-05', from: '2026-01-15', until: '2046-01-15' },
    systemLevel: 3,
    certificates: [keys.signer.certificate],
    answersAt: [door],
    returnsTo: [pages],
    serverAuthority: keys.authority,
    noticesAt: `${door}/notices`,
    printedAt: Object.keys(places).length > 0 ? `${door}/printed` : null,
    ways: [house === 'account' ? ('link' as const) : ('printed' as const)],
    purposes: [
      {
        id: purposeId,
        words,
        law,
        retention,
        asks: [{ type: 'identity-card', claims: [...required, ...optional] }],
      },
    ],
  }
}
