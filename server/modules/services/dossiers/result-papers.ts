/**
 * The paper of a result: CT07 as the register stands now (Circular 53/2025/TT-BCA), or a certificate of what
 * the register of judgments said. Written once, signed by the house, with a token that leads to whether it
 * still holds.
 */
import { addDays } from '../../../../formats/vietnam-day.ts'
import type { HouseholdRelation } from '../../registry/population/person.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { sealPaper } from '../../../kernel/paper/seal-paper.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { membersOfHousehold } from '../../registry/population/residence/find-residence.ts'
import { dayText } from '../../../kernel/paper/paper-dates.ts'
import type { ShownOfPaper } from './check-paper.ts'
import { baseOf, type OfDossier } from './official-papers.ts'
import { endOf, given, placeText, type ResultPaper } from './paper-parts.ts'
import { certificateOf } from './record/judgments.ts'
import { writeRecord } from './record/record-paper.ts'

const tieWords: Readonly<Record<HouseholdRelation, string>> = {
  head: 'Chủ hộ',
  spouse: 'Vợ, chồng',
  child: 'Con',
  parent: 'Bố, mẹ',
  grandparent: 'Ông, bà',
  grandchild: 'Cháu',
  sibling: 'Anh, chị, em',
  'child-in-law': 'Con dâu, con rể',
  'parent-in-law': 'Bố, mẹ vợ hoặc chồng',
  relative: 'Họ hàng',
  other: 'Khác',
}

/** Who lives with the person, the head first. */
const membersOf = async (work: Work, household: string | null, at: Date) => {
  const { members } = household === null ? { members: [] } : await membersOfHousehold(work, household, at)
  return members.map(({ fullName, birthDate, sex, personalNumber, relation }) => ({
    fullName,
    birthDate,
    sex,
    personalNumber,
    ...(relation ? { tie: tieWords[relation] } : {}),
  }))
}

type Said = ShownOfPaper['says'][number]
const shownOf = ({
  person,
  places,
  head,
  listed,
}: {
  readonly person: { readonly fullName: string; readonly birthDate: string; readonly personalNumber: string }
  readonly places: Readonly<Record<'permanent' | 'temporary' | 'current', string | undefined>>
  readonly head: string | undefined
  readonly listed: Awaited<ReturnType<typeof membersOf>> | null
}): ShownOfPaper => {
  const line = (what: Said['what'], value: string | undefined): Said[] =>
    value === undefined ? [] : [{ what, value }]
  return {
    personalNumber: person.personalNumber,
    listed: listed?.map(({ personalNumber }) => personalNumber) ?? null,
    says: [
      ...line('name', person.fullName),
      ...line('birth-date', dayText(person.birthDate)),
      ...line('personal-number', endOf(person.personalNumber)),
      ...line('permanent', places.permanent),
      ...line('temporary', places.temporary),
      ...line('current', places.current),
      ...line('head', head),
      ...(listed ?? []).flatMap(({ fullName }) => line('member', fullName)),
    ],
  }
}

const confirmation = async (
  work: Work,
  tools: Tools,
  of: OfDossier,
  { link, at }: { readonly link: string; readonly at: Date },
): Promise<ResultPaper> => {
  const { writeResidenceConfirmation } = await import('../papers/residence/residence-confirmation.ts')
  const { content } = of.dossier
  const person = await findPerson(work, tools, content.personalNumber)
  if (!person) {
    throw new Error('the register has lost the person of a granted dossier')
  }
  const household = await membersOf(work, person.householdNumber, at)
  const head = household.find(({ tie }) => tie === tieWords.head)
  const places = {
    permanent: await placeText(work, person.permanent),
    temporary: await placeText(work, person.temporary),
    current: await placeText(work, person.current),
  }
  const listed = content.answers['what']?.value === 'present' ? null : household
  const { dossierCode: _, procedure: __, applicant: ___, ...office } = await baseOf(work, tools, of, at)
  const pdf = await writeResidenceConfirmation({
    ...office,
    link,
    hasSeal: true,
    person: {
      fullName: person.fullName,
      birthDate: person.birthDate,
      sex: person.sex,
      personalNumber: person.personalNumber,
      ...given('hometown', person.hometown ?? undefined),
      ...given('permanent', places.permanent),
      ...(places.temporary === undefined ? {} : { temporary: { address: places.temporary } }),
      ...given('current', places.current),
    },
    ...(head
      ? {
          head: {
            fullName: head.fullName,
            personalNumber: head.personalNumber,
            ...given('tie', person.householdRelation ? tieWords[person.householdRelation] : undefined),
          },
        }
      : {}),
    members: listed,
    asOf: at,
    validUntil: addDays(dayInVietnam(at), of.one.result.paperDays ?? 0),
  })
  return { pdf, shown: shownOf({ person, places, head: head?.fullName, listed }) }
}

/** null for a result that has no paper of its own. Signed inside (PAdES), so that any reader can tell. */
export const writeResult = async (
  work: Work,
  tools: Tools,
  of: OfDossier,
  by: { readonly link: string; readonly at: Date },
): Promise<ResultPaper | null> => {
  const certificate = certificateOf(of.one)
  if (certificate === null && of.one.result.paper !== 'ct07') {
    return null
  }
  const { pdf, shown } =
    certificate === null
      ? await confirmation(work, tools, of, by)
      : await writeRecord(work, tools, { ...of, certificate }, by)
  return { pdf: await sealPaper(pdf, await tools.documentSigner.present()), shown }
}
