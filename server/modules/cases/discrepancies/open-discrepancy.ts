/**
 * The door for every place that sees a difference: it becomes a case with an owner and a due date, once per
 * person, field and sources.
 */
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import { now } from '../../../kernel/clock.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import {
  opened,
  sourcesKey,
  type DifferingField,
  type DiscrepancyOrigin,
  type SourcedValue,
} from './discrepancy.ts'
import { sealContent } from './discrepancy-case.ts'
import { discrepancyDueMoment } from './rules.ts'
import * as store from './store.ts'
import type { DiscrepancyRow } from './store.ts'
import { DiscrepancyOpened } from './events.ts'

export interface SeenDifference {
  readonly subjectId: string
  readonly personalNumber: string
  readonly field: DifferingField
  readonly values: readonly SourcedValue[]
  /** The office that settles it. */
  readonly officeId: string
  readonly origin: DiscrepancyOrigin
  /** Who saw it, as the course names her: an officer's number, `citizen` or `system`. */
  readonly by: string
}

/** Answers the case: a new one, or the unsettled one that this difference is already. */
export const openDiscrepancy = async (
  work: Work,
  tools: Tools,
  seen: SeenDifference,
): Promise<DiscrepancyRow> => {
  const { subjectId, personalNumber, field, values, officeId, origin, by } = seen
  const [id, at, sources] = [newId(), now(), sourcesKey(values)]
  const due = discrepancyDueMoment(at)
  const reference = composeDossierCode(newSecret(5))
  const isNew = await store.insert(work, {
    subject_id: subjectId,
    id,
    reference,
    office_id: officeId,
    about_key: tools.digests.identifier('number', personalNumber).toString('hex'),
    field,
    sources,
    origin,
    opened_at: at,
    due_at: due,
    sealed_content: await sealContent(
      tools,
      subjectId,
      opened(personalNumber, values, { by, at, note: null }).content,
    ),
  })
  const row = await store.unsettledOf(work, subjectId, field, sources)
  if (!row) {
    throw new Error('a case was neither opened nor open')
  }
  if (isNew) {
    work.publish(DiscrepancyOpened, subjectId, {
      id,
      reference,
      field,
      dueAt: due.toISOString(),
      office: await officeName(work, officeId),
    })
  }
  return row
}
