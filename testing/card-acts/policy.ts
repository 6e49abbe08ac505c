/** What the policy of cards says against an act that succeeded, written apart from the product's rules. */
import type { Officer } from '../../server/kernel/actor.ts'
import { dayInVietnam } from '../../server/kernel/policy.ts'
import { HERSELF } from './staff.ts'

/** The policy's own bookkeeping. */
export interface Seen {
  readonly takers: Set<string>
  hasWrongFace: number
  face: 'none' | 'own' | 'other'
  printer: string | null
  recipientDay: string
  chipDay: string
  agreed: boolean
  receipt: boolean
}
export const nothingSeen = (): Seen => ({
  takers: new Set(['bao']),
  hasWrongFace: 0,
  face: 'none',
  printer: null,
  recipientDay: '',
  chipDay: '',
  agreed: false,
  receipt: false,
})

interface Seat {
  readonly at: Date
  readonly state: string
  readonly isAlive: boolean
  readonly isSettled: boolean
  readonly hasReference: boolean
  readonly content: {
    readonly contact: { readonly isProven: boolean } | null
    readonly feeReceipt: string | null
  }
  readonly seen: Seen
}

const firstOf = (against: readonly (readonly [string, boolean])[]): string | null =>
  against.find(([, isSo]) => isSo)?.[0] ?? null

const againstOfficer = ({ personKey, officeId, tasks }: Officer): string | null =>
  firstOf([
    ['an officer works on her own card', personKey === HERSELF],
    ['an officer whom nobody knows', personKey === null],
    ['another office or without the task', officeId !== 'here' || !tasks.includes('card.take')],
  ])

export const againstAccepting = (
  { isAlive, seen, content, hasReference }: Seat,
  who: Officer,
  isFirst: boolean,
): string | null =>
  firstOf([
    ['a dead person is given a card', !isAlive],
    ['accepted without her consent', !seen.agreed],
    ['accepted without contact or fee', !content.contact?.isProven || content.feeReceipt === null],
    ['accepted with another face', seen.face === 'other'],
    ['nothing to compare with, and no second pair of eyes', isFirst && !hasReference],
    ['both pairs of eyes are one', !isFirst && (who.personKey === null || seen.takers.has(who.personKey))],
  ]) ?? againstOfficer(who)

export const againstPrinting = ({ isAlive, state, isSettled, seen }: Seat, who: Officer): string | null =>
  firstOf([
    ['a card of a dead person', !isAlive],
    ['printed twice or unaccepted', state !== 'accepted'],
    ['printed before the change was settled', !isSettled],
    ['the taker prints', seen.takers.has(who.personKey ?? '')],
  ]) ?? againstOfficer(who)

export const againstHanding = ({ isAlive, state, seen, at }: Seat, who: Officer): string | null =>
  firstOf([
    ['a card of a dead person', !isAlive],
    ['handed over twice or unready', state !== 'ready'],
    ['the printer hands over', who.personKey === seen.printer],
    ['handed to somebody who was not proven today', seen.recipientDay !== dayInVietnam(at)],
    ['the chip was not read', seen.chipDay !== dayInVietnam(at)],
    ['without her receipt', !seen.receipt],
  ]) ?? againstOfficer(who)
