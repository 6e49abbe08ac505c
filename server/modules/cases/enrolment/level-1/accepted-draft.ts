/** Whose application this session sent, once it is accepted: so that she goes straight on to activation. */
import { now } from '../../../../kernel/clock.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { findCase } from '../../casework/case-access.ts'
import * as store from './draft-store.ts'
import { level1Kind } from './level-1-case.ts'

export const acceptedSubjectOfDraft = async (read: Reading, draftId: string): Promise<string | null> => {
  const draft = await store.findDraft(read, draftId, now())
  if (!draft?.subject_id || !draft.enrolment_id) {
    return null
  }
  const row = await findCase(read, level1Kind, draft.subject_id, draft.enrolment_id)
  return row?.state === 'accepted' ? row.subject_id : null
}
