// What the head of a queue says of it while not every row was read: never less than waits.

/**
 * `known`: the office's own figure, where it was asked for. Rows come with those due first: unless every row
 * that was read is late, all the late ones were read.
 */
export const queueFigures = (
  rows: readonly { readonly isOverdue: boolean }[],
  hasMore: boolean,
  known: number | undefined,
): { readonly waiting: string; readonly late: string | null } => {
  const n = rows.length
  const late = rows.filter(({ isOverdue }) => isOverdue).length
  const orMore = (count: number): string => `${count}+`
  return {
    waiting: !hasMore ? String(n) : known !== undefined && known > n ? String(known) : orMore(n),
    late: late === 0 ? null : hasMore && late === n ? orMore(late) : String(late),
  }
}
