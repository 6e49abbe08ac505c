/**
 * Consent at the citizen's own screen, the decision by rule, the second pair of eyes, and what an acceptance
 * does: references, cases of changes, a lost card.
 */
import { AskCardConsent, SecondCard, SubmitCard } from '../../../../contract/card.ts'
import type { Officer } from '../../../kernel/actor.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { openDiscrepancy } from '../discrepancies/open-discrepancy.ts'
import { lookAtRegister } from '../../people/locks/follow-register.ts'
import { askAtDesk } from '../../registry/organisations/desk-prompt.ts'
import { approver } from '../../registry/organisations/second-eyes.ts'
import { valueOf } from '../../registry/population/correct-entry.ts'
import { reportCardLost } from '../../registry/population/issue-card.ts'
import { keepRegisterPortrait } from '../../registry/population/register-portrait.ts'
import {
  decideSecond,
  submit,
  type CardApplication,
  type ChangedField,
  type Content,
  type Decision,
} from './card-application.ts'
import {
  applicationOf,
  consentQuestion,
  lineOf,
  cardForUpdate,
  sceneOf,
  sealContent,
  taker,
  takenByWith,
  type Scene,
} from './card-case.ts'
import { keepAsReference, openTemplates } from './card-templates.ts'
import { viewOf } from './card-view.ts'
import { cardDueMoment } from './rules.ts'
import * as store from './store.ts'
import type { CardRow } from './store.ts'
import { keepStep, openStep } from './take-card.ts'
import {
  CardApplicationAccepted,
  CardApplicationPutToSecond,
  CardApplicationRefused,
  CardStateChanged,
} from './events.ts'

export const askCardConsent = useCase({
  contract: AskCardConsent,
  find: cardForUpdate,
  permit: taker,
  async act(work, _, doing) {
    const content = await openStep(doing)
    await askAtDesk(work, doing.tools, doing.actor.sessionId, consentQuestion(doing.found.row, content))
    return keepStep(work, doing, content)
  },
  audit: lineOf('card-consent-asked', ['phone', 'email']),
})

/** `takenBy`: those who took it; whoever decides second is none of them. */
interface Deciding {
  readonly takenBy: readonly string[]
  readonly row: CardRow
  readonly application: CardApplication
  readonly decide: (scene: Scene) => Decision
  readonly actor: Officer
  readonly now: Date
  readonly tools: Tools
  readonly note: string | null
}

/** What she declared and the register has otherwise: a case each, at this office. */
const openCases = async (
  work: Work,
  { tools, row, actor }: Deciding,
  content: Content,
  { person }: Scene,
): Promise<Content['cases']> => {
  const cases: Partial<Record<ChangedField, string>> = {}
  for (const { field, value } of content.changes) {
    const register = person && valueOf(person, field)
    if (register === value) {
      continue
    }
    const opened = await openDiscrepancy(work, tools, {
      subjectId: row.subject_id,
      personalNumber: content.personalNumber,
      field,
      officeId: row.office_id,
      origin: 'counter',
      by: actor.number,
      values: [
        { source: 'holder', value },
        { source: 'register', value: register },
      ],
    })
    cases[field] = opened.id
  }
  return cases
}

/**
 * The new portrait and prints are the identity database's from now on (Law 26/2023 art. 16, 23); a lost card
 * is void at once.
 */
const accept = async (work: Work, deciding: Deciding, content: Content, scene: Scene): Promise<Content> => {
  const { tools, row, now } = deciding
  const { personalNumber } = content
  if (row.sealed_portrait) {
    await keepRegisterPortrait(
      work,
      tools,
      personalNumber,
      await tools.sealer.open(row.subject_id, 'id_card.portrait', row.sealed_portrait),
    )
  }
  await keepAsReference(work, tools, personalNumber, await openTemplates(tools, row))
  if (
    row.reason === 'lost' &&
    (await reportCardLost(work, personalNumber, { source: `card ${row.reference}`, at: now }))
  ) {
    await lookAtRegister(work, tools, row.subject_id)
    work.publish(CardStateChanged, row.subject_id, {
      state: 'lost',
      applicationId: row.id,
      reference: row.reference,
    })
  }
  return {
    ...content,
    cases: await openCases(work, deciding, content, scene),
    mayDisplace: scene.account?.isPhoneOther === true,
  }
}

const publishDecision = (work: Work, { row }: Deciding, decision: Decision, dueAt: Date): void => {
  const data = {
    applicationId: row.id,
    reference: row.reference,
    officeId: row.office_id,
    dueAt: dueAt.toISOString(),
  }
  if (decision.state === 'refused') {
    work.publish(CardApplicationRefused, row.subject_id, { ...data, reason: decision.refusal })
  } else {
    work.publish(
      decision.state === 'accepted' ? CardApplicationAccepted : CardApplicationPutToSecond,
      row.subject_id,
      data,
    )
  }
}

/** Decides by what stands now, and does what follows; all of it in one transaction. */
const settle = async (work: Work, deciding: Deciding): Promise<void> => {
  const { row, application, decide, takenBy, actor, now, tools, note } = deciding
  const scene = await sceneOf(work, tools, row, application.content, now)
  const decision = decide(scene)
  const content =
    decision.state === 'accepted'
      ? await accept(work, deciding, application.content, scene)
      : application.content
  await store.saveContent(
    work,
    row,
    await sealContent(tools, row.subject_id, { ...content, note: note ?? content.note }),
    takenBy,
    now,
  )
  const isDecided = decision.state !== 'waiting-second'
  const submittedAt = row.submitted_at ?? now
  const dueAt = cardDueMoment(submittedAt)
  await store.saveDecision(work, row, {
    state: decision.state,
    refusal: decision.state === 'refused' ? decision.refusal : null,
    submittedAt,
    dueAt,
    decidedAt: isDecided ? now : null,
    by: isDecided ? `officer:${actor.officerId}` : null,
    takenBy,
    at: now,
  })
  publishDecision(work, deciding, decision, dueAt)
}

export const submitCard = useCase({
  contract: SubmitCard,
  find: cardForUpdate,
  permit: taker,
  async act(work, _, { found: { row }, actor, tools, now }) {
    const application = await applicationOf(tools, row)
    await settle(work, {
      row,
      application,
      decide: (scene) => submit(application, scene),
      takenBy: takenByWith(row, actor),
      actor,
      now,
      tools,
      note: null,
    })
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('card-decision', ['card', 'portrait', 'fingerprints']),
})

export const secondCard = useCase({
  contract: SecondCard,
  find: cardForUpdate,
  permit: approver('card.decide', { herself: 'card.about-yourself', sameEyes: 'card.same-eyes' }),
  async act(work, { verdict, note }, { found: { row }, actor, tools, now }) {
    const application = await applicationOf(tools, row)
    await settle(work, {
      row,
      application,
      decide: (scene) => decideSecond(application, scene, verdict),
      takenBy: row.taken_by,
      actor,
      now,
      tools,
      note,
    })
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('card-second', ['card', 'portrait', 'fingerprints']),
})
