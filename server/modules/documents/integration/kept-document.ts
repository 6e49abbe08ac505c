/** Her documents as they are stored: what names her or says something of her is sealed under her key. */
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import * as store from './documents-store.ts'
import type { DocumentContent, OwnDocument } from './own-document.ts'

const COLUMN = 'document.content'

export interface KeptDocument {
  readonly subjectId: string
  readonly id: string
  readonly type: string
  readonly reference: string
  readonly addedAt: Date
  readonly document: OwnDocument
}

type Sealing = Pick<Tools, 'sealer'>

export const opened = async ({ sealer }: Sealing, row: store.DocumentRow): Promise<KeptDocument> => ({
  subjectId: row.subject_id,
  id: row.id,
  type: row.type,
  reference: row.reference,
  addedAt: row.added_at,
  document: {
    state: row.state,
    standing: row.standing,
    content: JSON.parse(
      (await sealer.open(row.subject_id, COLUMN, row.sealed)).toString('utf8'),
    ) as DocumentContent,
    syncedAt: row.synced_at,
    silentSince: row.silent_since,
    dueAt: row.due_at,
    lookAt: row.look_at,
    tries: row.tries,
  },
})

export const rowOf = async ({ sealer }: Sealing, kept: KeptDocument): Promise<store.DocumentRow> => {
  const { subjectId, document } = kept
  return {
    subject_id: subjectId,
    id: kept.id,
    type: kept.type,
    reference: kept.reference,
    state: document.state,
    standing: document.standing,
    sealed: await sealer.seal(subjectId, COLUMN, JSON.stringify(document.content)),
    added_at: kept.addedAt,
    synced_at: document.syncedAt,
    silent_since: document.silentSince,
    due_at: document.dueAt,
    look_at: document.lookAt,
    tries: document.tries,
  }
}

export const save = async (work: Work, tools: Sealing, kept: KeptDocument): Promise<void> => {
  await store.save(work, await rowOf(tools, kept))
}

/** Throws `documents.no-such-document`. */
export const lockDocument = async (
  work: Work,
  tools: Sealing,
  subjectId: string,
  id: string,
): Promise<KeptDocument> => {
  const row = await store.lock(work, subjectId, id)
  if (!row) {
    throw problem('documents.no-such-document')
  }
  return opened(tools, row)
}

export const documentsOf = async (
  read: Reading,
  tools: Sealing,
  subjectId: string,
): Promise<readonly KeptDocument[]> =>
  Promise.all((await store.all(read, subjectId)).map((row) => opened(tools, row)))

/** Null where she has none of this id. */
export const findDocument = async (
  read: Reading,
  tools: Sealing,
  subjectId: string,
  id: string,
): Promise<KeptDocument | null> => {
  const row = await store.find(read, subjectId, id)
  return row ? opened(tools, row) : null
}

/** Until the transaction ends, neither its register's answer nor its removal changes it. */
export const holdDocument = store.hold

/** Those that their registers now call valid, without what they say. */
export const validDocuments = async (
  read: Reading,
  subjectId: string,
): Promise<readonly { readonly id: string; readonly type: string; readonly syncedAt: Date | null }[]> =>
  (await store.inShort(read, subjectId)).flatMap(({ id, type, state, standing, synced_at: syncedAt }) =>
    state === 'held' && standing === 'valid' ? [{ id, type, syncedAt }] : [],
  )
