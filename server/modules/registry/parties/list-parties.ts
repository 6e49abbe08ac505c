/** Who may ask people for what, and why: for anyone (Decree 69/2024/ND-CP art. 19). */
import { ListParties } from '../../../../contract/sharing.ts'
import { none } from '../../../kernel/audit-line.ts'
import { anyone } from '../../../kernel/permit.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { partiesAfter } from './known-parties.ts'
import { shownParty, shownPurpose, standingOf } from './party.ts'

const PAGE = 50

export const listParties = useCase({
  contract: ListParties,
  // Whoever may be asked has a right to know by whom, before she has an account.
  permit: anyone,
  async act(work, { cursor = '' }, { now }) {
    const page = await partiesAfter(work, cursor, PAGE + 1)
    const items = page.slice(0, PAGE).flatMap((party) => {
      const state = standingOf(party, now)
      return state === 'not-begun'
        ? []
        : [
            {
              ...shownParty(party.file),
              state,
              ways: [...party.file.ways],
              purposes: party.file.purposes.map((purpose) => ({
                ...shownPurpose(purpose),
                asks: purpose.asks,
              })),
            },
          ]
    })
    return { items, next: page.length > PAGE ? (page[PAGE - 1]?.file.id ?? null) : null }
  },
  audit: none('parties are no people'),
})
