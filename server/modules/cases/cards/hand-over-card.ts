/**
 * Handing the card over: the recipient against the register by face or one print, the chip read before her,
 * her receipt at her own screen; then, in one transaction, the card is the register's valid one, the old one
 * void, and the account that was asked for is there.
 */
import {
  AskCardReceipt,
  CheckCardRecipient,
  HandOverCard,
  ReadNewChip,
} from '../../../../contract/card-making.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type Execution } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { comparePortrait, digestOf, mustBePicture } from '../../evidence/capture/portrait.ts'
import { comparePrints, mustBePrints } from '../../evidence/capture/prints.ts'
import { wasShown } from '../../evidence/capture/shown-portrait.ts'
import { lookAtRegister } from '../../people/locks/follow-register.ts'
import { askAtDesk } from '../../registry/organisations/desk-prompt.ts'
import { approver } from '../../registry/organisations/second-eyes.ts'
import { issueCard } from '../../registry/population/issue-card.ts'
import { lineOf, type FoundCase, type NamedCase } from '../casework/case-access.ts'
import { saveCase } from '../casework/case-file.ts'
import { compareLimit, isSealedHere, numberOfCase } from '../casework/evidence-commands.ts'
import { accountWithCard } from './account-with-card.ts'
import {
  mustBeReady,
  type CardContent,
  type CardFacts,
  type CardState,
  type RecipientTry,
} from './card-application.ts'
import {
  applicationOf,
  cardForUpdate,
  cardKind,
  contentOf,
  receiptQuestion,
  sceneOf,
  type CardRow,
} from './card-case.ts'
import { isRecipientProven, mustBeHandable, recipientTriesLeft } from './card-decision.ts'
import { viewOf, type CardView } from './card-view.ts'
import { CardIssued, CardStateChanged } from './events.ts'
import { hander, mustBeThisCard } from './print-card.ts'
import { ISSUER } from './rules.ts'

type Handing = Pick<
  Execution<Officer, FoundCase<CardState, CardFacts>, unknown>,
  'found' | 'actor' | 'tools' | 'now'
>

/** Handing over is no taking: the list of those who took it stays. */
const keep = async (
  work: Work,
  { found: { row }, actor, tools, now }: Handing,
  content: CardContent,
): Promise<CardView> => {
  await saveCase(work, tools, cardKind, row, { content, by: actor.number }, now)
  return viewOf(work, tools, row, actor, now)
}

const readyContent = ({ found: { row }, tools }: Handing): Promise<CardContent> => {
  mustBeReady(row)
  return contentOf(tools, row)
}

interface Compared extends Omit<RecipientTry, 'at'> {
  readonly isRegisterPicture: boolean
  /** Of the bytes that came. */
  readonly digest: string
}

/** What was taken for the application, and signed then, says nothing of who stands here now. */
const isTakenBefore = ({ portraits, prints }: CardContent, digest: string): boolean =>
  [...portraits, ...prints].some((one) => one.digest === digest)

const compareFace = async (tools: Tools, number: string, picture: string): Promise<Compared> => {
  const taken = await comparePortrait(tools, number, picture)
  mustBePicture(taken)
  const { isRegisterPicture, digest } = taken
  return { by: 'portrait', isMatch: taken.outcome === 'match', isRegisterPicture, digest }
}

const compareFinger = async (tools: Tools, number: string, template: string, at: Date): Promise<Compared> => {
  const taken = mustBePrints(await comparePrints(tools, number, [template], at))
  const isMatch = taken.every(({ print }) => print.outcome === 'match')
  return {
    by: 'fingerprint',
    isMatch,
    isRegisterPicture: false,
    digest: digestOf(Buffer.from(template, 'base64')),
  }
}

