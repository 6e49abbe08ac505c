/**
 * Her entry of the register, for whoever takes all of hers along. Of relatives their names, as they stand in
 * her entry, and nobody's number. What is sensitive (ethnicity, religion, blood group: Law 91/2025/QH15) is
 * given where an officer has seen her in person.
 */
import { inForce } from '../../../kernel/policy.ts'
import type { TellingTo } from '../../../kernel/telling.ts'
import { cardsOf, findPerson, formerNumbersOf } from './find-person.ts'
import { registerPortraitOf } from './register-portrait.ts'
import { sensitiveFromLevel } from './rules.ts'

export const tellRegister = async ({
  work,
  doing: { tools, now },
  account: { personalNumber, level },
}: TellingTo) => {
  const person = await findPerson(work, tools, personalNumber)
  if (!person) {
    return null
  }
  const { father, mother, spouse, representativeNumber, private: sealed, card: _, version, ...own } = person
  const { phone, email, ethnicity, religion, bloodGroup } = sealed
  const isSeen = level >= inForce(sensitiveFromLevel, now)
  const portrait = await registerPortraitOf(work, tools, personalNumber)
  return {
    ...own,
    version,
    fatherName: father.name,
    motherName: mother.name,
    spouseName: spouse.name,
    hasRepresentative: representativeNumber !== null,
    registeredPhone: phone,
    registeredEmail: email,
    sensitive: isSeen ? { ethnicity, religion, bloodGroup } : null,
    formerNumbers: await formerNumbersOf(work, personalNumber),
    cards: (await cardsOf(work, personalNumber)).map(({ qrText: __, ...card }) => card),
    /** JPEG, base64. */
    portrait: portrait?.toString('base64') ?? null,
  }
}
