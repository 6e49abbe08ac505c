/**
 * A guest at somebody's home, or in rooms that she lets, notified in her own app (Law on Residence
 * 68/2020/QH14 art. 30); and what anybody reads of the notices about herself.
 */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import {
  facilityCode,
  facilityKind,
  filed,
  reportedStay,
  shownText,
  stay,
  stayChange,
  stayFaults,
  stayNotice,
  stayReason,
} from './stays.ts'
import { cursor, moment, nothing, pageOf } from './values.ts'

/** What a person may add herself: her home, and rooms that she lets. */
export const homeKind = z.enum(['household', 'rented-rooms'])
const home = z.object({
  id: z.uuid(),
  kind: homeKind,
  name: z.string(),
  address: z.string(),
  /** Which police takes its notices. */
  office: z.string(),
  isSuspended: z.boolean(),
  /** She lives elsewhere by now: what was notified stands, and no guest is notified there any more. */
  isLeft: z.boolean(),
  reasons: z.array(stayReason),
})
export const ViewHomes = view('stays.homes', {
  summary: 'Her own home and the rooms that she lets, by when a guest is notified, and what she may add.',
  input: nothing,
  output: z.object({
    items: z.array(home),
    now: moment,
    /** By when whoever comes now is notified in time. */
    dueAt: moment,
    /** Of level 2, and fewer than may be. */
    mayAdd: z.boolean(),
    /** Where the register has her reside; null where it does not say. */
    residence: z.string().nullable(),
  }),
})
/** Of a province (2 digits) or a commune (5). */
const unitCode = z.string().regex(/^\d{2}(?:\d{3})?$/)
export const AddHome = deed('stays.add-home', {
  summary:
    'Adds her own home, at the address of the register, or rooms that she lets, at the address that she gives. Level 2.',
  input: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('household') }),
    z.strictObject({
      kind: z.literal('rented-rooms'),
      name: shownText(2, 80),
      address: shownText(5, 200),
      unit: unitCode,
    }),
  ]),
  output: home,
  problems: ['stays.level-2-needed', 'stays.no-residence', 'stays.homes-full', 'stays.no-such-unit'],
})
export const ReportAtHome = deed('stays.report-at-home', {
  summary: 'Notifies a guest in her home or her rooms; as stays.report.',
  input: reportedStay.extend({ homeId: z.uuid() }),
  output: filed,
  problems: [
    ...stayFaults,
    'stays.no-such-home',
    'stays.home-left',
    'stays.facility-suspended',
    'limit.reached',
  ],
})
export const ListAtHome = view('stays.at-home', {
  summary: 'Whom she has notified there, the newest first.',
  input: z.object({ homeId: z.uuid(), cursor }),
  output: pageOf(stayNotice),
  problems: ['stays.no-such-home'],
})
export const ChangeAtHome = deed('stays.change-at-home', {
  summary: 'Corrects, ends early or takes back a notice of hers; as stays.change.',
  input: z.object({ homeId: z.uuid(), id: z.uuid(), to: stayChange }),
  output: stayNotice,
  problems: [
    ...stayFaults,
    'stays.no-such-home',
    'stays.home-left',
    'stays.no-such-notice',
    'stays.cancelled',
    'stays.not-in-stay',
    'stays.facility-suspended',
    'limit.reached',
  ],
})
export const ViewOwnStays = view('stays.own', {
  summary: 'Where and when somebody has notified her stay, the newest first.',
  input: z.object({ cursor }),
  output: pageOf(
    z.object({
      id: z.uuid(),
      kind: facilityKind,
      /** Null for somebody's home: whose it is, is told to nobody whose number was typed. */
      place: z.string().nullable(),
      address: z.string().nullable(),
      office: z.string(),
      from: moment,
      to: moment,
      filedAt: moment,
      state: z.enum(['filed', 'cancelled']),
    }),
  ),
})

export const ViewStayPlace = view('stays.place', {
  summary: 'The place whose printed code she has scanned, and what she would share with it.',
  input: z.object({ code: facilityCode }),
  output: z.object({
    name: z.string(),
    kind: facilityKind,
    address: z.string(),
    office: z.string(),
    isSuspended: z.boolean(),
    /** By when whoever comes now is notified in time. */
    dueAt: moment,
    reasons: z.array(stayReason),
    /** As the place would read her: her name, and the end of her number. */
    shows: z.object({ fullName: z.string(), documentEnd: z.string() }),
  }),
  problems: ['stays.code-unknown'],
})
export const ReportOwnStay = deed('stays.report-own', {
  summary:
    'Notifies her own stay at a place by its printed code, as the register names her: the place reads her name and the end of her number, the police all that a notice says.',
  input: z.object({ code: facilityCode, id: z.uuid(), stay }),
  output: filed,
  problems: [...stayFaults, 'stays.code-unknown', 'stays.facility-suspended', 'limit.reached'],
})
export const CancelOwnStay = deed('stays.cancel-own', {
  summary: 'Takes back a notice that she gave herself.',
  input: z.object({ code: facilityCode, id: z.uuid() }),
  output: stayNotice,
  problems: ['stays.code-unknown', 'stays.no-such-notice', 'stays.facility-suspended'],
})
