/**
 * The steps of an application for a card: contact with code, portrait and prints, changes, fee. Each may be
 * sent again.
 */
import {
  ExceptCardFinger,
  GiveCardContact,
  NoteCardChanges,
  NoteCardFee,
  TakeCardPortrait,
  TakeCardPrints,
  VerifyCardCode,
} from '../../../../contract/card.ts'
import { actorReference, type Actor, type Officer } from '../../../kernel/actor.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { drawProof, tryCode } from '../../people/accounts/contact-proof.ts'
import { judgePortrait } from '../../evidence/biometrics/face/judge-portrait.ts'
import { comparePrint } from '../../evidence/biometrics/fingers/judge-prints.ts'
import { isProvenAs, proveContact } from '../../evidence/capture/contact.ts'
import { addPortrait, digestOf } from '../../evidence/capture/portrait.ts'
import { addPrints, exceptFinger } from '../../evidence/capture/prints.ts'
import { readCorrection } from '../../registry/population/correct-entry.ts'
import { registerFingerprintsOf } from '../../registry/population/register-fingerprints.ts'
import { registerPortraitOf } from '../../registry/population/register-portrait.ts'
import { mustBeOpen, type Change, type Content } from './card-application.ts'
import {
  lineOf,
  cardForUpdate,
  openContent,
  sealContent,
  taker,
  takenByWith,
  type FoundCard,
} from './card-case.ts'
import { viewOf, type CardView } from './card-view.ts'
import { openTemplates, sealTemplates, withTemplates } from './card-templates.ts'
import { cardBudget, reasonRule } from './rules.ts'
import * as store from './store.ts'

export interface Step {
  readonly found: FoundCard
  readonly actor: Officer
  readonly tools: Tools
  readonly now: Date
}

/** The content of an open application. Throws `card.closed`. */
export const openStep = async ({ found: { row }, tools }: Step): Promise<Content> => {
  mustBeOpen(row)
  return openContent(tools, row)
}

export const keepStep = async (
  work: Work,
  { found: { row }, actor, tools, now }: Step,
  content: Content,
): Promise<CardView> => {
  await store.saveContent(
    work,
    row,
    await sealContent(tools, row.subject_id, content),
    takenByWith(row, actor),
    now,
  )
  return viewOf(work, tools, row, actor, now)
}

export const giveCardContact = useCase({
  contract: GiveCardContact,
  // All counters of a country may come from one network: the officer is counted, and the phone.
  limits: ({ applicationId, phone, email, channel }, _: RequestContext, actor) => [
    { scope: 'code.to', key: channel === 'sms' ? phone : (email ?? applicationId), most: 5, per_s: 3600 },
    {
      scope: 'code.counter',
      key: actorReference(actor),
      most: inForce(cardBudget, presentMoment()).opened,
      per_s: 3600,
    },
  ],
  find: cardForUpdate,
  permit: taker,
  async act(work, { phone, email, channel }, doing) {
    const content = await openStep(doing)
    const given = { phone, email: email ?? null, channel }
    if (isProvenAs(content, given)) {
      return keepStep(work, doing, content)
    }
    if (channel === 'email' && email === undefined) {
      throw problem('code.no-email')
    }
    const proofId = await drawProof(work, doing.tools, {
      ownerId: doing.found.row.id,
      channel,
      to: channel === 'sms' ? phone : (email ?? ''),
      purpose: 'card',
      language: content.language,
      mayBeSent: true,
    })
    return keepStep(work, doing, { ...content, contact: { ...given, proofId, isProven: false } })
  },
  audit: lineOf('card-contact', ['phone', 'email']),
})

export const verifyCardCode = useCase({
  contract: VerifyCardCode,
  find: cardForUpdate,
  permit: taker,
  async act(work, { code }, doing) {
    const content = await openStep(doing)
    const { contact } = content
    if (!contact) {
      throw problem('evidence.no-contact')
    }
    if (contact.isProven) {
      return keepStep(work, doing, content)
    }
    const refusal = await tryCode(work, doing.tools, doing.found.row.id, contact.proofId, code)
    return refusal ? doing.refuse(refusal) : keepStep(work, doing, proveContact(content))
  },
  audit: lineOf('card-code', ['phone']),
})

const perOfficer = (_: unknown, __: unknown, actor: Actor) => [
  {
    scope: 'card.compare',
    key: actorReference(actor),
    most: inForce(cardBudget, presentMoment()).compared,
    per_s: 3600,
  },
]

/**
 * The number of an application at the asker's office, before any permit has been asked: what is compared with
 * it is told only after one was.
 */
