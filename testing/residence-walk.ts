/** Random deeds of the residence model, carried out by the product: what is drawn, and how it is done. */
import fc from 'fast-check'
import type { HouseholdRelation } from '../server/modules/registry/population/person.ts'
import type { Work } from '../server/kernel/work.ts'
import { declareWithoutResidence } from '../server/modules/registry/population/residence/declare-current.ts'
import { recordAbsence } from '../server/modules/registry/population/residence/record-absence.ts'
import { registerPermanent } from '../server/modules/registry/population/residence/register-permanent.ts'
import {
  registerTemporary,
  renewTemporary,
} from '../server/modules/registry/population/residence/register-temporary.ts'
import {
  removePermanent,
  type RemovalReason,
} from '../server/modules/registry/population/residence/remove-permanent.ts'
import type {
  ByResult,
  Member,
  RegisterChange,
  RegisteredAs,
} from '../server/modules/registry/population/residence/residence.ts'
import {
  changeHead,
  splitHousehold,
} from '../server/modules/registry/population/residence/split-household.ts'
import { dayAfter, inHousehold, type ModelDeed, type State } from './residence-model.ts'
import { BA_DINH, HOAN_KIEM, TODAY, VINH, type Residents } from './residents.ts'

const kinds = ['move', 'split', 'head', 'remove', 'temporary', 'renew', 'absence', 'declare', 'days'] as const
export const anyDraw = fc.record({
  kind: fc.constantFrom(...kinds),
  dice: fc.array(fc.nat({ max: 9999 }), { minLength: 8, maxLength: 8 }),
})
export type Draw = typeof anyDraw extends fc.Arbitrary<infer One> ? One : never

const places = [BA_DINH, HOAN_KIEM, VINH].flatMap((unit) =>
  ['Số 1, phố Một', 'Số 2, phố Hai'].map((address) => ({ address, unit })),
)
const terms = [28, 29, 400, 730, 731, 40]
const spans = [1, 3, 14, 16, 30, 200]
const others = ['spouse', 'child', 'relative'] as const
const reasons: readonly RemovalReason[] = ['died', 'absent-12-months', 'citizenship-ended', 'lease-ended']
const of = <T>(all: readonly T[], die = 0): T => all[die % all.length] as T

const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Mostly people of one household, sometimes anybody. */
const some = (state: State, [first = 0, bits = 0, wild = 0]: readonly number[]): string[] => {
  // Now and then also who has died.
  const all = [...state.keys()].filter((who) => state.get(who)?.isAlive || wild % 6 === 0)
  const one = of(all, first)
  const household = state.get(one)?.household ?? null
  const pool =
    wild % 4 === 0 || household === null
      ? all
      : inHousehold(state, household).filter((who) => all.includes(who))
  return [one, ...pool.filter((who, at) => who !== one && ((bits >> at) & 1) === 1)].slice(0, 4)
}

/** The head mostly one who may be it. */
const related = (
  state: State,
  who: readonly string[],
  die: number,
  hasHead: boolean,
): Record<string, HouseholdRelation> => {
  const capable = who.findIndex((one) => state.get(one)?.isCapable)
  const head = capable === -1 || die % 5 === 0 ? die % who.length : capable
  return Object.fromEntries(
    who.map((one, at) => [one, hasHead && at === head ? 'head' : of(others, die + at)]),
  )
}

/** Mostly as the law wants it: a head for each household that loses its own. */
const stayers = (state: State, goers: readonly string[], die: number) =>
  [...new Set(goers.flatMap((who) => state.get(who)?.household ?? []))].flatMap((household) => {
    const rest = inHousehold(state, household).filter((who) => !goers.includes(who))
    const isHeaded = rest.some((who) => state.get(who)?.relation === 'head')
    const isNeeded = !isHeaded && rest.some((who) => state.get(who)?.isAlive)
    if (rest.length === 0 || isNeeded !== (die % 8 !== 0)) {
      return []
    }
    return [{ household, members: related(state, rest, die, true) }]
  })

