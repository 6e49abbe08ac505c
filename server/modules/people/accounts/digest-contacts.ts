/**
 * Contacts that an older Sen kept have no digest yet. A migration cannot make it: the keys are not in the
 * database. Run by the clock, which after the first time finds only those that could not be unsealed, and
 * tries them again.
 */
import { eachOf } from '../../../kernel/each-of.ts'
import { BEFORE_ALL_IDS, pageByPage } from '../../../kernel/page-by-page.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Transact } from '../../../kernel/work.ts'
import { contactDigest } from './contacts.ts'
import * as contacts from './contact-store.ts'

const FIRST: contacts.Undigested = { subject_id: BEFORE_ALL_IDS, kind: 'email' }
const undigestedOf = (read: Reading) =>
  pageByPage(FIRST, (after, most) => contacts.undigested(read, after, most))

/** Answers how many were digested. One that cannot be is tried again with the next run. */
export const digestContacts = (transact: Transact, tools: Pick<Tools, 'read' | 'sealer' | 'digests'>) =>
  eachOf(undigestedOf(tools.read), transact, async (work, { subject_id: subjectId, kind }) => {
    const row = await contacts.undigestedForUpdate(work, subjectId, kind)
    if (!row) {
      return false
    }
    const value = await tools.sealer.open(subjectId, `contact.${kind}`, row.sealed_value)
    await contacts.saveDigest(work, subjectId, kind, contactDigest(tools, kind, value.toString('utf8')))
    return true
  })
