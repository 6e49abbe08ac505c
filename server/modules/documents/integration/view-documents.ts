/** The kinds of documents, and her own as they were last received. */
import { ViewDocuments, ViewDocumentState, ViewDocumentTypes } from '../../../../contract/documents.ts'
import type { DocumentType } from '../../../../contract/document-type.ts'
import { none } from '../../../kernel/audit-line.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { mustHaveConsent } from '../../cases/representation/ward-deeds.ts'
import { openSources } from '../sources/known-sources.ts'
import { typesInForce } from './document-types.ts'
import * as store from './documents-store.ts'
import { documentsOf, type KeptDocument } from './kept-document.ts'
import { standingOn } from './own-document.ts'

export const viewDocumentTypes = useCase({
  contract: ViewDocumentTypes,
  permit: citizenHerself,
  isForWard: true,
  async act(work, _, { now }) {
    const open = new Map((await openSources(work)).map((source) => [source.id, source]))
    const types = await typesInForce(work, now)
    return {
      types: [...types],
      sources: [...new Set(types.map(({ source }) => source))].map((id) => {
        const source = open.get(id)
        return {
          id,
          name: source?.name ?? { vi: 'Cơ quan cấp', en: 'Issuing agency' },
          isConnected: source !== undefined,
          silentSince: source?.silentSince?.toISOString() ?? null,
        }
      }),
    }
  },
  audit: none('the kinds of documents say nothing of anybody'),
})

const saidOf = (
  { id, type, reference, addedAt, document }: KeptDocument,
  kind: DocumentType | null,
  today: string,
) => {
  const { content } = document
  return {
    id,
    type,
    reference,
    state: document.state,
    standing: kind ? standingOn(document, kind, today) : document.standing,
    keys: content.keys,
    values: content.values && mutable(content.values),
    addedAt: addedAt.toISOString(),
    syncedAt: document.syncedAt?.toISOString() ?? null,
    silentSince: document.silentSince?.toISOString() ?? null,
    nextLookAt: document.lookAt.toISOString(),
    dueAt: document.dueAt?.toISOString() ?? null,
    difference: content.difference,
    reportedAt: content.report?.at ?? null,
  }
}
const mutable = (values: Readonly<Record<string, string | number | readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' || typeof value === 'number' ? value : [...value],
    ]),
  )

/** Asked again and again by a page that waits: what is in the wallet is read once, when it has come. */
export const viewDocumentState = useCase({
  contract: ViewDocumentState,
  permit: citizenHerself,
  isForWard: true,
  async act(work, { id }, { actor }) {
    const row = await store.standing(work, actor.subjectId, id)
    if (!row) {
      throw problem('documents.no-such-document')
    }
    return { state: row.state, isSilent: row.silent_since !== null }
  },
  audit: none('it tells whether a register has answered, and nothing of what it said'),
})

export const viewDocuments = useCase({
  contract: ViewDocuments,
  permit: citizenHerself,
  isForWard: true,
  async act(work, _, { actor, tools, now }) {
    await mustHaveConsent(work, actor, 'documents', now)
    const types = new Map((await typesInForce(work, now)).map((type) => [type.id, type]))
    const documents = await documentsOf(work, tools, actor.subjectId)
    return {
      documents: documents.map((kept) => saidOf(kept, types.get(kept.type) ?? null, dayInVietnam(now))),
    }
  },
  audit: ({ actor, result }) =>
    result && result.documents.length === 0
      ? null
      : { about: actor.subjectId, purpose: 'documents-viewed', fields: ['documents'] },
})
