/** Consent at the citizen's own screen, the decision by rule, and the second pair of eyes. */
import {
  AskLevel2Consent,
  RecordOfflineConsent,
  SecondLevel2,
  SubmitLevel2,
} from '../../../../../contract/level-2.ts'
import type { Officer } from '../../../../kernel/actor.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { contactsOf, accountForUpdate, openAccount } from '../../../people/accounts/open-account.ts'
import { displaceHolder, raiseLevel } from '../../../people/accounts/raise-level.ts'
import { askAtDesk } from '../../../registry/organisations/desk-prompt.ts'
import { approver } from '../../../registry/organisations/second-eyes.ts'
import { decideSecond, submit, type Content, type Decision, type Level2, type Standing } from './level-2.ts'
import {
  consentQuestion,
  level2Of,
  lineOf,
  caseForUpdate,
  sceneOf,
  sealContent,
  taker,
  takenByWith,
  viewOf,
} from './level-2-case.ts'
import { askConsent, consentOffline } from './level-2-steps.ts'
import * as store from './level-2-store.ts'
import type { Level2Row } from './level-2-store.ts'
import { level2DueMoment } from '../rules.ts'
import { keepStep, openStep } from './take-level-2.ts'
import { Level2Accepted, Level2PutToSecond, Level2Refused } from '../events.ts'
import { AccountDisplaced } from '../../../people/accounts/events.ts'

export const askLevel2Consent = useCase({
  contract: AskLevel2Consent,
  find: caseForUpdate,
  permit: taker,
  async act(work, _, doing) {
    const { content } = await openStep(doing)
    await askAtDesk(work, doing.tools, doing.actor.sessionId, consentQuestion(doing.found.row, content))
    return keepStep(work, doing, askConsent(content))
  },
  audit: lineOf('level-2-consent-asked', ['phone', 'email', 'documents']),
})

export const recordOfflineConsent = useCase({
  contract: RecordOfflineConsent,
  find: caseForUpdate,
  permit: taker,
  async act(work, { agreedAt }, doing) {
    const level2 = await openStep(doing)
    const { row } = doing.found
    return keepStep(
      work,
      doing,
      consentOffline(level2, new Date(agreedAt), { openedAt: row.opened_at, receivedAt: row.received_at }),
    )
  },
  audit: lineOf('level-2-offline-consent', []),
})

/** `takenBy`: those who took it; whoever decides second is none of them. */
interface Deciding {
  readonly takenBy: readonly string[]
  readonly row: Level2Row
  readonly level2: Level2
  readonly decide: (standing: Standing) => Decision
  readonly actor: Officer
  readonly now: Date
  readonly tools: Tools
}

/** Decides by what stands now, and does what follows; all of it in one transaction. */
const settle = async (work: Work, deciding: Deciding): Promise<void> => {
  const { row, level2, decide, now, tools } = deciding
  const decision = decide(await sceneOf(work, tools, row, level2.content, now))
  if (decision.state === 'accepted') {
    const accepted = await accept(work, tools, row, level2.content)
    // Somebody opened an account on the number in this very moment: what stands has changed, so it is decided
    // anew.
    if (accepted === 'already-has-account') {
      return settle(work, deciding)
    }
    if (accepted === 'phone-already-bound') {
      return save(work, deciding, { state: 'refused', reason: accepted })
    }
  }
  return save(work, deciding, decision)
}

const save = async (
  work: Work,
  { row, takenBy, actor, now }: Deciding,
  decision: Decision,
): Promise<void> => {
  const isDecided = decision.state !== 'waiting-second'
  const submittedAt = row.submitted_at ?? now
  const dueAt = level2DueMoment(submittedAt)
  const reason = decision.state === 'refused' ? decision.reason : null
  await store.saveState(work, row, {
    state: decision.state,
    reason,
    submittedAt,
    dueAt,
    decidedAt: isDecided ? now : null,
    by: isDecided ? `officer:${actor.officerId}` : null,
    takenBy,
    at: now,
  })
  const data = { caseId: row.id, reference: row.reference, officeId: row.office_id }
  if (reason) {
    work.publish(Level2Refused, row.subject_id, { ...data, reason })
  }
  if (decision.state === 'waiting-second') {
    work.publish(Level2PutToSecond, row.subject_id, { ...data, dueAt: dueAt.toISOString() })
  }
}

