/**
 * Notices of stay (Law on Residence 68/2020/QH14 art. 30): a place where people stay tells the commune police
 * who stays there, from when to when and why. Told at the place's own desk, by its program, by a host in her
 * app, or by the guest herself.
 */
import { z } from 'zod'
import { hasForbiddenCharacters } from '../formats/vietnamese-text.ts'
import { deed, view } from './operation.ts'
import { birthDate, cursor, fullName, moment, nothing, pageOf, personalNumber } from './values.ts'

export const facilityKinds = [
  'lodging',
  'medical',
  'rented-rooms',
  'dormitory',
  'household',
  'other',
] as const
export const facilityKind = z.enum(facilityKinds)
const stayReasons = ['tourism', 'work', 'visit', 'study', 'treatment', 'care', 'rent', 'other'] as const
export const stayReason = z.enum(stayReasons)
/**
 * How it came: typed at the desk, read from a card, by file, by the place's program, by a host, by
 * herself.
 */
export const stayWay = z.enum(['typed', 'card', 'file', 'program', 'host', 'self'])

/** As the place is named in codes and by its operator: `khach-san-bo-song`. */
export const facilityCode = z.string().regex(/^[a-z][a-z0-9-]{2,40}$/)
/** The key of a desk or a program: 24 characters of Crockford's base32 in groups of four. */
export const facilityKey = z
  .string()
  .max(60)
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{24}$/))

/** A day, or a day and a time, as Vietnam's clocks show it. */
const stayTime = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d)?$/)
const passportNumber = z
  .string()
  .max(24)
  .regex(/^\s*(?:[A-Za-z0-9]\s*){6,12}$/)
  .transform((text) => text.toUpperCase().replaceAll(/\s/g, ''))
/** A line that a desk and the police read beside others: nothing in it hides or turns round what is near. */
export const shownText = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .transform((text, context): string => {
      if (hasForbiddenCharacters(text)) {
        context.addIssue({ code: 'custom', params: { code: 'invisible' }, message: 'invisible' })
      }
      return text
    })
export const room = shownText(1, 20)

/** Whoever stays. One of the two numbers is needed (art. 30(3)): a child has a personal number as well. */
export const stayGuest = z
  .strictObject({
    fullName,
    birthDate,
    personalNumber: personalNumber.optional(),
    passport: passportNumber.optional(),
    /** ISO 3166-1 alpha-3; of a passport. */
    nationality: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
  })
  .superRefine(({ personalNumber: number, passport, nationality }, context) => {
    const wrong = (field: string, code: string) =>
      context.addIssue({ code: 'custom', path: [field], params: { code }, message: code })
    if ((number === undefined) === (passport === undefined)) {
      wrong('personalNumber', 'one-document')
    } else if (passport !== undefined && nationality === undefined) {
      wrong('nationality', 'needed')
    }
  })
export const stay = z.strictObject({
  from: stayTime,
  to: stayTime,
  reason: stayReason,
  room: room.optional(),
})
/** `id`: drawn by whoever reports; the same one is the same notice. */
export const reportedStay = z.strictObject({ id: z.uuid(), guest: stayGuest, stay })

export const cancelReason = z.enum(['wrong-person', 'did-not-come', 'twice', 'other'])
export const stayChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('correct'), guest: stayGuest, stay }),
  /** She left earlier than reported; `at` lies within the stay and is no later than now. */
  z.strictObject({ change: z.literal('leave'), at: stayTime }),
  z.strictObject({ change: z.literal('cancel'), why: cancelReason }),
])

/** As whoever reported it reads it again. */
export const stayNotice = z.object({
  id: z.uuid(),
  fullName: z.string(),
  /** The last signs of the number that was given. */
  documentEnd: z.string(),
  room: z.string().nullable(),
  from: stayTime,
  to: stayTime,
  reason: stayReason,
  way: stayWay,
  filedAt: moment,
  /** 0: in time. */
  late_min: z.int(),
  state: z.enum(['filed', 'cancelled']),
  cancelledWhy: cancelReason.nullable(),
})
export const filed = z.object({ notice: stayNotice, isNew: z.boolean() })

export const stayFaults = [
  'stays.not-yet',
  'stays.too-long-ago',
  'stays.tell-the-police',
  'stays.to-before-from',
  'stays.too-long',
  'stays.reason-not-here',
  'stays.reported-otherwise',
  'stays.cancelled-before',
  'stays.id-used',
] as const

const facility = z.object({
  code: z.string(),
  name: z.string(),
  kind: facilityKind,
  address: z.string(),
  /** Which police takes its notices. */
  office: z.string(),
})

