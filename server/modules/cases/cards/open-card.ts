/**
 * Opening an application for a card, looking at it, the office's queues, and ending one at the citizen's
 * wish.
 */
import { FindCard, ListCards, OpenCard, ViewCard, WithdrawCard } from '../../../../contract/card-taking.ts'
import { none } from '../../../kernel/audit-line.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { findersByReference, permitsOf } from '../casework/case-access.ts'
import { discardOf, lookOf } from '../casework/case-commands.ts'
import { isTakenBy } from '../casework/case-file.ts'
import { lapsesAt } from '../casework/lapse-open.ts'
import { figuresOf, listOf } from '../casework/list-cases.ts'
import { openOf } from '../casework/open-command.ts'
import {
  emptyContent,
  mustFit,
  noCardYet,
  problemOfOpening,
  type CardFacts,
  type CardState,
} from './card-application.ts'
import {
  accountStandingOf,
  applicationOf,
  cardKind,
  dueOf,
  registerStandingOf,
  sceneOf,
  type CardRow,
} from './card-case.ts'
import { exceptionsOf } from './card-decision.ts'
import { cards, isPrintedBy } from './card-view.ts'

const SEEN = [
  'personalNumber',
  'fullName',
  'birthDate',
  'sex',
  'residence',
  'card',
  'portrait',
  'account',
] as const

export const openCard = openOf(cards, {
  contract: OpenCard,
  line: { purpose: 'card-opened', fields: SEEN },
  async begin(work, asked, { found, tools, now }) {
    const { personalNumber, kind, reason, withAccount, lost = null, language } = asked
    const person = await findPerson(work, tools, personalNumber)
    const account = await accountStandingOf(work, found.subjectId)
    const against = problemOfOpening(asked, registerStandingOf(person), account, now)
    if (against) {
      return against
    }
    mustFit({ kind, reason, lost }, person && person.card !== null, now)
    const facts: CardFacts = { kind, reason, withAccount, ...noCardYet, handedOverAt: null }
    const name = person?.fullName ?? null
    return { content: emptyContent({ personalNumber, name, language, lost }), facts }
  },
})

export const viewCard = lookOf(cards, { contract: ViewCard, line: { purpose: 'card-view', fields: SEEN } })

export const findCardByReference = useCase({
  contract: FindCard,
  find: findersByReference<CardState, CardFacts>(cardKind).find,
  permit: permitsOf(cardKind).viewer,
  act: (_, __, { found }) => Promise.resolve({ caseId: found.row.id }),
  about: ({ row }) => [row.subject_id],
  audit: none('a reference turned into an address; opening it leaves a line'),
})

/** Also when it lies ready: somebody who never comes for it could not apply again. */
export const withdrawCard = discardOf(cards, {
  contract: WithdrawCard,
  line: { purpose: 'card-withdrawn' },
})

export const listCards = listOf(cardKind, {
  contract: ListCards,
  stages: { open: ['open'], second: ['second'], print: ['print'], receive: ['receive'], ready: ['ready'] },
  async item(read, tools, row: CardRow, actor, at) {
    const application = await applicationOf(tools, row)
    const isWaiting = row.state === 'waiting-second'
    const scene =
      isWaiting || row.state === 'accepted' ? await sceneOf(read, tools, row, application.content, at) : null
    return {
      caseId: row.id,
      reference: row.reference,
      kind: row.facts.kind,
      reason: row.facts.reason,
      state: row.state,
      openedAt: row.opened_at.toISOString(),
      dueAt: dueOf(row).toISOString(),
      lapsesAt: lapsesAt(cardKind, row)?.toISOString() ?? null,
      name: application.content.name,
      withAccount: row.facts.withAccount,
      exceptions: scene && isWaiting ? exceptionsOf(application, scene) : [],
      isMine: row.state === 'ready' ? isPrintedBy(row, actor) : isTakenBy(row, actor),
      waitsForChanges: scene?.areChangesSettled === false,
    }
  },
})

export const cardOpenFigures = figuresOf(cardKind, 'open')
export const cardDecideFigures = figuresOf(cardKind, 'second')
export const cardPrintFigures = figuresOf(cardKind, 'print')
export const cardHandOverFigures = figuresOf(cardKind, 'receive', 'ready')
