/**
 * An application being filled in: what is saved, and the step that comes next. Sealed by the house, because
 * it belongs to nobody yet.
 */
import { formatPhone, type PhoneNumber } from '../../../../../formats/phone.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import { now } from '../../../../kernel/clock.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { deliveryOf } from '../../../people/accounts/contact-proof.ts'
import type { Declared } from './enrolment.ts'
import * as store from './draft-store.ts'
import type { DraftRow } from './draft-store.ts'

/** The draft of this session, locked for the deed. */
export const draftForUpdate = async (work: Work, _: unknown, actor: Actor): Promise<DraftRow> => {
  const row = actor.kind === 'applicant' ? await store.draftForUpdate(work, actor.draftId, now()) : undefined
  if (!row) {
    throw problem('enrolment.draft-gone')
  }
  return row
}

export const openDraftForUpdate = async (work: Work, input: unknown, actor: Actor): Promise<DraftRow> => {
  const row = await draftForUpdate(work, input, actor)
  if (row.enrolment_id) {
    throw problem('enrolment.already-sent')
  }
  return row
}

const column = (name: string) => `enrolment_draft.${name}`
export const sealDraft = (tools: Tools, name: string, value: string | Uint8Array): Buffer =>
  tools.sealer.sealWithPlatformKey(column(name), value)
export const openDraftBytes = (tools: Tools, name: string, sealed: Buffer | null): Buffer | null =>
  sealed ? tools.sealer.unsealWithPlatformKey(column(name), sealed) : null
export const openDraftText = (tools: Tools, name: string, sealed: Buffer | null): string | null =>
  openDraftBytes(tools, name, sealed)?.toString('utf8') ?? null

export const declaredOf = (tools: Tools, row: DraftRow): Declared | null => {
  const text = openDraftText(tools, 'declared', row.sealed_declared)
  return text === null ? null : (JSON.parse(text) as Declared)
}

const stepOf = (row: DraftRow) => {
  if (row.enrolment_id) {
    return 'sent' as const
  }
  if (!row.sealed_declared) {
    return 'identity' as const
  }
  if (!row.proof_id) {
    return 'phone' as const
  }
  if (!row.contact_proven_at) {
    return 'code' as const
  }
  return row.sealed_portrait ? ('review' as const) : ('portrait' as const)
}

/** The draft as its applicant sees it. */
export const draftState = async (read: Reading, tools: Tools, id: string) => {
  const row = await store.findDraft(read, id, now())
  if (!row) {
    throw problem('enrolment.draft-gone')
  }
  const phone = openDraftText(tools, 'phone', row.sealed_phone)
  return {
    step: stepOf(row),
    declared: declaredOf(tools, row),
    phone: phone === null ? null : formatPhone(phone as PhoneNumber),
    email: openDraftText(tools, 'email', row.sealed_email),
    code:
      row.proof_id && !row.contact_proven_at
        ? await deliveryOf(read, tools, row.id, row.proof_id, { isBlind: false })
        : null,
    hasPortrait: row.sealed_portrait !== null,
    language: row.language,
  }
}
