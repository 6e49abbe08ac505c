/**
 * Dated rules of cards: Law 26/2023/QH15 arts. 19-26, before it Law 59/2014/QH13; Decree 69/2024/ND-CP art.
 * 13; the fees of the Ministry of Finance.
 */
import type { z } from 'zod'
import type { cardKind, cardReason } from '../../../../contract/card.ts'
import { definePolicy, inForce } from '../../../kernel/policy.ts'
import { addWorkingDays } from '../../registry/territory/working-calendar.ts'

export type CardKind = z.infer<typeof cardKind>
export type CardReason = z.infer<typeof cardReason>

export interface RenewalRule {
  /** A card ends when its holder comes to be of one of these ages; after the last it has no end. */
  readonly ages: readonly number[]
  /** A card made so few years before such an age is good until the next one. */
  readonly yearsBefore: number
}

export const renewalAges = definePolicy<RenewalRule>('cards.renewal_ages', [
  { from: '2016-01-01', value: { ages: [25, 40, 60], yearsBefore: 2 }, source: 'Law 59/2014/QH13 art. 21' },
  {
    from: '2024-07-01',
    value: { ages: [14, 25, 40, 60], yearsBefore: 2 },
    source: 'Law 26/2023/QH15 art. 21',
  },
])

/** Least age for an application of one's own; younger people come with a parent or guardian. */
export const ownCardAge = definePolicy('cards.own_application_age', [
  {
    from: '2016-01-01',
    value: 14,
    source:
      'Law 59/2014/QH13 art. 19; Law 26/2023/QH15 arts. 19, 23: from 14 on in person, younger through a representative',
  },
])

/** Working days from the complete application to the card. */
const cardDueDays = definePolicy('cards.due_working_days', [
  { from: '2016-01-01', value: 7, source: 'Law 59/2014/QH13 art. 25' },
  {
    from: '2024-07-01',
    value: 7,
    source: 'Law 26/2023/QH15 art. 26; together with the account: Decree 69/2024/ND-CP art. 13',
  },
])

interface ReasonRule {
  readonly kind: CardKind
  readonly fee_vnd: number
  readonly source: string
}
const [EXCHANGE, REISSUE] = [50_000, 70_000]
const free = (kind: CardKind, source: string): ReasonRule => ({ kind, fee_vnd: 0, source })
const costs = (kind: CardKind, fee_vnd: number, source: string): ReasonRule => ({ kind, fee_vnd, source })
const L24 = 'Law 26/2023/QH15 art. 24'

/**
 * Each lawful reason with its kind and fee. @NOTE the two amounts and who is exempt are told from knowledge
 * of the circular, not read anew: an operator
 * checks them before the first receipt, and adds persons who are exempt (poor households, wounded soldiers'
 * children) by policy of her own.
 */
export const cardReasons = definePolicy<Readonly<Record<CardReason, ReasonRule>>>('cards.reasons', [
  {
    from: '2016-01-01',
    source: `${L24}; fees: Circular 73/2024/TT-BTC, before it Circular 59/2019/TT-BTC`,
    value: {
      'never-issued': free('first-issue', 'Law 26/2023/QH15 art. 19: the first card is free'),
      'age-reached': free('exchange', `${L24}(1)(a), art. 21: exchange at the ages of the law is free`),
      'name-or-birth-changed': costs('exchange', EXCHANGE, `${L24}(1)(b)`),
      'appearance-changed': costs('exchange', EXCHANGE, `${L24}(1)(c)`),
      'biometrics-added': costs('exchange', EXCHANGE, `${L24}(1)(c): portrait or fingerprints added`),
      'sex-redetermined': costs('exchange', EXCHANGE, `${L24}(1)(c)`),
      'printed-error': free('exchange', `${L24}(1)(d): the authority's own mistake is free`),
      'boundary-change': free('exchange', `${L24}(1)(đ): units were drawn anew`),
      'number-reset': costs('exchange', EXCHANGE, `${L24}(1)(e)`),
      'holder-asks': costs('exchange', EXCHANGE, `${L24}(1)(g)`),
      lost: costs('re-issue', REISSUE, `${L24}(2)(a)`),
      damaged: costs('re-issue', REISSUE, `${L24}(2)(a)`),
      'nationality-regained': costs('re-issue', REISSUE, `${L24}(2)(b)`),
    },
  },
])

export const reasonRule = (reason: CardReason, at: Date): ReasonRule => inForce(cardReasons, at)[reason]

/** An open application that nobody touched for so long gives way to a new one of the same person. */
export const abandonedApplication_s = definePolicy('cards.abandoned_application_s', [
  { from: '2016-01-01', value: 24 * 3600, source: 'operator policy: a day' },
])

/** An open application that nobody goes on with for so long ends by itself. */
export const openApplication_days = definePolicy('cards.open_application_days', [
  {
    from: '2016-01-01',
    value: 30,
    source:
      'operator policy: a month to come back with a paper or the fee, as for a request for representation; Law 91/2025: data is not kept past its purpose',
  },
])

/** Tries in a day to prove whoever comes for a card. */
export const recipientTries = definePolicy('cards.recipient_tries_per_day', [
  {
    from: '2016-01-01',
    value: 5,
    source: 'operator policy: two fingers and a portrait, with a try to spare',
  },
])

/**
 * Applications that one officer may open in an hour, and slow biometric comparisons she may ask for;
 * questions of one network about references.
 */
export const cardBudget = definePolicy('cards.budget_per_hour', [
  {
    from: '2016-01-01',
    value: { opened: 200, compared: 1200, tracked: 60 },
    source: 'operator policy: far above what a counter does',
  },
])

/** Who stands on the card as its issuer (Law 26/2023/QH15 art. 18). */
export const ISSUER = 'Bộ Công an'

/** The end of office hours on the last working day. */
const CLOSING = '17:00:00+07:00'
export const cardDueMoment = (from: Date): Date =>
  new Date(`${addWorkingDays(from, inForce(cardDueDays, from))}T${CLOSING}`)
