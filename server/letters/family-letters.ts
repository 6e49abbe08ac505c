/** Letters about those who act for others, and about trusted relatives. */
import {
  representationAdvice,
  tieEndNext,
  tieEndWords,
  tieWords,
} from '../../contract/phrases/letters-representation.ts'
import { now } from '../kernel/clock.ts'
import { inForce } from '../kernel/policy.ts'
import type { Reading } from '../kernel/work.ts'
import type { Tools } from '../kernel/tools.ts'
import {
  AccountHandedOver,
  RepresentationEndLapsed,
  RepresentationLapsed,
  RepresentationPutToSecond,
  RepresentationRefused,
  WardJoined,
  WardLeft,
} from '../modules/cases/representation/events.ts'
import {
  RelativeAgreed,
  RelativeDeclined,
  RelativeNamed,
  RelativeQuestionCame,
  RelativeTieEnded,
} from '../modules/cases/representation/relatives/events.ts'
import { nameOfNamer } from '../modules/cases/representation/relatives/trusted-relative-lock.ts'
import { relativeCooling_h } from '../modules/cases/representation/relatives/trusted-relative-rules.ts'
import { findAccount } from '../modules/people/accounts/open-account.ts'
import { findPerson } from '../modules/registry/population/find-person.ts'
import { holder, relative, representative } from './audiences.ts'
import { dayText } from './blanks.ts'
import { letter, nothing, type LetterRow } from './letter.ts'

const nameOf = async (read: Reading, tools: Tools, subjectId: string): Promise<string> => {
  const account = await findAccount(read, subjectId)
  return (account && (await findPerson(read, tools, account.personalNumber))?.fullName) ?? ''
}

const representation: readonly LetterRow[] = [
  letter(WardJoined, {
    when: 'she acts for a child or ward from now on',
    template: 'ward-registered',
    to: representative,
    params: async ({ work, tools, data }) => ({
      name: await nameOf(work, tools, data.wardId),
      kind: tieWords[data.kind],
    }),
  }),
  letter(WardLeft, {
    when: 'she acts for a child or ward no more',
    template: 'representation-ended',
    to: representative,
    params: async ({ work, tools, data }) => ({
      name: await nameOf(work, tools, data.wardId),
      reason: tieEndWords[data.reason],
      next: tieEndNext[data.reason === 'came-of-age' ? 'hand-over' : 'none'],
    }),
  }),
  letter(AccountHandedOver, {
    when: 'a child who came of age is handed her account',
    template: 'account-handed-over',
    to: holder,
    params: ({ data }) => ({ activateBy: dayText(data.activateBy) }),
  }),
  letter(RepresentationPutToSecond, {
    when: 'a request to act for somebody waits for a second officer',
    template: 'representation-in-second',
    to: representative,
    params: ({ data }) => ({ reference: data.reference, due: dayText(data.dueAt) }),
  }),
  letter(RepresentationLapsed, {
    when: 'nobody went on with a request to act for somebody',
    template: 'representation-lapsed',
    to: { ...holder, who: 'each of the two, ward and representative' },
    params: ({ data }) => ({ reference: data.reference }),
  }),
  letter(RepresentationEndLapsed, {
    when: 'nobody decided in time on a proposal to end a guardianship',
    template: 'representation-end-lapsed',
    to: { ...holder, who: 'each of the two, ward and representative' },
    params: ({ data }) => ({ reference: data.reference }),
  }),
  letter(RepresentationRefused, {
    when: 'a request to act for somebody is refused',
    template: 'representation-refused',
    to: representative,
    params: ({ data }) => ({ reference: data.reference, reason: representationAdvice[data.reason] }),
  }),
]

const relatives: readonly LetterRow[] = [
  letter(RelativeNamed, {
    when: 'she has named a trusted relative',
    template: 'relative-named',
    to: holder,
    params: nothing,
  }),
  letter(RelativeQuestionCame, {
    when: 'she is asked to be a trusted relative',
    template: 'relative-asked',
    to: relative,
    async params({ work, tools, subjectId, data }) {
      const name = await nameOfNamer(work, tools, subjectId, data.id)
      return name === null ? null : { name, until: dayText(data.lapsesAt) }
    },
  }),
  letter(RelativeAgreed, {
    when: 'her relative agrees',
    template: 'relative-accepted',
    to: holder,
    params: () => ({ hours: inForce(relativeCooling_h, now()) }),
  }),
  letter(RelativeDeclined, {
    when: 'her relative does not wish to',
    template: 'relative-declined',
    to: holder,
    params: nothing,
  }),
  letter(RelativeTieEnded, {
    when: 'the other of the two has ended it',
    template: 'relative-ended',
    to: { ...holder, who: 'the other one, relative or holder' },
    params: nothing,
  }),
]

export const familyLetters: readonly LetterRow[] = [...representation, ...relatives]
