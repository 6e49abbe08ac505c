/**
 * A synthetic person as a record of the population file: addresses, dates, card and contacts that agree with
 * each other.
 */
import { composeCardQr } from '../../../../../formats/card-qr.ts'
import { daysInMonth, type PartialDate } from '../../../../../formats/partial-date.ts'
import { parsePersonalNumber } from '../../../../../formats/personal-number.ts'
import { withoutAccents } from '../../../../../formats/vietnamese-text.ts'
import { emptyRecord, placeOf, type FileColumn } from '../import/columns.ts'
import { weighted, type Chance } from './chance.ts'
import type { Household, Member } from './household.ts'
import type { TestNumbers } from './numbers.ts'

export interface Residence {
  readonly address: string
  readonly unit: string
  readonly province: string
  readonly householdNumber: string
}

const streets = [
  'Trần Phú',
  'Lê Lợi',
  'Nguyễn Huệ',
  'Hùng Vương',
  'Hai Bà Trưng',
  'Lý Thường Kiệt',
  'Quang Trung',
  'Phan Đình Phùng',
  'Ngô Quyền',
  'Điện Biên Phủ',
  'Hoàng Văn Thụ',
  'Nguyễn Du',
  'Bà Triệu',
  'Lê Duẩn',
  'Cách Mạng Tháng Tám',
  'Phạm Ngũ Lão',
  'Trưng Trắc',
  'Đinh Tiên Hoàng',
]
const religionOf = weighted([
  ['Không', 86],
  ['Phật giáo', 5],
  ['Công giáo', 6],
  ['Hòa Hảo', 1],
  ['Cao Đài', 1],
  ['Tin Lành', 1],
] as const)
const bloodOf = weighted([
  ['', 55],
  ['O+', 19],
  ['B+', 13],
  ['A+', 9],
  ['AB+', 3],
  ['O-', 0.5],
  ['B-', 0.5],
] as const)
const MAIL_HOSTS = ['example.com', 'example.net', 'example.org']
const ISSUER = 'Bộ Công an'

