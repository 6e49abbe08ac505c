/** The papers that are shown for a request, and the pictures of their pages; those of a proposal to end. */
import { ViewEndPages } from '../../../../../contract/representation-end.ts'
import {
  DropPaperPage,
  NotePapers,
  TakePaperPage,
  ViewPaperPages,
} from '../../../../../contract/representation-request.ts'
import { problem } from '../../../../kernel/problem.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import { mustBeIssued, withListedIssuer } from '../../../evidence/capture/paper.ts'
import { everybodyIn, finders, linesOf, permitsOf } from '../../casework/case-access.ts'
import { stepOf } from '../../casework/case-commands.ts'
import { dropPageStep, notedAnew, pagesShown, pageStep } from '../../casework/paper-commands.ts'
import { endContentOf, endKind, type EndFacts, type EndState } from './end-case.ts'
import type { RequestState } from './request.ts'
import { requestKind, requestOf, requests, type RequestFacts } from './request-case.ts'

export const notePapers = stepOf(requests, {
  contract: NotePapers,
  line: { purpose: 'representation-papers' },
  async change(work, { papers, until }, { content, found, tools, now }) {
    mustBeIssued(papers, now)
    const listed = await Promise.all(papers.map((paper) => withListedIssuer(work, paper)))
    const noted = await notedAnew(work, tools, found.row, content.papers, listed)
    return { ...content, papers: noted, until }
  },
})

export const takePaperPage = pageStep(requests, {
  contract: TakePaperPage,
  purpose: 'representation-papers',
})
export const dropPaperPage = dropPageStep(requests, {
  contract: DropPaperPage,
  purpose: 'representation-papers',
})

const looked = { purpose: 'representation-view', fields: ['documents'] } as const

export const viewPaperPages = useCase({
  contract: ViewPaperPages,
  find: finders<RequestState, RequestFacts>(requestKind).find,
  permit: permitsOf(requestKind).viewer,
  async act(work, { paper: at }, { found: { row }, tools }) {
    const paper = (await requestOf(tools, row)).content.papers[Number(at)]
    if (!paper) {
      throw problem('evidence.no-such-page')
    }
    return pagesShown(work, tools, row, paper)
  },
  audit: ({ found, actor, refusal }) => linesOf(requestKind, looked)({ found, actor, refusal, result: null }),
})

export const viewEndPages = useCase({
  contract: ViewEndPages,
  find: finders<EndState, EndFacts>(endKind).find,
  permit: permitsOf(endKind).viewer,
  act: async (work, _, { found: { row }, tools }) =>
    pagesShown(work, tools, row, (await endContentOf(tools, row)).paper),
  about: ({ row }) => everybodyIn(endKind, row),
  audit: ({ found, actor, refusal }) => linesOf(endKind, looked)({ found, actor, refusal, result: null }),
})
