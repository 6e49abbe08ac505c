/** SQL of what text messages to strangers have cost, and of the alarms about it. */
import type { Reading, Work } from '../../../kernel/work.ts'

export type CeilingKind = 'block' | 'prefix' | 'nation'

export interface CeilingKey {
  readonly ceiling: CeilingKind
  readonly key: string
}
interface SpentSlice extends CeilingKey {
  readonly slice: number
  readonly codes: number
  readonly cost_dong: number
}

/** What has been spent of these ceilings in the hour, slice by slice; a slice without a row is untouched. */
export const spentOf = (
  read: Reading,
  endsAt: Date,
  ceilings: readonly CeilingKey[],
): Promise<SpentSlice[]> =>
  read.rows<SpentSlice>(
    `select s.ceiling, s.key, s.slice, s.codes, s.cost_dong
     from unnest($2::text[], $3::text[]) as t(ceiling, key)
     join sms_spending s on s.ends_at = $1 and s.ceiling = t.ceiling and s.key = t.key`,
    [endsAt, ceilings.map(({ ceiling }) => ceiling), ceilings.map(({ key }) => key)],
  )

/** Takes one code out of a slice that had room when it was looked at; 0 when others were faster. */
export const spend = (
  work: Work,
  endsAt: Date,
  { ceiling, key, slice }: CeilingKey & { readonly slice: number },
  cost_dong: number,
  most: { readonly codes: number; readonly cost_dong: number | null },
): Promise<number> =>
  work.run(
    `insert into sms_spending as s (ends_at, ceiling, key, slice, codes, cost_dong)
     values ($1, $2, $3, $4, 1, $5)
     on conflict (ends_at, ceiling, key, slice) do update
       set codes = s.codes + 1, cost_dong = s.cost_dong + excluded.cost_dong
       where s.codes < $6 and ($7::int is null or s.cost_dong + excluded.cost_dong <= $7)`,
    [endsAt, ceiling, key, slice, cost_dong, most.codes, most.cost_dong],
  )

export interface SpentInHour extends CeilingKey {
  readonly ends_at: Date
  readonly codes: number
  readonly cost_dong: number
}

/** Hours that end after a moment: each prefix, the nation, and the fullest block, without its name. */
export const spentSince = (read: Reading, since: Date): Promise<SpentInHour[]> =>
  read.rows<SpentInHour>(
    `select ends_at, ceiling, key, sum(codes)::int as codes, sum(cost_dong)::int as cost_dong
       from sms_spending where ends_at > $1 and ceiling <> 'block' group by ends_at, ceiling, key
     union all
     select ends_at, ceiling, '', max(codes), max(cost_dong)
       from sms_spending where ends_at > $1 and ceiling = 'block' group by ends_at, ceiling
     order by 1, 2, 3`,
    [since],
  )

export interface AlarmRow extends CeilingKey {
  readonly ends_at: Date
  readonly percent: number
}

/** 0 when somebody has raised it before. */
export const insertAlarm = (work: Work, { ends_at, ceiling, key, percent }: AlarmRow, at: Date) =>
  work.run(
    `insert into sms_alarm (ends_at, ceiling, key, percent, at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [ends_at, ceiling, key, percent, at],
  )
