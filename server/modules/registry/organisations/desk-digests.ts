/**
 * The digest by which the words of a question are known again. It is keyed: the words can be guessed (a name
 * of the register and the reference of a case), and who has only the database must not learn by trying them
 * whose an opaque subject is. An older Sen kept plain digests; such an answer counts, and a job gives them
 * their key.
 */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../../formats/canonical-json.ts'
import { eachOf } from '../../../kernel/each-of.ts'
import { BEFORE_ALL_IDS, pageByPage } from '../../../kernel/page-by-page.ts'
import type { Digests, Tools } from '../../../kernel/tools.ts'
import type { Reading, Transact } from '../../../kernel/work.ts'
import { openParams, type PromptParams } from './desk-params.ts'
import * as store from './desk-store.ts'

export const paramsDigest = (digests: Digests, params: PromptParams): Buffer =>
  digests.secret('desk_prompt.params', canonicalJson(params))

const plainDigest = (params: PromptParams): Buffer =>
  createHash('sha256').update(canonicalJson(params)).digest()

export type KeptDigest = Pick<store.PromptRow, 'params_digest' | 'is_digest_keyed'>

export const isOfWords = (digests: Digests, kept: KeptDigest, params: PromptParams): boolean =>
  kept.params_digest.equals(kept.is_digest_keyed ? paramsDigest(digests, params) : plainDigest(params))

const FIRST: store.PromptName = { subject_id: BEFORE_ALL_IDS, id: BEFORE_ALL_IDS }
const unkeyedOf = (read: Reading) => pageByPage(FIRST, (after, most) => store.unkeyedAfter(read, after, most))

/** Answers how many were given their key. What cannot be opened is tried again with the next run. */
export const keyDigests = (transact: Transact, tools: Tools): Promise<number> =>
  eachOf(unkeyedOf(tools.read), transact, async (work, name) => {
    const row = await store.promptForUpdate(work, name.subject_id, name.id)
    if (!row || row.is_digest_keyed) {
      return false
    }
    await store.saveDigest(work, name, paramsDigest(tools.digests, await openParams(tools, row)))
    return true
  })
