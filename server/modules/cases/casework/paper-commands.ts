/**
 * The pictures of the papers on which a case rests: a page taken, taken away, and shown. Each is the same for
 * every kind of case that notes papers. They stand sealed with the case, and go as its state says.
 */
import type { z } from 'zod'
import type { sentPage, shownPages } from '../../../../contract/evidence.ts'
import type { Outcome } from '../../../../contract/purposes/outcomes.ts'
import type { Officer } from '../../../kernel/actor.ts'
import { lineTitle, type PurposeNaming } from '../../../kernel/audit-line.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Execution } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { readPage, type ReadPage } from '../../evidence/capture/paper-page.ts'
import { pagesOf, withPage, type NotedPaper, type PaperPage } from '../../evidence/capture/paper.ts'
import { pictureUrl } from '../../evidence/capture/portrait.ts'
import { paperPages_most } from '../../evidence/capture/rules.ts'
import type { NamedCase } from './case-access.ts'
import { stepOf, type CaseType, type CommandOperation } from './case-commands.ts'
import { attachmentOf, keepAttachment } from './case-file.ts'
import type { CaseContent } from './case-kind.ts'
import type { CaseOf } from './case-row.ts'
import { isSealedHere, mustHave, numberOfCase, pageLimit } from './evidence-commands.ts'

type SentPage = z.infer<typeof sentPage>
interface WithPapers<P extends NotedPaper> extends CaseContent {
  readonly papers: readonly P[]
}
interface Viewed {
  readonly state: Outcome
}

const attachedAs = ({ id }: Pick<PaperPage, 'id'>): string => `paper.${id}`

/** `paper`: which of the noted ones, from 0. The same bytes sent again are no new page. */
export const pageStep = <
  S extends string,
  P extends NotedPaper,
  C extends WithPapers<P>,
  F,
  V extends Viewed,
  I extends NamedCase & SentPage & { readonly paper: number },
>(
  type: CaseType<S, C, F, V>,
  of: { readonly contract: CommandOperation<I, V>; readonly purpose: PurposeNaming<'documents'> },
) =>
  stepOf<S, C, F, V, I, ReadPage | null>(type, {
    contract: of.contract,
    line: lineTitle(of.purpose, ['documents']),
    limits: pageLimit(type.kind),
    prepare: async ({ caseId, page }, { actor, tools }) =>
      (await numberOfCase(type.kind, tools, caseId, actor)) === null ? null : readPage(page),
    async change(work, input, execution) {
      const { content, found, tools, now } = execution
      const { id, jpeg } = mustHave(type.kind, execution.prepared)
      const paper = content.papers[input.paper]
      if (!paper) {
        throw problem('evidence.no-such-page')
      }
      if (pagesOf(content.papers).some((one) => one.id === id)) {
        return content
      }
      const isUnsigned = !(await isSealedHere(work, 'paper', input, execution))
      const after = withPage(paper, { id, isUnsigned }, now)
      await keepAttachment(work, tools, found.row, attachedAs({ id }), jpeg)
      return { ...content, papers: content.papers.map((one, at) => (at === input.paper ? after : one)) }
    },
  })

/** Throws `evidence.no-such-page`. */
export const dropPageStep = <
  S extends string,
  P extends NotedPaper,
  C extends WithPapers<P>,
  F,
  V extends Viewed,
  I extends NamedCase & { readonly id: string },
>(
  type: CaseType<S, C, F, V>,
  of: { readonly contract: CommandOperation<I, V>; readonly purpose: PurposeNaming<'documents'> },
) =>
  stepOf<S, C, F, V, I>(type, {
    contract: of.contract,
    line: lineTitle(of.purpose, ['documents']),
    async change(work, { id }, { content, found, tools }) {
      if (!pagesOf(content.papers).some((one) => one.id === id)) {
        throw problem('evidence.no-such-page')
      }
      await keepAttachment(work, tools, found.row, attachedAs({ id }), null)
      const papers = content.papers.map((paper) => ({
        ...paper,
        pages: (paper.pages ?? []).filter((one) => one.id !== id),
      }))
      return { ...content, papers }
    },
  })

/**
 * Papers noted anew keep the pages of those at the same place; the pictures of what is noted no more go with
 * it.
 */
export const notedAnew = async <P extends NotedPaper>(
  work: Work,
  tools: Tools,
  of: CaseOf,
  before: readonly P[],
  papers: readonly P[],
): Promise<readonly P[]> => {
  for (const page of pagesOf(before.slice(papers.length))) {
    await keepAttachment(work, tools, of, attachedAs(page), null)
  }
  return papers.map((paper, at) => {
    const pages = before[at]?.pages
    return pages ? { ...paper, pages } : paper
  })
}

/** For a case that is opened with its papers. Outside of any transaction. Throws `evidence.pages-full`. */
export const readPages = (pages: readonly SentPage[], at: Date): Promise<readonly ReadPage[]> => {
  if (pages.length > inForce(paperPages_most, at)) {
    throw problem('evidence.pages-full')
  }
  return Promise.all(pages.map(({ page }) => readPage(page)))
}

/** `caseId`: for which the desk's devices signed them. */
export const pagesSigned = async (
  work: Work,
  sent: readonly SentPage[],
  read: readonly ReadPage[],
  caseId: string,
  execution: Pick<Execution<Officer, unknown, unknown>, 'actor' | 'tools' | 'now'>,
): Promise<readonly PaperPage[]> => {
  const pages = new Map<string, PaperPage>()
  for (const [at, { id }] of read.entries()) {
    const isUnsigned = !(await isSealedHere(work, 'paper', { caseId, ...sent[at] }, execution))
    pages.set(id, { id, isUnsigned })
  }
  return [...pages.values()]
}
export const keepPages = async (
  work: Work,
  tools: Tools,
  of: CaseOf,
  read: readonly ReadPage[],
): Promise<void> => {
  for (const page of read) {
    await keepAttachment(work, tools, of, attachedAs(page), page.jpeg)
  }
}

/** What is left of the pages: those of a case that ended without its deed have gone. */
export const pagesShown = async (
  read: Reading,
  tools: Tools,
  of: CaseOf,
  { pages = [] }: Pick<NotedPaper, 'pages'>,
): Promise<z.infer<typeof shownPages>> => {
  const shown = await Promise.all(
    pages.map(async (page) => {
      const picture = pictureUrl(await attachmentOf(read, tools, of, attachedAs(page)))
      return picture === null ? [] : [{ ...page, picture }]
    }),
  )
  return { pages: shown.flat() }
}