export const numberOfCard = async (
  tools: Tools,
  applicationId: string,
  actor: Actor,
  state: 'open' | 'ready',
): Promise<string | null> => {
  const name = await store.nameOf(tools.read, applicationId)
  const row =
    name && actor.kind === 'officer' && actor.officeId === name.office_id
      ? await store.find(tools.read, name.subject_id, applicationId)
      : undefined
  return row?.state === state ? (await openContent(tools, row)).personalNumber : null
}

export const takeCardPortrait = useCase({
  contract: TakeCardPortrait,
  limits: perOfficer,
  async prepare({ applicationId, picture }, { actor, tools }) {
    const number = await numberOfCard(tools, applicationId, actor, 'open')
    if (number === null) {
      return null
    }
    const bytes = Buffer.from(picture, 'base64')
    return {
      digest: digestOf(bytes),
      ...(await judgePortrait(tools.faces, await registerPortraitOf(tools.read, tools, number), bytes)),
    }
  },
  find: cardForUpdate,
  permit: taker,
  async act(work, _, doing) {
    const {
      prepared,
      found: { row },
      tools,
      now,
    } = doing
    const content = await openStep(doing)
    if (!prepared) {
      throw problem('card.closed')
    }
    const { jpeg, outcome, score, hints, digest } = prepared
    if (!jpeg) {
      throw problem('portrait.not-a-picture')
    }
    const after = addPortrait(content, { outcome, score, hints, digest }, now)
    // The picture that matched is the one to print; a poor one never is.
    const hasBetter =
      content.portraits.some((one) => one.outcome === 'match') ||
      (outcome === 'poor' && content.portraits.length > 0)
    if (after !== content && !hasBetter) {
      await store.savePortrait(work, row, await tools.sealer.seal(row.subject_id, 'id_card.portrait', jpeg))
    }
    return keepStep(work, doing, after)
  },
  audit: lineOf('card-portrait', ['portrait']),
})

export const takeCardPrints = useCase({
  contract: TakeCardPrints,
  limits: perOfficer,
  async prepare({ applicationId, templates }, { actor, tools, now }) {
    const number = await numberOfCard(tools, applicationId, actor, 'open')
    if (number === null) {
      return null
    }
    const reference = await registerFingerprintsOf(tools.read, tools, number)
    return templates.map((template) => {
      const bytes = Buffer.from(template, 'base64')
      const taken = comparePrint(tools.fingers, reference, bytes, now)
      return taken && { print: { ...taken, digest: digestOf(bytes) }, template }
    })
  },
  find: cardForUpdate,
  permit: taker,
  async act(work, _, doing) {
    const {
      prepared,
      found: { row },
      tools,
      now,
    } = doing
    const content = await openStep(doing)
    if (!prepared) {
      throw problem('card.closed')
    }
    const taken = prepared.map((one) => {
      if (!one) {
        throw problem('evidence.not-a-print')
      }
      return one
    })
    const after = addPrints(
      content,
      taken.map(({ print }) => print),
      now,
    )
    const kept = withTemplates(await openTemplates(tools, row), taken, now)
    await store.savePrints(work, row, await sealTemplates(tools, row.subject_id, kept))
    return keepStep(work, doing, after)
  },
  audit: lineOf('card-prints', ['fingerprints']),
})

export const exceptCardFinger = useCase({
  contract: ExceptCardFinger,
  find: cardForUpdate,
  permit: taker,
  async act(work, { finger, reason }, doing) {
    return keepStep(work, doing, exceptFinger(await openStep(doing), finger, reason, doing.now))
  },
  audit: lineOf('card-exception', ['fingerprints']),
})

/** As the register would write it, or not at all. */
const readChange = ({ field, value }: Change): Change => {
  const read = readCorrection(field, value)
  if (read === null) {
    throw problem('discrepancy.bad-value')
  }
  return { field, value: read }
}

export const noteCardChanges = useCase({
  contract: NoteCardChanges,
  find: cardForUpdate,
  permit: taker,
  async act(work, { changes }, doing) {
    const byField = new Map(changes.map((change) => [change.field, readChange(change)]))
    return keepStep(work, doing, { ...(await openStep(doing)), changes: [...byField.values()] })
  },
  audit: (done) => ({
    ...lineOf('card-changes', [])(done),
    fields: done.input.changes.map(({ field }) => field),
  }),
})

export const noteCardFee = useCase({
  contract: NoteCardFee,
  find: cardForUpdate,
  permit: taker,
  async act(work, { receipt }, doing) {
    const content = await openStep(doing)
    const { row } = doing.found
    if (reasonRule(row.reason, row.opened_at).fee_vnd === 0) {
      throw problem('card.no-fee')
    }
    return keepStep(work, doing, { ...content, feeReceipt: receipt })
  },
  audit: lineOf('card-fee', []),
})
