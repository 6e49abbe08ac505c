/**
 * Making the card: another person than those who took the application prints it; its data, its QR and its
 * chip come from the register as it is then. A printed card is no valid one before it was handed over: until
 * then no register knows it.
 */
import {
  DrawCardChallenge,
  PrintCard,
  ReceiveCard,
  SpoilCard,
  ViewCardChip,
} from '../../../../contract/card-making.ts'
import { none } from '../../../kernel/audit-line.ts'
import { newSecret } from '../../../kernel/id.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import { chipAsRead, doubtOf, proofOf, withChallenge, type GivenChip } from '../../evidence/capture/chip.ts'
import { noteShown } from '../../evidence/capture/shown-portrait.ts'
import { chipDigest, makeChip, readAnswerKey } from '../../evidence/chips/make-chip.ts'
import { readChip } from '../../evidence/chips/read-chip.ts'
import { officerAbout, approver } from '../../registry/organisations/second-eyes.ts'
import { cardsOf } from '../../registry/population/find-person.ts'
import { registerPortraitOf } from '../../registry/population/register-portrait.ts'
import { lineOf } from '../casework/case-access.ts'
import { keepAttachment, saveCase } from '../casework/case-file.ts'
import { mustBePrinted, noCardYet, type CardContent, type CardFacts } from './card-application.ts'
import { applicationOf, cardForUpdate, cardKind, contentOf, findCard, sceneOf } from './card-case.ts'
import type { CardRow } from './card-case.ts'
import { mustBePrintable } from './card-decision.ts'
import { cardToMake, draftCard } from './card-face.ts'
import { cardAttachment } from './card-templates.ts'
import { viewOf } from './card-view.ts'
import { CardPrinted, CardReady } from './events.ts'

export const hander = officerAbout('card.hand-over', 'card.about-yourself')
const printer = officerAbout('card.print', 'card.about-yourself')
const ON_CARD = [
  'personalNumber',
  'fullName',
  'birthDate',
  'sex',
  'nationality',
  'residence',
  'hometown',
  'ethnicity',
  'portrait',
  'card',
] as const

const SERIAL = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'.slice(0, 32)
/** Sixteen characters, 80 bits: the card's own number. */
const newSerial = (): string => [...newSecret(16)].map((byte) => SERIAL.charAt(byte & 31)).join('')

const answerKeyOf = (typed: string | undefined) => {
  if (typed === undefined) {
    return null
  }
  const key = readAnswerKey(Buffer.from(typed, 'base64'))
  if (!key) {
    throw problem('card.bad-chip-key')
  }
  return key
}

