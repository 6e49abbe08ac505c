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
import { findPerson } from '../../registry/population/find-person.ts'
import { aboutKeyOf, openOnce } from '../casework/open-case.ts'
import {
  opened,
  sourcesKey,
  type DifferingField,
  type DiscrepancyContent,
  type DiscrepancyOrigin,
  type DiscrepancyState,
  type SourcedValue,
} from './discrepancy.ts'
import { discrepancyKind, faceOf, type DiscrepancyFacts, type DiscrepancyRow } from './discrepancy-case.ts'
import { DiscrepancyOpened } from './events.ts'

export interface SeenDifference {
  readonly subjectId: string
  readonly personalNumber: string
  readonly field: DifferingField
  readonly values: readonly SourcedValue[]
  /** The office that settles it. */
  readonly officeId: string
  readonly origin: DiscrepancyOrigin
  /** Who saw it, as the history names her: an officer's number, `citizen` or `automatic`. */
  readonly by: string
}

/** Answers the case: a new one, or the unsettled one that this difference is already. */
export const openDiscrepancy = async (
  work: Work,
  tools: Tools,
  { subjectId, personalNumber, field, values, officeId, origin, by }: SeenDifference,
): Promise<DiscrepancyRow> => {
  const [at, sources] = [now(), sourcesKey(values)]
  const person = await findPerson(work, tools, personalNumber)
  const facts: DiscrepancyFacts = { field, sources, origin, outcome: null }
  const { row, isNew } = await openOnce<DiscrepancyState, DiscrepancyFacts, DiscrepancyContent>(
    work,
    tools,
    discrepancyKind,
    {
      subjectId,
      caseId: newId(),
      reference: composeDossierCode(newSecret(5)),
      aboutKey: aboutKeyOf(tools, personalNumber),
      officeId,
      takenBy: [],
      openedBy: by,
      by,
      openedAt: at,
      receivedAt: at,
      unfinishedKey: `${field} ${sources}`,
      content: opened(personalNumber, person?.fullName ?? null, values),
      facts,
    },
  )
  if (isNew) {
    const { id, reference, dueAt } = faceOf(row, at)
    const office = await officeName(work, officeId)
    work.publish(DiscrepancyOpened, subjectId, { id, reference, field, dueAt, office })
  }
  return row
}
