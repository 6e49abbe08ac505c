/** A representative's own side follows what the ward's side decided; called by reactions, each once. */
import type { Work } from '../../../kernel/work.ts'
import type { TieEnd, TieKind } from './representation.ts'
import * as store from './store.ts'

export const followBegun = (
  work: Work,
  representativeId: string,
  { id, wardId, kind, at }: { id: string; wardId: string; kind: TieKind; at: Date },
): Promise<number> =>
  store.insertRepresents(work, { subject_id: representativeId, id, ward_id: wardId, kind, begun_at: at })

export const followEnded = (
  work: Work,
  representativeId: string,
  id: string,
  reason: TieEnd,
  at: Date,
): Promise<number> => store.endRepresents(work, representativeId, id, reason, at)

export const followHandOver = (work: Work, representativeId: string, id: string, at: Date): Promise<number> =>
  store.setHandedOver(work, representativeId, id, at)

/** The tie that a representative names, if it is hers and stands on her side. */
export const namedTie = async (
  work: Work,
  representativeId: string,
  tieId: string,
): Promise<{ wardId: string; kind: TieKind } | null> => {
  const row = await store.representsOf(work, representativeId, tieId)
  return row?.state === 'standing' ? { wardId: row.ward_id, kind: row.kind } : null
}
