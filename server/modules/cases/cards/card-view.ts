/** An application for a card as the officer sees it. */
import type { z } from 'zod'
import type { cardApplication } from '../../../../contract/card.ts'
import type { Officer } from '../../../kernel/actor.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { deliveryOf } from '../../people/accounts/contact-proof.ts'
import { biometricTries } from '../../evidence/biometrics/rules.ts'
import { unsettledOf } from '../discrepancies/settled-cases.ts'
import { valueOf } from '../../registry/population/correct-entry.ts'
import { residenceOf } from '../../registry/population/person.ts'
import { registerPortraitOf } from '../../registry/population/register-portrait.ts'
import {
  exceptionsOf,
  isRecipientProven,
  portraitVerdict,
  printsVerdict,
  recipientTriesLeft,
  remainingOf,
  type Content,
} from './card-application.ts'
import { applicationOf, masked, sceneOf, type Scene } from './card-case.ts'
import { draftCard, faceOf } from './card-face.ts'
import { cardExpiry } from './expiry.ts'
import { reasonRule } from './rules.ts'
import * as store from './store.ts'
import type { CardRow } from './store.ts'

export type CardView = z.infer<typeof cardApplication>

const pictureUrl = (jpeg: Buffer | null): string | null =>
  jpeg ? `data:image/jpeg;base64,${jpeg.toString('base64')}` : null

const registerOf = async (work: Reading, tools: Tools, { person, register }: Scene) =>
  person && {
    fullName: person.fullName,
    birthDate: person.birthDate,
    sex: person.sex,
    residence: residenceOf(person).address,
    isAlive: person.lifeStatus === 'alive',
    portrait: pictureUrl(await registerPortraitOf(work, tools, person.personalNumber)),
    card: person.card && {
      state: person.card.state,
      issuedOn: person.card.issuedOn,
      expiresOn: person.card.expiresOn,
    },
    fingers: [...(register?.fingers ?? [])],
  }

const portraitOf = async (tools: Tools, row: CardRow, content: Content, at: Date) => {
  const last = content.portraits.at(-1)
  if (!last) {
    return null
  }
  const tries = content.portraits.length
  const best = content.portraits.find(({ outcome }) => outcome === 'match') ?? last
  const taken = row.sealed_portrait
    ? await tools.sealer.open(row.subject_id, 'id_card.portrait', row.sealed_portrait)
    : null
  return {
    outcome: best.outcome,
    score: best.score,
    hints: [...last.hints],
    tries,
    triesLeft: Math.max(0, inForce(biometricTries, at) - tries),
    verdict: portraitVerdict(content, at),
    taken: pictureUrl(taken),
  }
}

const printsOf = (content: Content, scene: Scene): CardView['prints'] => {
  const { perFinger, matched, needed, next, verdict } = printsVerdict(content, scene)
  return { perFinger: [...perFinger], matched, needed, next, verdict }
}

const changesOf = async (
  work: Reading,
  row: CardRow,
  { changes, cases }: Content,
  { person }: Scene,
): Promise<CardView['changes']> => {
  const unsettled = await unsettledOf(work, row.subject_id, Object.values(cases))
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

const contactOf = async (work: Reading, tools: Tools, row: CardRow, { contact }: Content) =>
  contact && {
    ...masked(contact),
    isProven: contact.isProven,
    code: contact.isProven
      ? null
      : await deliveryOf(work, tools, row.id, contact.proofId, { isBlind: false }),
  }

const DECIDED = ['accepted', 'printed', 'ready', 'handed-over'] as const satisfies readonly CardRow['state'][]
const cardOf = async (
  work: Reading,
  tools: Tools,
  { state }: CardRow,
  { made }: Content,
  { person, at }: Scene,
) => {
  if (!person || !(DECIDED as readonly string[]).includes(state)) {
    return null
  }
  return faceOf(work, tools, person, made ?? (await draftCard(work, person, at, '')))
}

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null

/** Read anew, so that it shows what this very transaction wrote. */
export const viewOf = async (
  work: Reading,
  tools: Tools,
  of: Pick<CardRow, 'subject_id' | 'id'>,
  actor: Officer,
  at: Date,
): Promise<CardView> => {
  const row = await store.find(work, of.subject_id, of.id)
  if (!row) {
    throw new Error('an application vanished inside its own transaction')
  }
  const application = await applicationOf(tools, row)
  const { content } = application
  const scene = await sceneOf(work, tools, row, content, at)
  const { person } = scene
  return {
    applicationId: row.id,
    reference: row.reference,
    kind: row.kind,
    reason: row.reason,
    state: row.state,
    openedAt: row.opened_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    submittedAt: iso(row.submitted_at),
    decidedAt: iso(row.decided_at),
    refusal: row.refusal,
    personalNumber: content.personalNumber,
    isTakenByMe: actor.personKey !== null && row.taken_by.includes(actor.personKey),
    isPrintedByMe: actor.personKey !== null && row.printed_by === actor.personKey,
    withAccount: row.with_account,
    lost: content.lost,
    fee_vnd: reasonRule(row.reason, row.opened_at).fee_vnd,
    feeReceipt: content.feeReceipt,
    wouldExpireOn: person && cardExpiry(person.birthDate, dayInVietnam(at)),
    register: await registerOf(work, tools, scene),
    account: scene.account && {
      level: scene.level ?? 1,
      state: scene.account.state,
      isPhoneOther: scene.account.isPhoneOther,
    },
    contact: await contactOf(work, tools, row, content),
    portrait: await portraitOf(tools, row, content, at),
    prints: printsOf(content, scene),
    changes: await changesOf(work, row, content, scene),
    consent: scene.consent,
    exceptions:
      row.state === 'open' || row.state === 'waiting-second' ? exceptionsOf(application, scene) : [],
    remaining: remainingOf(application, scene),
    card: await cardOf(work, tools, row, content, scene),
    recipient: {
      isProven: isRecipientProven(content, at),
      by: content.recipient.findLast(({ isMatch }) => isMatch)?.by ?? null,
      triesLeft: recipientTriesLeft(content, at),
    },
    isChipRead: content.chipReadAt !== null,
    receipt: scene.receipt,
    accountDone: content.accountDone,
  }
}