export const checkCardRecipient = useCase({
  contract: CheckCardRecipient,
  limits: compareLimit(cardKind),
  async prepare({ caseId, picture, template }, { actor, tools, now }) {
    const number = await numberOfCase(cardKind, tools, caseId, actor, { state: 'ready', permit: hander })
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
  async act(work, input, handing) {
    const content = await readyContent(handing)
    const { prepared, now } = handing
    if (!prepared) {
      throw problem('request.invalid')
    }
    if (isRecipientProven(content, now)) {
      return keep(work, handing, content)
    }
    if (recipientTriesLeft(content, now) === 0) {
      throw problem('card.recipient-spent')
    }
    if (
      prepared.by === 'portrait' &&
      (await wasShown(work, handing.tools, content.personalNumber, { actor: handing.actor, at: now }))
    ) {
      throw problem('card.portrait-shown')
    }
    const { isRegisterPicture, digest, ...compared } = prepared
    if (isRegisterPicture) {
      return handing.refuse(problem('evidence.register-picture'))
    }
    const step = compared.by === 'portrait' ? 'portrait' : 'prints'
    const tried: RecipientTry = {
      ...compared,
      at: now.toISOString(),
      isUnsigned: isTakenBefore(content, digest) || !(await isSealedHere(work, step, input, handing)),
      person: handing.actor.personKey,
    }
    return keep(work, handing, { ...content, recipient: [...content.recipient, tried].slice(-20) })
  },
  audit: (done) => ({
    ...lineOf({
      purpose: 'card-recipient',
      fields: [done.input.picture === undefined ? 'fingerprints' : 'portrait'],
    })(done),
    outcome:
      done.refusal ??
      (done.result?.recipient.isProven || done.result?.recipient.needsAnother ? 'match' : 'no-match'),
  }),
})

export const readNewChip = useCase({
  contract: ReadNewChip,
  find: cardForUpdate,
  permit: hander,
  async act(work, given, handing) {
    const { found, now } = handing
    const content = await mustBeThisCard(work, found.row, await readyContent(handing), given, now)
    return keep(work, handing, { ...content, chipReadAt: handing.now.toISOString() })
  },
  audit: lineOf({ purpose: 'card-chip-read', fields: ['card'] }),
})

export const askCardReceipt = useCase({
  contract: AskCardReceipt,
  find: cardForUpdate,
  permit: hander,
  async act(work, _, handing) {
    const content = await readyContent(handing)
    const { actor, tools, found } = handing
    await askAtDesk(work, tools, actor.sessionId, receiptQuestion(found.row, content))
    return keep(work, handing, content)
  },
  audit: lineOf({ purpose: 'card-receipt-asked', fields: ['card'] }),
})

/**
 * The register, the lock that hung on the old card, the account: each by its own module, all in this
 * transaction.
 */
const handOver = async (
  work: Work,
  tools: Tools,
  row: CardRow,
  content: CardContent,
  at: Date,
): Promise<CardContent> => {
  const { made, personalNumber } = content
  if (!made) {
    throw problem('card.not-ready')
  }
  const { subject_id: subjectId, id: applicationId, reference } = row
  const isIssued = await issueCard(
    work,
    personalNumber,
    { issuedOn: made.issuedOn, expiresOn: made.expiresOn, place: ISSUER, qrText: made.qrText },
    { source: `card ${reference}`, at },
  )
  if (!isIssued) {
    throw problem('card.one-a-day')
  }
  await lookAtRegister(work, tools, subjectId)
  const { done, activateBy } = await accountWithCard(work, tools, row, content)
  const named = { applicationId, reference, state: 'valid' as const }
  work.publish(CardIssued, subjectId, {
    ...named,
    issuedOn: made.issuedOn,
    account: done,
    activateBy: activateBy?.toISOString() ?? null,
  })
  work.publish(CardStateChanged, subjectId, named)
  return { ...content, accountDone: done }
}

/** Whoever printed it does not hand it over. */
const toHandOver = async (work: Work, named: NamedCase, actor: Actor) => {
  const found = await cardForUpdate(work, named, actor)
  return { ...found, takenBy: [found.row.facts.printedBy] }
}

export const handOverCard = useCase({
  contract: HandOverCard,
  find: toHandOver,
  permit: approver('card.hand-over', { herself: 'card.about-yourself', sameEyes: 'card.same-eyes' }),
  async act(work, _, { found: { row }, actor, tools, now }) {
    const application = await applicationOf(tools, row)
    mustBeHandable(application, await sceneOf(work, tools, row, application.content, now))
    const content = await handOver(work, tools, row, application.content, now)
    const facts: CardFacts = { ...row.facts, handedOverAt: now.toISOString() }
    const change = { state: 'handed-over' as const, content, facts, by: actor.number }
    await saveCase(work, tools, cardKind, row, change, now)
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf({ purpose: 'card-handed-over', fields: ['card', 'account'] }),
})
