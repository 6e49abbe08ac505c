/**
 * Residence and households as a slow model: the rules of the Law on Residence (68/2020/QH14 art. 10, 19, 20,
 * 24 to 29, 31) on plain rows, apart from the product: whether a deed is lawful, what stands after it, and
 * what no sequence of deeds may ever leave behind.
 */
import type { HouseholdRelation } from '../server/modules/registry/population/person.ts'
import type { RemovalReason } from '../server/modules/registry/population/residence/remove-permanent.ts'

export interface ModelRow {
  readonly version: number
  readonly isAlive: boolean
  /** Born so many days before the model's first day; a represented person has no full capacity. */
  readonly isCapable: boolean
  readonly address: string | null
  readonly unit: string | null
  readonly temporary: { readonly address: string; readonly unit: string } | null
  readonly temporarySince: string | null
  readonly temporaryFrom: string | null
  readonly temporaryUntil: string | null
  readonly current: string | null
  readonly absentUntil: string | null
  readonly household: string | null
  readonly relation: HouseholdRelation | null
}
export type State = ReadonlyMap<string, ModelRow>
type Named = Readonly<Record<string, HouseholdRelation>>
type Place = { readonly address: string; readonly unit: string }
type Stay = readonly { readonly household: string; readonly members: Named }[]

export type ModelDeed =
  | { deed: 'move'; who: Named; to: Place | { household: string }; staying: Stay }
  | { deed: 'split'; who: Named; staying: Stay }
  | { deed: 'head'; household: string; who: Named }
  | { deed: 'remove'; who: readonly string[]; reason: RemovalReason; staying: Stay }
  | { deed: 'temporary'; who: readonly string[]; to: Place; until: string }
  | { deed: 'renew'; who: readonly string[]; until: string }
  | { deed: 'absence'; who: string; until: string }
  | { deed: 'declare'; who: string; unit: string }

const day_ms = 86_400_000
const number = (day: string): number => Date.parse(`${day}T00:00:00Z`) / day_ms
export const dayAfter = (day: string, days: number): string =>
  new Date((number(day) + days) * day_ms).toISOString().slice(0, 10)
/** Counted day by day: the day of two years later has the same month and day, or is the last of February. */
const twoYearsAfter = (day: string): string => {
  const wanted = `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`
  let last = day
  while (dayAfter(last, 1) <= wanted) {
    last = dayAfter(last, 1)
  }
  return last
}

const get = (state: State, who: string): ModelRow => {
  const row = state.get(who)
  if (!row) {
    throw new Error('nobody of this number in the model')
  }
  return row
}
export const inHousehold = (state: State, household: string): string[] =>
  [...state].filter(([, row]) => row.household === household).map(([who]) => who)

const hasLawfulHead = (state: State, named: Named): boolean => {
  const heads = Object.keys(named).filter((who) => named[who] === 'head')
  const [head] = heads
  if (head === undefined || heads.length !== 1 || !get(state, head).isAlive) {
    return false
  }
  return get(state, head).isCapable || Object.keys(named).every((who) => !get(state, who).isCapable)
}
const sameNames = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join()

/** Whether whoever stays has a head, one named for each household that loses its own and for no other. */
const staysLawful = (state: State, goers: readonly string[], staying: Stay): boolean => {
  const left = new Set(goers.map((who) => get(state, who).household).filter((one) => one !== null))
  return (
    staying.every(({ household }) => left.has(household)) &&
    [...left].every((household) => {
      const rest = inHousehold(state, household).filter((who) => !goers.includes(who))
      const isHeaded = rest.some((who) => get(state, who).relation === 'head')
      const named = staying.filter((one) => one.household === household)
      if (isHeaded || !rest.some((who) => get(state, who).isAlive)) {
        return named.length === 0
      }
      const [one] = named
      return (
        one !== undefined &&
        named.length === 1 &&
        sameNames(Object.keys(one.members), rest) &&
        hasLawfulHead(state, one.members)
      )
    })
  )
}

