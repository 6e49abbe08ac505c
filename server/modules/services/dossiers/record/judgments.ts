/**
 * What the register of judgments said for one dossier, and what of it is the person's. A judgment is hers by
 * her number and her name together; where one of them is another's, or missing, an officer settles it, and
 * nobody is convicted by a likeness (Law on Judicial Records 28/2009/QH12 art. 41 to 43). Pure.
 */
import { createHash } from 'node:crypto'
import { maskPersonalNumber, type PersonalNumber } from '../../../../../formats/personal-number.ts'
import type { Procedure } from '../../../../../contract/procedure.ts'
import { problem } from '../../../../kernel/problem.ts'
import { isHerBirthDate, isHerName, type Herself } from '../../../documents/integration/match-holder.ts'
import type { JudgmentsAnswer } from '../../../documents/sources/judgment-wire.ts'

export type Match = 'hers' | 'other-number' | 'no-number' | 'other-name'
interface Settled {
  readonly isHers: boolean
  readonly note: string
  /** An officer's number. */
  readonly by: string
  readonly at: string
}
interface Entry {
  readonly reference: string
  readonly match: Match
  /** As the register has written it; of somebody else's number only what tells two people apart. */
  readonly holder: { readonly name: string; readonly birthDate: string; readonly number: string | null }
  readonly settled: Settled | null
  readonly number: string
  readonly day: string
  readonly court: string
}
export interface Judgment extends Entry {
  readonly offences: readonly string[]
  readonly article: string | null
  readonly mainPenalty: string
  readonly extraPenalty: string | null
  readonly execution: string | null
  readonly expungedOn: string | null
}
export interface Ban extends Entry {
  readonly office: string
  readonly term: string
}
export interface Judgments {
  readonly answeredAt: string
  readonly asOf: string
  readonly judgments: readonly Judgment[]
  /** null: not asked for. */
  readonly bans: readonly Ban[] | null
}

/** Which certificate a service hands out; null for a service that hands out another paper, or none. */
export const certificateOf = ({ result }: Pick<Procedure, 'result'>): 1 | 2 | null =>
  result.paper === 'criminal-record-1' ? 1 : result.paper === 'criminal-record-2' ? 2 : null

type Holder = JudgmentsAnswer['judgments'][number]['holder']
/** null: nothing ties it to her, and nothing of it is kept. */
export const matchOf = (holder: Holder, her: Herself): Match | null => {
  const isLike = isHerName(holder.full_name, her.fullName) && isHerBirthDate(holder.birth_date, her.birthDate)
  const isNumbered = holder.personal_number === her.personalNumber
  const isOldNumber = holder.personal_number === null && holder.old_number !== null
  const isHerOld = isOldNumber && holder.old_number === her.oldNumber
  if (isNumbered || isHerOld) {
    return isLike ? 'hers' : 'other-name'
  }
  if (!isLike) {
    return null
  }
  return holder.personal_number === null && !isOldNumber ? 'no-number' : 'other-number'
}

const entryOf = (one: JudgmentsAnswer['bans'][number] | JudgmentsAnswer['judgments'][number], as: Match) => {
  const { personal_number: whole, old_number: old } = one.holder
  return {
    reference: one.reference,
    match: as,
    holder: {
      name: one.holder.full_name,
      birthDate: one.holder.birth_date,
      number:
        whole === null
          ? old === null
            ? null
            : `•••${old.slice(-3)}`
          : maskPersonalNumber(whole as PersonalNumber),
    },
    settled: null,
    number: one.number,
    day: one.day,
    court: one.court,
  }
}

