/**
 * Making the card: another person than those who took the application prints it; its data, its QR and its
 * chip come from the register as it is then. A
 * printed card is no valid one before it was handed over: until then no register knows it.
 */
import { PrintCard, ReceiveCard, SpoilCard, ViewCardChip } from '../../../../contract/card.ts'
import { newSecret } from '../../../kernel/id.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import { chipDigest, makeChip, readAnswerKey } from '../../evidence/chips/make-chip.ts'
import { readChip } from '../../evidence/chips/read-chip.ts'
import { officerAbout, approver } from '../../registry/organisations/second-eyes.ts'
import { cardsOf } from '../../registry/population/find-person.ts'
import { registerPortraitOf } from '../../registry/population/register-portrait.ts'
import { mustBePrintable, mustBePrinted } from './card-application.ts'
import { applicationOf, findCard, hander, lineOf, cardForUpdate, sceneOf, sealContent } from './card-case.ts'
import { cardToMake, draftCard } from './card-face.ts'
import { viewOf } from './card-view.ts'
import * as store from './store.ts'
import type { CardRow } from './store.ts'
import { CardPrinted, CardReady } from './events.ts'

const printer = officerAbout('card.print', 'card.about-yourself')
const CHIP = 'id_card.chip'
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
    const application = await applicationOf(tools, row)
    const scene = await sceneOf(work, tools, row, application.content, now)
    mustBePrintable(application, scene)
    const { person } = scene
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
    await store.saveContent(
      work,
      row,
      await sealContent(tools, row.subject_id, {
        ...application.content,
        made,
        chipReadAt: null,
        recipient: [],
      }),
      row.taken_by,
      now,
    )
    await store.savePrinted(work, row, {
      sealedChip: await tools.sealer.seal(row.subject_id, CHIP, JSON.stringify(chip.file)),
      chipDigest: chip.digest,
      by: actor.personKey ?? '',
      at: now,
    })
    work.publish(CardPrinted, row.subject_id, { applicationId: row.id, reference: row.reference })
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('card-printed', ON_CARD),
})

export const viewCardChip = useCase({
  contract: ViewCardChip,
  find: findCard,
  permit: printer,
  async act(_, __, { found: { row }, tools }) {
    mustBePrinted(row)
    if (!row.sealed_chip) {
      throw problem('card.not-printed')
    }
    return {
      chip: JSON.parse(
        (await tools.sealer.open(row.subject_id, CHIP, row.sealed_chip)).toString('utf8'),
      ) as Record<string, string>,
    }
  },
  audit: ({ found, actor, refusal }) =>
    lineOf('card-chip-written', ON_CARD)({ found, actor, refusal, result: null }),
})

const SPOILABLE = ['printed', 'ready'] as const satisfies readonly CardRow['state'][]

export const spoilCard = useCase({
  contract: SpoilCard,
  find: cardForUpdate,
  permit: officerAbout(['card.print', 'card.hand-over'], 'card.about-yourself'),
  async act(work, { note }, { found: { row }, actor, tools, now }) {
    if (!(SPOILABLE as readonly string[]).includes(row.state)) {
      throw problem('card.not-printed')
    }
    const { content } = await applicationOf(tools, row)
    await store.saveContent(
      work,
      row,
      await sealContent(tools, row.subject_id, {
        ...content,
        made: null,
        chipReadAt: null,
        recipient: [],
        note,
      }),
      row.taken_by,
      now,
    )
    await store.saveSpoiled(work, row, now)
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('card-spoiled', ['card']),
})

/** Whether these files are genuine and of this very card. */
export const isThisCard = async (
  read: Reading,
  row: Pick<CardRow, 'chip_digest'>,
  chip: Record<string, string>,
  at: Date,
): Promise<boolean> => {
  const digest = chipDigest(chip)
  return (
    digest !== null &&
    row.chip_digest !== null &&
    digest.equals(row.chip_digest) &&
    (await readChip(read, chip, at)).verdict === 'genuine'
  )
}

export const receiveCard = useCase({
  contract: ReceiveCard,
  find: cardForUpdate,
  permit: hander,
  async act(work, { chip }, { found: { row }, actor, tools, now }) {
    mustBePrinted(row)
    if (!(await isThisCard(work, row, chip, now))) {
      throw problem('card.chip-differs')
    }
    await store.saveReady(work, row, now)
    work.publish(CardReady, row.subject_id, {
      applicationId: row.id,
      reference: row.reference,
      office: actor.officeName,
    })
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('card-received', ['card']),
})
