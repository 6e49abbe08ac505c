/**
 * A person's own home, at the address where the register has her reside, and rooms that she lets (Law on
 * Residence 68/2020/QH14 art. 30(1), (2): members of a household and whoever lets rooms notify as a hotel
 * does). A home tells the police of her residence, rooms those of the commune where they are.
 */
import { placeText } from '../../../../formats/place-text.ts'
import { AddHome, homeKind, ViewHomes } from '../../../../contract/home-stays.ts'
import { none } from '../../../kernel/audit-line.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { officeFor } from '../../registry/organisations/route-office.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { residenceOf } from '../../registry/population/person.ts'
import { findUnit } from '../../registry/territory/find-unit.ts'
import * as store from './facility-store.ts'
import { placeOf, sealPlace, type Place } from './facility.ts'
import { hostBudget, reasonsOfKind } from './rules.ts'
import { dueOf } from './stay-time.ts'

/** null: in no list of units. */
const wholeAddress = async (read: Reading, address: string, code: string | null): Promise<string | null> => {
  const unit = code === null ? null : await findUnit(read, code)
  const above = unit?.parentCode ? await findUnit(read, unit.parentCode) : null
  return unit === null ? null : placeText(address, unit.name, above?.name)
}

interface Host {
  readonly level: number
  /** Her address with its commune; null where the register does not say. */
  readonly residence: string | null
  readonly unit: string | null
}
const hostOf = async (read: Reading, tools: Tools, subjectId: string): Promise<Host> => {
  const account = await findAccount(read, subjectId)
  const person = account && (await findPerson(read, tools, account.personalNumber))
  const { address, unit } = person ? residenceOf(person) : { address: null, unit: null }
  return {
    level: account?.level ?? 0,
    residence: address === null ? null : ((await wholeAddress(read, address, unit)) ?? address),
    unit,
  }
}

const isLeft = ({ kind, address }: Pick<Place, 'kind' | 'address'>, { residence }: Host): boolean =>
  kind === 'household' && address !== residence
/** Whether somebody's own home is not where she lives any more. */
export const hasLeft = async (
  read: Reading,
  tools: Tools,
  subjectId: string,
  place: Pick<Place, 'kind' | 'address'>,
): Promise<boolean> => place.kind === 'household' && isLeft(place, await hostOf(read, tools, subjectId))

const shownHome = async (read: Reading, place: Place, host: Host, at: Date) => ({
  id: place.id,
  kind: homeKind.parse(place.kind),
  name: place.name,
  address: place.address,
  office: await officeName(read, place.officeId),
  isSuspended: place.isSuspended,
  isLeft: isLeft(place, host),
  reasons: [...inForce(reasonsOfKind, at)[place.kind]],
})

export const viewHomes = useCase({
  contract: ViewHomes,
  permit: citizenHerself,
  async act(work, _, { actor, tools, now }) {
    const most = inForce(hostBudget, now).places
    const rows = await store.homesOf(work, actor.subjectId, most)
    const host = await hostOf(work, tools, actor.subjectId)
    const items = []
    for (const row of rows) {
      items.push(await shownHome(work, placeOf(tools, row), host, now))
    }
    return {
      items,
      now: now.toISOString(),
      dueAt: dueOf(now).toISOString(),
      mayAdd: host.level >= 2 && rows.length < most,
      residence: host.residence,
    }
  },
  audit: none('her own home, as the app shows it to herself'),
})

const HOME_bytes = 16
/** One home of one person has one id, so that two presses at once add it once (UUIDv8, RFC 9562). */
const idOfHome = ({ digests }: Pick<Tools, 'digests'>, subjectId: string, what: string): string => {
  const bytes = Buffer.from(digests.identifier('stay-home', `${subjectId} ${what}`).subarray(0, HOME_bytes))
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export const addHome = useCase({
  contract: AddHome,
  permit: citizenHerself,
  async act(work, wanted, { actor, tools, now }) {
    const host = await hostOf(work, tools, actor.subjectId)
    if (host.level < 2) {
      throw problem('stays.level-2-needed')
    }
    const { kind } = wanted
    const address =
      wanted.kind === 'household' ? host.residence : await wholeAddress(work, wanted.address, wanted.unit)
    if (address === null) {
      throw problem(kind === 'household' ? 'stays.no-residence' : 'stays.no-such-unit')
    }
    const id = idOfHome(tools, actor.subjectId, `${kind} ${address}`)
    const there = await store.homeOf(work, actor.subjectId, id)
    if (there) {
      return shownHome(work, placeOf(tools, there), host, now)
    }
    const most = inForce(hostBudget, now).places
    if ((await store.homesOf(work, actor.subjectId, most)).length >= most) {
      throw problem('stays.homes-full')
    }
    const described = { name: wanted.kind === 'household' ? address : wanted.name, address }
    const unit = wanted.kind === 'household' ? host.unit : wanted.unit
    const office_id = await officeFor(work, 'stay.view', unit)
    const row = { id, code: null, office_id, kind, sealed: sealPlace(tools, described) }
    await store.insert(work, row, now)
    await store.addHost(work, actor.subjectId, id, now)
    return shownHome(work, placeOf(tools, { ...row, state: 'active', state_why: null }), host, now)
  },
  audit: ({ actor, result }) =>
    result ? { about: actor.subjectId, purpose: 'stay-home-added', fields: ['residence'] } : null,
})
