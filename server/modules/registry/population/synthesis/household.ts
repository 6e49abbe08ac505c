/**
 * Families: who lives together, who is whose child, who has left home and founded a household of her own.
 * Ages keep nature's and the law's
 * bounds: mothers 18 to 42 at a birth, fathers 18 to 60, wives from 18 and husbands from 20 (Law on Marriage
 * and Family 2014 article 8).
 */
import type { Sex } from '../../../../../formats/personal-number.ts'
import type { HouseholdRelation, MaritalStatus } from '../person.ts'
import { weighted, type Chance } from './chance.ts'
import { fullName, surnameOf } from './names.ts'
import type { TestNumbers } from './numbers.ts'
import { provincePlaces, type ProvincePlaces } from './places.ts'

export interface Member {
  readonly number: string
  readonly name: string
  readonly surname: string
  readonly sex: Sex
  readonly people: string
  readonly birthYear: number
  readonly birthProvince: readonly [code: string, name: string]
  /** Of the father's line: quê quán. */
  readonly hometown: string
  readonly father: Kin | null
  readonly mother: Kin | null
  relation: HouseholdRelation
  marital: MaritalStatus
  spouse: Kin | null
  representative: string | null
}

export interface Kin {
  readonly number: string
  readonly name: string
}

export interface Household {
  readonly province: ProvincePlaces
  readonly members: readonly Member[]
}

type Child = Omit<Member, 'relation' | 'marital' | 'spouse' | 'representative'>

const provinceOf = weighted(provincePlaces.map((province) => [province, province.weight] as const))
const peopleOf = new Map(provincePlaces.map((province) => [province.code, weighted(province.peoples)]))
const headAgeOf = weighted([
  [[22, 29], 10],
  [[30, 39], 27],
  [[40, 49], 24],
  [[50, 59], 19],
  [[60, 69], 13],
  [[70, 79], 5],
  [[80, 98], 2],
] as const)
const kindOf = weighted([
  ['alone', 9],
  ['couple', 72],
  ['parent', 8],
  ['three', 11],
] as const)

/**
 * Grown children who left home and have not yet founded a household in the file. Bounded, so that memory is.
 */
const MOST_AWAY = 4000
const isAdult = (born: number, year: number): boolean => year - born >= 18

export class Families {
  private readonly chance: Chance
  private readonly numbers: TestNumbers
  private readonly year: number
  private readonly away: Record<Sex, Child[]> = { male: [], female: [] }

  constructor(chance: Chance, numbers: TestNumbers, year: number) {
    this.chance = chance
    this.numbers = numbers
    this.year = year
  }

  /** A household of at most `most` people. */
  next(most: number): Household {
    const { chance } = this
    const province = provinceOf(chance)
    const kind = most < 2 ? 'alone' : kindOf(chance)
    const [youngest, oldest] = headAgeOf(chance)
    const born = this.year - chance.between(youngest, oldest)
    const head = this.adult(
      kind === 'alone' || kind === 'parent'
        ? chance.hits(0.5)
          ? 'male'
          : 'female'
        : chance.hits(0.85)
          ? 'male'
          : 'female',
      born,
      province,
    )
    const members: Member[] = [head]
    if (kind === 'alone') {
      head.marital = this.year - head.birthYear > 60 ? 'widowed' : 'single'
    } else if (kind === 'parent') {
      this.raise(members, head, null, most, province)
    } else {
      const spouse = this.spouseFor(head, province)
      members.push(spouse)
      this.raise(members, head, spouse, kind === 'three' ? most - 1 : most, province)
      if (kind === 'three' && members.length < most) {
        this.addGrandparent(members, head, province)
      }
    }
    return { province, members }
  }

  private adult(sex: Sex, birthYear: number, province: ProvincePlaces, people?: string): Member {
    const home = people === undefined ? this.fromAway(sex, birthYear) : undefined
    return {
      ...(home ??
        this.born({
          sex,
          birthYear,
          province,
          people: people ?? peopleOf.get(province.code)?.(this.chance) ?? 'Kinh',
        })),
      relation: 'head',
      marital: 'single',
      spouse: null,
      representative: null,
    }
  }

  /** A child of a family already written, of about this age. */
  private fromAway(sex: Sex, birthYear: number): Child | undefined {
    const list = this.away[sex]
    if (!this.chance.hits(0.7)) {
      return undefined
    }
    for (let tries = 0; tries < 6 && list.length > 0; tries++) {
      const at = this.chance.between(0, list.length - 1)
      const child = list[at]
      if (child === undefined || Math.abs(child.birthYear - birthYear) > 3) {
        continue
      }
      const last = list.pop()
      if (last !== undefined && at < list.length) {
        list[at] = last
      }
      return child
    }
    return undefined
  }

