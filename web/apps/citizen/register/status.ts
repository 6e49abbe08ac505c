// How the application of this browser stands, and whether it waits for its applicant.
import type { ViewEnrolment } from '../../../../contract/enrolment.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'

export type EnrolmentStatus = OutputOf<typeof ViewEnrolment>
export type Asked = NonNullable<EnrolmentStatus['asked']>

export const readStatus = (): Promise<EnrolmentStatus> => view<typeof ViewEnrolment>('enrolment.status', {})

/** It waits for another portrait of its applicant. */
export const awaitedOf = ({ state, asked }: EnrolmentStatus): Asked | null =>
  state === 'in-review' && asked?.answeredAt === null ? asked : null
/** It ended because she did not answer. */
export const unansweredOf = ({ state, asked }: EnrolmentStatus): Asked | null =>
  state === 'refused' && asked?.answeredAt === null ? asked : null