const isStanding = (row: ModelRow, today: string): boolean =>
  row.temporary !== null && (row.temporaryUntil === null || row.temporaryUntil >= today)
const NO_TEMPORARY = { temporary: null, temporarySince: null, temporaryFrom: null, temporaryUntil: null }
const isAt = (row: ModelRow, to: Place): boolean => row.address === to.address && row.unit === to.unit

type Next = Map<string, ModelRow>
const change = (next: Next, who: string, changes: Partial<ModelRow>): void => {
  const row = get(next, who)
  const after = { ...row, ...changes }
  const isChanged = JSON.stringify(after) !== JSON.stringify(row)
  next.set(who, { ...after, version: row.version + (isChanged ? 1 : 0) })
}
const rename = (next: Next, staying: Stay): void => {
  for (const [who, relation] of staying.flatMap(({ members }) => Object.entries(members))) {
    change(next, who, { relation })
  }
}

/** What stands after the deed; null where it is unlawful. `household`: a new one's number, as drawn. */
export const afterDeed = (state: State, deed: ModelDeed, today: string, household: string): State | null => {
  const next: Next = new Map(state)
  const isDone = judges[deed.deed](state, next, deed as never, { today, household })
  return isDone ? next : null
}

interface Given {
  readonly today: string
  readonly household: string
}
type Judges = {
  [D in ModelDeed as D['deed']]: (state: State, next: Next, deed: D, given: Given) => boolean
}
const judges: Judges = {
  move(state, next, { who, to, staying }, { household }) {
    const movers = Object.keys(who)
    if (!movers.every((one) => get(state, one).isAlive) || !staysLawful(state, movers, staying)) {
      return false
    }
    const joined = 'household' in to ? to.household : null
    const members = joined === null ? [] : inHousehold(state, joined)
    const head = members.map((one) => get(state, one)).find(({ relation }) => relation === 'head')
    const isLawful =
      joined === null
        ? hasLawfulHead(state, who) &&
          movers.every((one) => get(state, one).household === null || !isAt(get(state, one), to as Place))
        : head !== undefined &&
          !movers.some((one) => members.includes(one)) &&
          !Object.values(who).includes('head')
    if (!isLawful) {
      return false
    }
    const place =
      joined === null ? (to as Place) : { address: head?.address ?? null, unit: head?.unit ?? null }
    rename(next, staying)
    for (const [one, relation] of Object.entries(who)) {
      const { temporary } = get(state, one)
      const isHere = temporary?.address === place.address && temporary?.unit === place.unit
      change(next, one, {
        ...place,
        ...(isHere ? NO_TEMPORARY : {}),
        current: null,
        absentUntil: null,
        household: joined ?? household,
        relation,
      })
    }
    return true
  },
  split(state, next, { who, staying }, { household }) {
    const leaving = Object.keys(who)
    const [old] = leaving.map((one) => get(state, one).household)
    const isLawful =
      old !== null &&
      old !== undefined &&
      leaving.every((one) => get(state, one).household === old && get(state, one).isAlive) &&
      inHousehold(state, old).length > leaving.length &&
      leaving.some((one) => get(state, one).isCapable) &&
      hasLawfulHead(state, who) &&
      staysLawful(state, leaving, staying)
    if (!isLawful) {
      return false
    }
    rename(next, staying)
    for (const [one, relation] of Object.entries(who)) {
      change(next, one, { household, relation })
    }
    return true
  },
  head(state, next, { household, who }) {
    if (!sameNames(Object.keys(who), inHousehold(state, household)) || !hasLawfulHead(state, who)) {
      return false
    }
    rename(next, [{ household, members: who }])
    return true
  },
  remove(state, next, { who, reason, staying }, { today }) {
    const isRight = (row: ModelRow): boolean =>
      row.address !== null &&
      (reason !== 'died' || !row.isAlive) &&
      (reason !== 'absent-12-months' ||
        (!isStanding(row, today) && (row.absentUntil === null || row.absentUntil < today)))
    if (!who.every((one) => isRight(get(state, one))) || !staysLawful(state, who, staying)) {
      return false
    }
    rename(next, staying)
    for (const one of who) {
      const gone = { address: null, unit: null, household: null, relation: null, absentUntil: null }
      const isOver = reason === 'died' || reason === 'citizenship-ended'
      change(next, one, { ...gone, ...(isOver ? NO_TEMPORARY : {}) })
    }
    return true
  },
  temporary(state, next, { who, to, until }, { today }) {
    const isTerm = number(until) - number(today) + 1 >= 30 && until <= twoYearsAfter(today)
    const isRight = (row: ModelRow): boolean =>
      row.isAlive &&
      row.unit !== to.unit &&
      !(isStanding(row, today) && row.temporary?.address === to.address && row.temporary.unit === to.unit)
    if (!isTerm || !who.every((one) => isRight(get(state, one)))) {
      return false
    }
    for (const one of who) {
      const term = { temporarySince: today, temporaryFrom: today, temporaryUntil: until }
      change(next, one, { temporary: to, ...term, current: null })
    }
    return true
  },
  renew(state, next, { who, until }, { today }) {
    const isRight = ({ isAlive, unit, temporary, temporaryUntil: end }: ModelRow): boolean =>
      isAlive &&
      temporary !== null &&
      end !== null &&
      unit !== temporary.unit &&
      number(end) - number(today) <= 15 &&
      end >= today &&
      until > end &&
      until <= twoYearsAfter(end)
    if (!who.every((one) => isRight(get(state, one)))) {
      return false
    }
    for (const one of who) {
      const from = dayAfter(get(state, one).temporaryUntil ?? '', 1)
      change(next, one, { temporaryFrom: from, temporaryUntil: until, current: null })
    }
    return true
  },
  absence(state, next, { who, until }, { today }) {
    const row = get(state, who)
    if (!row.isAlive || until < today || (row.address === null && !isStanding(row, today))) {
      return false
    }
    change(next, who, { absentUntil: until })
    return true
  },
  declare(state, next, { who, unit }, { today }) {
    const row = get(state, who)
    if (!row.isAlive || row.address !== null || isStanding(row, today)) {
      return false
    }
    change(next, who, { current: unit })
    return true
  },
}

