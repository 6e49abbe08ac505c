/**
 * Cards as a kind of case: its states and stages, what the citizen is asked, and what stands outside of it.
 */
import { CARD_CONSENT } from '../../../../contract/card.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { consentAtDesk } from '../../evidence/capture/consent.ts'
import { masked, standingOfPhone } from '../../evidence/capture/contact.ts'
import { registerEntryOf, type RegisterEntry } from '../../evidence/capture/register-entry.ts'
import { contactsOf } from '../../people/accounts/contacts.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { isRegisterGround } from '../../people/locks/lock.ts'
import { lockStateOf } from '../../people/locks/lock-subject.ts'
import type { Question } from '../../registry/organisations/desk-prompt.ts'
import type { RegisterPerson } from '../../registry/population/person.ts'
import { finders } from '../casework/case-access.ts'
import { unsealContent } from '../casework/case-file.ts'
import type { CaseKind } from '../casework/case-kind.ts'
import type { CaseRow } from '../casework/case-row.ts'
import { areSettled } from '../discrepancies/settled-cases.ts'
import type {
  AccountStanding,
  CardApplication,
  CardContent,
  CardFacts,
  CardState,
  RegisterStanding,
  Standing,
} from './card-application.ts'
import { CardApplicationLapsed, CardOverdue } from './events.ts'
import {
  abandonedApplication_s,
  cardBudget,
  cardDueMoment,
  openApplication_days,
  reasonRule,
} from './rules.ts'

export type CardStage = 'open' | 'second' | 'print' | 'receive' | 'ready'
export type CardRow = CaseRow<CardState, CardFacts>

const waiting = { isUnfinished: true } as const
const ended = { next: [], stage: null, isUnfinished: false } as const

export const cardKind: CaseKind<CardState, CardStage> = {
  kind: 'card',
  sealedAs: 'id_card.content',
  initial: 'open',
  states: {
    open: { ...waiting, next: ['waiting-second', 'accepted', 'refused', 'withdrawn'], stage: 'open' },
    'waiting-second': {
      ...waiting,
      next: ['accepted', 'refused', 'withdrawn'],
      stage: 'second',
      keeps: 'all',
    },
    accepted: { ...waiting, next: ['printed', 'withdrawn'], stage: 'print' },
    // Spoilt, it goes back to the printer; its chip's files are for the machine that writes them.
    printed: { ...waiting, next: ['ready', 'accepted', 'withdrawn'], stage: 'receive', keeps: ['chip'] },
    ready: {
      ...waiting,
      next: ['handed-over', 'accepted', 'withdrawn'],
      stage: 'ready',
      waitsForHolder: true,
    },
    'handed-over': ended,
    refused: ended,
    withdrawn: ended,
  },
  stages: {
    open: 'card.take',
    second: 'card.decide',
    print: 'card.print',
    receive: 'card.hand-over',
    ready: 'card.hand-over',
  },
  tasks: {
    take: 'card.take',
    approve: 'card.decide',
    view: ['card.take', 'card.decide', 'card.print', 'card.hand-over'],
  },
  problems: {
    notFound: 'card.no-such-application',
    closed: 'card.closed',
    otherOpen: 'card.other-application-open',
    aboutOneself: 'card.about-yourself',
    sameOfficer: 'card.same-eyes',
  },
  abandonedAfter_s: abandonedApplication_s,
  ownGivesWay: false,
  abandoned: 'withdrawn',
  lapse: {
    days: openApplication_days,
    useCase: 'card.lapse',
    line: { purpose: 'card-lapsed' },
    // Whoever has paid was promised a card for it.
    tell(work, { everybody: [holder = ''], caseId, reference, content }) {
      if ((content as CardContent).feeReceipt !== null) {
        work.publish(CardApplicationLapsed, holder, { applicationId: caseId, reference })
      }
    },
  },
  dueFrom: cardDueMoment,
  budget: cardBudget,
  promised: 'card',
  late: {
    stages: ['second', 'print', 'receive'],
    publish: (work, { subjectId, caseId, reference, dueAt, office }) =>
      work.publish(CardOverdue, subjectId, {
        applicationId: caseId,
        reference,
        dueAt: dueAt.toISOString(),
        office,
      }),
  },
}

