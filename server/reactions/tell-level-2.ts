/**
 * What the citizen hears of her case for level 2, by the app, by text message and by e-mail; and what the
 * contacts hear that an account was taken from.
 */
import { level2Advice } from '../../contract/phrases/letters-level-2.ts'
import type { LetterParams, LetterTemplate } from '../../contract/phrases/letters.ts'
import { vietnamDay } from '../../formats/vietnam-day.ts'
import type { ToldFact } from '../jobs/outbox.ts'
import type { Tools } from '../kernel/tools.ts'
import type { Work } from '../kernel/work.ts'
import { findAccount } from '../modules/people/accounts/open-account.ts'
import { level2Contact } from '../modules/cases/enrolment/level-2/level-2-contact.ts'
import { sendLetter } from '../modules/platform/notifications/send-letter.ts'

const text = (fact: ToldFact, key: string): string => String(fact.data[key] ?? '')
const dayText = (iso: string): string => vietnamDay(iso).split('-').reverse().join('/')

interface Letter<T extends LetterTemplate> {
  readonly template: T
  readonly params: LetterParams<T>
}

const send = async <T extends LetterTemplate>(
  work: Work,
  fact: ToldFact,
  tools: Tools,
  { template, params }: Letter<T>,
  hasInbox: boolean,
): Promise<void> => {
  const { subjectId } = fact
  const to = await level2Contact(work, tools, subjectId, text(fact, 'caseId'))
  if (!to) {
    return
  }
  const letter = { subjectId, template, params, language: to.language }
  if (to.phone) {
    await sendLetter(work, tools, { ...letter, channel: 'sms', to: { phone: to.phone } })
  }
  if (to.email) {
    await sendLetter(work, tools, { ...letter, channel: 'email', to: { email: to.email } })
  }
  if (hasInbox) {
    await sendLetter(work, tools, { ...letter, channel: 'inbox' })
  }
}

export const tellAccepted = (work: Work, fact: ToldFact, tools: Tools): Promise<void> => {
  const reference = text(fact, 'reference')
  return text(fact, 'how') === 'raised'
    ? send(work, fact, tools, { template: 'level-2-raised', params: { reference } }, true)
    : send(
        work,
        fact,
        tools,
        { template: 'level-2-issued', params: { reference, activateBy: dayText(text(fact, 'activateBy')) } },
        true,
      )
}

/**
 * An account that stands may be somebody else's: what comes of a case is told to its inbox only once it is
 * hers.
 */
export const tellPutToSecond = (work: Work, fact: ToldFact, tools: Tools): Promise<void> =>
  send(
    work,
    fact,
    tools,
    {
      template: 'level-2-waiting',
      params: { reference: text(fact, 'reference'), due: dayText(text(fact, 'dueAt')) },
    },
    false,
  )

export const tellRefused = (work: Work, fact: ToldFact, tools: Tools): Promise<void> =>
  send(
    work,
    fact,
    tools,
    {
      template: 'level-2-refused',
      params: {
        reference: text(fact, 'reference'),
        reason: level2Advice[text(fact, 'reason') as keyof typeof level2Advice],
      },
    },
    false,
  )

export const tellDisplaced = async (work: Work, fact: ToldFact, tools: Tools): Promise<void> => {
  const opened = (key: string): string | null => {
    const sealed = fact.data[key]
    return typeof sealed === 'string'
      ? tools.sealer.unsealWithPlatformKey('fact.old', Buffer.from(sealed, 'base64url')).toString('utf8')
      : null
  }
  const [phone, email] = [opened('oldPhone'), opened('oldEmail')]
  const language = (await findAccount(work, fact.subjectId))?.language ?? 'vi'
  const letter = { subjectId: fact.subjectId, template: 'account-displaced' as const, params: {}, language }
  if (phone) {
    await sendLetter(work, tools, { ...letter, channel: 'sms', to: { phone } })
  }
  if (email) {
    await sendLetter(work, tools, { ...letter, channel: 'email', to: { email } })
  }
}