interface Asking {
  readonly her: Herself
  readonly withBans: boolean
  readonly at: Date
}
/** What she was asked about and nobody else: an entry that nothing ties to her is not kept. */
export const judgmentsOf = (
  { as_of: asOf, judgments, bans }: JudgmentsAnswer,
  { her, withBans, at }: Asking,
): Judgments => ({
  answeredAt: at.toISOString(),
  asOf,
  judgments: judgments.flatMap((one): Judgment[] => {
    const match = matchOf(one.holder, her)
    return match === null
      ? []
      : [
          {
            ...entryOf(one, match),
            offences: one.offences,
            article: one.article,
            mainPenalty: one.main_penalty,
            extraPenalty: one.extra_penalty,
            execution: one.execution,
            expungedOn: one.expunged_on,
          },
        ]
  }),
  bans: withBans
    ? bans.flatMap((one): Ban[] => {
        const match = matchOf(one.holder, her)
        return match === null ? [] : [{ ...entryOf(one, match), office: one.office, term: one.term }]
      })
    : null,
})

/** Of the same entry as before: what an officer has said of it stands, as long as it says the same. */
const settledBefore = <E extends Entry>(now: E, before: readonly E[]): E => {
  const same = before.find(
    (one) => JSON.stringify({ ...one, settled: null }) === JSON.stringify({ ...now, settled: null }),
  )
  return same ? { ...now, settled: same.settled } : now
}
/** A later answer takes the place of the one before. */
export const answeredAnew = (now: Judgments, before: Judgments | null | undefined): Judgments => ({
  ...now,
  judgments: now.judgments.map((one) => settledBefore(one, before?.judgments ?? [])),
  bans: now.bans?.map((one) => settledBefore(one, before?.bans ?? [])) ?? null,
})

const entriesOf = ({ judgments, bans }: Judgments): readonly Entry[] => [...judgments, ...(bans ?? [])]
/** Hers by number and name, or by an officer's word that a second one confirms. */
export const isHers = ({ match, settled }: Pick<Entry, 'match' | 'settled'>): boolean =>
  match === 'hers' || settled?.isHers === true
export const openEntries = (said: Judgments): number =>
  entriesOf(said).filter(({ match, settled }) => match !== 'hers' && settled === null).length
/** A conviction or a ban, also one that is expunged, and a likeness that somebody has settled: two look. */
export const needsSecond = (said: Judgments | null | undefined): boolean =>
  !!said && entriesOf(said).length > 0

const stillCounts = ({ expungedOn }: Pick<Judgment, 'expungedOn'>, day: string): boolean =>
  expungedOn === null || expungedOn > day
/**
 * What the certificate names. Whoever has had a conviction expunged counts as never convicted: no. 1 does not
 * know it (art. 42); no. 2 names all (art. 43).
 */
export const isTold = (one: Judgment, certificate: 1 | 2, day: string): boolean =>
  isHers(one) && (certificate === 2 || stillCounts(one, day))

/** Of what was before an officer. Whatever is settled or answered anew changes it. */
export const sealOf = (said: Judgments): string =>
  createHash('sha256').update(JSON.stringify(said)).digest('base64url')

/** Throws `services.no-such-entry`, also for one that is hers without anybody's word. */
export const settledAs = (said: Judgments, reference: string, settled: Settled): Judgments => {
  if (!entriesOf(said).some((one) => one.reference === reference && one.match !== 'hers')) {
    throw problem('services.no-such-entry')
  }
  const put = <E extends Entry>(one: E): E => (one.reference === reference ? { ...one, settled } : one)
  return { ...said, judgments: said.judgments.map(put), bans: said.bans?.map(put) ?? null }
}

/** What was decided to be somebody else's has no place in her dossier once it is settled for good. */
export const withoutOthers = (said: Judgments): Judgments => ({
  ...said,
  judgments: said.judgments.filter(isHers),
  bans: said.bans?.filter(isHers) ?? null,
})

/**
 * Before a certificate is put forward or confirmed. Throws `services.register-waits`,
 * `services.entries-open`, `services.record-not-seen`.
 */
export const mustHaveRead = (
  said: Judgments | null | undefined,
  one: Pick<Procedure, 'result'>,
  seen: string | undefined,
): void => {
  if (certificateOf(one) === null) {
    return
  }
  if (!said) {
    throw problem('services.register-waits')
  }
  if (openEntries(said) > 0) {
    throw problem('services.entries-open')
  }
  if (seen !== sealOf(said)) {
    throw problem('services.record-not-seen')
  }
}
