/** SQL of the devices that stand at desks. */
import type { Reading, Work } from '../../../../kernel/work.ts'
import type { DeviceKind } from '../../../../../contract/devices.ts'

export interface DeviceTicketRow {
  readonly office_id: string
  readonly desk: string
  readonly name: string
  readonly kinds: readonly DeviceKind[]
}
export interface CaptureDeviceRow extends DeviceTicketRow {
  readonly id: string
  readonly desk_key: string
  readonly public_key: { readonly x: string; readonly y: string }
  readonly enrolled_at: Date
}

export const saveTicket = (
  work: Work,
  digest: Buffer,
  { office_id, desk, name, kinds }: DeviceTicketRow,
  expiresAt: Date,
): Promise<number> =>
  work.run(
    `insert into capture_device_ticket (ticket_digest, office_id, desk, name, kinds, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [digest, office_id, desk, name, [...kinds], expiresAt],
  )
/** Uses a ticket; the second user gets nothing. */
export const useTicket = (work: Work, digest: Buffer, at: Date) =>
  work.maybe<DeviceTicketRow>(
    `delete from capture_device_ticket where ticket_digest = $1 and expires_at > $2
     returning office_id, desk, name, kinds`,
    [digest, at],
  )

export const insertDevice = (work: Work, row: CaptureDeviceRow): Promise<number> =>
  work.run(
    `insert into capture_device (id, office_id, desk, desk_key, name, kinds, public_key, enrolled_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      row.id,
      row.office_id,
      row.desk,
      row.desk_key,
      row.name,
      [...row.kinds],
      JSON.stringify(row.public_key),
      row.enrolled_at,
    ],
  )
const COLUMNS = 'id, office_id, desk, desk_key, name, kinds, public_key, enrolled_at'
export const findDevice = (read: Reading, id: string) =>
  read.maybe<CaptureDeviceRow>(`select ${COLUMNS} from capture_device where id = $1 and ended_at is null`, [
    id,
  ])
export const devicesAtDesk = (read: Reading, officeId: string, deskKey: string) =>
  read.rows<CaptureDeviceRow>(
    `select ${COLUMNS} from capture_device where office_id = $1 and desk_key = $2 and ended_at is null
     order by enrolled_at desc limit 50`,
    [officeId, deskKey],
  )
export interface ListedDeviceRow extends CaptureDeviceRow {
  readonly office: string
  readonly ended_at: Date | null
}
/** After `after` in the order of their identifiers, which is that of their registration. */
export const listDevices = (read: Reading, of: { officeCode: string | null; after: string; most: number }) =>
  read.rows<ListedDeviceRow>(
    `select d.id, d.office_id, d.desk, d.desk_key, d.name, d.kinds, d.public_key, d.enrolled_at,
       d.ended_at, f.code as office
     from capture_device d join office f on f.id = d.office_id
     where ($1::text is null or f.code = $1) and d.id > $2 order by d.id limit $3`,
    [of.officeCode, of.after, of.most],
  )
/** Whether one that stood has ended by this. */
export const endDevice = async (work: Work, id: string, reason: string, at: Date): Promise<boolean> =>
  (await work.run(
    'update capture_device set ended_at = $2, end_reason = $3 where id = $1 and ended_at is null',
    [id, at, reason],
  )) === 1

export interface AtDeskRow {
  readonly id: string
  readonly desk: string
  readonly office: string
  readonly ends_at: Date
}
/**
 * Who sits at a desk, whoever sat down last. `devices`: only whom one of these has confirmed there; null
 * where the desk has none that could.
 */
export const sessionAtDesk = (
  read: Reading,
  of: { officeId: string; deskKey: string; devices: readonly string[] | null; at: Date; isWorldOn: boolean },
) =>
  read.maybe<AtDeskRow>(
    `select s.id, s.desk, f.name as office, s.ends_at
     from officer_session s join officer o on o.id = s.officer_id
       join office f on f.id = s.office_id
     where s.office_id = $1 and s.desk_key = $2 and s.ends_at > $3 and o.left_at is null
       and ($4::uuid[] is null or s.desk_device = any($4))
       and ($5 or exists (select 1 from officer_passkey p where p.officer_id = s.officer_id))
     order by s.desk_since desc nulls last, s.id desc limit 1`,
    [of.officeId, of.deskKey, of.at, of.devices === null ? null : [...of.devices], of.isWorldOn],
  )
/** Which device has said where this session sits; null while none has. */
export const seatOf = async (read: Reading, sessionId: string): Promise<string | null> =>
  (
    await read.maybe<{ desk_device: string | null }>(
      'select desk_device from officer_session where id = $1',
      [sessionId],
    )
  )?.desk_device ?? null
/** Who sits down and whom a screen opens for, one after the other. */
export const holdDesk = (work: Work, officeId: string, deskKey: string) =>
  work.rows(
    `select id from capture_device where office_id = $1 and desk_key = $2 and ended_at is null
     order by id for update`,
    [officeId, deskKey],
  )
/** Nobody else has this seat any more, however long her session goes on. */
export const leaveSeats = (work: Work, of: { officeId: string; deskKey: string; but: string }) =>
  work.run(
    `update officer_session set desk_device = null
     where office_id = $1 and desk_key = $2 and id <> $3 and desk_device is not null`,
    [of.officeId, of.deskKey, of.but],
  )
export const takeSeat = (work: Work, sessionId: string, deviceId: string, at: Date): Promise<number> =>
  work.run('update officer_session set desk_device = $2, desk_since = $3 where id = $1', [
    sessionId,
    deviceId,
    at,
  ])
/** The screens of whoever else sits at this desk: it asks for one officer at a time. */
export const othersWithScreens = (
  read: Reading,
  of: { officeId: string; deskKey: string; but: string; at: Date },
) =>
  read.rows<{ id: string }>(
    `select distinct s.id from officer_session s join screen_session c on c.officer_session_id = s.id
     where s.office_id = $1 and s.desk_key = $2 and s.id <> $3 and s.ends_at > $4`,
    [of.officeId, of.deskKey, of.but, of.at],
  )
/** The same of whom none of these devices has confirmed here. */
export const unconfirmedWithScreens = (
  read: Reading,
  of: { officeId: string; deskKey: string; devices: readonly string[]; at: Date },
) =>
  read.rows<{ id: string }>(
    `select distinct s.id from officer_session s join screen_session c on c.officer_session_id = s.id
     where s.office_id = $1 and s.desk_key = $2 and s.ends_at > $4
       and (s.desk_device is null or s.desk_device <> all($3))`,
    [of.officeId, of.deskKey, [...of.devices], of.at],
  )