/** Where a household lives. `communes` are of its province. */
export const residenceFor = (
  chance: Chance,
  numbers: TestNumbers,
  household: Household,
  communes: readonly (readonly [code: string, name: string])[],
): Residence => {
  const [unit, name] = chance.of(communes)
  const isTown = name.startsWith('Phường')
  const place = isTown
    ? `Số ${chance.between(1, 480)} đường ${chance.of(streets)}`
    : `Thôn ${chance.between(1, 14)}`
  return {
    address: `${place}, ${name}, ${household.province.name}`,
    unit,
    province: household.province.name,
    householdNumber: numbers.household(household.province.code),
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The values of `fileColumns`, in their order. `today` is the day the nation is seen on (ISO). */
export const personRecord = (
  chance: Chance,
  numbers: TestNumbers,
  member: Member,
  home: Residence,
  today: string,
): string[] => {
  const values = emptyRecord()
  const set = (column: FileColumn, value: string): void => {
    values[placeOf[column]] = value
  }
  const age = Number(today.slice(0, 4)) - member.birthYear
  const birthDate = birthDateFor(chance, member.birthYear, age)
  set('personal_number', member.number)
  set('full_name', member.name)
  set('birth_date', birthDate)
  set('sex', member.sex)
  const birthProvince = member.birthProvince[1]
  set('birth_place', birthProvince)
  set('birth_registration_place', birthProvince)
  set('hometown', member.hometown)
  set('nationality', 'VNM')
  if (member.birthYear <= 2001 && chance.hits(0.8)) {
    set('old_number', numbers.old())
  }
  setKin(values, member)
  setResidence(chance, set, member, home)
  set('marital_status', member.marital)
  set('life_status', 'alive')
  set('ethnicity', member.people)
  set('religion', religionOf(chance))
  set('blood_group', bloodOf(chance))
  setContacts(chance, numbers, set, member, age)
  setCard(chance, values, set, { age, birthDate, address: home.address, today })
  return values
}

/** Some of the old know only the year, or the month. */
const birthDateFor = (chance: Chance, year: number, age: number): string => {
  if (age >= 60 && chance.hits(0.06)) {
    return chance.hits(0.8) ? String(year) : `${year}-${two(chance.between(1, 12))}`
  }
  const month = chance.between(1, 12)
  return `${year}-${two(month)}-${two(chance.between(1, daysInMonth(year, month)))}`
}

const setKin = (values: string[], member: Member): void => {
  const kin = [
    ['father_number', 'father_name', member.father],
    ['mother_number', 'mother_name', member.mother],
    ['spouse_number', 'spouse_name', member.spouse],
  ] as const
  for (const [number, name, one] of kin) {
    if (one === null) {
      continue
    }
    // Who has a number is known by it; the name stands there for the others.
    if (one.number !== '') {
      values[placeOf[number]] = one.number
    } else {
      values[placeOf[name]] = one.name
    }
  }
  values[placeOf.representative_number] = member.representative ?? ''
}

const setResidence = (
  chance: Chance,
  set: (column: FileColumn, value: string) => void,
  member: Member,
  home: Residence,
): void => {
  set('permanent_address', home.address)
  set('permanent_unit', home.unit)
  set('household_number', home.householdNumber)
  set('household_relation', member.relation)
  if (member.relation === 'child' && chance.hits(0.05)) {
    set('absence', 'Tạm vắng: đi học')
  }
}

const setContacts = (
  chance: Chance,
  numbers: TestNumbers,
  set: (column: FileColumn, value: string) => void,
  member: Member,
  age: number,
): void => {
  if (age < 14 || !chance.hits(age > 75 ? 0.5 : 0.92)) {
    return
  }
  set('phone', numbers.phone())
  if (!chance.hits(age < 50 ? 0.35 : 0.08)) {
    return
  }
  const name = withoutAccents(member.name)
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '')
  set('email', `${name}.${member.number.slice(6)}@${chance.of(MAIL_HOSTS)}`)
}

const setCard = (
  chance: Chance,
  values: string[],
  set: (column: FileColumn, value: string) => void,
  seen: { age: number; birthDate: string; address: string; today: string },
): void => {
  const { age, birthDate, today } = seen
  if (!chance.hits(age >= 14 ? 0.97 : age >= 6 ? 0.4 : 0.12)) {
    return
  }
  const born = `${birthDate}-01-01`.slice(0, 10)
  const earliest = [`${Number(today.slice(0, 4)) - (age >= 25 ? 5 : 2)}-07-01`, born].sort().at(-1) ?? born
  const issued = dayBetween(chance, earliest, today)
  set('card_issued_on', issued)
  const ends = cardEnd(born, issued)
  set('card_expires_on', ends)
  set('card_place', ISSUER)
  set('card_state', ends !== '' && ends < today ? 'expired' : 'valid')
  set('card_qr', qrText(values, issued, seen.address))
}

/**
 * Cards end at 14, 25, 40 and 60; one issued within two years before such a birthday runs to the next (Law
 * 26/2023 articles 19, 21).
 */
const cardEnd = (born: string, issued: string): string => {
  const year = Number(born.slice(0, 4))
  const day = born.slice(4) === '-02-29' ? '-02-28' : born.slice(4)
  const twoYearsOn = `${Number(issued.slice(0, 4)) + 2}${issued.slice(4)}`
  const age = [14, 25, 40, 60].find((end) => `${year + end}${day}` > twoYearsOn)
  return age === undefined ? '' : `${year + age}${day}`
}

const dayNumber = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / 86_400_000

const dayBetween = (chance: Chance, from: string, to: string): string => {
  const start = dayNumber(from)
  const day = new Date((start + chance.between(0, Math.max(0, dayNumber(to) - start))) * 86_400_000)
  return `${day.getUTCFullYear()}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`
}

const qrText = (values: readonly string[], issued: string, address: string): string => {
  const number = parsePersonalNumber(values[placeOf.personal_number] ?? '')
  if (!number.ok) {
    throw new Error('a synthetic number that is none')
  }
  return composeCardQr({
    personalNumber: number.value,
    oldIdentityNumber: values[placeOf.old_number] || null,
    name: values[placeOf.full_name] ?? '',
    birthDate: values[placeOf.birth_date] as PartialDate,
    sex: values[placeOf.sex] === 'female' ? 'female' : 'male',
    address,
    issueDate: issued as PartialDate,
    extra: [],
  })
}
