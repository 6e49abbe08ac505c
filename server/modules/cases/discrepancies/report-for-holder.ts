/**
 * A difference that the holder reports, by herself in her app or with a helper beside her: one door, so that
 * the case is the same.
 */
import { now } from '../../../kernel/clock.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { isCorrectable, readCorrection, valueOf } from '../../registry/population/correct-entry.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { officeNear } from '../../registry/population/office-near.ts'
import type { DifferingField } from './discrepancy.ts'
import { openDiscrepancy } from './open-discrepancy.ts'
import { faceOf, type DiscrepancyRow } from './discrepancy-case.ts'

/**
 * What she says is right must be a value of the field, where the register has such values. Throws
 * `discrepancy.bad-value`.
 */
export const mustBeReportable = (field: string, value: string): string => {
  const read = isCorrectable(field) ? readCorrection(field, value) : value
  if (read === null) {
    throw problem('discrepancy.bad-value')
  }
  return read
}

export interface Reported {
  readonly subjectId: string
  readonly personalNumber: string
  readonly field: DifferingField
  readonly value: string
  readonly by: string
}

export const reportRow = async (
  work: Work,
  tools: Tools,
  { subjectId, personalNumber, field, value, by }: Reported,
): Promise<DiscrepancyRow> => {
  const person = await findPerson(work, tools, personalNumber)
  return openDiscrepancy(work, tools, {
    subjectId,
    personalNumber,
    field,
    officeId: await officeNear(work, 'discrepancy.work', person),
    origin: 'citizen',
    by,
    values: [
      { source: 'register', value: person && valueOf(person, field) },
      { source: 'holder', value: mustBeReportable(field, value) },
    ],
  })
}

export const reportForHolder = async (
  work: Work,
  tools: Tools,
  reported: Reported,
): Promise<{ readonly reference: string; readonly dueAt: string }> => {
  const { reference, dueAt } = faceOf(await reportRow(work, tools, reported), now())
  return { reference, dueAt }
}
