/** The SQL of territorial units. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type { Unit, UnitVersion } from './unit.ts'

const columns = `code, kind, name, parent_code as "parentCode", valid_from as "validFrom", valid_until as "validUntil", successor_code as "successorCode"`
const onDay = (n: number): string => `valid_from <= $${n} and (valid_until is null or valid_until > $${n})`

export const unitOn = (read: Reading, code: string, day: string): Promise<UnitVersion | undefined> =>
  read.maybe(`select ${columns} from territory_unit where code = $1 and ${onDay(2)}`, [code, day])

export const versionsOf = (read: Reading, code: string): Promise<UnitVersion[]> =>
  read.rows(`select ${columns} from territory_unit where code = $1 order by valid_from`, [code])

export const provincesOn = (read: Reading, day: string): Promise<UnitVersion[]> =>
  read.rows(`select ${columns} from territory_unit where length(code) = 2 and ${onDay(1)} order by code`, [
    day,
  ])

export const communesOn = (read: Reading, provinceCode: string, day: string): Promise<UnitVersion[]> =>
  read.rows(`select ${columns} from territory_unit where parent_code = $1 and ${onDay(2)} order by code`, [
    provinceCode,
    day,
  ])

/**
 * Versions in force or still to come: what a new list is compared with. Provinces of the personal numbers are
 * history and stay.
 */
export const openVersions = (read: Reading): Promise<UnitVersion[]> =>
  read.rows(
    `select ${columns} from territory_unit where valid_until is null and kind <> 'number-province' order by code`,
  )

export const closeVersion = (work: Work, code: string, validFrom: string, until: string): Promise<number> =>
  work.run('update territory_unit set valid_until = $3 where code = $1 and valid_from = $2', [
    code,
    validFrom,
    until,
  ])

export const removeVersion = (work: Work, code: string, validFrom: string): Promise<number> =>
  work.run('delete from territory_unit where code = $1 and valid_from = $2', [code, validFrom])

export const openUnits = (
  work: Work,
  units: readonly Unit[],
  from: string,
  source: string,
): Promise<number> =>
  work.run(
    `insert into territory_unit (code, valid_from, kind, name, parent_code, source)
     select c, $2::date, k, n, p, $3 from unnest($1::text[], $4::text[], $5::text[], $6::text[]) as t(c, k,
       n, p)`,
    [
      units.map((u) => u.code),
      from,
      source,
      units.map((u) => u.kind),
      units.map((u) => u.name),
      units.map((u) => u.parentCode),
    ],
  )
