/**
 * The paper of a result: CT07 as the register stands now (Circular 53/2025/TT-BCA), or a plain notice of what
 * was decided. Written once, signed by the house, with a token that leads to whether it still holds.
 */
import { addDays } from '../../../../formats/vietnam-day.ts'
import type { HouseholdRelation } from '../../registry/population/person.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { sealPaper } from '../../../kernel/paper/seal-paper.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { membersOfHousehold } from '../../registry/population/residence/find-residence.ts'
import { findUnit } from '../../registry/territory/find-unit.ts'
import { baseOf, type OfDossier } from './official-papers.ts'

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

const placeText = async (
  work: Work,
  { address, unit }: { readonly address: string | null; readonly unit: string | null },
): Promise<string | undefined> => {
  if (address === null) {
    return undefined
  }
  const commune = unit === null ? null : await findUnit(work, unit)
  const province = commune?.parentCode ? await findUnit(work, commune.parentCode) : null
  return [address, commune?.name, province?.name].filter(Boolean).join(', ')
}
const given = <K extends string>(name: K, value: string | undefined): { [P in K]?: string } =>
  (value === undefined ? {} : { [name]: value }) as { [P in K]?: string }

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

const confirmation = async (
  work: Work,
  tools: Tools,
  of: OfDossier,
  { link, at }: { readonly link: string; readonly at: Date },
): Promise<Buffer> => {
  const { writeResidenceConfirmation } = await import('../papers/residence/residence-confirmation.ts')
  const { content } = of.dossier
  const person = await findPerson(work, tools, content.personalNumber)
  if (!person) {
    throw new Error('the register has lost the person of a granted dossier')
  }
  const household = await membersOf(work, person.householdNumber, at)
  const head = household.find(({ tie }) => tie === tieWords.head)
  const temporary = await placeText(work, person.temporary)
  const { dossierCode: _, procedure: __, applicant: ___, ...office } = await baseOf(work, tools, of, at)
  return writeResidenceConfirmation({
    ...office,
    link,
    hasSeal: true,
    person: {
      fullName: person.fullName,
      birthDate: person.birthDate,
      sex: person.sex,
      personalNumber: person.personalNumber,
      ...given('hometown', person.hometown ?? undefined),
      ...given('permanent', await placeText(work, person.permanent)),
      ...(temporary === undefined ? {} : { temporary: { address: temporary } }),
      ...given('current', await placeText(work, person.current)),
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
    members: content.answers['what']?.value === 'present' ? null : household,
    asOf: at,
    validUntil: addDays(dayInVietnam(at), of.one.result.paperDays ?? 0),
  })
}

/** null for a result that has no paper of its own. Signed inside (PAdES), so that any reader can tell. */
export const writeResult = async (
  work: Work,
  tools: Tools,
  of: OfDossier,
  by: { readonly link: string; readonly at: Date },
): Promise<Buffer | null> =>
  of.one.result.paper === 'ct07'
    ? sealPaper(await confirmation(work, tools, of, by), await tools.documentSigner.present())
    : null
