/** The citizen's side of her dossiers: the list, one of them, and what she may do with it. */
import {
  AnswerSupplement,
  ListOwnDossiers,
  ObjectToDossier,
  RateDossier,
  ViewOwnDossier,
  WithdrawDossier,
} from '../../../../contract/dossiers.ts'
import type { Actor, Citizen } from '../../../kernel/actor.ts'
import { none, type AuditLine } from '../../../kernel/audit-line.ts'
import type { Permit } from '../../../kernel/permit.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { caseForUpdate, caseOfSubject, pageOfSubject } from '../../cases/casework/case-access.ts'
import { keepAttachment } from '../../cases/casework/case-file.ts'
import { readPage } from '../../evidence/capture/paper-page.ts'
import { draftsInShort } from '../procedures/filing/draft.ts'
import { procedureOf } from '../procedures/known-procedures.ts'
import { answered, objected, withdrawn } from './dossier.ts'
import type { DossierFacts } from './dossier-facts.ts'
import type { DossierState } from '../../../../contract/dossiers.ts'
import { dossierKind, dossierOf, keep, type DossierRow } from './dossier-case.ts'
import * as store from './dossier-store.ts'
import { DossierWithdrawn } from './events.ts'
import { isObjectable, ownFaceOf, ownViewOf } from './own-dossier-view.ts'
import { beginAsking, withQuestion } from './record/ask-register.ts'

const PAGE = 20

interface Named {
  readonly reference: string
}
interface Own {
  readonly row: DossierRow
}

/** Hers, by its code. Throws `services.no-such-dossier`, also for what is somebody else's. */
const ownRow = async (work: Work, { reference }: Named, actor: Actor): Promise<DossierRow> => {
  const row =
    actor.kind === 'citizen'
      ? await caseOfSubject<DossierState, DossierFacts>(work, dossierKind, actor.subjectId, reference)
      : null
  if (!row) {
    throw problem('services.no-such-dossier')
  }
  return row
}
export const ownToLook = async (work: Work, named: Named, actor: Actor): Promise<Own> => ({
  row: await ownRow(work, named, actor),
})
export const ownForUpdate = async (work: Work, named: Named, actor: Actor): Promise<Own> => {
  const { subject_id, id } = await ownRow(work, named, actor)
  const row = await caseForUpdate<DossierState, DossierFacts>(work, dossierKind, subject_id, id)
  if (!row) {
    throw problem('services.no-such-dossier')
  }
  return { row }
}
export const ofOwn: Permit<Citizen, Own> = { ...citizenHerself, says: 'the citizen, for a dossier of hers' }

type OwnPurpose = 'dossier-supplemented' | 'dossier-withdrawn' | 'dossier-objected'
const lineOf =
  (purpose: OwnPurpose) =>
  ({ found: { row } }: { readonly found: Own }): AuditLine => ({
    about: row.subject_id,
    purpose,
    fields: ['dossier'],
    detail: { reference: row.reference },
  })

const draftsShown = async (read: Reading, subjectId: string) => {
  const drafts = []
  for (const { procedure, version, savedAt } of await draftsInShort(read, subjectId)) {
    const { title, icon } = await procedureOf(read, procedure, version)
    drafts.push({ procedure, title, icon, savedAt: savedAt.toISOString() })
  }
  return drafts
}

export const listOwnDossiers = useCase({
  contract: ListOwnDossiers,
  permit: citizenHerself,
  isForWard: true,
  async act(work, { cursor }, { actor, tools, now }) {
    const { rows, next } = await pageOfSubject<DossierState, DossierFacts>(
      work,
      dossierKind,
      actor.subjectId,
      cursor,
      PAGE,
    )
    const items = []
    for (const row of rows) {
      const one = await procedureOf(work, row.facts.procedure, row.facts.version)
      items.push(await ownFaceOf(work, row, await dossierOf(tools, row), one, now))
    }
    return { items, next, drafts: cursor === undefined ? await draftsShown(work, actor.subjectId) : [] }
  },
  audit: none('her own dossiers'),
})

export const viewOwnDossier = useCase({
  contract: ViewOwnDossier,
  find: ownToLook,
  permit: ofOwn,
  isForWard: true,
  act: (work, _, { found, tools, now }) => ownViewOf(work, tools, found.row, now),
  audit: none('her own dossier'),
})

export const answerSupplement = useCase({
  contract: AnswerSupplement,
  prepare: async ({ items }) =>
    new Map(
      await Promise.all(
        items.flatMap(({ id, picture }) =>
          picture === undefined ? [] : [readPage(picture).then(({ jpeg }) => [id, jpeg] as const)],
        ),
      ),
    ),
  find: ownForUpdate,
  permit: ofOwn,
  isForWard: true,
  async act(work, { items }, { found: { row }, tools, now, prepared }) {
    const given = items.map(({ id, text = null }) => ({ id, text, hasPicture: prepared.has(id) }))
    const after = answered(await dossierOf(tools, row), given, now)
    const kept = await keep(work, tools, row, after, { by: 'citizen', what: 'answered' }, now)
    for (const [id, jpeg] of prepared) {
      await keepAttachment(work, tools, row, `supplement.${id}`, jpeg)
    }
    return ownViewOf(work, tools, kept, now)
  },
  audit: lineOf('dossier-supplemented'),
})

export const withdrawDossier = useCase({
  contract: WithdrawDossier,
  find: ownForUpdate,
  permit: ofOwn,
  isForWard: true,
  async act(work, { reason = null }, { found: { row }, tools, now }) {
    const after = withdrawn(await dossierOf(tools, row), now)
    const one = await procedureOf(work, row.facts.procedure, row.facts.version)
    const kept = await keep(work, tools, row, after, { by: 'citizen', note: reason }, now)
    await store.lapseConsents(work, row, now)
    const { id: caseId, reference } = row
    work.publish(DossierWithdrawn, row.subject_id, { caseId, reference, title: one.title })
    return ownViewOf(work, tools, kept, now)
  },
  audit: lineOf('dossier-withdrawn'),
})

export const objectToDossier = useCase({
  contract: ObjectToDossier,
  find: ownForUpdate,
  permit: ofOwn,
  isForWard: true,
  async act(work, { why }, { found: { row }, tools, now }) {
    const before = await dossierOf(tools, row)
    if (!isObjectable(row, before, now)) {
      throw problem('services.not-to-object')
    }
    const one = await procedureOf(work, row.facts.procedure, row.facts.version)
    const after = withQuestion(objected(before, why, now), one)
    const kept = await keep(work, tools, row, after, { by: 'citizen' }, now)
    await beginAsking(work, kept, now)
    return ownViewOf(work, tools, kept, now)
  },
  audit: lineOf('dossier-objected'),
})

/** The stars are counted for the office and the month, the dossier only knows that it was rated. */
export const rateDossier = useCase({
  contract: RateDossier,
  find: ownForUpdate,
  permit: ofOwn,
  isForWard: true,
  async act(work, { stars }, { found: { row }, tools, now }) {
    if (row.state !== 'returned' || row.facts.isRated) {
      throw problem('services.not-to-rate')
    }
    const before = await dossierOf(tools, row)
    const after = { ...before, facts: { ...before.facts, isRated: true } }
    await keep(work, tools, row, after, { by: 'citizen' }, now)
    const month = `${dayInVietnam(now).slice(0, 7)}-01`
    await store.countRating(work, {
      officeId: row.office_id,
      month,
      procedure: row.facts.procedure,
      stars,
    })
    return {}
  },
  audit: none('no line ties a rating to whoever gave it'),
})
