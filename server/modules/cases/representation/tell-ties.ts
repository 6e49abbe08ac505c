/** For whom she acts or acted, and who for her: names and days, for whoever takes all of hers along. */
import type { TellingTo } from '../../../kernel/telling.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import * as store from './store.ts'

/** null for somebody who has closed her account. */
const nameOf = async ({ work, doing: { tools } }: TellingTo, subjectId: string): Promise<string | null> => {
  const account = await findAccount(work, subjectId)
  const person = account && (await findPerson(work, tools, account.personalNumber))
  return person?.fullName ?? null
}

interface Tie {
  readonly kind: string
  readonly state: string
  readonly end_reason: string | null
  readonly begun_at: Date
  readonly ended_at: Date | null
}
const said = (tie: Tie, name: string | null) => ({
  name,
  kind: tie.kind,
  state: tie.state,
  begunAt: tie.begun_at.toISOString(),
  endedAt: tie.ended_at?.toISOString() ?? null,
  endReason: tie.end_reason,
})

export const tellTies = async (to: TellingTo) => {
  const { work, account } = to
  const [actsFor, actedForBy] = [[], []] as [ReturnType<typeof said>[], ReturnType<typeof said>[]]
  for (const tie of await store.represented(work, account.subjectId)) {
    actsFor.push(said(tie, await nameOf(to, tie.ward_id)))
  }
  for (const tie of await store.tiesOf(work, account.subjectId)) {
    actedForBy.push(said(tie, await nameOf(to, tie.representative_id)))
  }
  return { actsFor, actedForBy }
}