export const { find: findCard, forUpdate: cardForUpdate } = finders<CardState, CardFacts>(cardKind)

/** Throws a plain Error: the law sets a time for every card, so its case has one. */
export const dueOf = ({ due_at }: Pick<CardRow, 'due_at'>): Date => {
  if (!due_at) {
    throw new Error('a card case without a time')
  }
  return due_at
}

export const contentOf = (tools: Pick<Tools, 'sealer'>, row: CardRow): Promise<CardContent> =>
  unsealContent<CardContent>(cardKind, tools, row)

export const applicationOf = async (tools: Pick<Tools, 'sealer'>, row: CardRow): Promise<CardApplication> => {
  const { kind, reason, withAccount } = row.facts
  return { state: row.state, kind, reason, withAccount, content: await contentOf(tools, row) }
}

type Asked = Pick<CardRow, 'subject_id' | 'id' | 'reference' | 'opened_at' | 'facts'>
/**
 * What the citizen agrees to at her own screen: this kind and reason, this contact, these changes, with the
 * account or without.
 */
export const consentQuestion = (
  { subject_id: subjectId, id: caseId, reference, opened_at, facts }: Asked,
  { contact, changes, name, personalNumber, lost }: CardContent,
): Question => {
  const { phone = '', email = null } = contact ? masked(contact) : {}
  return {
    subjectId,
    caseId,
    kind: 'card-consent',
    params: {
      version: CARD_CONSENT,
      name: name ?? '',
      personalNumber,
      cardKind: facts.kind,
      cardReason: facts.reason,
      account: facts.withAccount ? 'yes' : 'no',
      phone,
      email: email ?? '',
      lostOn: lost?.on ?? '',
      changes: JSON.stringify(changes.map(({ field, value }) => [field, value])),
      fee_vnd: String(reasonRule(facts.reason, opened_at).fee_vnd),
      reference,
    },
  }
}
/** What she confirms when she has the card in her hand. */
export const receiptQuestion = (row: Asked, { name, made }: CardContent): Question => ({
  subjectId: row.subject_id,
  caseId: row.id,
  kind: 'card-hand-over',
  params: { version: CARD_CONSENT, name: name ?? '', reference: row.reference, serial: made?.serial ?? '' },
})

export const registerStandingOf = (person: RegisterPerson | null): RegisterStanding | null =>
  person && { birthDate: person.birthDate, isAlive: person.lifeStatus === 'alive', card: person.card }

/** Null while she has no account. */
export const accountStandingOf = async (
  read: Reading,
  subjectId: string,
): Promise<(AccountStanding & { readonly level: number }) | null> => {
  const account = await findAccount(read, subjectId)
  if (!account) {
    return null
  }
  const { grounds } = await lockStateOf(read, subjectId)
  return {
    level: account.level,
    state: account.state,
    hasOtherGround: grounds.some(({ ground }) => !isRegisterGround(ground)),
  }
}

export interface Scene extends Standing {
  readonly entry: RegisterEntry
  readonly level: number | null
}

/**
 * The register, the account, the phone, the citizen's answers and the cases of her changes, as they are now.
 */
export const sceneOf = async (
  read: Reading,
  tools: Tools,
  row: CardRow,
  content: CardContent,
  at: Date,
): Promise<Scene> => {
  const { contact, personalNumber } = content
  const entry = await registerEntryOf(read, tools, personalNumber)
  const register = registerStandingOf(entry.person)
  const account = await accountStandingOf(read, row.subject_id)
  const { phone } = account ? await contactsOf(read, tools, row.subject_id) : { phone: null }
  return {
    entry,
    level: account?.level ?? null,
    at,
    register: register && { ...register, fingers: entry.fingers },
    account: account && { ...account, isPhoneOther: contact ? phone !== contact.phone : null },
    phone: await standingOfPhone(read, tools, contact, row.subject_id),
    consent: await consentAtDesk(read, tools, consentQuestion(row, content)),
    receipt: await consentAtDesk(read, tools, receiptQuestion(row, content)),
    areChangesSettled: await areSettled(read, row.subject_id, Object.values(content.cases)),
  }
}
