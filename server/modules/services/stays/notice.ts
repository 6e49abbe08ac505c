/**
 * A notice of stay as its deeds handle it: what names the guest is sealed, how she is found again, and what
 * whoever reported it reads. Whether the register knows her is told to nobody who reports.
 */
import type { z } from 'zod'
import type { cancelReason, stayGuest, stayNotice } from '../../../../contract/stays.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { NoticeRow } from './notice-row.ts'
import type { Stay } from './stay-time.ts'

export type Guest = z.infer<typeof stayGuest>

export interface NoticeContent {
  readonly guest: Guest
  readonly stay: Stay
}

const COLUMN = 'stay_guest.sealed'
export const sealNotice = ({ sealer }: Pick<Tools, 'sealer'>, content: NoticeContent): Buffer =>
  sealer.sealWithPlatformKey(COLUMN, JSON.stringify(content))
export const contentOf = (
  { sealer }: Pick<Tools, 'sealer'>,
  { sealed }: Pick<NoticeRow, 'sealed'>,
): NoticeContent => JSON.parse(sealer.unsealWithPlatformKey(COLUMN, sealed).toString('utf8')) as NoticeContent

type Papers = Pick<Guest, 'personalNumber' | 'passport' | 'nationality'>
const documentOf = ({ personalNumber, passport, nationality }: Papers): string =>
  personalNumber ?? `${nationality ?? ''} ${passport ?? ''}`

/** The same person by the same paper, whoever wrote her name how. */
export const guestDigest = ({ digests }: Pick<Tools, 'digests'>, guest: Papers): Buffer =>
  digests.identifier('stay-guest', documentOf(guest))
/** The same guest for the same days at the same place: one notice. */
export const toldDigest = (
  { digests }: Pick<Tools, 'digests'>,
  facilityId: string,
  guest: Guest,
  { fromDay, toDay }: { readonly fromDay: string; readonly toDay: string },
): Buffer => digests.identifier('stay-told', `${facilityId} ${documentOf(guest)} ${fromDay} ${toDay}`)

const END = 4
export const documentEnd = (guest: Guest): string => documentOf(guest).slice(-END)

export const viewOf = (tools: Pick<Tools, 'sealer'>, row: NoticeRow): z.infer<typeof stayNotice> => {
  const { guest, stay } = contentOf(tools, row)
  return {
    id: row.id,
    fullName: guest.fullName,
    documentEnd: documentEnd(guest),
    room: stay.room ?? null,
    from: stay.from,
    to: stay.to,
    reason: stay.reason,
    way: row.way,
    filedAt: row.filed_at.toISOString(),
    late_min: row.late_min,
    state: row.state,
    cancelledWhy: row.state_why as z.infer<typeof cancelReason> | null,
  }
}
