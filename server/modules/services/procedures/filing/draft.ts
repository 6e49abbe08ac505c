/**
 * A draft of a public service: what was answered so far, sealed under the key of the person whom it is about,
 * on every phone of hers. One of each procedure; it becomes a dossier under its own id, or lapses.
 */
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { isNamed } from '../../../cases/casework/case-access.ts'
import * as store from './draft-store.ts'
import type { Given } from './judge-fields.ts'

const ANSWERS = 'service_draft.answers'
const PICTURE = 'service_draft_paper.picture'

interface Kept {
  readonly answers: Given
  readonly page: string | null
}
export interface Draft extends Kept {
  readonly id: string
  readonly procedure: string
  readonly savedAt: Date
  /** Of which there is a picture. */
  readonly papers: ReadonlySet<string>
}

const opened = async (read: Reading, tools: Tools, row: store.DraftRow): Promise<Draft> => {
  const text = await tools.sealer.open(row.subject_id, ANSWERS, row.sealed)
  return {
    ...(JSON.parse(text.toString('utf8')) as Kept),
    id: row.id,
    procedure: row.procedure,
    savedAt: row.saved_at,
    papers: await store.papersOf(read, row.subject_id, row.procedure),
  }
}

/** Null where she has begun none. */
export const findDraft = async (
  read: Reading,
  tools: Tools,
  subjectId: string,
  procedure: string,
): Promise<Draft | null> => {
  const row = await store.draftOf(read, subjectId, procedure)
  return row ? opened(read, tools, row) : null
}

/** The latest first. */
export const draftsOf = async (read: Reading, tools: Tools, subjectId: string): Promise<readonly Draft[]> => {
  const drafts: Draft[] = []
  for (const row of await store.draftsOf(read, subjectId)) {
    drafts.push(await opened(read, tools, row))
  }
  return drafts
}

/** Which drafts there are, without what they say. */
export const draftsInShort = async (
  read: Reading,
  subjectId: string,
): Promise<readonly { readonly procedure: string; readonly version: number; readonly savedAt: Date }[]> =>
  (await store.draftsOf(read, subjectId)).map(({ procedure, version, saved_at: savedAt }) => ({
    procedure,
    version,
    savedAt,
  }))

/** Throws `services.draft-of-another` for an id that names a case, or the draft of another procedure. */
export const mustBeFree = async (
  read: Reading,
  {
    subjectId,
    id,
    procedure,
  }: { readonly subjectId: string; readonly id: string; readonly procedure: string },
): Promise<void> => {
  if ((await isNamed(read, id)) || (await store.otherOfId(read, subjectId, id, procedure))) {
    throw problem('services.draft-of-another')
  }
}

export interface Saving extends Kept {
  readonly subjectId: string
  readonly id: string
  readonly procedure: string
  readonly version: number
}
/** Throws `services.draft-of-another`. */
export const saveDraft = async (work: Work, tools: Tools, saving: Saving, at: Date): Promise<void> => {
  await mustBeFree(work, saving)
  const { subjectId, id, procedure, version, answers, page } = saving
  await store.saveDraft(work, {
    subject_id: subjectId,
    procedure,
    id,
    version,
    sealed: await tools.sealer.seal(subjectId, ANSWERS, JSON.stringify({ answers, page })),
    saved_at: at,
  })
}

export interface NamedDraft {
  readonly subjectId: string
  readonly id: string
  readonly procedure: string
}
/** Until the transaction ends it neither goes nor changes. Throws `services.no-such-draft`. */
export const holdDraft = async (
  work: Work,
  tools: Tools,
  { subjectId, id, procedure }: NamedDraft,
): Promise<Draft> => {
  const row = await store.draftForUpdate(work, subjectId, procedure)
  if (row?.id !== id) {
    throw problem('services.no-such-draft')
  }
  return opened(work, tools, row)
}

export const keepPicture = async (
  work: Work,
  tools: Tools,
  of: { readonly subjectId: string; readonly procedure: string; readonly paper: string },
  jpeg: Buffer,
  at: Date,
): Promise<void> => {
  await store.keepPaper(work, of, await tools.sealer.seal(of.subjectId, PICTURE, jpeg), at)
}

/**
 * Its pictures, when it is filed from a phone that knows it by another id: from here on it is this one's.
 * Empty where she has none.
 */
export const adoptDraft = async (
  work: Work,
  { subjectId, id, procedure }: NamedDraft,
): Promise<ReadonlySet<string>> => {
  const row = await store.draftForUpdate(work, subjectId, procedure)
  if (!row) {
    return new Set()
  }
  if (row.id !== id) {
    await store.renameDraft(work, subjectId, procedure, id)
  }
  return store.papersOf(work, subjectId, procedure)
}

/** The pictures by paper; nothing of the draft stays. Empty where there is none of this id. */
export const takePictures = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  draftId: string,
): Promise<ReadonlyMap<string, Buffer>> => {
  const procedure = await store.removeDraft(work, subjectId, draftId)
  const pictures = new Map<string, Buffer>()
  for (const { paper, sealed } of procedure ? await store.removePapers(work, subjectId, procedure) : []) {
    pictures.set(paper, await tools.sealer.open(subjectId, PICTURE, sealed))
  }
  return pictures
}
