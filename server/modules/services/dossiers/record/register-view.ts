/**
 * Where the question to the register of judgments stands, for whoever waits for it. What it said is not here:
 * that is opened by itself, and each look is seen (`view-judgments.ts`).
 */
import type { z } from 'zod'
import type { officeDossier } from '../../../../../contract/dossier-work.ts'
import type { ownDossier } from '../../../../../contract/dossiers.ts'
import type { Reading } from '../../../../kernel/work.ts'
import type { DossierRow } from '../dossier-case.ts'
import type { Dossier } from '../dossier-facts.ts'
import * as store from './inquiry-store.ts'

const isoOf = (at: Date | null | undefined): string | null => at?.toISOString() ?? null
const isOver = ({ decided_at: decidedAt }: DossierRow): boolean => decidedAt !== null

/** null also once it is decided: then it waits for nobody. */
export const ownRegisterOf = async (
  read: Reading,
  row: DossierRow,
): Promise<z.infer<typeof ownDossier>['register']> => {
  const state = row.facts.register
  if (state === undefined || isOver(row)) {
    return null
  }
  const inquiry = await store.find(read, row)
  return { state, silentSince: state === 'silent' ? isoOf(inquiry?.silent_since) : null }
}

export const registerOf = async (
  read: Reading,
  row: DossierRow,
  { content: { judgments } }: Dossier,
): Promise<z.infer<typeof officeDossier>['register']> => {
  const state = row.facts.register
  if (state === undefined) {
    return null
  }
  const inquiry = await store.find(read, row)
  return {
    state,
    silentSince: state === 'silent' ? isoOf(inquiry?.silent_since) : null,
    nextAt: state === 'answered' ? null : isoOf(inquiry?.look_at),
    answeredAt: judgments?.answeredAt ?? null,
  }
}
