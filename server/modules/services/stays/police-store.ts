/** SQL of what the police of an office sees of stays. */
import type { Reading } from '../../../kernel/work.ts'
import type { FacilityRow } from './facility-store.ts'
import type { NoticeRow } from './notice-row.ts'

interface Night {
  readonly tonight: number
  readonly late: number
  readonly last_filed_at: Date | null
}
export interface PlaceRow extends FacilityRow, Night {}
export interface PlacePlace {
  readonly late: number
  readonly tonight: number
  readonly id: string
}

/** Whoever stays there in the night that begins on `$2`; a stay is never longer than a month. */
const OF_NIGHT = `office_id = $1 and state = 'filed' and from_day between $2::date - 31 and $2::date
  and (to_day > $2::date or from_day = to_day and from_day = $2::date)`
const PLACES = `select f.id, f.code, f.office_id, f.kind, f.sealed, f.state, f.state_why,
    coalesce(n.tonight, 0) as tonight, coalesce(n.late, 0) as late, n.last_filed_at
  from stay_facility f left join (
    select facility_id, count(*)::int as tonight, count(*) filter (where late_min > 0)::int as late,
      max(filed_at) as last_filed_at
    from stay_guest where ${OF_NIGHT} group by facility_id) n on n.facility_id = f.id
  where f.office_id = $1`

/** Those with late notices first, then those with most guests. */
export const placesOf = (
  read: Reading,
  officeId: string,
  { day, after, most }: { day: string; after: PlacePlace | null; most: number },
) =>
  read.rows<PlaceRow>(
    `select * from (${PLACES}) p
     where $3::int is null or (-late, -tonight, id) > (-$3::int, -$4::int, $5::uuid)
     order by -late, -tonight, id limit $6`,
    [officeId, day, after?.late ?? null, after?.tonight ?? 0, after?.id ?? officeId, most],
  )
export const nightOf = (read: Reading, officeId: string, day: string) =>
  read.one<{ tonight: number; foreign: number; late: number }>(
    `select count(*)::int as tonight, count(*) filter (where subject_id is null)::int as foreign,
       count(*) filter (where late_min > 0)::int as late
     from stay_guest where ${OF_NIGHT}`,
    [officeId, day],
  )

export type SeenRow = NoticeRow & { readonly place_sealed: Buffer }
const SEEN = `g.facility_id, g.id, g.subject_id, g.way, g.sealed, g.filed_at, g.late_min, g.state,
  g.register_says, f.sealed as place_sealed`
/** The latest first; without a place, only those that were late. */
export const guestsOf = (
  read: Reading,
  officeId: string,
  of: { day: string; placeId: string | null; after: { late: number; id: string } | null; most: number },
) =>
  read.rows<SeenRow>(
    `select ${SEEN} from (select * from stay_guest where ${OF_NIGHT}) g
       join stay_facility f on f.id = g.facility_id
     where (g.facility_id = $3 or $3::uuid is null and g.late_min > 0)
       and ($4::int is null or (-g.late_min, g.id) > (-$4::int, $5::uuid))
     order by -g.late_min, g.id limit $6`,
    [officeId, of.day, of.placeId, of.after?.late ?? null, of.after?.id ?? officeId, of.most],
  )
/** The newest first. */
export const staysOf = (read: Reading, officeId: string, guest: Buffer, most: number) =>
  read.rows<SeenRow>(
    `select ${SEEN} from stay_guest g join stay_facility f on f.id = g.facility_id
     where g.office_id = $1 and g.guest_digest = $2 order by g.from_day desc, g.id limit $3`,
    [officeId, guest, most],
  )