  private born(child: {
    sex: Sex
    birthYear: number
    province: ProvincePlaces
    people: string
    surname?: string
    hometown?: string
    father?: Kin | null
    mother?: Kin | null
  }): Child {
    const { chance } = this
    const { province, people, sex, birthYear } = child
    const surname = child.surname ?? surnameOf(chance, people, province.region)
    const birthProvince = chance.of(province.former)
    // Parents who are not in the file are known by name.
    const father =
      child.father !== undefined
        ? child.father
        : chance.hits(0.9)
          ? { number: '', name: fullName(chance, { surname, people, region: province.region, sex: 'male' }) }
          : null
    const mother =
      child.mother !== undefined
        ? child.mother
        : {
            number: '',
            name: fullName(chance, {
              surname: surnameOf(chance, people, province.region),
              people,
              region: province.region,
              sex: 'female',
            }),
          }
    return {
      number: this.numbers.personal(birthProvince[0], sex, birthYear),
      name: fullName(chance, { surname, people, region: province.region, sex }),
      surname,
      sex,
      people,
      birthYear,
      birthProvince,
      father,
      mother,
      hometown: child.hometown ?? `${chance.of(province.communes)[1]}, ${province.name}`,
    }
  }

  private spouseFor(head: Member, province: ProvincePlaces): Member {
    const sex = head.sex === 'male' ? 'female' : 'male'
    const apart = this.chance.between(-3, 7)
    const latest = this.year - (sex === 'male' ? 20 : 18)
    const birthYear = Math.min(latest, head.birthYear + (head.sex === 'male' ? apart : -apart))
    const found = this.chance.hits(0.5) ? this.fromAway(sex, birthYear) : undefined
    // Brothers and sisters do not marry; a founder without parents in the file has none.
    const isKin =
      found !== undefined &&
      ((found.mother?.number && found.mother.number === head.mother?.number) ||
        found.father?.number === head.number)
    const child =
      found && !isKin && found.birthYear <= latest
        ? found
        : this.born({ sex, birthYear, province, people: this.chance.hits(0.9) ? head.people : 'Kinh' })
    if (found && child !== found) {
      this.away[sex].push(found)
    }
    const spouse: Member = {
      ...child,
      relation: 'spouse',
      marital: 'married',
      spouse: { number: head.number, name: head.name },
      representative: null,
    }
    head.marital = 'married'
    head.spouse = { number: spouse.number, name: spouse.name }
    return spouse
  }

  /**
   * Children of a couple, or of one parent. The grown ones have mostly left; some of those are kept for
   * households to come.
   */
  private raise(
    members: Member[],
    head: Member,
    spouse: Member | null,
    most: number,
    province: ProvincePlaces,
  ): void {
    const { chance } = this
    const mother = head.sex === 'female' ? head : spouse
    const father = head.sex === 'male' ? head : spouse
    if (spouse === null) {
      head.marital = this.year - head.birthYear > 55 ? 'widowed' : chance.hits(0.7) ? 'divorced' : 'single'
    }
    const bearer = mother ?? head
    const wanted = spouse === null ? chance.between(1, 2) : chance.of([0, 1, 1, 2, 2, 2, 3, 3, 4])
    let birthYear = bearer.birthYear + chance.between(19, 28)
    for (let count = 0; count < wanted; count++, birthYear += chance.between(2, 5)) {
      if (birthYear > this.year - 1 || birthYear - bearer.birthYear > 42) {
        break
      }
      if (father && (birthYear - father.birthYear < 18 || birthYear - father.birthYear > 60)) {
        continue
      }
      const line = father ?? head
      const child = this.born({
        sex: chance.hits(0.525) ? 'male' : 'female',
        birthYear,
        province,
        people: line.people,
        surname: line.surname,
        hometown: line.hometown,
        father: father ? { number: father.number, name: father.name } : null,
        mother: mother ? { number: mother.number, name: mother.name } : null,
      })
      if (isAdult(birthYear, this.year) && chance.hits(this.year - birthYear > 27 ? 0.9 : 0.4)) {
        this.leave(child)
      } else if (members.length < most) {
        members.push({
          ...child,
          relation: 'child',
          marital: 'single',
          spouse: null,
          representative: isAdult(birthYear, this.year) ? null : bearer.number,
        })
      }
    }
  }

  private leave(child: Child): void {
    const list = this.away[child.sex]
    if (list.length < MOST_AWAY) {
      list.push(child)
    }
  }

  /**
   * The head's mother or father lives with them: a founder's own parent, so only where she has none in the
   * file.
   */
  private addGrandparent(members: Member[], head: Member, province: ProvincePlaces): void {
    const { chance } = this
    if (head.mother === null || head.mother.number !== '') {
      return
    }
    const birthYear = head.birthYear - chance.between(19, 35)
    if (this.year - birthYear > 103 || birthYear < 1900) {
      return
    }
    const mother = this.born({ sex: 'female', birthYear, province, people: head.people })
    members[0] = { ...head, mother: { number: mother.number, name: mother.name } }
    members.push({ ...mother, relation: 'parent', marital: 'widowed', spouse: null, representative: null })
  }
}
