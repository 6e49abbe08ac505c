/**
 * What each act of a helper is: a use of another module's own door, and nothing beside. The list stands in
 * `rules.ts`.
 */
import type { Officer } from '../../../kernel/actor.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { findAccount, setAccountLanguage } from '../../people/accounts/open-account.ts'
import { isHeldStill } from '../authentication/recovery/recovery-bar.ts'
import { discrepancyByReference } from '../../cases/discrepancies/discrepancy-dossier.ts'
import { reportForHolder } from '../../cases/discrepancies/report-for-holder.ts'
import { dossierOfSubject, type DossierFace } from '../../cases/enrolment/level-1/dossier-state.ts'
import type { AssistedAct, AssistedResult } from './assisted-session.ts'

/** A place of the citizen's app where she reads, agrees and types by herself. */
const ENROL = '/app/enrol'

export interface Whose {
  readonly subjectId: string
  readonly personalNumber: string
}

/**
 * Nothing of an account is changed while it is locked, or while somebody is getting it back: the phone may be
 * a thief's. Throws `assist.not-now`.
 */
const mustBeChangeable = async (read: Reading, subjectId: string): Promise<void> => {
  if ((await findAccount(read, subjectId))?.state === 'locked' || (await isHeldStill(read, subjectId))) {
    throw problem('assist.not-now')
  }
}

/** Hers, by its reference, in whichever module it lies; null also for what exists and is somebody else's. */
export const ownDossier = async (
  read: Reading,
  subjectId: string,
  reference: string,
  at: Date,
): Promise<DossierFace | null> =>
  (await dossierOfSubject(read, subjectId, reference, at)) ??
  (await discrepancyByReference(read, subjectId, reference, at))

export const carryOut = async (
  work: Work,
  tools: Tools,
  { subjectId, personalNumber }: Whose,
  act: AssistedAct,
  { actor, at }: { actor: Officer; at: Date },
): Promise<AssistedResult> => {
  switch (act.kind) {
    case 'begin-level-1':
      return { kind: act.kind, handOver: ENROL }
    case 'activation-guide': {
      const account = await findAccount(work, subjectId)
      return {
        kind: act.kind,
        state: account?.state ?? 'none',
        activateBy: account?.state === 'issued' ? account.activateBy.toISOString() : null,
      }
    }
    case 'dossier-state':
      return { kind: act.kind, dossier: await ownDossier(work, subjectId, act.reference, at) }
    case 'set-language': {
      await mustBeChangeable(work, subjectId)
      await setAccountLanguage(work, subjectId, act.language)
      return { kind: act.kind, language: act.language }
    }
    case 'report-mismatch': {
      await mustBeChangeable(work, subjectId)
      const { reference, dueAt } = await reportForHolder(work, tools, {
        subjectId,
        personalNumber,
        field: act.field,
        value: act.value,
        by: actor.number,
      })
      return { kind: act.kind, reference, dueAt }
    }
  }
}
