/**
 * A report of a crime as it is kept and read. What was written stands sealed by the house's key, named or
 * not: an anonymous one belongs to nobody here, and both look alike to whoever has the rows.
 */
import type { z } from 'zod'
import type { crimeKind, crimeOutcome } from '../../../../contract/crime-report.ts'
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import { newSecret, newTimelessId } from '../../../kernel/id.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { readPage } from '../../evidence/capture/paper-page.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { officeFor } from '../../registry/organisations/route-office.ts'
import { findUnit, unitHistory } from '../../registry/territory/find-unit.ts'
import * as store from './crime-report-store.ts'
import { dueDay, isLate, lastDay, messagesMost } from './rules.ts'

export type Kind = z.infer<typeof crimeKind>
type Ending = z.infer<typeof crimeOutcome>
export type ReportRow = store.ReportRow
type Sealing = Pick<Tools, 'sealer'>

interface Content {
  readonly text: string
  readonly happenedOn: string | null
  readonly extendedWhy: string | null
  readonly forwardedWhy: string | null
  readonly settledWhy: string | null
}
const CONTENT = 'crime_report.content'
const MESSAGE = 'crime_report_message.text'
const PICTURE = 'crime_report_picture.jpeg'

const sealContent = ({ sealer }: Sealing, content: Content): Buffer =>
  sealer.sealWithPlatformKey(CONTENT, JSON.stringify(content))
const contentOf = ({ sealer }: Sealing, { sealed }: Pick<ReportRow, 'sealed'>): Content =>
  JSON.parse(sealer.unsealWithPlatformKey(CONTENT, sealed).toString('utf8')) as Content

export interface Told {
  readonly kind: Kind
  readonly text: string
  readonly unitCode: string
  readonly happenedOn?: string | undefined
  readonly pictures: readonly string[]
}

/** Of each file nothing stays but its pixels. Throws `evidence.page-unreadable`. */
export const readPictures = async (pictures: readonly string[]): Promise<readonly Buffer[]> => {
  const read: Buffer[] = []
  for (const one of pictures) {
    read.push((await readPage(one)).jpeg)
  }
  return read
}

/**
 * Of the commune, or of the province where that is all that is known. Throws `crime-report.no-such-place`.
 */
export const competentOffice = async (
  read: Reading,
  unitCode: string | undefined,
  at: Date,
): Promise<string> => {
  if (unitCode !== undefined && !(await findUnit(read, unitCode))) {
    throw problem('crime-report.no-such-place')
  }
  return officeFor(read, 'crime-report.work', unitCode ?? null, at)
}

/** Writes a new report and answers its row. Its ids are of chance alone, and its moment is a day. */
export const addReport = async (
  work: Work,
  tools: Sealing,
  told: Told & { readonly isNamed: boolean; readonly jpegs: readonly Buffer[] },
  at: Date,
): Promise<ReportRow> => {
  const row: ReportRow = {
    id: newTimelessId(),
    reference: composeDossierCode(newSecret(5)),
    office_id: await competentOffice(work, told.unitCode, at),
    kind: told.kind,
    unit_code: told.unitCode,
    is_named: told.isNamed,
    pictures: told.jpegs.length,
    received_on: dayInVietnam(at),
    state: 'open',
    outcome: null,
    extended_on: null,
    forwarded_on: null,
    ended_on: null,
    is_asked: false,
    is_answered: false,
    sealed: sealContent(tools, {
      text: told.text,
      happenedOn: told.happenedOn ?? null,
      extendedWhy: null,
      forwardedWhy: null,
      settledWhy: null,
    }),
  }
  await store.add(work, row, lastDay(row.received_on, false))
  for (const [index, jpeg] of told.jpegs.entries()) {
    await store.addPicture(work, row.id, index + 1, tools.sealer.sealWithPlatformKey(PICTURE, jpeg))
  }
  return row
}

export const lastDayOf = ({ received_on: day, extended_on: extended }: ReportRow): string =>
  lastDay(day, extended !== null)