/** Terms that are over by this day are taken out of the register. */
export const afterCalendar = (state: State, today: string): State => {
  const next: Next = new Map(state)
  for (const [who, { temporaryUntil: end }] of state) {
    if (end !== null && end < today) {
      change(next, who, NO_TEMPORARY)
    }
  }
  return next
}

/** What no sequence of deeds leaves behind; empty when all is well. */
export const faultsIn = (state: State): string[] => {
  const faults: string[] = []
  for (const household of new Set([...state.values()].flatMap((row) => row.household ?? []))) {
    const members = inHousehold(state, household).map((who) => get(state, who))
    const heads = members.filter(({ relation }) => relation === 'head').length
    if (heads > 1 || (heads === 0 && members.some(({ isAlive }) => isAlive))) {
      faults.push(`${heads} heads in ${household}`)
    }
    if (new Set(members.map((row) => `${row.unit} ${row.address}`)).size > 1) {
      faults.push(`several addresses in ${household}`)
    }
  }
  for (const [who, row] of state) {
    if (
      (row.household === null) !== (row.address === null) ||
      (row.household === null) !== (row.relation === null)
    ) {
      faults.push(`half a household of ${who}`)
    }
    const { temporarySince: since, temporaryFrom: from, temporaryUntil: until } = row
    if (until !== null && (from === null || since === null || since > from || until > twoYearsAfter(from))) {
      faults.push(`a term of ${who} from ${from} until ${until}`)
    }
  }
  return faults
}
