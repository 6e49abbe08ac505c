/**
 * Whose agreement a filing needs, as people who can be asked. That a number is nobody's is told only by
 * the last refusal of a filing that is whole otherwise: where it is somebody's, the dossier is filed, and
 * whoever was named is asked and finds it in her log.
 */
import type { ProcedureWords } from '../../../../../contract/procedure.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { mustBeInside } from '../../../../kernel/limit.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import { reserveSubject } from '../../../people/accounts/open-account.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { sameAsked, strangersAsked } from './rules.ts'
import type { BegunFiling } from './begin-filing.ts'
import type { Profile } from './profile.ts'

export interface WantedConsent {
  /** `part.index`. */
  readonly id: string
  readonly part: string
  readonly subjectId: string
  readonly personalNumber: string
  /** For the office. */
  readonly name: string
  /** What whoever files may be shown; null for a person outside of her family and household. */
  readonly shownName: string | null
  readonly words: ProcedureWords
  readonly law: ProcedureWords
}

const DAY_S = 86_400

/**
 * Counted before anybody is looked up, and the same whether somebody has the number: a limit that only those
 * who are there can reach would tell who is there, without a word to them.
 */
const mustBeFewAsked = async (
  work: Work,
  tools: Tools,
  { filing, gathered: { kin } }: BegunFiling,
  asker: string,
  at: Date,
): Promise<void> => {
  const same = inForce(sameAsked, at)
  for (const number of new Set(filing.consents.flatMap(({ numbers }) => numbers ?? []))) {
    await mustBeInside(work, tools.digests, {
      scope: 'services.same-asked',
      key: `${asker} ${number}`,
      most: same.filings,
      per_s: same.days * DAY_S,
    })
    if (!kin.has(number)) {
      await mustBeInside(work, tools.digests, {
        scope: 'services.strangers-asked',
        key: asker,
        most: inForce(strangersAsked, at),
        per_s: DAY_S,
      })
    }
  }
}

/** Throws `services.consent-unknown-person` and `limit.reached`. */
export const askConsents = async (
  work: Work,
  tools: Tools,
  begun: BegunFiling,
  { filer }: Profile,
  at: Date,
): Promise<readonly WantedConsent[]> => {
  const { filing, gathered } = begun
  await mustBeFewAsked(work, tools, begun, filer.subjectId, at)
  const wanted: WantedConsent[] = []
  for (const { consent, numbers } of filing.consents) {
    for (const [index, number] of (numbers ?? []).entries()) {
      const person = await findPerson(work, tools, number)
      if (person?.lifeStatus !== 'alive') {
        throw problem('services.consent-unknown-person')
      }
      wanted.push({
        id: `${consent.id}.${index}`,
        part: consent.id,
        subjectId: await reserveSubject(work, tools, number),
        personalNumber: number,
        name: person.fullName,
        shownName: gathered.kin.has(number) ? person.fullName : null,
        words: consent.words,
        law: consent.law,
      })
    }
  }
  return wanted
}