/** Writes a step, with its place in the queue; `why` stands beside what is sealed already. */
export const saveReport = async (
  work: Work,
  tools: Sealing,
  before: ReportRow,
  change: Partial<Omit<ReportRow, 'id' | 'sealed'>>,
  why: Partial<Content> = {},
): Promise<ReportRow> => {
  const after: ReportRow = {
    ...before,
    ...change,
    sealed: sealContent(tools, { ...contentOf(tools, before), ...why }),
  }
  await store.save(work, after)
  const place = { officeId: before.office_id, dueOn: lastDayOf(before) }
  const dueOn = after.state === 'open' ? lastDayOf(after) : null
  if (after.office_id !== place.officeId || dueOn !== place.dueOn) {
    await store.requeue(work, place, after, dueOn)
  }
  return after
}

const messageText = ({ sealer }: Sealing, { sealed }: store.MessageRow): string =>
  sealer.unsealWithPlatformKey(MESSAGE, sealed).toString('utf8')

export const mustBeOpen = ({ state }: ReportRow): void => {
  if (state !== 'open') {
    throw problem('crime-report.closed')
  }
}

/**
 * Adds a message and answers the row as it stands. The same words again from the same side are the same
 * message: its answer was lost. Throws `crime-report.enough-said`.
 */
export const say = async (
  work: Work,
  tools: Sealing,
  row: ReportRow,
  { text, isOffice }: { readonly text: string; readonly isOffice: boolean },
  at: Date,
): Promise<ReportRow> => {
  mustBeOpen(row)
  const before = await store.messagesOf(work, row.id)
  const last = before.at(-1)
  if (last && last.is_office === isOffice && messageText(tools, last) === text) {
    return row
  }
  if (before.filter((one) => one.is_office === isOffice).length >= inForce(messagesMost, at)) {
    throw problem('crime-report.enough-said')
  }
  const sealed = tools.sealer.sealWithPlatformKey(MESSAGE, text)
  await store.addMessage(work, row.id, before.length + 1, {
    is_office: isOffice,
    said_on: dayInVietnam(at),
    sealed,
  })
  return saveReport(work, tools, row, { is_asked: isOffice, is_answered: !isOffice })
}

export const pictureOf = async (
  read: Reading,
  { sealer }: Sealing,
  id: string,
  no: number,
): Promise<Buffer | null> => {
  const sealed = await store.pictureOf(read, id, no)
  return sealed && sealer.unsealWithPlatformKey(PICTURE, sealed)
}

/** As it is called today, or was last; null for what stands in no list. */
const placeName = async (read: Reading, code: string): Promise<string | null> =>
  ((await findUnit(read, code)) ?? (await unitHistory(read, code)).at(-1))?.name ?? null

export const faceOf = async (read: Reading, row: ReportRow, at: Date) => ({
  reference: row.reference,
  kind: row.kind as Kind,
  place: await placeName(read, row.unit_code),
  state: row.state,
  receivedOn: row.received_on,
  dueOn: dueDay(lastDayOf(row)),
  isOverdue: row.state === 'open' && isLate(lastDayOf(row), at),
})

const because = (on: string | null, reason: string | null) =>
  on === null ? null : { on, reason: reason ?? '' }

/** As whoever sent it reads it. */
export const courseOf = async (read: Reading, tools: Sealing, row: ReportRow, at: Date) => {
  const content = contentOf(tools, row)
  const ended = because(row.ended_on, content.settledWhy)
  return {
    ...(await faceOf(read, row, at)),
    office: await officeName(read, row.office_id),
    text: content.text,
    happenedOn: content.happenedOn,
    pictures: row.pictures,
    messages: (await store.messagesOf(read, row.id)).map((one) => ({
      from: one.is_office ? ('office' as const) : ('reporter' as const),
      on: one.said_on,
      text: messageText(tools, one),
    })),
    isAsked: row.state === 'open' && row.is_asked,
    extended: because(row.extended_on, content.extendedWhy),
    forwarded: because(row.forwarded_on, content.forwardedWhy),
    settled: ended && { ...ended, outcome: row.outcome as Ending },
  }
}