export const deedOf = (state: State, { kind, dice }: Draw, today: string): ModelDeed | { days: number } => {
  const [, , , a = 0, b = 0, c = 0, d = 0] = dice
  const who = some(state, dice)
  const [first = ''] = who
  const households = [...new Set([...state.values()].flatMap((row) => row.household ?? []))]
  const household = of([...households, 'HH-none'], a)
  switch (kind) {
    case 'move': {
      const joins = b % 3 === 0
      const to = joins ? { household } : of(places, a)
      return {
        deed: kind,
        who: related(state, who, c, !joins || c % 7 === 0),
        to,
        staying: stayers(state, who, d),
      }
    }
    case 'split':
      return { deed: kind, who: related(state, who, c, c % 7 !== 0), staying: stayers(state, who, d) }
    case 'head': {
      const members = inHousehold(state, household)
      const named = members.length > 0 && d % 9 !== 0 ? members : who
      return { deed: kind, household, who: related(state, named, c, c % 7 !== 0) }
    }
    case 'remove':
      return { deed: kind, who, reason: of(reasons, a), staying: stayers(state, who, d) }
    case 'temporary':
      return { deed: kind, who, to: of(places, a), until: dayAfter(today, of(terms, b)) }
    case 'renew': {
      const lodgers = [...state].filter(([, row]) => row.temporaryUntil !== null)
      const [lodger, row] = of(lodgers.length > 0 ? lodgers : [...state], a)
      const end = row.temporaryUntil ?? today
      const opens = daysFrom(today, end) - of([15, 14, 16, 0, 5], c)
      return opens > 0 && d % 4 !== 0
        ? { days: opens }
        : {
            deed: kind,
            who: b % 5 === 1 ? who : [lodger],
            until: dayAfter(end, of([400, 0, 1, 730, 732], b)),
          }
    }
    case 'absence':
      return { deed: kind, who: first, until: dayAfter(today, of([-1, 0, 40, 400], b)) }
    case 'declare':
      return { deed: kind, who: first, unit: of([BA_DINH, VINH], a) }
    case 'days': {
      const ends = [...state.values()].flatMap((row) => row.temporaryUntil ?? [])
      const toEnd = ends.length > 0 ? daysFrom(today, of(ends, a)) - (b % 18) : 0
      return { days: toEnd > 0 && c % 2 === 0 ? toEnd : of(spans, a) }
    }
  }
}

/** The deed by the product's own door, with the versions that stand (`stale`: with an older one). */
export const carriedOut = (
  work: Work,
  { context: { tools } }: Pick<Residents, 'context'>,
  state: State,
  deed: ModelDeed,
  by: ByResult,
  { today, stale = false }: { readonly today: string; readonly stale?: boolean },
): Promise<RegisterChange> => {
  const seen = (personalNumber: string): RegisteredAs => ({
    personalNumber,
    version: (state.get(personalNumber)?.version ?? 0) - (stale ? 1 : 0),
  })
  const members = (named: Readonly<Record<string, HouseholdRelation>>): Member[] =>
    Object.entries(named).map(([who, relation]) => ({ ...seen(who), relation }))
  const staying =
    'staying' in deed ? deed.staying.map((one) => ({ ...one, members: members(one.members) })) : []
  switch (deed.deed) {
    case 'move':
      return registerPermanent(work, tools, by, {
        movers: members(deed.who),
        to: deed.to,
        from: TODAY,
        staying,
      })
    case 'split': {
      const [rest] = staying
      return splitHousehold(work, tools, by, {
        leaving: members(deed.who),
        ...(rest ? { staying: rest } : {}),
      })
    }
    case 'head':
      return changeHead(work, tools, by, { household: deed.household, members: members(deed.who) })
    case 'remove':
      return removePermanent(work, tools, by, { leaving: deed.who.map(seen), reason: deed.reason, staying })
    case 'temporary': {
      const { to, until } = deed
      return registerTemporary(work, tools, by, { movers: deed.who.map(seen), to, from: today, until })
    }
    case 'renew':
      return renewTemporary(work, tools, by, {
        movers: deed.who.map(seen),
        askedOn: today,
        until: deed.until,
      })
    case 'absence': {
      const away = { reason: 'đi làm', place: 'Huế', from: TODAY, until: deed.until }
      return recordAbsence(work, tools, by, { person: seen(deed.who), ...away })
    }
    case 'declare': {
      const place = { address: null, unit: deed.unit }
      return declareWithoutResidence(work, tools, by, { person: seen(deed.who), place, from: TODAY })
    }
  }
}
