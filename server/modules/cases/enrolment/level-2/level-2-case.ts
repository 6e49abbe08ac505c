/**
 * A case for level 2 as its commands handle it: what kind of case it is, what stands outside of it and
 * decides as well, and what the officer sees.
 */
import type { z } from 'zod'
import { LEVEL_2_CONSENT, type level2Case } from '../../../../../contract/level-2.ts'
import type { Officer } from '../../../../kernel/actor.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { consentAtDesk } from '../../../evidence/capture/consent.ts'
import { contactSeen, masked, standingOfPhone } from '../../../evidence/capture/contact.ts'
import { hasTakenLive, portraitSeen, registerPictureFor } from '../../../evidence/capture/portrait.ts'
import { printsSeen } from '../../../evidence/capture/prints.ts'
import {
  registerEntryOf,
  registerSeen,
  type RegisterEntry,
} from '../../../evidence/capture/register-entry.ts'
import { contactsOf } from '../../../people/accounts/contacts.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { wasEverHeld } from '../../../people/accounts/raise-level.ts'
import type { Question } from '../../../registry/organisations/desk-prompt.ts'
import { caseRow } from '../../casework/case-access.ts'
import type { CaseType } from '../../casework/case-commands.ts'
import { historySeen } from '../../casework/case-history.ts'
import { attachmentOf, isTakenBy, unsealContent } from '../../casework/case-file.ts'
import type { CaseKind } from '../../casework/case-kind.ts'
import type { CaseOf, CaseRow } from '../../casework/case-row.ts'
import { lapsesAt } from '../../casework/lapse-open.ts'
import { showSmall, type ShownTo } from '../../../evidence/capture/shown-portrait.ts'
import { isRepresented } from '../../representation/tie.ts'
import { Level2Overdue } from '../events.ts'
import { abandonedCase_s, level2Budget, level2DueMoment, openLevel2_days } from '../rules.ts'
import {
  consentOf,
  exceptionsOf,
  printsOf,
  remainingOf,
  type Content,
  type Level2,
  type Level2Refusal,
  type Level2State,
  type Standing,
} from './level-2.ts'
import { wasOffline } from './level-2-steps.ts'

type Level2Stage = 'open' | 'second'
export type Level2Row = CaseRow<Level2State>

export const level2Kind: CaseKind<Level2State, Level2Stage> = {
  kind: 'level-2',
  sealedAs: 'level_2.content',
  initial: 'open',
  states: {
    open: {
      next: ['waiting-second', 'accepted', 'refused', 'discarded'],
      stage: 'open',
      isUnfinished: true,
      keeps: 'all',
    },
    'waiting-second': {
      next: ['accepted', 'refused'],
      stage: 'second',
      isUnfinished: true,
      keeps: 'all',
    },
    accepted: { next: [], stage: null, isUnfinished: false },
    refused: { next: [], stage: null, isUnfinished: false },
    discarded: { next: [], stage: null, isUnfinished: false },
  },
  stages: { open: 'level-2.take', second: 'level-2.second' },
  tasks: {
    take: 'level-2.take',
    approve: 'level-2.second',
    view: ['level-2.take', 'level-2.second'],
  },
  problems: {
    notFound: 'level-2.no-such-case',
    closed: 'level-2.closed',
    otherOpen: 'level-2.other-case-open',
    aboutOneself: 'level-2.about-yourself',
    sameOfficer: 'level-2.same-eyes',
  },
  abandonedAfter_s: abandonedCase_s,
  ownGivesWay: false,
  abandoned: 'discarded',
  // Nothing was promised before it is sent: her log says it.
  lapse: { days: openLevel2_days, useCase: 'level-2.lapse', line: { purpose: 'level-2-lapsed' } },
  dueFrom: level2DueMoment,
  budget: level2Budget,
  // While it is open its holder stands at the counter; what waits is the second pair of eyes.
  promised: 'level-2',
  late: {
    stages: ['second'],
    publish: (work, { subjectId, caseId, reference, dueAt, office }) =>
      work.publish(Level2Overdue, subjectId, { caseId, reference, dueAt: dueAt.toISOString(), office }),
  },
}

/** Pictures taken before all kinds of cases stood together were sealed under labels of their own. */
const sealedBefore = { portrait: 'level_2.portrait', 'chip-portrait': 'level_2.chip_portrait' } as const
const pictureOf = async (
  read: Reading,
  tools: Tools,
  row: Level2Row,
  name: keyof typeof sealedBefore,
): Promise<Buffer | null> => attachmentOf(read, tools, row, name, sealedBefore[name])

export const isOffline = ({ opened_at, received_at }: Pick<Level2Row, 'opened_at' | 'received_at'>) =>
  wasOffline(opened_at, received_at)

export const level2Of = async (tools: Pick<Tools, 'sealer'>, row: Level2Row): Promise<Level2> => ({
  state: row.state,
  isOffline: isOffline(row),
  content: await unsealContent<Content>(level2Kind, tools, row),
})

