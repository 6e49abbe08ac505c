/**
 * What a party asks to see (OpenID4VP 1.0 §6): what it needs in one query, and each thing that is hers to
 * give in a query of its own.
 */
import type { JsonObject } from '../../formats/jws/strict-json.ts'
import { CARD_KIND, type WorldParty } from './party-list.ts'

const CARD = 'card'
/** What no registration of these parties allows, for an asker who wants too much. */
const TOO_MUCH = ['portrait', 'birthdate'] as const

const queryOf = (id: string, claims: readonly string[]): JsonObject => ({
  id,
  format: 'dc+sd-jwt',
  meta: { vct_values: [CARD_KIND] },
  claims: claims.map((name) => ({ path: [name] })),
})

export const askedQuery = ({ purpose }: WorldParty, asksTooMuch: boolean): JsonObject => {
  const required = [...purpose.required, ...(asksTooMuch ? TOO_MUCH : [])]
  return {
    credentials: [queryOf(CARD, required), ...purpose.optional.map((name) => queryOf(name, [name]))],
    credential_sets: [
      { options: [[CARD]] },
      ...purpose.optional.map((name) => ({ options: [[name]], required: false })),
    ],
  }
}
