/** What an act makes of a case's content in memory, by the product's own evidence and noun. */
import { Problem } from '../../server/kernel/problem.ts'
import {
  askConsent,
  consentOffline,
  giveContact,
  noteDocuments,
} from '../../server/modules/cases/enrolment/level-2/level-2-steps.ts'
import type {
  ComparedChip,
  Comparison,
  Content,
  Level2,
} from '../../server/modules/cases/enrolment/level-2/level-2.ts'
import { keepChip } from '../../server/modules/evidence/capture/chip.ts'
import { isProvenAs, proveContact } from '../../server/modules/evidence/capture/contact.ts'
import { addPortrait } from '../../server/modules/evidence/capture/portrait.ts'
import { addPrints, exceptFinger } from '../../server/modules/evidence/capture/prints.ts'
import type { Act } from './act.ts'

/** An act of its taker on a case. */
export type CaseAct = Exclude<Act, { do: 'wait' | 'death' | 'answer' | 'search' | 'open' | 'second' }>
type ActOf<Do extends Act['do']> = Extract<CaseAct, { do: Do }>

interface Moment {
  readonly openedAt: Date
  readonly receivedAt: Date
  readonly at: Date
  /** Never the same bytes twice: each is a try of its own. */
  readonly digest: string
  /** As the product judged the seal. */
  readonly isUnsigned: boolean
}

export const phoneText = {
  own: '+84912345001',
  second: '+84912345002',
  taken: '+84912345003',
  'only-way': '+84912345004',
} as const
const differing: Comparison = {
  field: 'fullName',
  chip: 'A',
  register: 'B',
  state: 'differs',
  matters: true,
  guidance: 'identity-differs',
  corrects: 'civil-status',
}

const withChip = (content: Content, { chip }: ActOf<'chip'>, { isUnsigned }: Moment): Content => {
  const read: ComparedChip = {
    verdict: chip === 'refused' ? 'refused' : 'genuine',
    problems: [],
    answered: chip === 'unasked' ? null : chip !== 'copied',
    expiresOn: '2041-04-12',
    comparison: chip === 'differs' ? [differing] : [],
    isUnsigned,
  }
  return keepChip(content, read)
}

const withContact = (content: Content, { phone }: ActOf<'contact'>, proofId: string): Content => {
  const given = { phone: phoneText[phone], email: null, channel: 'sms' as const }
  return isProvenAs(content, given) ? content : giveContact(content, { ...given, proofId })
}

const PROVEN_AT = new Date('2026-01-05T08:00:00+07:00')
const withCode = (content: Content, { isRight }: ActOf<'code'>): Content => {
  if (content.contact && !content.contact.isProven && !isRight) {
    throw new Problem('code.wrong')
  }
  return proveContact(content, PROVEN_AT)
}

const withPrint = (
  content: Content,
  { finger, whose }: ActOf<'print'>,
  { at, digest, isUnsigned }: Moment,
): Content => {
  const outcome = whose === 'own' ? 'match' : whose === 'other' ? 'no-match' : 'poor'
  return addPrints(content, [{ finger, outcome, quality: 50, score: 0, digest, isUnsigned }], at)
}

const documents = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ kind: 'education' as const, key: `K${i}` }))

export const changed = (act: CaseAct, level2: Level2, moment: Moment): Content => {
  const { content } = level2
  const { at, digest, isUnsigned } = moment
  switch (act.do) {
    case 'chip':
      return withChip(content, act, moment)
    case 'contact':
      return withContact(content, act, digest)
    case 'code':
      return withCode(content, act)
    case 'portrait': {
      const outcome = act.face === 'own' ? 'match' : 'no-match'
      return addPortrait(content, { outcome, score: 0, hints: [], digest, isUnsigned }, at)
    }
    case 'print':
      return withPrint(content, act, moment)
    case 'except':
      return exceptFinger(content, act.finger, act.reason, at)
    case 'documents':
      return noteDocuments(content, documents(act.count))
    case 'ask':
      return askConsent(content)
    case 'offline-consent':
      return consentOffline(level2, new Date(moment.openedAt.getTime() + 60_000), moment)
    default:
      return content
  }
}