export const printCard = useCase({
  contract: PrintCard,
  find: cardForUpdate,
  permit: approver('card.print', { herself: 'card.about-yourself', sameEyes: 'card.same-eyes' }),
  async act(work, { answerKey }, { found: { row }, actor, tools, now }) {
    const { state, content, ...asked } = await applicationOf(tools, row)
    const scene = await sceneOf(work, tools, row, content, now)
    mustBePrintable({ ...asked, state, content }, scene)
    const { person } = scene.entry
    if (!person) {
      throw problem('card.register-forbids')
    }
    const made = await draftCard(work, person, now, newSerial())
    if ((await cardsOf(work, person.personalNumber)).some(({ issuedOn }) => issuedOn >= made.issuedOn)) {
      throw problem('card.one-a-day')
    }
    const portrait = await registerPortraitOf(work, tools, person.personalNumber)
    const chip = await makeChip(work, tools, cardToMake(person, made, portrait, answerKeyOf(answerKey)), now)
    if (!chip) {
      throw problem('card.no-signer')
    }
    await keepAttachment(work, tools, row, 'chip', JSON.stringify(chip.file))
    const facts: CardFacts = {
      ...row.facts,
      printedBy: actor.personKey ?? '',
      printedAt: now.toISOString(),
      chipDigest: chip.digest.toString('hex'),
    }
    const change = {
      state: 'printed' as const,
      content: { ...content, made, chipReadAt: null, recipient: [] },
      facts,
      by: actor.number,
    }
    await saveCase(work, tools, cardKind, row, change, now)
    work.publish(CardPrinted, row.subject_id, { applicationId: row.id, reference: row.reference })
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf({ purpose: 'card-printed', fields: ON_CARD }),
})

export const viewCardChip = useCase({
  contract: ViewCardChip,
  find: findCard,
  permit: printer,
  async act(work, __, { found: { row }, actor, tools, now }) {
    mustBePrinted(row)
    const chip = await cardAttachment(work, tools, row, 'chip')
    if (!chip) {
      throw problem('card.not-printed')
    }
    const { personalNumber } = await contentOf(tools, row)
    noteShown(work, tools, personalNumber, { actor, at: now })
    return { chip: JSON.parse(chip.toString('utf8')) as Record<string, string> }
  },
  audit: ({ found, actor, refusal }) =>
    lineOf({ purpose: 'card-chip-written', fields: ON_CARD })({ found, actor, refusal, result: null }),
})

/** Back to the printer: the chip that was made is nobody's. */
export const spoilCard = useCase({
  contract: SpoilCard,
  find: cardForUpdate,
  permit: officerAbout(['card.print', 'card.hand-over'], 'card.about-yourself'),
  async act(work, { note }, { found: { row }, actor, tools, now }) {
    if (row.state !== 'printed' && row.state !== 'ready') {
      throw problem('card.not-printed')
    }
    const change = {
      state: 'accepted' as const,
      content: {
        ...(await contentOf(tools, row)),
        made: null,
        challenge: null,
        chipReadAt: null,
        recipient: [],
      },
      facts: { ...row.facts, ...noCardYet } satisfies CardFacts,
      what: 'spoiled' as const,
      by: actor.number,
      note,
    }
    await saveCase(work, tools, cardKind, row, change, now)
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf({ purpose: 'card-spoiled', fields: ['card'] }),
})

/** Asked of a printed card, at its coming and at its handing over. */
export const drawCardChallenge = useCase({
  contract: DrawCardChallenge,
  find: cardForUpdate,
  permit: hander,
  async act(work, _, { found: { row }, actor, tools, now }) {
    if (row.state !== 'printed' && row.state !== 'ready') {
      throw problem('card.not-printed')
    }
    const { challenge, ...content } = withChallenge({ challenge: null, ...(await contentOf(tools, row)) })
    const change = { content: { ...content, challenge }, by: actor.number }
    await saveCase(work, tools, cardKind, row, change, now)
    return { challenge }
  },
  about: ({ row }) => [row.subject_id],
  audit: none('eight random bytes; reading the chip leaves a line'),
})

/**
 * The files are genuine and of this very card, and the card itself is here: its key, where it was made with
 * one, has signed our challenge. A blank without a key is looked at by one who neither took nor printed it.
 * Throws `card.chip-differs`, `card.chip-unproven`. Answers the content: a challenge is answered once.
 */
export const mustBeThisCard = async (
  read: Reading,
  { facts }: Pick<CardRow, 'facts'>,
  content: CardContent,
  given: GivenChip,
  at: Date,
): Promise<CardContent> => {
  const isSame = chipDigest(given.chip)?.toString('hex') === facts.chipDigest
  const verdict = await readChip(read, given.chip, at)
  if (!isSame || verdict.verdict !== 'genuine') {
    throw problem('card.chip-differs')
  }
  const shown = chipAsRead(
    { challenge: content.challenge ?? null },
    { verdict, portrait: null },
    given,
    false,
  )
  if (proofOf(shown) !== 'proven' && doubtOf(shown) !== 'no-key') {
    throw problem('card.chip-unproven')
  }
  return { ...content, challenge: null }
}

export const receiveCard = useCase({
  contract: ReceiveCard,
  find: cardForUpdate,
  permit: hander,
  async act(work, given, { found: { row }, actor, tools, now }) {
    mustBePrinted(row)
    const content = await mustBeThisCard(work, row, await contentOf(tools, row), given, now)
    const facts: CardFacts = { ...row.facts, readyAt: now.toISOString() }
    await saveCase(work, tools, cardKind, row, { state: 'ready', content, facts, by: actor.number }, now)
    work.publish(CardReady, row.subject_id, {
      applicationId: row.id,
      reference: row.reference,
      office: actor.officeName,
    })
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf({ purpose: 'card-received', fields: ['card'] }),
})
