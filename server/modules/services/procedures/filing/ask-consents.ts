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
import { strangersAsked } from './rules.ts'
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

/** Throws `services.consent-unknown-person` and `limit.reached`. */
export const askConsents = async (
  work: Work,
  tools: Tools,
  { filing, gathered: { kin } }: BegunFiling,
  { filer }: Profile,
  at: Date,
): Promise<readonly WantedConsent[]> => {
  const wanted: WantedConsent[] = []
  for (const { consent, numbers } of filing.consents) {
    for (const [index, number] of (numbers ?? []).entries()) {
      const person = await findPerson(work, tools, number)
      if (person?.lifeStatus !== 'alive') {
        throw problem('services.consent-unknown-person')
      }
      const isKin = kin.has(number)
      if (!isKin) {
        await mustBeInside(work, tools.digests, {
          scope: 'services.strangers-asked',
          key: filer.subjectId,
          most: inForce(strangersAsked, at),
          per_s: DAY_S,
        })
      }
      wanted.push({
        id: `${consent.id}.${index}`,
        part: consent.id,
        subjectId: await reserveSubject(work, tools, number),
        personalNumber: number,
        name: person.fullName,
        shownName: isKin ? person.fullName : null,
        words: consent.words,
        law: consent.law,
      })
    }
  }
  return wanted
}
