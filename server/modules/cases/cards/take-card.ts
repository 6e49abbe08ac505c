/**
 * The steps of an application for a card: contact with code, portrait and prints, changes, fee, and the
 * question at the citizen's own screen. Each may be sent again.
 */
import {
  AskCardConsent,
  ExceptCardFinger,
  GiveCardContact,
  NoteCardChanges,
  NoteCardFee,
  TakeCardPortrait,
  TakeCardPrints,
  VerifyCardCode,
} from '../../../../contract/card-taking.ts'
import { lineTitle } from '../../../kernel/audit-line.ts'
import { problem } from '../../../kernel/problem.ts'
import { hasMatched } from '../../evidence/capture/portrait.ts'
import { readCorrection } from '../../registry/population/correct-entry.ts'
import { stepOf } from '../casework/case-commands.ts'
import { keepAttachment } from '../casework/case-file.ts'
import {
  consentStep,
  contactCodeStep,
  contactStep,
  fingerExceptionStep,
  portraitStep,
  printsStep,
} from '../casework/evidence-commands.ts'
import type { Change } from './card-application.ts'
import { consentQuestion } from './card-case.ts'
import { keepTemplates } from './card-templates.ts'
import { cards } from './card-view.ts'
import { reasonRule } from './rules.ts'

export const giveCardContact = contactStep(cards, {
  contract: GiveCardContact,
  purpose: 'card-contact',
  proof: 'card',
  give: (content, given) => ({ ...content, contact: { ...given, isProven: false } }),
})

export const verifyCardCode = contactCodeStep(cards, { contract: VerifyCardCode, purpose: 'card-code' })

export const takeCardPortrait = portraitStep(cards, {
  contract: TakeCardPortrait,
  purpose: 'card-portrait',
  async keep(work, jpeg, { content: before, found, tools }, after) {
    // The picture that matched is the one to print; a poor one never is.
    const isPoor = after.portraits.at(-1)?.outcome === 'poor'
    if (!hasMatched(before) && !(isPoor && before.portraits.length > 0)) {
      await keepAttachment(work, tools, found.row, 'portrait', jpeg)
    }
    return after
  },
})

export const takeCardPrints = printsStep(cards, {
  contract: TakeCardPrints,
  purpose: 'card-prints',
  keep: (work, taken, { found, tools, now }) => keepTemplates(work, tools, found.row, taken, now),
})

export const exceptCardFinger = fingerExceptionStep(cards, {
  contract: ExceptCardFinger,
  purpose: 'card-exception',
})

/** As the register would write it, or not at all. */
const readChange = ({ field, value }: Change): Change => {
  const read = readCorrection(field, value)
  if (read === null) {
    throw problem('discrepancy.bad-value')
  }
  return { field, value: read }
}

export const noteCardChanges = stepOf(cards, {
  contract: NoteCardChanges,
  line: ({ changes }) =>
    lineTitle(
      'card-changes',
      changes.map(({ field }) => field),
    ),
  change: (_, { changes }, { content }) => {
    const byField = new Map(changes.map((change) => [change.field, readChange(change)]))
    return { ...content, changes: [...byField.values()] }
  },
})

export const noteCardFee = stepOf(cards, {
  contract: NoteCardFee,
  line: { purpose: 'card-fee' },
  change: (_, { receipt }, { content, found: { row } }) => {
    if (reasonRule(row.facts.reason, row.opened_at).fee_vnd === 0) {
      throw problem('card.no-fee')
    }
    return { ...content, feeReceipt: receipt }
  },
})

export const askCardConsent = consentStep(cards, {
  contract: AskCardConsent,
  line: { purpose: 'card-consent-asked', fields: ['phone', 'email'] },
  question: consentQuestion,
})
