// What the register of judgments says for a certificate, as its office reads it (contract/dossier-work.ts).
import type { SettleJudgment, ViewJudgments } from '../../../../contract/dossier-work.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed, view } from '../../../client/call.ts'
import { orSignIn } from '../shell/officer.ts'

export type Judgments = OutputOf<typeof ViewJudgments>
export type Judgment = Judgments['judgments'][number]
type Ban = NonNullable<Judgments['bans']>[number]
export type Entry = Judgment | Ban

/** Each reading leaves a line that the person sees. */
export const readJudgments = (reference: string): Promise<Judgments> =>
  orSignIn(view<typeof ViewJudgments>('dossiers.judgments', { reference }))

export const settleJudgment = (
  reference: string,
  entry: string,
  { isHers, note }: { readonly isHers: boolean; readonly note: string },
): Promise<Judgments> =>
  orSignIn(deed<typeof SettleJudgment>('dossiers.settle-judgment', { reference, entry, isHers, note }))

/** What is left for an officer to say of an entry. */
export const isOpenEntry = ({ match, settled }: Entry): boolean => match !== 'hers' && settled === null
