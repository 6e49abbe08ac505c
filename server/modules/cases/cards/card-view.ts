/** An application for a card as the officer sees it: whoever decides sees everything that the taker saw. */
import type { z } from 'zod'
import type { cardApplication } from '../../../../contract/card.ts'
import type { Officer } from '../../../kernel/actor.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { contactSeen } from '../../evidence/capture/contact.ts'
import { isRegisterPictureShown, portraitSeen } from '../../evidence/capture/portrait.ts'
import { printsSeen } from '../../evidence/capture/prints.ts'
import { registerSeen } from '../../evidence/capture/register-entry.ts'
import { valueOf } from '../../registry/population/correct-entry.ts'
import { historySeen } from '../casework/case-history.ts'
import { caseRow } from '../casework/case-access.ts'
import type { CaseType } from '../casework/case-commands.ts'
import { isTakenBy } from '../casework/case-file.ts'
import type { CaseOf } from '../casework/case-row.ts'
import { unsettledOf } from '../discrepancies/settled-cases.ts'
import type { CardApplication, CardContent, CardFacts, CardRefusal, CardState } from './card-application.ts'
import { applicationOf, cardKind, dueOf, sceneOf, type CardRow, type Scene } from './card-case.ts'
import {
  cardPrints,
  exceptionsOf,
  isRecipientProven,
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
  read: Reading,
  tools: Tools,
  { state }: CardRow,
  { made }: CardContent,
  { entry: { person }, at }: Scene,
) =>
  person && DECIDED.includes(state)
    ? faceOf(read, tools, person, made ?? (await draftCard(read, person, at, '')))
    : null

/**
 * Twice somebody stands before the camera: when it is applied for, and when it is handed over. In between it
 * is on the card that is made.
 */
const isPortraitShown = ({ state, content }: CardApplication, isTakenByMe: boolean, at: Date): boolean =>
  DECIDED.includes(state)
    ? state !== 'ready' || isRecipientProven(content, at) || recipientTriesLeft(content, at) === 0
    : isRegisterPictureShown(content, { isTakenByMe, isWaiting: state === 'waiting-second' })

const withoutFace = (card: CardView['card'], isShown: boolean): CardView['card'] =>
  card && !isShown ? { ...card, portrait: null } : card

const recipientOf = (content: CardContent, at: Date): CardView['recipient'] => ({
  isProven: isRecipientProven(content, at),
  by: content.recipient.findLast(({ isMatch }) => isMatch)?.by ?? null,
  triesLeft: recipientTriesLeft(content, at),
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
  read: Reading,
  tools: Tools,
  of: CaseOf,
  actor: Officer,
  at: Date,
): Promise<CardView> => {
  const row: CardRow = await caseRow(read, of)
  const application = await applicationOf(tools, row)
  const { content, state } = application
  const scene = await sceneOf(read, tools, row, content, at)
  const { entry, account } = scene
  const isPictureShown = isPortraitShown(application, isTakenBy(row, actor), at)
  return {
    ...headOf(row, actor),
    history: await historySeen(read, tools, row),
    personalNumber: content.personalNumber,
    lost: content.lost,
    feeReceipt: content.feeReceipt,
    wouldExpireOn: entry.person && cardExpiry(entry.person.birthDate, dayInVietnam(at)),
    register: await registerSeen(read, tools, entry, isPictureShown),
    account: account && {
      level: scene.level ?? 1,
      state: account.state,
      isPhoneOther: account.isPhoneOther,
    },
    contact: await contactSeen(read, tools, row.id, content),
    portrait: portraitSeen(content, at, await cardAttachment(read, tools, row, 'portrait')),
    prints: printsSeen(cardPrints(content, entry.fingers, at)),
    changes: await changesOf(read, row, content, scene),
    consent: scene.consent,
    exceptions: state === 'open' || state === 'waiting-second' ? exceptionsOf(application, scene) : [],
    remaining: remainingOf(application, scene),
    card: withoutFace(await cardOf(read, tools, row, content, scene), isPictureShown),
    recipient: recipientOf(content, at),
    isChipRead: content.chipReadAt !== null,
    receipt: scene.receipt,
    accountDone: content.accountDone,
  }
}

export const cards: CaseType<CardState, CardContent, CardFacts, CardView> = { kind: cardKind, view: viewOf }
