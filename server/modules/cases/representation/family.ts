/**
 * The family page: whom the register and the papers let a person act for, who is registered, whose profile is
 * open, and what has ended.
 */
import type { z } from 'zod'
import { ViewFamily } from '../../../../contract/representation.ts'
import { holderOf, type Citizen } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { later } from '../../../kernel/clock.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import { contactsOf } from '../../people/accounts/contacts.ts'
import { findAccount, findSubject } from '../../people/accounts/open-account.ts'
import { childrenOf, findPerson, representedBy } from '../../registry/population/find-person.ts'
import type { RegisterPerson } from '../../registry/population/person.ts'
import { ageAt, isOfAge, kindOfRelation, whyNot, type NotEligible, type TieKind } from './representation.ts'
import { handOver_days } from './rules.ts'
import * as store from './store.ts'
import type { RepresentsRow } from './store.ts'
import { mayRepresent } from './tie.ts'

type Family = z.infer<(typeof ViewFamily)['output']>
type Member = Family['members'][number]
const DAY_S = 86_400

interface Looking {
  readonly read: Reading
  readonly tools: Tools
  readonly actor: Citizen
  readonly now: Date
  readonly mayAct: boolean
}

const faceOf = (person: RegisterPerson, kind: TieKind, at: Date) => ({
  personalNumber: person.personalNumber,
  fullName: person.fullName,
  birthDate: person.birthDate,
  age: ageAt(person, at),
  kind,
})

const standingMember = async (
  { read, tools, actor, now }: Looking,
  row: RepresentsRow,
): Promise<Member | null> => {
  const account = await findAccount(read, row.ward_id)
  const person = account && (await findPerson(read, tools, account.personalNumber))
  const tie = await store.tieOf(read, row.ward_id, row.id)
  if (!account || !person || tie?.state !== 'standing') {
    return null
  }
  // Of age since midnight, and the clock's own look comes in a moment: until then nobody opens it.
  if (row.kind === 'parent' && isOfAge(person, now)) {
    return {
      ...faceOf(person, row.kind, now),
      state: 'cannot',
      why: 'of-age',
      tieId: null,
      level: account.level,
      until: null,
      isOpen: false,
    }
  }
  return {
    ...faceOf(person, row.kind, now),
    state: 'registered',
    why: null,
    tieId: row.id,
    level: account.level,
    until: tie.until_day,
    isOpen: actor.by?.tieId === row.id,
  }
}

const stateOf = async (
  { read, tools, now, mayAct }: Looking,
  person: RegisterPerson,
  kind: TieKind,
): Promise<{ state: 'can-register' | 'cannot'; why: NotEligible | null }> => {
  const why = whyNot(person, kind, now)
  if (why) {
    return { state: 'cannot', why }
  }
  const subjectId = await findSubject(read, tools, person.personalNumber)
  if (subjectId !== null && (await findAccount(read, subjectId))) {
    return { state: 'cannot', why: 'has-own-account' }
  }
  return mayAct ? { state: 'can-register', why: null } : { state: 'cannot', why: 'level-2-needed' }
}

/**
 * Children under age and wards whom the register names and nobody has registered yet. Grown children are
 * nobody's to act for.
 */
const openMembers = async (
  looking: Looking,
  ownNumber: string,
  taken: ReadonlySet<string>,
): Promise<Member[]> => {
  const { read, tools, now } = looking
  const numbers = [...(await childrenOf(read, ownNumber)), ...(await representedBy(read, ownNumber))].map(
    ({ number }) => number,
  )
  const members: Member[] = []
  for (const number of new Set(numbers)) {
    const person = taken.has(number) ? null : await findPerson(read, tools, number)
    const kind = person && kindOfRelation(person, ownNumber)
    if (!person || !kind || person.lifeStatus !== 'alive' || (kind === 'parent' && isOfAge(person, now))) {
      continue
    }
    members.push({
      ...faceOf(person, kind, now),
      ...(await stateOf(looking, person, kind)),
      tieId: null,
      level: null,
      until: null,
      isOpen: false,
    })
  }
  return members
}

/** Whether the child's account still waits for a phone of her own. */
export const handOverOf = async (
  read: Reading,
  tools: Tools,
  row: RepresentsRow,
  at: Date,
): Promise<{ state: 'possible' | 'done' | 'late' | null; by: Date | null }> => {
  if (row.end_reason !== 'came-of-age' || !row.ended_at) {
    return { state: null, by: null }
  }
  const by = later(row.ended_at, inForce(handOver_days, row.ended_at) * DAY_S)
  if (row.handed_over_at) {
    return { state: 'done', by: null }
  }
  const account = await findAccount(read, row.ward_id)
  const { phone } = account ? await contactsOf(read, tools, row.ward_id) : { phone: null }
  if (phone !== null) {
    return { state: 'done', by: null }
  }
  if (account?.state !== 'issued') {
    return { state: null, by: null }
  }
  return { state: at > by ? 'late' : 'possible', by }
}

const endedMember = async (
  { read, tools, now }: Looking,
  row: RepresentsRow,
): Promise<Family['ended'][number] | null> => {
  const account = await findAccount(read, row.ward_id)
  const person = account && (await findPerson(read, tools, account.personalNumber))
  if (!person || !row.ended_at || !row.end_reason) {
    return null
  }
  const { state, by } = await handOverOf(read, tools, row, now)
  return {
    tieId: row.id,
    fullName: person.fullName,
    reason: row.end_reason,
    endedAt: row.ended_at.toISOString(),
    handOver: state,
    handOverBy: by?.toISOString() ?? null,
  }
}

const actingOf = (members: readonly Member[], { by }: Citizen): Family['acting'] => {
  const open = by && members.find(({ tieId }) => tieId === by.tieId)
  return open?.tieId ? { tieId: open.tieId, fullName: open.fullName, age: open.age, kind: open.kind } : null
}

export const viewFamily = useCase({
  contract: ViewFamily,
  permit: citizenHerself,
  isForWard: 'always',
  async act(work, _, { actor, tools, now }) {
    const account = await findAccount(work, holderOf(actor))
    if (!account) {
      throw problem('session.required')
    }
    const looking: Looking = { read: work, tools, actor, now, mayAct: mayRepresent(account, now) }
    const rows = await store.represented(work, account.subjectId)
    const standing = (
      await Promise.all(
        rows.filter(({ state }) => state === 'standing').map((row) => standingMember(looking, row)),
      )
    ).filter((member) => member !== null)
    const open = await openMembers(
      looking,
      account.personalNumber,
      new Set(standing.map(({ personalNumber }) => personalNumber)),
    )
    const ended = (
      await Promise.all(rows.filter(({ state }) => state === 'ended').map((row) => endedMember(looking, row)))
    ).filter((member) => member !== null)
    const members = [...standing, ...open].toSorted((a, b) => a.birthDate.localeCompare(b.birthDate))
    return { members, ended, acting: actingOf(members, actor) }
  },
  audit: none(
    'her own family, as her own entry of the register names it (Law 26/2023 art. 9(15)); opening a profile leaves a line',
  ),
})
