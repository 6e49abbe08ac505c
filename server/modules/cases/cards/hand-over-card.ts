/**
 * Handing the card over: the recipient against the register by face or one print, the chip read before her,
 * her receipt at her own screen; then, in one
 * transaction, the card is the register's valid one, the old one void, and the account that was asked for is
 * there.
 */
import { AskCardReceipt, CheckCardRecipient, HandOverCard, ReadNewChip } from '../../../../contract/card.ts'
import { actorReference, type Actor } from '../../../kernel/actor.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { judgePortrait } from '../../evidence/biometrics/face/judge-portrait.ts'
import { comparePrint } from '../../evidence/biometrics/fingers/judge-prints.ts'
import { lookAtRegister } from '../../people/locks/follow-register.ts'
import { askAtDesk } from '../../registry/organisations/desk-prompt.ts'
import { approver } from '../../registry/organisations/second-eyes.ts'
import { issueCard } from '../../registry/population/issue-card.ts'
import { registerFingerprintsOf } from '../../registry/population/register-fingerprints.ts'
import { registerPortraitOf } from '../../registry/population/register-portrait.ts'
import { accountWithCard } from './account-with-card.ts'
import {
  isRecipientProven,
  mustBeHandable,
  mustBeReady,
  recipientTriesLeft,
  type CardApplication,
  type Content,
  type RecipientTry,
} from './card-application.ts'
import {
  applicationOf,
  hander,
  lineOf,
  cardForUpdate,
  toHandOverForUpdate,
  openContent,
  receiptQuestion,
  sceneOf,
  sealContent,
} from './card-case.ts'
import { viewOf, type CardView } from './card-view.ts'
import { isThisCard } from './print-card.ts'
import { cardBudget, ISSUER } from './rules.ts'
import * as store from './store.ts'
import type { CardRow } from './store.ts'
import { numberOfCard, type Step } from './take-card.ts'
import { CardIssued, CardStateChanged } from './events.ts'

/** Handing over is no taking: the list of those who took it stays. */
const keep = async (
  work: Work,
  { found: { row }, actor, tools, now }: Step,
  content: Content,
): Promise<CardView> => {
  await store.saveContent(work, row, await sealContent(tools, row.subject_id, content), row.taken_by, now)
  return viewOf(work, tools, row, actor, now)
}

const readyContent = ({ found: { row }, tools }: Step): Promise<Content> => {
  mustBeReady(row)
  return openContent(tools, row)
}

const compareFace = async (
  tools: Tools,
  number: string,
  picture: string,
): Promise<Omit<RecipientTry, 'at'>> => {
  const { outcome, jpeg } = await judgePortrait(
    tools.faces,
    await registerPortraitOf(tools.read, tools, number),
    Buffer.from(picture, 'base64'),
  )
  if (!jpeg) {
    throw problem('portrait.not-a-picture')
  }
  return { by: 'portrait', isMatch: outcome === 'match' }
}

const compareFinger = async (
  tools: Tools,
  number: string,
  template: string,
  at: Date,
): Promise<Omit<RecipientTry, 'at'>> => {
  const taken = comparePrint(
    tools.fingers,
    await registerFingerprintsOf(tools.read, tools, number),
    Buffer.from(template, 'base64'),
    at,
  )
  if (!taken) {
    throw problem('evidence.not-a-print')
  }
  return { by: 'fingerprint', isMatch: taken.outcome === 'match' }
}

export const checkCardRecipient = useCase({
  contract: CheckCardRecipient,
  limits: (_, __, actor: Actor) => [
    {
      scope: 'card.compare',
      key: actorReference(actor),
      most: inForce(cardBudget, presentMoment()).compared,
      per_s: 3600,
    },
  ],
  async prepare({ applicationId, picture, template }, { actor, tools, now }) {
    const number = await numberOfCard(tools, applicationId, actor, 'ready')
    if (number === null) {
      return null
    }
    if (picture !== undefined) {
      return compareFace(tools, number, picture)
    }
    return template === undefined ? null : compareFinger(tools, number, template, now)
  },
  find: cardForUpdate,
  permit: hander,
  async act(work, _, doing) {
    const content = await readyContent(doing)
    const { prepared, now } = doing
    if (!prepared) {
      throw problem('request.invalid')
    }
    if (isRecipientProven(content, now)) {
      return keep(work, doing, content)
    }
    if (recipientTriesLeft(content, now) === 0) {
      throw problem('card.recipient-spent')
    }
    return keep(work, doing, {
      ...content,
      recipient: [...content.recipient, { ...prepared, at: now.toISOString() }].slice(-20),
    })
  },
  audit: (done) => ({
    ...lineOf('card-recipient', [done.input.picture === undefined ? 'fingerprints' : 'portrait'])(done),
    outcome: done.refusal ?? (done.result?.recipient.isProven ? 'match' : 'no-match'),
  }),
})

export const readNewChip = useCase({
  contract: ReadNewChip,
  find: cardForUpdate,
  permit: hander,
  async act(work, { chip }, doing) {
    const content = await readyContent(doing)
    if (!(await isThisCard(work, doing.found.row, chip, doing.now))) {
      throw problem('card.chip-differs')
    }
    return keep(work, doing, { ...content, chipReadAt: doing.now.toISOString() })
  },
  audit: lineOf('card-chip-read', ['card']),
})

export const askCardReceipt = useCase({
  contract: AskCardReceipt,
  find: cardForUpdate,
  permit: hander,
  async act(work, _, doing) {
    const content = await readyContent(doing)
    await askAtDesk(work, doing.tools, doing.actor.sessionId, receiptQuestion(doing.found.row, content))
    return keep(work, doing, content)
  },
  audit: lineOf('card-receipt-asked', ['card']),
})

/**
 * The register, the lock that hung on the old card, the account: each by its own module, all in this
 * transaction.
 */
const handOver = async (
  work: Work,
  tools: Tools,
  row: CardRow,
  { content }: CardApplication,
  at: Date,
): Promise<Content> => {
  const { made, personalNumber } = content
  if (!made) {
    throw problem('card.not-ready')
  }
  const isIssued = await issueCard(
    work,
    personalNumber,
    { issuedOn: made.issuedOn, expiresOn: made.expiresOn, place: ISSUER, qrText: made.qrText },
    { source: `card ${row.reference}`, at },
  )
  if (!isIssued) {
    throw problem('card.one-a-day')
  }
  await lookAtRegister(work, tools, row.subject_id)
  const { done, activateBy } = await accountWithCard(work, tools, row, content)
  work.publish(CardIssued, row.subject_id, {
    applicationId: row.id,
    reference: row.reference,
    state: 'valid',
    issuedOn: made.issuedOn,
    account: done,
    activateBy: activateBy?.toISOString() ?? null,
  })
  work.publish(CardStateChanged, row.subject_id, {
    state: 'valid',
    applicationId: row.id,
    reference: row.reference,
  })
  return { ...content, accountDone: done }
}

export const handOverCard = useCase({
  contract: HandOverCard,
  find: toHandOverForUpdate,
  permit: approver('card.hand-over', { herself: 'card.about-yourself', sameEyes: 'card.same-eyes' }),
  async act(work, _, { found: { row }, actor, tools, now }) {
    const application = await applicationOf(tools, row)
    mustBeHandable(application, await sceneOf(work, tools, row, application.content, now))
    const content = await handOver(work, tools, row, application, now)
    await store.saveContent(work, row, await sealContent(tools, row.subject_id, content), row.taken_by, now)
    await store.saveHandedOver(work, row, now)
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('card-handed-over', ['card', 'account']),
})
