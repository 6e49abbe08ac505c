/**
 * Dated rules of the documents on phones that hold for every type; what is one type's own stands with it.
 */
import { definePolicy } from '../../../kernel/policy.ts'

/** What every document type says of its credentials. */
export interface IssuingRule {
  /** From the day of issue on. */
  readonly validity_days: number
  /** From when on a phone fetches anew without being asked, counted from the day of issue. */
  readonly refreshAfter_days: number
  /** Keys, and so credentials, of one request. */
  readonly batchMost: number
  /** The level of the account (Decree 69/2024 art. 9). */
  readonly leastLevel: 1 | 2
}

/**
 * Times that are the same for all who were issued something in the same span: a moment to the second would
 * link what one person shows at two places (OpenID4VCI 1.0 §15.4.1, RFC 9901 §10.1).
 */
export const timesRoundedTo_s = definePolicy('credentials.times_rounded_to_s', [
  { from: '2022-10-20', value: 86_400, source: 'operator policy: a day has a herd of its own' },
])

/**
 * On the phone of whoever acts for a child or ward, whatever the kind allows its own holder: each use is
 * consented to by itself, and what a phone should have put away is soon good for nothing.
 */
export const forWards = definePolicy('credentials.for_wards', [
  {
    from: '2022-10-20',
    value: { validityMost_days: 2, batchMost: 4 },
    source:
      'operator policy, after Decree 69/2024 art. 9: each use is confirmed by the representative; a day is the least that has a herd of its own',
  },
])

/**
 * The authority of this installation and the signers below it, in days. A signer's certificate lasts as
 * long as it signs and what it signed may be valid: 457 days at most.
 */
export const signingRule = definePolicy('credentials.signing', [
  {
    from: '2022-10-20',
    value: { authority_days: 3650, signs_days: 90, publishedBefore_days: 14, validityMost_days: 360 },
    source: 'ISO/IEC 18013-5:2021 Annex B.1.2 (20 years at most), B.1.4 (457 days at most)',
  },
])

/**
 * Status lists. `entries`: the herd, how many documents one could be for whoever sees which list is
 * fetched; `places` are taken in it until `full_percent`. A revocation is in the next list, `rebuild_s`
 * later at most, and seen by whoever keeps a copy for `ttl_s`: within ten minutes with the job's own rest.
 * `lifetime_s` is how long a verifier without a network may go on with its copy.
 */
export const statusListRule = definePolicy('credentials.status_lists', [
  {
    from: '2022-10-20',
    value: {
      entries: 1_048_576,
      openAtOnce: 4,
      full_percent: 50,
      openFor_days: 7,
      rebuild_s: 240,
      ttl_s: 300,
      lifetime_s: 86_400,
    },
    source:
      'operator policy: Token Status List §12.1 (herd privacy), §13.7 (ttl and exp); a checkpoint without a network is visited once a day',
  },
])

/** What is valid for up to so many days shares its lists: they end together. */
export const listHorizons_days = definePolicy('credentials.list_horizons_days', [
  {
    from: '2022-10-20',
    value: [14, 31, 92, 360],
    source: 'operator policy: few kinds of lists, so that each has a herd',
  },
])

/** How often the source of what was issued is asked whether it still says the same. */
export const sourceLookEvery_s = definePolicy('credentials.source_look_every_s', [
  {
    from: '2022-10-20',
    value: 86_400,
    source: 'operator policy; a fact that tells of a change is not waited for',
  },
])

/** The pre-authorised code, the token that it gives, and the nonce of proofs. */
export const offerRule = definePolicy('credentials.offer', [
  {
    from: '2022-10-20',
    value: {
      code_s: 300,
      token_s: 600,
      nonce_s: 300,
      txCodeDigits: 6,
      txCodeTries: 3,
      proofSkew_s: 60,
      proofAge_s: 300,
    },
    source:
      'operator policy: OpenID4VCI 1.0 §13.6 (short, once, with a transaction code), RFC 6749 §4.1.2 (ten minutes at most)',
  },
])

/**
 * How often: offers and whole batches of one person, and requests of one network at each door of the
 * protocol. A token is good for minutes, and each batch takes places in lists that all verifiers fetch.
 */
export const issuingLimits = definePolicy('credentials.limits', [
  {
    from: '2022-10-20',
    value: { offersPerHour: 30, batchesPerDay: 100, networkPerHour: 6000 },
    source:
      'operator policy: a phone fetches anew every week, or after seven showings; a carrier has many people behind one address',
  },
])
