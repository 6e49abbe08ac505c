/** A call at the hotline: whose it is, what of it is shown to the agent, what is noted of it. */
import type { z } from 'zod'
import type { hotlineCall, hotlineDeed } from '../../../../contract/assistance.ts'
import type { FieldOf, Purpose } from '../../../../contract/purposes/catalogue.ts'
import type { Outcome } from '../../../../contract/purposes/outcomes.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import type { LineOf } from '../../../kernel/audit-line.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Work } from '../../../kernel/work.ts'
import { officerNeverHerself, type AboutPerson } from '../../registry/organisations/second-eyes.ts'
import { HotlineDeedDone } from './events.ts'
import * as store from './hotline-store.ts'
import type { CallRow } from './hotline-store.ts'
import { hotlineBudget } from './rules.ts'

type HotlineDeed = z.infer<typeof hotlineDeed>
export const agent = officerNeverHerself('hotline', 'hotline.about-yourself')

export interface FoundCall extends AboutPerson {
  readonly row: CallRow
  readonly subjectId: string | null
}
/** An agent's own call that still runs; about nobody until somebody is known. */
export const callForUpdate = async (
  work: Work,
  { callId }: { callId: string },
  actor: Actor,
): Promise<FoundCall> => {
  const row = actor.kind === 'officer' ? await store.forUpdate(work, actor.officerId, callId) : undefined
  if (!row || row.ended_at) {
    throw problem('hotline.no-such-call')
  }
  return { row, officeId: row.office_id, aboutKey: row.about_key, subjectId: row.subject_id }
}
export const knownForUpdate = async (
  work: Work,
  input: { callId: string },
  actor: Actor,
): Promise<FoundCall & { readonly subjectId: string }> => {
  const found = await callForUpdate(work, input, actor)
  if (found.subjectId === null) {
    throw problem('hotline.not-known')
  }
  return { ...found, subjectId: found.subjectId }
}

export const faceOf = (row: CallRow): z.infer<typeof hotlineCall> => ({
  id: row.id,
  reference: row.reference,
  state: row.ended_at ? 'ended' : row.subject_id ? 'known' : 'begun',
  beganAt: row.began_at.toISOString(),
  triesLeft: Math.max(0, inForce(hotlineBudget, row.began_at).triesPerCall - row.tries),
  deeds: row.deeds as HotlineDeed[],
})
export const lineOf = <P extends Purpose>(
  about: string | null,
  purpose: P,
  fields: readonly FieldOf<P>[],
  row: CallRow,
  actor: Officer,
  outcome: Outcome = 'done',
): LineOf<P> => ({
  about,
  purpose,
  fields,
  outcome,
  detail: { office: actor.officeName, officerNumber: actor.number, reference: row.reference },
})

/** Once in a call for each kind of deed the person hears of it, wherever her account is. */
export const noteDeed = async (
  work: Work,
  row: CallRow,
  deed: HotlineDeed,
  actor: Officer,
  subjectId: string | null,
): Promise<CallRow> => {
  if (row.deeds.includes(deed)) {
    return row
  }
  const deeds = [...row.deeds, deed]
  await store.saveDeeds(work, row, deeds)
  if (subjectId) {
    work.publish(HotlineDeedDone, subjectId, { deed, reference: row.reference, helper: actor.number })
  }
  return { ...row, deeds }
}
