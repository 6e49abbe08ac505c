/**
 * A document of another register is asked for, asked for anew, reported, removed (Decree 69/2024/ND-CP art.
 * 12: integrating information by the holder's own request). The deed writes down what is wanted; a worker
 * asks the register afterwards (`look-for-documents.ts`), so that no agency's trouble holds up the app.
 */
import {
  IntegrateDocument,
  RemoveDocument,
  ReportDifference,
  SyncDocument,
} from '../../../../contract/documents.ts'
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import type { Actor, Citizen } from '../../../kernel/actor.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { mustHaveConsent } from '../../cases/representation/ward-deeds.ts'
import { openSources } from '../sources/known-sources.ts'
import { keysOf } from './claims-of-type.ts'
import { typeInForce } from './document-types.ts'
import * as store from './documents-store.ts'
import { DocumentRemoved } from './events.ts'
import { lockDocument, rowOf, save } from './kept-document.ts'
import { begun, reported } from './own-document.ts'
import { documentAnswer_days, documentLimits } from './rules.ts'
import { now } from '../../../kernel/clock.ts'

const keyOf = (actor: Actor): string => (actor.kind === 'citizen' ? actor.subjectId : '')
const limitOf = (scope: string, actor: Actor, most: number, per_s: number) => [
  { scope, key: keyOf(actor), most, per_s },
]
const DAY_S = 86_400

const askedDigest = (
  { digests }: Pick<Tools, 'digests'>,
  { subjectId }: Citizen,
  type: string,
  keys: Readonly<Record<string, string>>,
): Buffer => digests.secret('document', JSON.stringify([subjectId, type, Object.entries(keys).sort()]))

export const integrateDocument = useCase({
  contract: IntegrateDocument,
  permit: citizenHerself,
  isForWard: true,
  limits: (_, __, actor) =>
    limitOf('documents.integrate', actor, inForce(documentLimits, now()).addedPerDay, DAY_S),
  async act(work, input, { actor, tools, now: at, request: { language } }) {
    await mustHaveConsent(work, actor, 'documents', at)
    const type = await typeInForce(work, input.type, at)
    if (!(await openSources(work)).some(({ id }) => id === type.source)) {
      throw problem('documents.not-connected')
    }
    const keys = keysOf(type, input.keys, language)
    const most = inForce(documentLimits, at).ofAType
    if ((await store.count(work, actor.subjectId, type.id)) >= most) {
      throw problem('documents.too-many', { params: { most } })
    }
    const kept = {
      subjectId: actor.subjectId,
      id: newId(),
      type: type.id,
      reference: composeDossierCode(newSecret(5)),
      addedAt: at,
      document: begun(keys, at),
    }
    const row = { ...(await rowOf(tools, kept)), asked_digest: askedDigest(tools, actor, type.id, keys) }
    if (!(await store.insert(work, row))) {
      throw problem('documents.there-already')
    }
    return { id: kept.id, reference: kept.reference }
  },
  audit: ({ actor }) => ({ about: actor.subjectId, purpose: 'document-asked-for', fields: ['documents'] }),
})

export const syncDocument = useCase({
  contract: SyncDocument,
  permit: citizenHerself,
  isForWard: true,
  limits: (_, __, actor) =>
    limitOf('documents.sync', actor, inForce(documentLimits, now()).syncedPerHour, 3600),
  async act(work, { id }, { actor, tools, now: at }) {
    await mustHaveConsent(work, actor, 'documents', at)
    const kept = await lockDocument(work, tools, actor.subjectId, id)
    await save(work, tools, { ...kept, document: { ...kept.document, lookAt: at } })
    return {}
  },
  audit: ({ actor }) => ({ about: actor.subjectId, purpose: 'document-asked-for', fields: ['documents'] }),
})

export const reportDifference = useCase({
  contract: ReportDifference,
  permit: citizenHerself,
  isForWard: true,
  limits: (_, __, actor) =>
    limitOf('documents.report', actor, inForce(documentLimits, now()).reportedPerDay, DAY_S),
  async act(work, { id }, { actor, tools, now: at }) {
    await mustHaveConsent(work, actor, 'documents', at)
    const kept = await lockDocument(work, tools, actor.subjectId, id)
    const document = reported(kept.document, at, inForce(documentAnswer_days, at))
    await save(work, tools, { ...kept, document })
    return { dueAt: (document.dueAt ?? at).toISOString() }
  },
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'document-reported',
    fields: ['documents'],
    outcome: refusal ?? 'done',
  }),
})

export const removeDocument = useCase({
  contract: RemoveDocument,
  permit: citizenHerself,
  isForWard: true,
  async act(work, { id }, { actor, now: at }) {
    await mustHaveConsent(work, actor, 'documents', at)
    const type = await store.remove(work, actor.subjectId, id)
    if (type === undefined) {
      throw problem('documents.no-such-document')
    }
    work.publish(DocumentRemoved, actor.subjectId, { id, type })
    return {}
  },
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'document-removed',
    fields: ['documents'],
    outcome: refusal ?? 'done',
  }),
})
