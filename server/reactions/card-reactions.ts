/**
 * What the citizen hears of her application for a card, by text message and e-mail, and by her inbox once the
 * account is known to be hers.
 */
import { accountWithCardWords, cardAdvice } from '../../contract/phrases/letters-card.ts'
import type { LetterParams, LetterTemplate } from '../../contract/phrases/letters.ts'
import { vietnamDay } from '../../formats/vietnam-day.ts'
import type { Reaction, ToldFact } from '../jobs/outbox.ts'
import type { Tools } from '../kernel/tools.ts'
import type { Work } from '../kernel/work.ts'
import { cardContact } from '../modules/cases/cards/card-contact.ts'
import { sendLetter } from '../modules/platform/notifications/send-letter.ts'
import { notice, tellContacts } from './tell-contacts.ts'

const on = (kind: string, name: string, run: Reaction['run']): Reaction => ({ on: kind, name, run })
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
  hasInbox = false,
): Promise<void> => {
  const { subjectId } = fact
  const to = await cardContact(work, tools, subjectId, text(fact, 'applicationId'))
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

const tellIssued = (work: Work, fact: ToldFact, tools: Tools): Promise<void> => {
  const reference = text(fact, 'reference')
  const account = text(fact, 'account') as keyof typeof accountWithCardWords
  return fact.data['activateBy']
    ? send(
        work,
        fact,
        tools,
        {
          template: 'card-with-account',
          params: { reference, activateBy: dayText(text(fact, 'activateBy')) },
        },
        true,
      )
    : send(
        work,
        fact,
        tools,
        { template: 'card-handed-over', params: { reference, account: accountWithCardWords[account] } },
        account === 'raised',
      )
}

/**
 * Whoever claims a loss may not be the holder: every contact of the account hears of it, beside the one that
 * was given at the counter.
 */
const tellLost = async (work: Work, fact: ToldFact, tools: Tools): Promise<void> => {
  if (text(fact, 'state') !== 'lost') {
    return
  }
  const params = { reference: text(fact, 'reference') }
  await send(work, fact, tools, { template: 'card-loss-noted', params })
  await tellContacts(
    work,
    tools,
    fact.subjectId,
    notice('card-loss-noted', () => params),
  )
}

export const cardReactions: readonly Reaction[] = [
  on('CardApplicationAccepted', 'tell the applicant', (work, fact, tools) =>
    send(work, fact, tools, {
      template: 'card-accepted',
      params: { reference: text(fact, 'reference'), due: dayText(text(fact, 'dueAt')) },
    }),
  ),
  on('CardApplicationPutToSecond', 'tell the applicant', (work, fact, tools) =>
    send(work, fact, tools, {
      template: 'card-waiting',
      params: { reference: text(fact, 'reference'), due: dayText(text(fact, 'dueAt')) },
    }),
  ),
  on('CardApplicationRefused', 'tell the applicant', (work, fact, tools) =>
    send(work, fact, tools, {
      template: 'card-refused',
      params: {
        reference: text(fact, 'reference'),
        reason: cardAdvice[text(fact, 'reason') as keyof typeof cardAdvice],
      },
    }),
  ),
  on('CardReady', 'call the holder', (work, fact, tools) =>
    send(work, fact, tools, {
      template: 'card-ready',
      params: { reference: text(fact, 'reference'), office: text(fact, 'office') },
    }),
  ),
  on('CardOverdue', 'apologise', (work, fact, tools) =>
    send(work, fact, tools, {
      template: 'card-overdue',
      params: {
        reference: text(fact, 'reference'),
        due: dayText(text(fact, 'dueAt')),
        office: text(fact, 'office'),
      },
    }),
  ),
  on('CardIssued', 'tell the holder', tellIssued),
  on('CardStateChanged', 'tell the holder of a loss', tellLost),
]
