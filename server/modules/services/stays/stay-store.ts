/** SQL of notices of stay. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type { NoticeRow, RegisterSays } from './notice-row.ts'

const NOTICE = `office_id, facility_id, id, guest_digest, told_digest, subject_id, from_at, to_at,
  from_day::text as from_day, to_day::text as to_day, way, sealed, filed_at, late_min, state, state_why,
  register_says`

interface At {
  readonly officeId: string
  readonly facilityId: string
}

export const forUpdate = (work: Work, { officeId, facilityId }: At, id: string) =>
  work.maybe<NoticeRow>(
    `select ${NOTICE} from stay_guest where office_id = $1 and facility_id = $2 and id = $3 for update`,
    [officeId, facilityId, id],
  )
/** By its id, or by what it told. */
export const known = (work: Work, { officeId, facilityId }: At, id: string, told: Buffer) =>
  work.rows<NoticeRow>(
    `select ${NOTICE} from stay_guest where office_id = $1 and facility_id = $2
       and (id = $3 or told_digest = $4) for update`,
    [officeId, facilityId, id, told],
  )
/** Another notice of the same guest at the same place within these days. */
export const overlapping = (
  read: Reading,
  { officeId, facilityId }: At,
  of: { id: string; guest: Buffer; fromAt: Date; toAt: Date },
) =>
  read.maybe<{ id: string }>(
    `select id from stay_guest where office_id = $1 and guest_digest = $2 and facility_id = $3 and id <> $4
       and state = 'filed' and from_at < $6 and to_at > $5 limit 1`,
    [officeId, of.guest, facilityId, of.id, of.fromAt, of.toAt],
  )

/** False: somebody else has told the same in this moment. */
export const insert = async (work: Work, row: NoticeRow): Promise<boolean> =>
  (await work.run(
    `insert into stay_guest (office_id, facility_id, id, guest_digest, told_digest, subject_id, from_at,
       to_at, from_day, to_day, way, sealed, filed_at, late_min, state, state_why, register_says)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict do nothing`,
    [
      row.office_id,
      row.facility_id,
      row.id,
      row.guest_digest,
      row.told_digest,
      row.subject_id,
      row.from_at,
      row.to_at,
      row.from_day,
      row.to_day,
      row.way,
      row.sealed,
      row.filed_at,
      row.late_min,
      row.state,
      row.state_why,
      row.register_says,
    ],
  )) === 1
export const save = (work: Work, row: NoticeRow): Promise<number> =>
  work.run(
    `update stay_guest set guest_digest = $4, subject_id = $5, from_at = $6, to_at = $7, from_day = $8,
       to_day = $9, sealed = $10, late_min = $11, state = $12, state_why = $13, register_says = $14,
       told_digest = $15, way = $16
     where office_id = $1 and facility_id = $2 and id = $3`,
    [
      row.office_id,
      row.facility_id,
      row.id,
      row.guest_digest,
      row.subject_id,
      row.from_at,
      row.to_at,
      row.from_day,
      row.to_day,
      row.sealed,
      row.late_min,
      row.state,
      row.state_why,
      row.register_says,
      row.told_digest,
      row.way,
    ],
  )
/** What the register says, unless the notice was corrected meanwhile. */
export const keepAnswer = (
  work: Work,
  row: Pick<NoticeRow, 'office_id' | 'facility_id' | 'id' | 'guest_digest' | 'sealed'>,
  says: RegisterSays,
): Promise<number> =>
  work.run(
    `update stay_guest set register_says = $4 where office_id = $1 and facility_id = $2 and id = $3
       and guest_digest = $5 and sealed = $6`,
    [row.office_id, row.facility_id, row.id, says, row.guest_digest, row.sealed],
  )

/** The guest's own row: as the place's is. */
export const saveOwn = (work: Work, subjectId: string, row: NoticeRow): void =>
  work.send(
    `insert into stay_notice (subject_id, facility_id, id, from_at, to_at, filed_at, state)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (subject_id, facility_id, id) do update
       set from_at = excluded.from_at, to_at = excluded.to_at, state = excluded.state`,
    [subjectId, row.facility_id, row.id, row.from_at, row.to_at, row.filed_at, row.state],
  )
export const endOwn = (work: Work, subjectId: string, row: NoticeRow): void =>
  work.send(
    `update stay_notice set state = 'cancelled' where subject_id = $1 and facility_id = $2 and id = $3`,
    [subjectId, row.facility_id, row.id],
  )

export interface Place {
  readonly before: Date
  readonly id: string
}
type Show = 'tonight' | 'leaving' | 'all'
/** Beyond the longest stay nobody of an earlier day is still there. */
const SHOWN = {
  tonight: `and state = 'filed' and from_day between $5::date - 31 and $5::date
    and (to_day > $5::date or from_day = to_day)`,
  leaving: `and state = 'filed' and from_day between $5::date - 31 and $5::date and to_day = $5::date + 1`,
  all: 'and $5::date is not null',
} as const satisfies Record<Show, string>
export const listOf = (
  read: Reading,
  { officeId, facilityId }: At,
  { show, day, after, most }: { show: Show; day: string; after: Place; most: number },
) =>
  read.rows<NoticeRow>(
    `select ${NOTICE} from stay_guest where office_id = $1 and facility_id = $2
       and (filed_at, id) < ($3, $4) ${SHOWN[show]}
     order by filed_at desc, id desc limit $6`,
    [officeId, facilityId, after.before, after.id, day, most],
  )

export interface Figures {
  readonly tonight: number
  readonly leaving: number
  readonly late: number
}
/** Of one place, whose guests of a month are few. */
export const figuresOf = (read: Reading, { officeId, facilityId }: At, day: string) =>
  read.one<Figures>(
    `select count(*) filter (where to_day > $3::date or from_day = $3::date)::int as tonight,
       count(*) filter (where to_day = $3::date + 1)::int as leaving,
       count(*) filter (where late_min > 0 and from_day >= $3::date - 1)::int as late
     from stay_guest where office_id = $1 and facility_id = $2 and state = 'filed'
       and from_day between $3::date - 31 and $3::date and to_day >= $3::date`,
    [officeId, facilityId, day],
  )

export interface OwnRow {
  readonly facility_id: string
  readonly id: string
  readonly from_at: Date
  readonly to_at: Date
  readonly filed_at: Date
  readonly state: 'filed' | 'cancelled'
}
/** Of one person, whose stays of a year are few. */
export const ownOf = (read: Reading, subjectId: string, after: Place, most: number) =>
  read.rows<OwnRow>(
    `select facility_id, id, from_at, to_at, filed_at, state from stay_notice
     where subject_id = $1 and (filed_at, id) < ($2, $3) order by filed_at desc, id desc limit $4`,
    [subjectId, after.before, after.id, most],
  )
