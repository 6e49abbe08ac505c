/**
 * A place where people stay (Law on Residence 68/2020/QH14 art. 30): its kind, and the police office that
 * takes its notices. A lodging, hospital or dormitory is registered by the operator; a home and rented
 * rooms by whoever lives there or lets them.
 */
import { now } from '../../../kernel/clock.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import * as store from './facility-store.ts'
import type { FacilityKind } from './stay-time.ts'

export interface Place {
  readonly id: string
  /** Null for somebody's home. */
  readonly code: string | null
  readonly officeId: string
  readonly kind: FacilityKind
  readonly name: string
  readonly address: string
  readonly isSuspended: boolean
  readonly suspendedWhy: string | null
}
interface Described {
  readonly name: string
  readonly address: string
}

const COLUMN = 'stay_facility.sealed'
export const sealPlace = ({ sealer }: Pick<Tools, 'sealer'>, { name, address }: Described): Buffer =>
  sealer.sealWithPlatformKey(COLUMN, JSON.stringify({ name, address }))

export const namesIn = ({ sealer }: Pick<Tools, 'sealer'>, sealed: Uint8Array): Described =>
  JSON.parse(sealer.unsealWithPlatformKey(COLUMN, sealed).toString('utf8')) as Described

export const placeOf = (tools: Pick<Tools, 'sealer'>, row: store.FacilityRow): Place => {
  return {
    id: row.id,
    code: row.code,
    officeId: row.office_id,
    kind: row.kind,
    ...namesIn(tools, row.sealed),
    isSuspended: row.state === 'suspended',
    suspendedWhy: row.state_why,
  }
}

/** A log is kept for years: a home is not named in it, whoever may have called it after herself. */
export const saidOf = ({ code, kind, name }: Pick<Place, 'code' | 'kind' | 'name'>): string =>
  code === null ? (kind === 'household' ? 'Một nhà riêng' : 'Một nhà có phòng cho thuê') : name

export interface NewPlace extends Described {
  readonly code: string
  readonly kind: FacilityKind
  readonly officeId: string
}
/**
 * Adding a code again gives it this name, address and kind. Null where the code stands at another office:
 * what it has told lies there.
 */
export const addPlace = async (work: Work, tools: Tools, wanted: NewPlace): Promise<string | null> => {
  const sealed = sealPlace(tools, wanted)
  const { code, kind, officeId } = wanted
  await store.insert(work, { id: newId(), code, office_id: officeId, kind, sealed }, now())
  const row = await store.findByCode(work, code)
  if (row?.office_id !== officeId) {
    return null
  }
  await store.describe(work, row.id, { kind, sealed })
  return row.id
}

/** False when there is none of this code that this would change. */
export const suspendPlace = async (work: Work, code: string, why: string): Promise<boolean> =>
  (await store.setState(work, code, { state: 'suspended', why, at: now() })) === 1
export const resumePlace = async (work: Work, code: string): Promise<boolean> =>
  (await store.setState(work, code, { state: 'active', why: null, at: now() })) === 1

export const findPlace = async (read: Reading, tools: Tools, id: string): Promise<Place | null> => {
  const row = await store.find(read, id)
  return row ? placeOf(tools, row) : null
}
export const placeOfCode = async (read: Reading, tools: Tools, code: string): Promise<Place | null> => {
  const row = await store.findByCode(read, code)
  return row ? placeOf(tools, row) : null
}
/** In the order in which they were added. */
export const placesAfter = async (
  read: Reading,
  tools: Tools,
  after: string,
  most: number,
): Promise<readonly Place[]> => (await store.pageAfter(read, after, most)).map((row) => placeOf(tools, row))

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 120 bits in six groups of four, as a person can type them. */
const drawKey = (): string => {
  const bits = [...newSecret(15)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = bits.match(/.{5}/g)?.map((five) => LETTERS[Number.parseInt(five, 2)]) ?? []
  return letters.join('').replaceAll(/(.{4})(?=.)/g, '$1-')
}
export const keyDigest = ({ digests }: Pick<Tools, 'digests'>, key: string): Buffer =>
  digests.secret('stay-key', key.replaceAll('-', ''))

/** Answers the key, which is kept nowhere: the earlier one of its kind opens nothing from now on. */
export const renewKey = async (
  work: Work,
  tools: Tools,
  { id }: Pick<Place, 'id'>,
  isProgram: boolean,
): Promise<string> => {
  const key = drawKey()
  await store.replaceKey(work, { digest: keyDigest(tools, key), facilityId: id, isProgram, at: now() })
  return key
}
