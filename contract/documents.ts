/**
 * Documents of other registers on her phone: which kinds there are, asking for one, what came of it, and what
 * to do when the register has none or says something else of her.
 */
import { z } from 'zod'
import { claimName, keptDocumentType, documentTypeId } from './document-type.ts'
import { deed, view } from './operation.ts'
import { moment, nothing } from './values.ts'

/**
 * `looking`: not answered yet. `missing`: there is none. `differs`: the register says something else of her.
 */
export const documentState = z.enum(['looking', 'missing', 'differs', 'held'])
/** What the register says of a document that it has. `gone`: it had it and has it no more. */
export const documentStanding = z.enum(['valid', 'expired', 'revoked', 'suspended', 'gone'])
export const holderField = z.enum(['fullName', 'birthDate'])
export const claimValue = z.union([
  z.string().max(2000),
  z.array(z.string().max(200)).max(50),
  z.int().min(-1_000_000_000).max(1_000_000_000),
])

const ownDocument = z.object({
  id: z.string(),
  type: z.string(),
  /** By which people speak of it, with us and with the register. */
  reference: z.string(),
  state: documentState,
  standing: documentStanding.nullable(),
  /** What she typed. */
  keys: z.record(z.string(), z.string()),
  /** By the names of the type's claims; null while it is not held. */
  values: z.record(z.string(), claimValue).nullable(),
  addedAt: moment,
  /** When the register last said what is shown. */
  syncedAt: moment.nullable(),
  /** The register has not answered since; what is shown is from `syncedAt`. */
  silentSince: moment.nullable(),
  nextLookAt: moment.nullable(),
  /** Until when the register has an answer, where it has none or another. */
  dueAt: moment.nullable(),
  difference: z.object({ field: holderField, sourceSays: z.string(), registerSays: z.string() }).nullable(),
  /** When she asked the register to look into its entry, or for one that it does not find. */
  reportedAt: moment.nullable(),
})

const knownSource = z.object({
  id: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  /** False: this Sen has no line to it, so its documents cannot be added. */
  isConnected: z.boolean(),
  silentSince: moment.nullable(),
})
export const ViewDocumentTypes = view('documents.types', {
  summary: 'Every kind of document that can be on the phone, with its words, its source and its law.',
  input: nothing,
  output: z.object({ types: z.array(keptDocumentType), sources: z.array(knownSource) }),
})
export const ViewDocuments = view('documents.list', {
  summary: 'Her documents of other registers, as they were last received.',
  input: nothing,
  output: z.object({ documents: z.array(ownDocument) }),
  problems: ['representation.consent-needed'],
})
export const ViewDocumentState = view('documents.state', {
  summary: 'Whether the register has answered for one document, and nothing of what it said.',
  input: z.object({ id: z.uuid() }),
  output: z.object({ state: documentState, isSilent: z.boolean() }),
  problems: ['documents.no-such-document'],
})
const keys = z.record(claimName, z.string().trim().min(1).max(60))
export const IntegrateDocument = deed('documents.integrate', {
  summary:
    'Asks the register of this kind for her document. The answer comes afterwards, and is asked for again by the system until it does.',
  input: z.object({ type: documentTypeId, keys }),
  output: z.object({ id: z.string(), reference: z.string() }),
  problems: [
    'documents.no-such-type',
    'documents.key-wrong',
    'documents.there-already',
    'documents.too-many',
    'documents.not-connected',
    'representation.consent-needed',
    'limit.reached',
  ],
})
const one = z.object({ id: z.uuid() })
export const SyncDocument = deed('documents.sync', {
  summary: 'Asks its register for one document now.',
  input: one,
  output: nothing,
  problems: ['documents.no-such-document', 'representation.consent-needed', 'limit.reached'],
})
export const ReportDifference = deed('documents.report', {
  summary:
    'The register is asked to look into its entry: it differs from the population register, or there is none under her number. With a day to answer by.',
  input: one,
  output: z.object({ dueAt: moment }),
  problems: [
    'documents.no-such-document',
    'documents.no-difference',
    'representation.consent-needed',
    'limit.reached',
  ],
})
export const RemoveDocument = deed('documents.remove', {
  summary: 'Takes a document off her phone and out of Sen. The register keeps its own.',
  input: one,
  output: nothing,
  problems: ['documents.no-such-document', 'representation.consent-needed'],
})
