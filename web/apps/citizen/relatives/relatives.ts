// Trusted relatives on the server (contract/relatives.ts), and what one is asked as somebody's relative
// (contract/recovery.ts).
import type { AnswerAsk, ViewAsks } from '../../../../contract/recovery.ts'
import type {
  AnswerRelative,
  EndRelative,
  LeaveRelative,
  NameRelative,
  ViewRelatives,
} from '../../../../contract/relatives.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import type { GivenTo } from '../../../client/call.ts'
import { ownDeed, ownView } from '../shell/session.ts'

export type Relatives = OutputOf<typeof ViewRelatives>
export type Named = Relatives['named'][number]
export type NamedBy = Relatives['namedBy'][number]
export type Ask = OutputOf<typeof ViewAsks>['asks'][number]

export const loadRelatives = (): Promise<Relatives> => ownView<typeof ViewRelatives>('relatives.view', {})
export const loadAsks = async (): Promise<Ask[]> => (await ownView<typeof ViewAsks>('recovery.asks', {})).asks

export const nameRelative = (input: GivenTo<typeof NameRelative>) =>
  ownDeed<typeof NameRelative>('relatives.name', input)
export const endRelative = (id: string) => ownDeed<typeof EndRelative>('relatives.end', { id })
export const answerRelative = (id: string, accept: boolean) =>
  ownDeed<typeof AnswerRelative>('relatives.answer', { id, accept })
export const leaveRelative = (id: string) => ownDeed<typeof LeaveRelative>('relatives.leave', { id })
export const confirmAsk = (id: string, matchNumber: string, passcode: string) =>
  ownDeed<typeof AnswerAsk>('recovery.answer-ask', { id, confirm: true, matchNumber, passcode })
export const denyAsk = (id: string) =>
  ownDeed<typeof AnswerAsk>('recovery.answer-ask', { id, confirm: false })
