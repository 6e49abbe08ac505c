/**
 * SQL of reports of crimes: the report, its place in a queue, its receipt, what is written on it, its
 * pictures.
 */
import type { Reading, Work } from '../../../kernel/work.ts'

export interface ReportRow {
  readonly id: string
  readonly reference: string
  readonly office_id: string
  readonly kind: string
  readonly unit_code: string
  readonly is_named: boolean
  readonly pictures: number
  readonly received_on: string
  readonly state: 'open' | 'settled'
  readonly outcome: string | null
  readonly extended_on: string | null
  readonly forwarded_on: string | null
  readonly ended_on: string | null
  readonly is_asked: boolean
  readonly is_answered: boolean
  readonly sealed: Buffer
}
const COLUMNS = `r.id, r.reference, r.office_id, r.kind, r.unit_code, r.is_named, r.pictures, r.received_on,
  r.state, r.outcome, r.extended_on, r.forwarded_on, r.ended_on, r.is_asked, r.is_answered, r.sealed`

export const add = async (work: Work, row: ReportRow, dueOn: string): Promise<void> => {
  await work.run(
    `insert into crime_report (id, reference, office_id, kind, unit_code, is_named, pictures, received_on,
       state, sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.reference,
      row.office_id,
      row.kind,
      row.unit_code,
      row.is_named,
      row.pictures,
      row.received_on,
      row.state,
      row.sealed,
    ],
  )
  await enqueue(work, row, dueOn)
}

const enqueue = async (work: Work, row: ReportRow, dueOn: string): Promise<void> => {
  await work.run('insert into crime_report_queue (office_id, due_on, id) values ($1, $2, $3)', [
    row.office_id,
    dueOn,
    row.id,
  ])
}
/** Out of the place where it stood by the row before, and to where it stands now, if it still waits. */
export const requeue = async (
  work: Work,
  before: { readonly officeId: string; readonly dueOn: string },
  row: ReportRow,
  dueOn: string | null,
): Promise<void> => {
  await work.run('delete from crime_report_queue where office_id = $1 and due_on = $2 and id = $3', [
    before.officeId,
    before.dueOn,
    row.id,
  ])
  if (dueOn !== null) {
    await enqueue(work, row, dueOn)
  }
}

export const find = (read: Reading, id: string) =>
  read.maybe<ReportRow>(`select ${COLUMNS} from crime_report r where r.id = $1`, [id])
export const forUpdate = (work: Work, id: string) =>
  work.maybe<ReportRow>(`select ${COLUMNS} from crime_report r where r.id = $1 for update`, [id])

/** What a step may change. */
export const save = async (work: Work, row: ReportRow): Promise<void> => {
  await work.run(
    `update crime_report set office_id = $2, state = $3, outcome = $4, extended_on = $5, forwarded_on = $6,
       ended_on = $7, is_asked = $8, is_answered = $9, sealed = $10 where id = $1`,
    [
      row.id,
      row.office_id,
      row.state,
      row.outcome,
      row.extended_on,
      row.forwarded_on,
      row.ended_on,
      row.is_asked,
      row.is_answered,
      row.sealed,
    ],
  )
}

/** All that is kept of it counts from the same day. */
export const endParts = async (work: Work, id: string, on: string, at: Date): Promise<void> => {
  for (const table of ['crime_report_door', 'crime_report_message', 'crime_report_picture']) {
    await work.run(`update ${table} set ended_on = $2 where report_id = $1`, [id, on])
  }
  await work.run('update crime_report_reporter set ended_at = $2 where report_id = $1', [id, at])
}

export const pageOfOffice = (
  read: Reading,
  officeId: string,
  after: { readonly dueOn: string; readonly id: string },
  most: number,
) =>
  read.rows<ReportRow & { readonly due_on: string }>(
    `select ${COLUMNS}, q.due_on from crime_report_queue q join crime_report r on r.id = q.id
     where q.office_id = $1 and (q.due_on, q.id) > ($2::date, $3::uuid) order by q.due_on, q.id limit $4`,
    [officeId, after.dueOn, after.id, most],
  )
/**
 * How many wait by each last day, the earliest first; read along the queue's own key. A count by increment
 * would be one number that two reports touch in their order.
 */
export const daysOfOffice = (read: Reading, officeId: string) =>
  read.rows<{ readonly due_on: string; readonly waiting: number }>(
    `select due_on, count(*)::int as waiting from crime_report_queue where office_id = $1
     group by due_on order by due_on`,
    [officeId],
  )

/** Whose last day is over and who were not told, after one of them. */
export const lateUntold = (
  read: Reading,
  before: string,
  after: { readonly due_on: string; readonly id: string },
  most: number,
) =>
  read.rows<{ readonly due_on: string; readonly id: string }>(
    `select q.due_on, q.id from crime_report_queue q join crime_report r on r.id = q.id
     where q.due_on < $1::date and (q.due_on, q.id) > ($2::date, $3::uuid) and not r.is_late_told
     order by q.due_on, q.id limit $4`,
    [before, after.due_on, after.id, most],
  )
export const markLateTold = (work: Work, id: string): Promise<number> =>
  work.run(
    `update crime_report set is_late_told = true where id = $1 and state = 'open' and not is_late_told`,
    [id],
  )

export const addDoor = async (work: Work, digest: Buffer, reportId: string): Promise<void> => {
  await work.run('insert into crime_report_door (digest, report_id) values ($1, $2)', [digest, reportId])
}
export const behindDoor = async (read: Reading, digest: Buffer): Promise<string | null> =>
  (
    await read.maybe<{ report_id: string }>('select report_id from crime_report_door where digest = $1', [
      digest,
    ])
  )?.report_id ?? null

export interface MessageRow {
  readonly is_office: boolean
  readonly said_on: string
  readonly sealed: Buffer
}
export const messagesOf = (read: Reading, reportId: string) =>
  read.rows<MessageRow>(
    'select is_office, said_on, sealed from crime_report_message where report_id = $1 order by no',
    [reportId],
  )
export const addMessage = async (
  work: Work,
  reportId: string,
  no: number,
  message: MessageRow,
): Promise<void> => {
  await work.run(
    `insert into crime_report_message (report_id, no, is_office, said_on, sealed) values ($1, $2, $3, $4, $5)`,
    [reportId, no, message.is_office, message.said_on, message.sealed],
  )
}

export const addPicture = async (work: Work, reportId: string, no: number, sealed: Buffer): Promise<void> => {
  await work.run('insert into crime_report_picture (report_id, no, sealed) values ($1, $2, $3)', [
    reportId,
    no,
    sealed,
  ])
}
export const pictureOf = async (read: Reading, reportId: string, no: number): Promise<Buffer | null> =>
  (
    await read.maybe<{ sealed: Buffer }>(
      'select sealed from crime_report_picture where report_id = $1 and no = $2',
      [reportId, no],
    )
  )?.sealed ?? null