/** What the citizen agrees to at her own screen: in these words, with this contact and these documents. */
export const consentQuestion = (
  { subject_id: subjectId, id: caseId }: CaseOf,
  { contact, documents, name, personalNumber }: Content,
): Question => {
  const { phone = '', email = null } = contact ? masked(contact) : {}
  return {
    subjectId,
    caseId,
    kind: 'level-2-consent',
    params: {
      version: LEVEL_2_CONSENT,
      name: name ?? '',
      personalNumber,
      phone,
      email: email ?? '',
      documents: documents.map(({ kind, key }) => `${kind} ${key}`).join('; '),
    },
  }
}

export interface Circumstances extends Standing {
  readonly entry: RegisterEntry
  readonly level: number
}

/**
 * Somebody else's to use: bound to another phone, or a guardian acts for her, whatever phone stands there.
 * Taking it needs a second pair of eyes.
 */
const isOthers = async (
  read: Reading,
  of: { readonly subjectId: string; readonly bound: string | null; readonly given: string },
): Promise<boolean> =>
  (await isRepresented(read, of.subjectId)) ||
  (of.bound !== of.given && (await wasEverHeld(read, of.subjectId)))

/** The register, the account, the phone and the citizen's answer, as they are now. */
export const circumstancesOf = async (
  read: Reading,
  tools: Tools,
  of: CaseOf,
  content: Content,
  at: Date,
): Promise<Circumstances> => {
  const { subject_id: subjectId } = of
  const entry = await registerEntryOf(read, tools, content.personalNumber)
  const account = await findAccount(read, subjectId)
  const { phone } = account ? await contactsOf(read, tools, subjectId) : { phone: null }
  const { person, fingers } = entry
  const { contact } = content
  return {
    entry,
    level: account?.level ?? 1,
    at,
    register: person && {
      birthDate: person.birthDate,
      isAlive: person.lifeStatus === 'alive',
      card: person.card,
      fingers,
    },
    account: account && {
      state: account.state,
      isPhoneOther: contact ? await isOthers(read, { subjectId, bound: phone, given: contact.phone }) : null,
    },
    phone: await standingOfPhone(read, tools, contact, subjectId),
    consent: await consentAtDesk(read, tools, consentQuestion(of, content)),
  }
}

export const dueAtOf = ({ due_at, opened_at }: Pick<Level2Row, 'due_at' | 'opened_at'>): Date =>
  due_at ?? level2DueMoment(opened_at)

export type Level2View = z.infer<typeof level2Case>

const datesSeen = (row: Level2Row) => ({
  openedAt: row.opened_at.toISOString(),
  dueAt: dueAtOf(row).toISOString(),
  lapsesAt: lapsesAt(level2Kind, row)?.toISOString() ?? null,
  submittedAt: row.submitted_at?.toISOString() ?? null,
  decidedAt: row.decided_at?.toISOString() ?? null,
})

/** `to`: null where its picture is not to be seen yet; the register's is the same. */
const chipSeen = async (
  work: Work,
  tools: Tools,
  row: Level2Row,
  { chip, personalNumber: number }: Content,
  to: ShownTo | null,
) =>
  chip && {
    verdict: chip.verdict,
    problems: [...chip.problems],
    answered: chip.answered,
    portrait:
      to &&
      (await showSmall(
        work,
        tools,
        { number, picture: await pictureOf(work, tools, row, 'chip-portrait') },
        to,
      )),
  }

/** What the officer sees. Read anew, so that it shows what this very transaction wrote. */
export const viewOf = async (
  work: Work,
  tools: Tools,
  of: CaseOf,
  actor: Officer,
  at: Date,
): Promise<Level2View> => {
  const row: Level2Row = await caseRow(work, of)
  const level2 = await level2Of(tools, row)
  const { content } = level2
  const isTakenByMe = isTakenBy(row, actor)
  const now = await circumstancesOf(work, tools, row, content, at)
  const size = registerPictureFor(content, { isTakenByMe, isWaiting: row.state === 'waiting-second' })
  const shown = size && { actor, at, size, hasTakenLive: hasTakenLive(content, isTakenByMe) }
  return {
    caseId: row.id,
    reference: row.reference,
    state: row.state,
    ...datesSeen(row),
    reason: row.reason as Level2Refusal | null,
    personalNumber: content.personalNumber,
    isTakenByMe,
    history: await historySeen(work, tools, row),
    isOffline: level2.isOffline,
    register: await registerSeen(work, tools, now.entry, shown),
    account: now.account && { level: now.level, ...now.account },
    chip: await chipSeen(work, tools, row, content, shown),
    comparison: [...(content.chip?.comparison ?? [])],
    contact: await contactSeen(work, tools, row.id, content),
    portrait: portraitSeen(content, at, await pictureOf(work, tools, row, 'portrait')),
    prints: printsSeen(printsOf(content, now)),
    documents: [...content.documents],
    consent: consentOf(level2, now),
    exceptions: exceptionsOf(level2, now),
    remaining: remainingOf(level2, now),
  }
}

/** From this its commands are made. */
export const level2Cases: CaseType<Level2State, Content, unknown, Level2View> = {
  kind: level2Kind,
  view: viewOf,
}
