/**
 * Dated rules of the way back after a lost or new phone: the ladder, its waiting times, its windows. The law
 * leaves them to the operator.
 */
import { definePolicy } from '../../../../kernel/policy.ts'

export const rungs = ['chip', 'face', 'relative', 'voucher'] as const
export type Rung = (typeof rungs)[number]
export type Proof = 'chip' | 'code' | 'portrait' | 'relative' | 'voucher'

export interface RungRule {
  /** In this order, each once. A voucher stands for the counter that has seen her. */
  readonly proofs: readonly Proof[]
  /** Between the last proof and the new phone, while every channel is told and she may object. */
  readonly wait_s: number
  readonly where: 'home' | 'counter'
  /** To bring the proofs, from the beginning on. */
  readonly prove_s: number
}

const HOUR_S = 3600

/**
 * No rung asks for the old phone. Away from a counter none rests on what lies in one handbag: the law of
 * `people/accounts/way-home.ts`, which every new phone meets.
 */
export const recoveryLadder = definePolicy<Readonly<Record<Rung, RungRule>>>(
  'authentication.recovery_ladder',
  [
    {
      from: '2022-10-20',
      value: {
        chip: {
          proofs: ['chip', 'code', 'portrait'],
          wait_s: 6 * HOUR_S,
          where: 'home',
          prove_s: 2 * HOUR_S,
        },
        face: { proofs: ['code', 'portrait'], wait_s: 24 * HOUR_S, where: 'home', prove_s: 2 * HOUR_S },
        relative: { proofs: ['code', 'relative'], wait_s: 6 * HOUR_S, where: 'home', prove_s: 24 * HOUR_S },
        voucher: { proofs: ['voucher'], wait_s: 0, where: 'counter', prove_s: 2 * HOUR_S },
      },
      source:
        'operator policy: two independent proofs or a counter, NIST SP 800-63B-4 §4.2; a SIM and a face can both be had by a fraud, so they wait longest; card and SIM lie in one handbag, and the card bears her picture',
    },
  ],
)

export const recoveryWindows = definePolicy('authentication.recovery_windows', [
  {
    from: '2022-10-20',
    value: {
      /** To finish, once the waiting is over. */
      finish_s: 72 * HOUR_S,
      /** The last notice goes out so long before the waiting ends. */
      remind_s: 2 * HOUR_S,
    },
    source: 'operator policy',
  },
])

export const recoveryTries = definePolicy('authentication.recovery_tries', [
  {
    from: '2022-10-20',
    value: {
      portraits: 3,
      portraitsPerDay: 6,
      matchNumbers: 3,
      /** By one network for one number: what strangers try elsewhere costs the owner nothing. */
      begunPerNetworkNumberAndDay: 20,
      cancelCodesPerNetworkNumberAndDay: 10,
    },
    source: 'operator policy',
  },
])

/** A voucher that was printed at a counter is used the same day. */
export const voucherLifetime_s = definePolicy('authentication.recovery_voucher_lifetime_s', [
  { from: '2022-10-20', value: 24 * HOUR_S, source: 'operator policy' },
])

/** So long after it was confirmed who stands there a voucher may be printed on the case, or printed anew. */
export const voucherIssuable_s = definePolicy('authentication.recovery_voucher_issuable_s', [
  {
    from: '2022-10-20',
    value: 2 * HOUR_S,
    source: 'operator policy: she stands at the counter, or comes back the same half-day',
  },
])

/** An open case for a voucher that nobody goes on with gives way to a new one. */
export const abandonedVoucherCase_s = definePolicy('authentication.abandoned_voucher_case_s', [
  { from: '2022-10-20', value: HOUR_S, source: 'operator policy' },
])

/** An open case for a voucher that nobody goes on with for so long ends by itself. */
export const openVoucherCase_days = definePolicy('authentication.open_voucher_case_days', [
  {
    from: '2022-10-20',
    value: 1,
    source:
      'operator policy: she stands at the counter, and a day is as long as a printed voucher is good; Law 91/2025: data is not kept past its purpose',
  },
])

/** Voucher cases that one officer may open in an hour, and comparisons she may ask for. */
export const voucherBudget = definePolicy('authentication.voucher_budget_per_hour', [
  {
    from: '2022-10-20',
    value: { opened: 60, compared: 600 },
    source: 'operator policy: far above what a counter does',
  },
])

/** The longest that one browser keeps a recovery: proofs, waiting and finishing together. */
export const recoveryCookie_s = definePolicy('authentication.recovery_cookie_s', [
  { from: '2022-10-20', value: 120 * HOUR_S, source: 'operator policy' },
])
