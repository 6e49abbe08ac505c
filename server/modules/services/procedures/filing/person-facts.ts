/** What the register says of one person and her household, in the words of the rules. */
import { ageOn, type PartialDate } from '../../../../../formats/partial-date.ts'
import { dayInVietnam } from '../../../../kernel/policy.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { hasValidCard } from '../../../cases/representation/representation.ts'
import { findPerson, householdOf } from '../../../registry/population/find-person.ts'
import {
  residenceOf,
  type Place,
  type RegisterPerson,
  type Relative,
} from '../../../registry/population/person.ts'
import { findUnit, unitHistory } from '../../../registry/territory/find-unit.ts'
import type { HouseholdFact, MemberFact, PersonFact, PlaceFact } from '../rule-facts.ts'

export const noPlace: PlaceFact = { unit: '', unitName: '', address: '' }
export const noHousehold: HouseholdFact = {
  number: '',
  headNumber: '',
  headName: '',
  relation: '',
  members: [],
}
export const noPerson: PersonFact = {
  number: '',
  name: '',
  birthDate: '',
  sex: '',
  age: 0n,
  hometown: '',
  nationality: '',
  maritalStatus: '',
  fatherNumber: '',
  fatherName: '',
  motherNumber: '',
  motherName: '',
  spouseNumber: '',
  spouseName: '',
  hasValidCard: false,
  permanent: noPlace,
  temporary: { ...noPlace, from: '', until: '' },
  current: noPlace,
  residence: noPlace,
  isAbsent: false,
}

/** The commune and its province, as they are called today; empty for a code that is in no list. */
export const unitNameOf = async (read: Reading, code: string): Promise<string> => {
  if (code === '') {
    return ''
  }
  const unit = (await findUnit(read, code)) ?? (await unitHistory(read, code)).at(-1)
  const parent = unit?.parentCode ? await unitNameOf(read, unit.parentCode) : ''
  return [unit?.name ?? '', parent].filter((name) => name !== '').join(', ')
}

export const placeFact = async (read: Reading, { address, unit }: Place): Promise<PlaceFact> => ({
  unit: unit ?? '',
  unitName: await unitNameOf(read, unit ?? ''),
  address: address ?? '',
})

export const ageFact = (birthDate: string, at: Date): bigint =>
  BigInt(Math.max(0, ageOn(birthDate as PartialDate, dayInVietnam(at))))

/** The register often has the number of a relative and not the name. */
const nameOf = async (read: Reading, tools: Tools, { name, number }: Relative): Promise<string> =>
  name ?? (number === null ? '' : ((await findPerson(read, tools, number))?.fullName ?? ''))

export const personFact = async (
  read: Reading,
  tools: Tools,
  person: RegisterPerson,
  at: Date,
): Promise<PersonFact> => ({
  number: person.personalNumber,
  name: person.fullName,
  birthDate: person.birthDate,
  sex: person.sex,
  age: ageFact(person.birthDate, at),
  hometown: person.hometown ?? '',
  nationality: person.nationality,
  maritalStatus: person.maritalStatus ?? '',
  fatherNumber: person.father.number ?? '',
  fatherName: await nameOf(read, tools, person.father),
  motherNumber: person.mother.number ?? '',
  motherName: await nameOf(read, tools, person.mother),
  spouseNumber: person.spouse.number ?? '',
  spouseName: await nameOf(read, tools, person.spouse),
  hasValidCard: hasValidCard(person, at),
  permanent: await placeFact(read, person.permanent),
  temporary: { ...(await placeFact(read, person.temporary)), from: '', until: '' },
  current: await placeFact(read, person.current),
  residence: await placeFact(read, residenceOf(person)),
  isAbsent: person.absence !== null,
})

/** A household of more is an institution: its rules speak of nobody by name. */
const MEMBERS_MOST = 30

export const householdFact = async (
  read: Reading,
  tools: Tools,
  person: RegisterPerson,
  at: Date,
): Promise<HouseholdFact> => {
  if (person.householdNumber === null) {
    return noHousehold
  }
  const members: MemberFact[] = []
  for (const { number, name, relation } of (await householdOf(read, person.householdNumber)).slice(
    0,
    MEMBERS_MOST,
  )) {
    const birthDate = (await findPerson(read, tools, number))?.birthDate ?? ''
    members.push({
      number,
      name,
      relation: relation ?? '',
      birthDate,
      age: birthDate === '' ? 0n : ageFact(birthDate, at),
    })
  }
  const head = members.find(({ relation }) => relation === 'head')
  return {
    number: person.householdNumber,
    headNumber: head?.number ?? '',
    headName: head?.name ?? '',
    relation: person.householdRelation ?? '',
    members,
  }
}
