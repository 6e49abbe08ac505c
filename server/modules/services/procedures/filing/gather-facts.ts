/**
 * What the State knows of whoever files and of the person whose profile is open, as the rules of a
 * procedure may speak of it. Nothing here comes from the form.
 */
import { dayInVietnam } from '../../../../kernel/policy.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { validDocuments } from '../../../documents/integration/kept-document.ts'
import { contactsOf } from '../../../people/accounts/contacts.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { childrenOf, findPerson } from '../../../registry/population/find-person.ts'
import type { RegisterPerson } from '../../../registry/population/person.ts'
import type { RuleFacts } from '../rule-facts.ts'
import { ageFact, householdFact, noHousehold, noPerson, noPlace, personFact } from './person-facts.ts'
import type { Profile } from './profile.ts'

/** All but the form and the household that it names. */
export type StandingFacts = Omit<RuleFacts, 'form' | 'joined'>
export interface Gathered {
  readonly facts: StandingFacts
  /** Numbers of her own family and household: whose names she may be shown. */
  readonly kin: ReadonlySet<string>
}
export const noneJoined: RuleFacts['joined'] = { ...noHousehold, place: noPlace }

const kinOf = async (read: Reading, person: RegisterPerson | null): Promise<readonly string[]> => {
  if (!person) {
    return []
  }
  const { father, mother, spouse, representativeNumber, personalNumber } = person
  return [
    personalNumber,
    ...[father.number, mother.number, spouse.number, representativeNumber].filter((one) => one !== null),
    ...(await childrenOf(read, personalNumber)).map(({ number }) => number),
  ]
}

export const gatherFacts = async (
  read: Reading,
  tools: Tools,
  { subjectId, personalNumber, filer, kind }: Profile,
  at: Date,
): Promise<Gathered> => {
  const person = await findPerson(read, tools, personalNumber)
  const holder =
    filer.personalNumber === personalNumber ? person : await findPerson(read, tools, filer.personalNumber)
  const household = person ? await householdFact(read, person, at) : noHousehold
  const contacts = await contactsOf(read, tools, filer.subjectId)
  return {
    facts: {
      today: dayInVietnam(at),
      who: kind,
      person: person ? await personFact(read, tools, person, at) : { ...noPerson, number: personalNumber },
      household,
      filer: {
        number: filer.personalNumber,
        name: holder?.fullName ?? '',
        level: BigInt((await findAccount(read, filer.subjectId))?.level ?? 0),
        age: holder ? ageFact(holder.birthDate, at) : 0n,
      },
      // A child has no phone of its own: the office speaks with whoever files.
      account: { phone: contacts.phone ?? '', email: contacts.email ?? '' },
      wallet: [...new Set((await validDocuments(read, subjectId)).map(({ type }) => type))],
      archive: [],
    },
    kin: new Set([
      ...(await kinOf(read, person)),
      ...(holder === person ? [] : await kinOf(read, holder)),
      ...household.members.map(({ number }) => number),
    ]),
  }
}
