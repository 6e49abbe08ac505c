/**
 * Where an office's queue is read on: after a moment and an id, in that order. A cursor comes back from the
 * client, so it is looked at strictly.
 */
import { problem } from '../../../kernel/problem.ts'

/** `dueAt`: ISO, the moment by which the queue is ordered. */
export interface QueuePlace {
  readonly dueAt: string
  readonly id: string
}

const FIRST: QueuePlace = { dueAt: '1970-01-01T00:00:00.000Z', id: '00000000-0000-0000-0000-000000000000' }
const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Throws `request.invalid` for what is no cursor of ours. */
export const placeAfter = (cursor: string | undefined): QueuePlace => {
  if (cursor === undefined) {
    return FIRST
  }
  const [, dueAt = '', id = ''] = CURSOR.exec(cursor) ?? []
  if (Number.isNaN(Date.parse(dueAt))) {
    throw problem('request.invalid', { fields: [{ field: 'cursor', code: 'shape' }] })
  }
  return { dueAt, id }
}

/** The cursor behind a page's last row; null when the page was not full. */
export const nextCursor = (
  rows: readonly { readonly id: string }[],
  most: number,
  last: { readonly at: Date; readonly id: string } | undefined,
): string | null => (rows.length === most && last ? `${last.at.toISOString()}|${last.id}` : null)
