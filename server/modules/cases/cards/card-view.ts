/** An application for a card as the officer sees it: whoever decides sees everything that the taker saw. */
import type { z } from 'zod'
import type { cardApplication } from '../../../../contract/card.ts'
import type { Officer } from '../../../kernel/actor.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { contactSeen } from '../../evidence/capture/contact.ts'
import { hasTakenLive, portraitSeen, registerPictureFor } from '../../evidence/capture/portrait.ts'
import { printsSeen } from '../../evidence/capture/prints.ts'
import type { ShownTo } from '../../evidence/capture/shown-portrait.ts'
import { registerSeen } from '../../evidence/capture/register-entry.ts'
import { valueOf } from '../../registry/population/correct-entry.ts'
import { historySeen } from '../casework/case-history.ts'
import { caseRow } from '../casework/case-access.ts'
import type { CaseType } from '../casework/case-commands.ts'
import { isTakenBy } from '../casework/case-file.ts'
import type { CaseOf } from '../casework/case-row.ts'
import { hasLapsed, lapsesAt } from '../casework/lapse-open.ts'
import { unsettledOf } from '../discrepancies/settled-cases.ts'
import type { CardApplication, CardContent, CardFacts, CardRefusal, CardState } from './card-application.ts'
import { applicationOf, cardKind, dueOf, sceneOf, type CardRow, type Scene } from './card-case.ts'
import {
  cardPrints,
  exceptionsOf,
  isRecipientProven,
  needsAnotherOfficer,
  recipientTriesLeft,
  remainingOf,
} from './card-decision.ts'
import { draftCard, faceOf } from './card-face.ts'
import { cardAttachment } from './card-templates.ts'
import { cardExpiry } from './expiry.ts'
import { reasonRule } from './rules.ts'

export type CardView = z.infer<typeof cardApplication>

const changesOf = async (
  read: Reading,
  { subject_id }: CardRow,
  { changes, cases }: CardContent,
  { entry: { person } }: Scene,
): Promise<CardView['changes']> => {
  const unsettled = await unsettledOf(read, subject_id, Object.values(cases))
  return changes.map(({ field, value }) => {
    const register = person && valueOf(person, field)
    const caseId = cases[field] ?? null
    return {
      field,
      value,
      register,
      differs: register !== value,
      caseId,
      isSettled: caseId !== null && !unsettled.includes(caseId),
    }
  })
}

const DECIDED: readonly CardState[] = ['accepted', 'printed', 'ready', 'handed-over']
const cardOf = async (
  work: Work,
  tools: Tools,
  { state }: CardRow,
  { made }: CardContent,
  { entry: { person }, at }: Scene,
  portraitTo: ShownTo | null,
) =>
  person && DECIDED.includes(state)
    ? faceOf(work, tools, person, made ?? (await draftCard(work, person, at, '')), portraitTo)
    : null

/**
 * Twice somebody stands before the camera: when it is applied for, and when it is handed over. In between it
 * is shown to whoever makes the card: those who take it in and hand it over are to compare her with it.
 */
const isShownDecided = ({ state, content }: CardApplication, isPrintedByMe: boolean, at: Date): boolean => {
  switch (state) {
    case 'printed':
      return isPrintedByMe
    case 'ready':
      return isRecipientProven(content, at) || recipientTriesLeft(content, at) === 0
    default:
      return true
  }
}
const portraitToOf = (
  row: CardRow,
  application: CardApplication,
  actor: Officer,
  at: Date,
): ShownTo | null => {
  const { state, content } = application
  const size = DECIDED.includes(state)
    ? isShownDecided(application, isPrintedBy(row, actor), at)
      ? 'glance'
      : null
    : registerPictureFor(content, {
        isTakenByMe: isTakenBy(row, actor),
        isWaiting: state === 'waiting-second',
      })
  return size && { actor, at, size, hasTakenLive: hasTakenLive(content, isTakenBy(row, actor)) }
}

const recipientOf = (content: CardContent, at: Date): CardView['recipient'] => ({
  isProven: isRecipientProven(content, at),
  by: content.recipient.findLast(({ isMatch }) => isMatch)?.by ?? null,
  triesLeft: recipientTriesLeft(content, at),
  needsAnother: needsAnotherOfficer(content, at),
})

export const isPrintedBy = ({ facts }: Pick<CardRow, 'facts'>, { personKey }: Officer): boolean =>
  personKey !== null && facts.printedBy === personKey
export const refusalStored = ({ reason }: Pick<CardRow, 'reason'>): CardRefusal | null =>
  reason as CardRefusal | null

const headOf = (row: CardRow, actor: Officer) => ({
  caseId: row.id,
  reference: row.reference,
  kind: row.facts.kind,
  reason: row.facts.reason,
  state: row.state,
  openedAt: row.opened_at.toISOString(),
  dueAt: dueOf(row).toISOString(),
  lapsesAt: lapsesAt(cardKind, row)?.toISOString() ?? null,
  hasLapsed: hasLapsed(row),
  submittedAt: row.submitted_at?.toISOString() ?? null,
  decidedAt: row.decided_at?.toISOString() ?? null,
  refusal: refusalStored(row),
  isTakenByMe: isTakenBy(row, actor),
  isPrintedByMe: isPrintedBy(row, actor),
  withAccount: row.facts.withAccount,
  fee_vnd: reasonRule(row.facts.reason, row.opened_at).fee_vnd,
})

/** Read anew, so that it shows what this very transaction wrote. */
export const viewOf = async (
  work: Work,
  tools: Tools,
  of: CaseOf,
  actor: Officer,
  at: Date,
): Promise<CardView> => {
  const row: CardRow = await caseRow(work, of)
  const application = await applicationOf(tools, row)
  const { content, state } = application
  const scene = await sceneOf(work, tools, row, content, at)
  const { entry, account } = scene
  const portraitTo = portraitToOf(row, application, actor, at)
  return {
    ...headOf(row, actor),
    history: await historySeen(work, tools, row),
    personalNumber: content.personalNumber,
    lost: content.lost,
    feeReceipt: content.feeReceipt,
    wouldExpireOn: entry.person && cardExpiry(entry.person.birthDate, dayInVietnam(at)),
    register: await registerSeen(work, tools, entry, portraitTo),
    account: account && {
      level: scene.level ?? 1,
      state: account.state,
      isPhoneOther: account.isPhoneOther,
    },
    contact: await contactSeen(work, tools, row.id, content),
    portrait: portraitSeen(content, at, await cardAttachment(work, tools, row, 'portrait')),
    prints: printsSeen(cardPrints(content, entry.fingers, at)),
    changes: await changesOf(work, row, content, scene),
    consent: scene.consent,
    exceptions: state === 'open' || state === 'waiting-second' ? exceptionsOf(application, scene) : [],
    remaining: remainingOf(application, scene),
    card: await cardOf(work, tools, row, content, scene, portraitTo),
    recipient: recipientOf(content, at),
    isChipRead: content.chipReadAt !== null,
    receipt: scene.receipt,
    accountDone: content.accountDone,
  }
}

export const cards: CaseType<CardState, CardContent, CardFacts, CardView> = { kind: cardKind, view: viewOf }
