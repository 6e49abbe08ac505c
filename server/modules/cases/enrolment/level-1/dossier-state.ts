/** How an application stands, by its public reference, for those who help: without anything of its person. */
import type { z } from 'zod'
import type { dossierFace } from '../../../../../contract/assistance.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { caseOfReference, caseOfSubject } from '../../casework/case-access.ts'
import { answerByOf } from '../../casework/case-kind.ts'
import { dueAtOf as level2DueAt, level2Kind } from '../level-2/level-2-case.ts'
import type { EnrolmentState } from './enrolment.ts'
import {
  aboutKeyOfApplication,
  applicationOf,
  dueAtOf,
  level1Kind,
  type Level1Facts,
  type Level1Row,
} from './level-1-case.ts'

export type DossierFace = z.infer<typeof dossierFace>

interface Standing {
  readonly reference: string
  readonly state: string
  readonly due_at: Date
  readonly decided_at: Date | null
  readonly paused_at: Date | null
}
const faceOf = (kind: 'level-1' | 'level-2', row: Standing, at: Date): DossierFace => ({
  kind,
  reference: row.reference,
  state: row.state,
  dueAt: row.due_at.toISOString(),
  isOverdue: row.decided_at === null && row.paused_at === null && at > row.due_at,
})

/** Until when the office decides; while another portrait is awaited, until when that may come. */
const awaitedBy = (row: Level1Row): Standing => ({
  ...row,
  due_at: answerByOf(level1Kind, row) ?? dueAtOf(row),
})

/** One of hers; null also for what is somebody else's. */
export const dossierOfSubject = async (
  read: Reading,
  subjectId: string,
  reference: string,
  at: Date,
): Promise<DossierFace | null> => {
  const level1 = await caseOfSubject<EnrolmentState, Level1Facts>(read, level1Kind, subjectId, reference)
  if (level1) {
    return faceOf('level-1', awaitedBy(level1), at)
  }
  const level2 = await caseOfSubject(read, level2Kind, subjectId, reference)
  return level2 ? faceOf('level-2', { ...level2, due_at: level2DueAt(level2) }, at) : null
}

/** With what a caller is asked about it: the phone that was given in it. */
export const level1ByReference = async (read: Reading, tools: Tools, reference: string, at: Date) => {
  const row = await caseOfReference<EnrolmentState, Level1Facts>(read, level1Kind, reference)
  if (!row) {
    return null
  }
  const { phone } = await applicationOf(read, tools, row)
  return {
    face: faceOf('level-1', awaitedBy(row), at),
    subjectId: row.subject_id,
    aboutKey: await aboutKeyOfApplication(read, tools, row),
    phone,
  }
}
