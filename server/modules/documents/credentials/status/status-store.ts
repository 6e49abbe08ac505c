/** SQL of status lists, their places and what was published of them. */
import type { Reading, Work } from '../../../../kernel/work.ts'

export interface OpenListRow {
  readonly list_id: string
  readonly slot: number
}
/** Those that take places for what is valid this long. */
export const openLists = (read: Reading, holds_days: number, at: Date) =>
  read.rows<OpenListRow>(
    `select list_id, slot from status_list
     where holds_days = $1 and is_open and closes_at > $2 order by slot`,
    [holds_days, at],
  )

export interface NewList {
  readonly listId: string
  readonly holds_days: number
  readonly slot: number
  readonly closesAt: Date
  readonly endsAt: Date
  readonly at: Date
}
/** Of two who open one in the same slot, the first one's stands. */
export const insertList = (read: Reading, list: NewList) =>
  read.rows(
    `insert into status_list (list_id, holds_days, slot, is_open, closes_at, ends_at, build_at)
     values ($1, $2, $3, true, $4, $5, $6) on conflict do nothing`,
    [list.listId, list.holds_days, list.slot, list.closesAt, list.endsAt, list.at],
  )
/** Takes no places from now on: what had its time, and what is full. */
export const closeList = (read: Reading, listId: string) =>
  read.rows('update status_list set is_open = false where list_id = $1 and is_open', [listId])
export const closeListsInTime = (read: Reading, at: Date) =>
  read.rows('update status_list set is_open = false where is_open and closes_at <= $1', [at])
export const everyOpenList = (read: Reading) =>
  read.rows<{ list_id: string }>('select list_id from status_list where is_open order by list_id')
export const everyStandingList = (read: Reading, at: Date) =>
  read.rows<{ list_id: string }>('select list_id from status_list where ends_at > $1 order by list_id', [at])
export const placesTaken = async (read: Reading, listId: string): Promise<number> =>
  (
    await read.one<{ taken: number }>('select count(*)::int as taken from status_entry where list_id = $1', [
      listId,
    ])
  ).taken

export interface Place {
  readonly listId: string
  readonly idx: number
}
/**
 * In the order of the key, so that two who draw never wait for each other in a circle. Answers those got.
 */
export const takePlaces = async (work: Work, places: readonly Place[]): Promise<Place[]> =>
  (
    await work.rows<{ list_id: string; idx: number }>(
      `insert into status_entry (list_id, idx)
       select l, i from unnest($1::text[], $2::int[]) as t(l, i) order by l, i
       on conflict do nothing returning list_id, idx`,
      [places.map(({ listId }) => listId), places.map(({ idx }) => idx)],
    )
  ).map(({ list_id: listId, idx }) => ({ listId, idx }))
/** Of places whose list is gone nothing is left to change. */
export const setStatuses = (work: Work, places: readonly Place[], status: number): Promise<number> =>
  work.run(
    `update status_entry e set status = $3
     from (select l, i from unnest($1::text[], $2::int[]) as t(l, i) order by l, i) as t
     where e.list_id = t.l and e.idx = t.i`,
    [places.map(({ listId }) => listId), places.map(({ idx }) => idx), status],
  )

export interface ListRow {
  readonly list_id: string
  readonly ends_at: Date
}
/** One that is due, taken by one worker; else undefined. */
export const takeListToBuild = (work: Work, at: Date) =>
  work.maybe<ListRow>(
    `select list_id, ends_at from status_list where build_at <= $1
     order by build_at limit 1 for update skip locked`,
    [at],
  )
export const listForUpdate = (work: Work, listId: string) =>
  work.maybe<ListRow>('select list_id, ends_at from status_list where list_id = $1 for update', [listId])
export const buildAgain = (work: Work, listId: string, at: Date): Promise<number> =>
  work.run('update status_list set build_at = $2 where list_id = $1', [listId, at])
export const notValid = (read: Reading, listId: string) =>
  read.rows<{ idx: number; status: number }>(
    'select idx, status from status_entry where list_id = $1 and status <> 0',
    [listId],
  )
export const saveToken = (work: Work, listId: string, token: string, at: Date): Promise<number> =>
  work.run(
    `insert into status_list_token (list_id, token, issued_at) values ($1, $2, $3)
     on conflict (list_id) do update set token = excluded.token, issued_at = excluded.issued_at`,
    [listId, token, at],
  )
export const tokenOf = (read: Reading, listId: string) =>
  read.maybe<{ token: string; issued_at: Date }>(
    'select token, issued_at from status_list_token where list_id = $1',
    [listId],
  )

const BITE = 10_000
/** Answers whether places were left to forget. */
export const forgetPlaces = async (work: Work, listId: string): Promise<boolean> =>
  (await work.run(
    `delete from status_entry where list_id = $1
     and idx in (select idx from status_entry where list_id = $1 limit ${BITE})`,
    [listId],
  )) === BITE
export const forgetList = async (work: Work, listId: string): Promise<void> => {
  await work.run('delete from status_list_token where list_id = $1', [listId])
  await work.run('delete from status_list where list_id = $1', [listId])
}
