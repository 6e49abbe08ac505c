/** SQL of the list of bodies. */
import type { Reading, Work } from '../../../../kernel/work.ts'

interface BodyRow {
  readonly name_key: string
  readonly name: string
}

export const bodyOf = (read: Reading, key: string) =>
  read.maybe<BodyRow>('select name_key, name from competent_body where name_key = $1 and ended_at is null', [
    key,
  ])
/** Whether the operator keeps a list; it stays one when all on it have ended. */
export const hasBodies = async (read: Reading): Promise<boolean> =>
  (await read.one<{ has: boolean }>('select exists (select 1 from competent_body) as has')).has
export const saveBody = (work: Work, { key, name, at }: { key: string; name: string; at: Date }) =>
  work.run(
    `insert into competent_body (name_key, name, added_at) values ($1, $2, $3)
     on conflict (name_key) do update set name = excluded.name, ended_at = null`,
    [key, name, at],
  )
export const endBody = async (work: Work, key: string, at: Date): Promise<boolean> =>
  (await work.run('update competent_body set ended_at = $2 where name_key = $1 and ended_at is null', [
    key,
    at,
  ])) === 1
export const bodiesAfter = (read: Reading, after: string, most: number) =>
  read.rows<BodyRow>(
    `select name_key, name from competent_body where ended_at is null and name_key > $1
     order by name_key limit $2`,
    [after, most],
  )
/** Whose names, without their marks, hold this text; the table is a few thousand rows at the most. */
export const bodiesLike = (read: Reading, text: string, most: number) =>
  read.rows<BodyRow>(
    `select name_key, name from competent_body where ended_at is null
       and strpos(
         translate(regexp_replace(normalize(name_key, NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'),
         $1
       ) > 0
     order by name_key limit $2`,
    [text, most],
  )