/** Issues the account, raises it, or makes it hers. Answers why not, with nothing written. */
const accept = async (
  work: Work,
  tools: Tools,
  row: Level2Row,
  content: Content,
): Promise<'already-has-account' | 'phone-already-bound' | null> => {
  const { contact, personalNumber, language } = content
  if (!contact) {
    throw new Error('a case without a contact was accepted')
  }
  const given = { phone: contact.phone, email: contact.email, proven: contact.channel }
  const { subject_id: subjectId } = row
  const data = {
    caseId: row.id,
    reference: row.reference,
    documents: content.documents.map(({ kind }) => kind),
  }
  const standing = await accountForUpdate(work, subjectId)
  if (!standing) {
    const account = await openAccount(work, tools, {
      subjectId,
      personalNumber,
      level: 2,
      language,
      ...given,
    })
    if (typeof account === 'string') {
      return account
    }
    work.publish(Level2Accepted, subjectId, {
      ...data,
      how: 'issued',
      activateBy: account.activateBy.toISOString(),
    })
    return null
  }
  const { phone } = await contactsOf(work, tools, subjectId)
  if (phone === contact.phone) {
    const account = await raiseLevel(work, standing)
    work.publish(Level2Accepted, subjectId, {
      ...data,
      how: account.state === 'issued' ? 'issued' : 'raised',
      activateBy: account.activateBy.toISOString(),
    })
    return null
  }
  const displaced = await displaceHolder(work, tools, standing, given)
  if (!displaced) {
    return 'phone-already-bound'
  }
  const sealed = (value: string | null) =>
    value === null ? null : tools.sealer.sealWithPlatformKey('fact.old', value).toString('base64url')
  // An account without a phone was nobody's to use: a child's who came of age. It is given to its holder, and
  // taken from no one.
  if (displaced.old.phone !== null) {
    work.publish(AccountDisplaced, subjectId, {
      before: displaced.account.issuedAt.toISOString(),
      oldPhone: sealed(displaced.old.phone),
      oldEmail: sealed(displaced.old.email),
    })
  }
  work.publish(Level2Accepted, subjectId, {
    ...data,
    how: displaced.old.phone === null ? 'issued' : 'displaced',
    activateBy: displaced.account.activateBy.toISOString(),
  })
  return null
}

export const submitLevel2 = useCase({
  contract: SubmitLevel2,
  find: caseForUpdate,
  permit: taker,
  async act(work, _, { found: { row }, actor, tools, now }) {
    const level2 = await level2Of(tools, row)
    await settle(work, {
      row,
      level2,
      decide: (standing) => submit(level2, standing),
      takenBy: takenByWith(row, actor),
      actor,
      now,
      tools,
    })
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('level-2-decision', ['account']),
})

export const secondLevel2 = useCase({
  contract: SecondLevel2,
  find: caseForUpdate,
  permit: approver('level-2.second', { herself: 'level-2.about-yourself', sameEyes: 'level-2.same-eyes' }),
  async act(work, { verdict, note }, { found: { row }, actor, tools, now }) {
    const level2 = await level2Of(tools, row)
    await settle(work, {
      row,
      level2,
      decide: (standing) => decideSecond(level2, standing, verdict),
      takenBy: row.taken_by,
      actor,
      now,
      tools,
    })
    await store.saveContent(
      work,
      row,
      await sealContent(tools, row.subject_id, { ...level2.content, note }),
      row.taken_by,
      now,
    )
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('level-2-second', ['account', 'portrait', 'fingerprints']),
})
