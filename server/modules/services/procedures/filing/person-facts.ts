/** What the register says of one person and her household, in the words of the rules. */
import { ageOn, type PartialDate } from '../../../../../formats/partial-date.ts'
import { placeText } from '../../../../../formats/place-text.ts'
import { dayInVietnam } from '../../../../kernel/policy.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { hasValidCard } from '../../../cases/representation/representation.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import {
  residenceOf,
  type Place,
  type RegisterPerson,
  type Relative,
} from '../../../registry/population/person.ts'
import {
  membersOfHousehold,
  residenceOfPerson,
} from '../../../registry/population/residence/find-residence.ts'
import { residenceSince14 } from '../../../registry/population/residence/residence-history.ts'
import { findUnit, unitHistory } from '../../../registry/territory/find-unit.ts'
import type { HouseholdFact, MemberFact, PersonFact, PlaceFact } from '../rule-facts.ts'

export const noPlace: PlaceFact = { unit: '', province: '', unitName: '', address: '' }
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
  history: [],
}

/** As it is today, or as it was called last; null for a code that is in no list. */
const unitOf = async (read: Reading, code: string) =>
  (await findUnit(read, code)) ?? (await unitHistory(read, code)).at(-1) ?? null

interface NamedUnit {
  /** Code of its province; a province's own. */
  readonly province: string
  /** The commune and its province in words. */
  readonly name: string
}
/** Both empty for a code that is in no list. */
export const namedUnit = async (read: Reading, code: string): Promise<NamedUnit> => {
  const unit = code === '' ? null : await unitOf(read, code)
  if (!unit) {
    return { province: '', name: '' }
  }
  const parent = unit.parentCode === null ? null : await unitOf(read, unit.parentCode)
  return {
    province: unit.parentCode ?? unit.code,
    name: parent ? `${unit.name}, ${parent.name}` : unit.name,
  }
}

const placeFact = async (read: Reading, { address, unit }: Place): Promise<PlaceFact> => {
  const { province, name } = await namedUnit(read, unit ?? '')
  return { unit: unit ?? '', province, unitName: name, address: address ?? '' }
}

export const ageFact = (birthDate: string, at: Date): bigint =>
  BigInt(Math.max(0, ageOn(birthDate as PartialDate, dayInVietnam(at))))

/** The register often has the number of a relative and not the name. */
const nameOf = async (read: Reading, tools: Tools, { name, number }: Relative): Promise<string> =>
  name ?? (number === null ? '' : ((await findPerson(read, tools, number))?.fullName ?? ''))

const NOWHERE: Place = { address: null, unit: null }

type Residence = Pick<PersonFact, 'permanent' | 'temporary' | 'current' | 'residence' | 'isAbsent'>
/** As it holds on this day: a term that is over is no residence. */
const residenceFacts = async (read: Reading, number: string, at: Date): Promise<Residence> => {
  const standing = await residenceOfPerson(read, number, at)
  const permanent = standing?.permanent ?? NOWHERE
  const temporary = standing?.temporary ?? NOWHERE
  const current = standing?.current ?? NOWHERE
  return {
    permanent: await placeFact(read, permanent),
    temporary: {
      ...(await placeFact(read, temporary)),
      from: standing?.temporary?.from ?? '',
      until: standing?.temporary?.until ?? '',
    },
    current: await placeFact(read, current),
    residence: await placeFact(read, residenceOf({ permanent, temporary, current })),
    isAbsent: !!standing?.absence,
  }
}

export const residenceOn = async (read: Reading, number: string, at: Date): Promise<PlaceFact> =>
  (await residenceFacts(read, number, at)).residence

/** The register knows where, never as what: whoever decides on a certificate asks no more than that. */
const historyFact = async (
  read: Reading,
  tools: Tools,
  person: RegisterPerson,
): Promise<PersonFact['history']> => {
  const spans = []
  for (const { from, until, address, unit } of (await residenceSince14(read, tools, person)) ?? []) {
    const { name } = await namedUnit(read, unit ?? '')
    spans.push({ from, until, place: placeText(address, name), work: '' })
  }
  return spans
}

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
  ...(await residenceFacts(read, person.personalNumber, at)),
  history: await historyFact(read, tools, person),
})

export const householdFact = async (
  read: Reading,
  person: Pick<RegisterPerson, 'householdNumber' | 'householdRelation'>,
  at: Date,
): Promise<HouseholdFact> => {
  if (person.householdNumber === null) {
    return noHousehold
  }
  const { members: entries } = await membersOfHousehold(read, person.householdNumber, at)
  const members = entries.map(
    ({ personalNumber: number, fullName: name, relation, birthDate }): MemberFact => ({
      number,
      name,
      relation: relation ?? '',
      birthDate,
      age: ageFact(birthDate, at),
    }),
  )
  const head = members.find(({ relation }) => relation === 'head')
  return {
    number: person.householdNumber,
    headNumber: head?.number ?? '',
    headName: head?.name ?? '',
    relation: person.householdRelation ?? '',
    members,
  }
}
