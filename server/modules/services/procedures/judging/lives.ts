/**
 * Invented people whom a procedure is tried on before anybody is asked anything: from somebody of whom the
 * State knows nothing to the head of a household. None of them is in a register.
 */
import type { HouseholdFact, PersonFact, PlaceFact, RuleFacts } from '../rule-facts.ts'
import { addDays } from '../../../../../formats/vietnam-day.ts'

const nowhere: PlaceFact = { unit: '', province: '', unitName: '', address: '' }
const hanoi: PlaceFact = {
  unit: '00070',
  province: '01',
  unitName: 'Phường Hoàn Kiếm, Thành phố Hà Nội',
  address: '12 Hàng Bài',
}
const saigon: PlaceFact = {
  unit: '26740',
  province: '79',
  unitName: 'Phường Bến Thành, Thành phố Hồ Chí Minh',
  address: '45 Lê Lợi',
}
const alone: HouseholdFact = { number: '', headNumber: '', headName: '', relation: '', members: [] }

const unknown: PersonFact = {
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
  permanent: nowhere,
  temporary: { ...nowhere, from: '', until: '' },
  current: nowhere,
  residence: nowhere,
  isAbsent: false,
  history: [],
}
const known: PersonFact = {
  ...unknown,
  number: '001196000001',
  name: 'Người thử nghiệm',
  sex: 'female',
  nationality: 'VN',
  hometown: 'Hà Nội',
  hasValidCard: true,
  permanent: hanoi,
  residence: hanoi,
}
const family: HouseholdFact = {
  number: '010000001',
  headNumber: '001070000002',
  headName: 'Chủ hộ thử nghiệm',
  relation: 'child',
  members: [
    {
      number: '001070000002',
      name: 'Chủ hộ thử nghiệm',
      relation: 'head',
      birthDate: '1970-02-01',
      age: 56n,
    },
    { number: '001172000003', name: 'Vợ chủ hộ', relation: 'spouse', birthDate: '1972', age: 54n },
    { number: '001216000004', name: 'Em nhỏ', relation: 'child', birthDate: '2016-09-09', age: 10n },
  ],
}
const parents = {
  fatherNumber: '001070000002',
  fatherName: 'Chủ hộ thử nghiệm',
  motherNumber: '001172000003',
  motherName: 'Vợ chủ hộ',
}

export const lifeNames = ['unknown', 'child', 'student', 'worker', 'head', 'elder', 'newcomer'] as const
export type LifeName = (typeof lifeNames)[number]
export type Life = Omit<RuleFacts, 'form'>

/** What each is to show when a file is tried. */
export const lifeWords: Readonly<Record<LifeName, string>> = {
  unknown: 'somebody of whom the State knows nothing',
  child: 'a child of 8, whose mother holds the phone',
  student: 'a student of 20 in a rented room, whose temporary residence ends in 10 days',
  worker: 'a woman of 30 who lives with her parents and has her papers in the wallet',
  head: 'the head of a household of 56, married, with a child of 10',
  elder: 'a grandmother whose year of birth is all that is known, without e-mail',
  newcomer: 'a man of 40 who is registered nowhere',
}

interface Told {
  readonly person: PersonFact
  readonly more?: Partial<Life>
}
const student = (today: string): Told => ({
  person: {
    ...known,
    ...parents,
    birthDate: addDays(today, -7400),
    age: 20n,
    maritalStatus: 'single',
    temporary: { ...saigon, from: addDays(today, -355), until: addDays(today, 10) },
  },
})
const worker = (today: string): Told => ({
  person: {
    ...known,
    ...parents,
    birthDate: addDays(today, -11_000),
    age: 30n,
    maritalStatus: 'married',
    spouseNumber: '001095000005',
    spouseName: 'Chồng thử nghiệm',
    history: [{ from: addDays(today, -5840), until: '', place: '12 Hàng Bài, Hà Nội', work: 'Kế toán' }],
  },
})
const child = (today: string): Told => ({
  person: { ...known, ...parents, birthDate: addDays(today, -3000), age: 8n, hasValidCard: false },
  more: {
    who: 'child',
    filer: { number: '001172000003', name: 'Vợ chủ hộ', level: 2n, age: 54n },
    wallet: [],
  },
})
const head = (): Told => ({
  person: {
    ...known,
    number: '001070000002',
    name: 'Chủ hộ thử nghiệm',
    sex: 'male',
    birthDate: '1970-02-01',
    age: 56n,
    maritalStatus: 'divorced',
    isAbsent: true,
  },
  more: { household: { ...family, relation: 'head' } },
})
const elder = (): Told => ({
  person: { ...known, birthDate: '1948', age: 78n, maritalStatus: 'widowed' },
  more: { household: { ...family, relation: 'parent' }, account: { phone: '+84912345678', email: '' } },
})
const newcomer = (today: string): Told => ({
  person: {
    ...known,
    sex: 'male',
    birthDate: addDays(today, -14_700),
    age: 40n,
    permanent: nowhere,
    residence: nowhere,
    current: saigon,
  },
  more: { household: alone, wallet: [] },
})
const nobody = (): Told => ({
  person: unknown,
  more: {
    household: alone,
    account: { phone: '', email: '' },
    wallet: [],
    joined: { ...alone, place: nowhere },
  },
})
const told: Readonly<Record<LifeName, (today: string) => Told>> = {
  unknown: nobody,
  child,
  student,
  worker,
  head,
  elder,
  newcomer,
}

/** `today`: ISO day. Ages are as told whatever the day. */
export const lifeOf = (name: LifeName, today: string): Life => {
  const { person, more } = told[name](today)
  return {
    today,
    who: 'self',
    person,
    filer: { number: person.number, name: person.name, level: 2n, age: person.age },
    household: family,
    account: { phone: '+84912345678', email: 'thu@vi-du.vn' },
    wallet: ['birth-certificate', 'marriage-certificate'],
    archive: [],
    joined: { ...family, number: '010000009', place: saigon },
    ...more,
  }
}
