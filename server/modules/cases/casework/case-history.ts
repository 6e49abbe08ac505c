/** The history of a case in words, for the officers who may look at it. */
import type { z } from 'zod'
import { caseStepWords, type caseHistory } from '../../../../contract/case-history.ts'
import { outcomeWords } from '../../../../contract/purposes/outcomes.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { historyOf } from './happenings.ts'
import type { CaseOf } from './case-row.ts'

type Words = { readonly vi: string; readonly en: string }
const known: Readonly<Record<string, Words>> = { ...outcomeWords, ...caseStepWords }
/** For what an older Sen called otherwise: no code reaches a screen. */
const UNNAMED: Words = { vi: 'Một bước đã ghi', en: 'A step on record' }

/** A step's or a state's words; null where it has none. */
export const wordsOfStep = (what: string): Words | null => known[what] ?? null

/** Kept for the product, by an update; nothing that happened to the case. */
const KEPT = new Set(['number-sealed'])

type Happened = z.infer<typeof caseHistory>[number]
const byWhom = (by: string): Pick<Happened, 'by' | 'officer'> =>
  by === 'citizen' || by === 'automatic' ? { by, officer: null } : { by: 'officer', officer: by }

/** With the officers' notes: only for views that a permit of the case guards. The first 200 entries. */
export const historySeen = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  of: CaseOf,
): Promise<Happened[]> =>
  (await historyOf(read, tools, of))
    .filter(({ what }) => !KEPT.has(what))
    .map(({ at, what, by, note }) => ({
      at,
      what: wordsOfStep(what) ?? UNNAMED,
      ...byWhom(by),
      note,
    }))
