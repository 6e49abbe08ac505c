/** SQL of places where people stay, their keys and open desks. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type { FacilityKind } from './stay-time.ts'

export interface FacilityRow {
  readonly id: string
  readonly code: string | null
  readonly office_id: string
  readonly kind: FacilityKind
  readonly sealed: Buffer
  readonly state: 'active' | 'suspended'
  readonly state_why: string | null
}
const FACILITY = 'f.id, f.code, f.office_id, f.kind, f.sealed, f.state, f.state_why'

export const find = (read: Reading, id: string) =>
  read.maybe<FacilityRow>(`select ${FACILITY} from stay_facility f where f.id = $1`, [id])
export const findByCode = (read: Reading, code: string) =>
  read.maybe<FacilityRow>(`select ${FACILITY} from stay_facility f where f.code = $1`, [code])
export const pageAfter = (read: Reading, after: string, most: number) =>
  read.rows<FacilityRow>(`select ${FACILITY} from stay_facility f where f.id > $1 order by f.id limit $2`, [
    after,
    most,
  ])

export const insert = (
  work: Work,
  row: Pick<FacilityRow, 'id' | 'code' | 'office_id' | 'kind' | 'sealed'>,
  at: Date,
): Promise<number> =>
  work.run(
    `insert into stay_facility (id, code, office_id, kind, sealed, state, state_since, added_at)
     values ($1, $2, $3, $4, $5, 'active', $6, $6) on conflict do nothing`,
    [row.id, row.code, row.office_id, row.kind, row.sealed, at],
  )
export const describe = (
  work: Work,
  id: string,
  { kind, sealed }: Pick<FacilityRow, 'kind' | 'sealed'>,
): Promise<number> =>
  work.run('update stay_facility set kind = $2, sealed = $3 where id = $1', [id, kind, sealed])
export const setState = (
  work: Work,
  code: string,
  {
    state,
    why,
    at,
  }: { readonly state: FacilityRow['state']; readonly why: string | null; readonly at: Date },
): Promise<number> =>
  work.run(
    `update stay_facility set state = $2, state_why = $3, state_since = $4
     where code = $1 and (state <> $2 or state_why is distinct from $3)`,
    [code, state, why, at],
  )

/** The new key takes the place of the earlier one of its kind; what that had opened is closed. */
export const replaceKey = async (
  work: Work,
  { digest, facilityId, isProgram, at }: { digest: Buffer; facilityId: string; isProgram: boolean; at: Date },
): Promise<void> => {
  await work.run(
    `delete from stay_session where opened_by in
       (select digest from stay_key where facility_id = $1 and is_program = $2)`,
    [facilityId, isProgram],
  )
  await work.run('delete from stay_key where facility_id = $1 and is_program = $2', [facilityId, isProgram])
  await work.run('insert into stay_key (digest, facility_id, is_program, added_at) values ($1, $2, $3, $4)', [
    digest,
    facilityId,
    isProgram,
    at,
  ])
}
export const facilityOfKey = (read: Reading, digest: Buffer, isProgram: boolean) =>
  read.maybe<FacilityRow>(
    `select ${FACILITY} from stay_key k join stay_facility f on f.id = k.facility_id
     where k.digest = $1 and k.is_program = $2`,
    [digest, isProgram],
  )

export const openSession = (
  work: Work,
  row: { digest: Buffer; facilityId: string; openedBy: Buffer; endsAt: Date },
): Promise<number> =>
  work.run('insert into stay_session (digest, facility_id, opened_by, ends_at) values ($1, $2, $3, $4)', [
    row.digest,
    row.facilityId,
    row.openedBy,
    row.endsAt,
  ])
export const facilityOfSession = (read: Reading, digest: Buffer, at: Date) =>
  read.maybe<FacilityRow>(
    `select ${FACILITY} from stay_session s join stay_facility f on f.id = s.facility_id
     where s.digest = $1 and s.ends_at > $2`,
    [digest, at],
  )
export const closeSession = (work: Work, digest: Buffer): Promise<number> =>
  work.run('delete from stay_session where digest = $1', [digest])

/** What somebody added herself, the newest first. */
export const homesOf = (read: Reading, subjectId: string, most: number) =>
  read.rows<FacilityRow>(
    `select ${FACILITY} from stay_host h join stay_facility f on f.id = h.facility_id
     where h.subject_id = $1 order by h.added_at desc, f.id limit $2`,
    [subjectId, most],
  )
export const homeOf = (read: Reading, subjectId: string, facilityId: string) =>
  read.maybe<FacilityRow>(
    `select ${FACILITY} from stay_host h join stay_facility f on f.id = h.facility_id
     where h.subject_id = $1 and h.facility_id = $2`,
    [subjectId, facilityId],
  )
/** Once, however often and wherever it is pressed. */
export const addHost = (work: Work, subjectId: string, facilityId: string, at: Date): Promise<number> =>
  work.run(
    'insert into stay_host (subject_id, facility_id, added_at) values ($1, $2, $3) on conflict do nothing',
    [subjectId, facilityId, at],
  )
