/**
 * The criminal record certificate of a granted dossier, of what two officers or one have read. Whoever is
 * handed no. 1 can check that it says so; of no. 2 a check tells nothing (Law 28/2009/QH12 art. 41 to 43, as
 * amended on 5 December 2025: nobody may ask somebody for her no. 2).
 */
import { dayText } from '../../../../kernel/paper/paper-dates.ts'
import { dayInVietnam } from '../../../../kernel/policy.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import type { RegisterPerson, Relative } from '../../../registry/population/person.ts'
import type { Ban as WrittenBan, Conviction } from '../../papers/criminal-record/certificate.ts'
import type { ShownOfPaper } from '../check-paper.ts'
import { baseOf, type OfDossier } from '../official-papers.ts'
import { endOf, given, placeText, type ResultPaper } from '../paper-parts.ts'
import { isHers, isTold, type Judgment, type Judgments } from './judgments.ts'

type Certificate = 1 | 2
/** What still counts has no day of expungement yet, whatever the register expects. */
const convictionOf = (one: Judgment, day: string): Conviction => ({
  number: one.number,
  day: one.day,
  court: one.court,
  offences: one.offences,
  ...given('article', one.article ?? undefined),
  mainPenalty: one.mainPenalty,
  ...given('extraPenalty', one.extraPenalty ?? undefined),
  ...given('execution', one.execution ?? undefined),
  ...given('expungedOn', one.expungedOn !== null && one.expungedOn <= day ? one.expungedOn : undefined),
})
const bansOf = ({ bans }: Judgments): readonly WrittenBan[] | null =>
  bans
    ?.filter(isHers)
    .map(({ number, day, court, office, term }) => ({ number, day, court, office, term })) ?? null

const personOf = async (work: Work, person: RegisterPerson) => ({
  fullName: person.fullName,
  ...given('otherName', person.otherName ?? undefined),
  birthDate: person.birthDate,
  sex: person.sex,
  ...given('birthPlace', person.birthPlace ?? undefined),
  ...given('nationality', person.nationality === 'VNM' ? 'Việt Nam' : person.nationality),
  personalNumber: person.personalNumber,
  ...given('permanent', await placeText(work, person.permanent)),
  ...given('temporary', await placeText(work, person.temporary)),
})

/** The register often has the number of a relative and not the name. */
const nameOf = async (work: Work, tools: Tools, { name, number }: Relative): Promise<string | undefined> =>
  name ?? (number === null ? undefined : (await findPerson(work, tools, number))?.fullName)
const familyOf = async (work: Work, tools: Tools, { father, mother, spouse }: RegisterPerson) => ({
  ...given('father', await nameOf(work, tools, father)),
  ...given('mother', await nameOf(work, tools, mother)),
  ...given('spouse', await nameOf(work, tools, spouse)),
})

interface Told {
  readonly convictions: readonly Conviction[]
  readonly bans: readonly WrittenBan[] | null
  readonly asOf: string
}
/** As no. 1 says it, so that one word that was changed on it is seen. */
const shownOf = (
  { fullName, birthDate, personalNumber }: RegisterPerson,
  { convictions, bans, asOf }: Told,
): ShownOfPaper => ({
  personalNumber,
  listed: null,
  says: [
    { what: 'name', value: fullName },
    { what: 'birth-date', value: dayText(birthDate) },
    { what: 'personal-number', value: endOf(personalNumber) },
    {
      what: 'judgments',
      value: convictions.length === 0 ? 'Không có án tích' : `Có án tích: ${convictions.length} bản án`,
    },
    ...(bans === null
      ? []
      : [
          {
            what: 'bans' as const,
            value: bans.length === 0 ? 'Không bị cấm' : `Bị cấm: ${bans.length} quyết định`,
          },
        ]),
    { what: 'as-of', value: dayText(asOf) },
  ],
})

export const writeRecord = async (
  work: Work,
  tools: Tools,
  of: OfDossier & { readonly certificate: Certificate },
  { link, at }: { readonly link: string; readonly at: Date },
): Promise<ResultPaper> => {
  const { writeCertificate } = await import('../../papers/criminal-record/certificate.ts')
  const { content } = of.dossier
  const person = await findPerson(work, tools, content.personalNumber)
  const said = content.judgments
  if (!person || !said) {
    throw new Error('a granted certificate without its person, or without what the register said')
  }
  const day = dayInVietnam(at)
  const convictions = said.judgments
    .filter((one) => isTold(one, of.certificate, day))
    .map((one) => convictionOf(one, day))
  const bans = bansOf(said)
  const { dossierCode: _, procedure: __, applicant: ___, ...office } = await baseOf(work, tools, of, at)
  const common = { ...office, link, hasSeal: true, person: await personOf(work, person), asOf: said.asOf }
  if (of.certificate === 2) {
    const family = await familyOf(work, tools, person)
    const pdf = await writeCertificate({ ...common, kind: 2, family, convictions, bans: bans ?? [] })
    return { pdf, shown: { personalNumber: person.personalNumber, listed: null, says: [] } }
  }
  const pdf = await writeCertificate({ ...common, kind: 1, convictions, bans: bans ?? 'not-asked' })
  return { pdf, shown: shownOf(person, { convictions, bans, asOf: said.asOf }) }
}