export const OpenStayDesk = deed('stays.open-desk', {
  summary: 'Signs the staff of a place of stay in at its desk, by the key that the operator gave it.',
  input: z.object({ key: facilityKey }),
  output: facility,
  problems: ['stays.key-unknown', 'stays.facility-suspended', 'limit.reached'],
})
export const CloseStayDesk = deed('stays.close-desk', {
  summary: 'Ends the sign-in of this desk.',
  input: nothing,
  output: nothing,
})
export const ViewStayDesk = view('stays.desk', {
  summary: 'The place, what waits until which hour, and how many stay there tonight.',
  input: nothing,
  output: z.object({
    facility,
    /** The present moment of the product. */
    now: moment,
    /** By when whoever comes now is notified in time. */
    dueAt: moment,
    reasons: z.array(stayReason),
    longest_days: z.int(),
    fileRows: z.int(),
    tonight: z.int(),
    leavingTomorrow: z.int(),
    lateToday: z.int(),
  }),
  problems: ['stays.facility-suspended'],
})
export const ListStays = view('stays.guests', {
  summary: 'The guests of this place, the newest notice first.',
  input: z.object({ show: z.enum(['tonight', 'leaving', 'all']), cursor }),
  output: pageOf(stayNotice),
  problems: ['stays.facility-suspended'],
})
export const ReportStay = deed('stays.report', {
  summary:
    'Notifies the stay of one guest. The same guest and days at the same place are one notice; a late one is taken and marked.',
  input: reportedStay.extend({ way: z.enum(['typed', 'card']).default('typed') }),
  output: filed,
  problems: [...stayFaults, 'stays.facility-suspended', 'limit.reached'],
})
export const ChangeStay = deed('stays.change', {
  summary:
    'Corrects a notice, says that the guest has left, or takes a mistaken notice back with its reason.',
  input: z.object({ id: z.uuid(), to: stayChange }),
  output: stayNotice,
  problems: [
    ...stayFaults,
    'stays.no-such-notice',
    'stays.cancelled',
    'stays.not-in-stay',
    'stays.facility-suspended',
  ],
})

/** Why one line of a file, or one notice of many, was not taken. */
export const rowFault = z.enum([
  'columns',
  'quotes',
  'name',
  'birth-date',
  'number-length',
  'number',
  'passport',
  'nationality',
  'one-document',
  'room',
  'from',
  'to',
  'reason',
  'id',
  ...stayFaults,
])
const rejected = z.object({ line: z.int(), fault: rowFault })
export const ReportStayFile = deed('stays.report-file', {
  summary:
    'Notifies the guests of a CSV file. Good lines are kept once, the others are told with their line and reason; the same file again changes nothing.',
  input: z.object({ text: z.string().max(200_000) }),
  output: z.object({ rows: z.int(), taken: z.int(), there: z.int(), rejected: z.array(rejected) }),
  problems: ['stays.file-unreadable', 'stays.file-too-long', 'stays.facility-suspended', 'limit.reached'],
})
export const ReportStays = deed('stays.report-many', {
  summary:
    "For a hotel's own program: up to 200 notices in one message, each as in stays.report and each answered by its place in the list.",
  input: z.object({ notices: z.array(z.unknown()).min(1).max(200) }),
  output: z.object({
    results: z.array(z.object({ state: z.enum(['taken', 'there', 'rejected']), fault: rowFault.nullable() })),
  }),
  problems: ['stays.facility-suspended', 'limit.reached'],
})

/** What the register says of a guest's name and number: for the police, never for whoever reports. */
const registerSays = z.enum(['waiting', 'agrees', 'differs', 'unknown', 'foreign'])
export const ViewStayOverview = view('stays.commune', {
  summary: 'Places of stay of the office, those with late notices first, with their guests of a night.',
  input: z.object({ day: z.iso.date().optional(), cursor }),
  output: z.object({
    day: z.iso.date(),
    now: moment,
    /** By when whoever comes now is notified in time. */
    dueAt: moment,
    tonight: z.int(),
    foreign: z.int(),
    late: z.int(),
    places: pageOf(
      z.object({
        id: z.uuid(),
        name: z.string(),
        address: z.string(),
        kind: facilityKind,
        isSuspended: z.boolean(),
        tonight: z.int(),
        late: z.int(),
        /** The newest notice for that night; null where nobody was notified. */
        lastFiledAt: moment.nullable(),
      }),
    ),
  }),
})
const seenGuest = z.object({
  id: z.uuid(),
  place: z.string(),
  fullName: z.string(),
  birthDate: z.string(),
  documentEnd: z.string(),
  nationality: z.string().nullable(),
  room: z.string().nullable(),
  from: stayTime,
  to: stayTime,
  reason: stayReason,
  way: stayWay,
  filedAt: moment,
  late_min: z.int(),
  state: z.enum(['filed', 'cancelled']),
  registerSays,
})
export const ListStayGuests = view('stays.seen-guests', {
  summary:
    'Guests of a night at one place of the office, or those who were notified late at any; the latest first. Each guest reads of the look.',
  input: z.object({ day: z.iso.date(), placeId: z.uuid().optional(), cursor }),
  output: pageOf(seenGuest),
  problems: ['stays.no-such-place', 'limit.reached'],
})
const staySearchPurpose = z.enum(['residence-check', 'missing-person', 'court-or-investigation'])
export const SearchStays = deed('stays.search', {
  summary:
    'Where somebody stays or stayed within the office, by her whole number or passport and for a purpose. She reads of it.',
  input: z.object({
    purpose: staySearchPurpose,
    reference: z.string().trim().max(60).optional(),
    personalNumber: personalNumber.optional(),
    passport: passportNumber.optional(),
    nationality: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
  }),
  output: z.object({ items: z.array(seenGuest), areAll: z.boolean() }),
  problems: ['stays.one-number', 'counter.reference-required', 'limit.reached'],
})
