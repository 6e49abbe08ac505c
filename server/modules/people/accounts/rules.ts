/** Dated rules of accounts. Nothing here is a constant of the product: a change of law is a new row. */
import { definePolicy } from '../../../kernel/policy.ts'

const D69 = 'Decree 69/2024/ND-CP'

/** Days within which the holder activates it herself, from the notice of the result. */
export const activationDays = definePolicy('accounts.activation_days', [
  { from: '2022-10-20', value: 7, source: `Decree 59/2022 art. 19; ${D69} art. 14` },
])

/**
 * How long a code has shown that a phone is hers, against whoever else has it: an application may lie for
 * weeks, and a phone is lent for a minute.
 */
export const phoneProof_s = definePolicy('accounts.phone_proof_s', [
  {
    from: '2022-10-20',
    value: 7 * 86_400,
    source: 'operator policy: an application is decided within three working days',
  },
])

/** Least age for an account of one's own; younger people come through a parent's or guardian's account. */
export const ownAccountAge = definePolicy('accounts.own_account_age_years', [
  { from: '2022-10-20', value: 14, source: `Decree 59/2022 art. 11; ${D69} art. 7` },
])

/**
 * Devices bound to one account at once. The 2022 guide allowed one; today's limit is not published, so this
 * is an operator's policy.
 */
export const devicesMost = definePolicy('accounts.devices_most', [
  { from: '2022-10-20', value: 3, source: 'operator policy; VNeID user guide 08/2022 says one' },
])

/** Wrong passcodes before the passcode is locked until the next day. */
export const passcodeTries = definePolicy('accounts.passcode_tries', [
  {
    from: '2022-10-20',
    value: 5,
    source: 'domain reference §1.7: over 5 wrong tries lock the passcode until the next day',
  },
])

/**
 * Codes of one purpose to one phone or mailbox: for each asker; for all strangers together who give it as
 * their own; and for all who only name its account. Tries by one asker, however often asked anew.
 */
export const codeBudget = definePolicy('accounts.code_budget', [
  {
    from: '2022-10-20',
    value: { sentPerHour: 5, strangersToOnePerHour: 5, blindToOnePerHour: 12, triesPerDay: 30 },
    source:
      'operator policy: security bar S9, at most 5 an hour to one number that strangers give; for an account that strangers only name, which takes its number and its address together, 20 with the first codes of accounts.shared_code_budget: one of them alone does not spend it',
  },
])

/**
 * What all who only name an account share for it: how many of them may have their first code of the day in
 * one hour, beside the ceiling of further ones above. In a day, the tries of all of them who have been wrong
 * in it, which end those ones.
 */
export const sharedCodeBudget = definePolicy('accounts.shared_code_budget', [
  {
    from: '2022-10-20',
    value: { firstsPerHour: 8, wrongOnesTriesPerDay: 100 },
    source:
      'operator policy: whoever asks once is not shut out by those who ask again and again; 100 guesses at six digits are one chance in 10,000 a day',
  },
])

/**
 * A one-time code: how long it lives, how often it may be tried, when another way is offered, when it may be
 * sent again.
 */
export const oneTimeCodeRule = definePolicy('accounts.one_time_code', [
  {
    from: '2022-10-20',
    value: { lifetime_s: 180, tries: 5, otherWayAfter_s: 30, resendAfter_s: 60 },
    source: 'operator policy, within NIST SP 800-63B-4 §3.1.3 (at most 10 minutes)',
  },
])

/**
 * Codes by text message to whoever has shown nothing yet, in one hour: from one block of networks (a /24 of
 * IPv4, a /48 of IPv6); to one prefix of numbers and in the whole country, applicants and owners of accounts
 * each for themselves. From `alarmAt` percent of a ceiling on the operator is told.
 */
export const smsCeilings = definePolicy('accounts.sms_ceilings', [
  {
    from: '2022-10-20',
    value: {
      perBlock: 300,
      perPrefix: 4000,
      nation: 20_000,
      cost_dong: 16_000_000,
      keptForFirsts_percent: 25,
      alarmAt: 80,
    },
    source:
      'operator policy: security bar S9, text messages stay within a budget; a block of a mobile carrier has many people behind it, and a part is kept for who asks for the first time in a day',
  },
])

const atPrice = (price_dong: number, ...prefixes: readonly string[]) =>
  prefixes.map((prefix) => ({ prefix: `+84${prefix}`, price_dong }))

/** What one code costs, by the longest prefix that fits; a number of none costs as much as the dearest. */
export const smsPrices = definePolicy('accounts.sms_prices', [
  {
    from: '2022-10-20',
    value: [
      ...atPrice(700, '32', '33', '34', '35', '36', '37', '38', '39', '86', '96', '97', '98'),
      ...atPrice(750, '81', '82', '83', '84', '85', '88', '91', '94'),
      ...atPrice(750, '70', '76', '77', '78', '79', '89', '90', '93'),
      ...atPrice(900, '52', '55', '56', '58', '59', '87', '92', '99'),
    ],
    source:
      "operator policy: prefixes of the numbering plan of 2018; the prices stand in for those of the carriers' contract",
  },
])

/** How long an application may hold a number before its decision. */
export const reservedDays = definePolicy('accounts.reserved_days', [
  {
    from: '2022-10-20',
    value: 30,
    source: 'operator policy: longer than any processing limit of Decree 69/2024 art. 13',
  },
])

/** How often an officer may ask whether a phone is somebody's, and how often any may ask about one phone. */
export const phoneLooks = definePolicy('accounts.phone_looks', [
  {
    from: '2022-10-20',
    value: { perOfficerPerHour: 20, perPhonePerDay: 6 },
    source:
      'operator policy: few callers have a number that changed hands; a list of numbers is not gone through',
  },
])
