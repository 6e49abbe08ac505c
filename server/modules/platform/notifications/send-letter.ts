/**
 * The door for every other place of the product: a letter is sealed and queued in the caller's own
 * transaction.
 */
import {
  letterForms,
  type LetterParams,
  type LetterTemplate,
  type LetterValue,
} from '../../../../contract/phrases/letters.ts'
import { later, now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { letterLifetime, type Channel, type Delivery } from './letter.ts'
import * as store from './store.ts'
import { writeLetter } from './write-letter.ts'

export interface LetterOrder<T extends LetterTemplate = LetterTemplate> {
  /** The person; for an application that belongs to nobody yet, the application's own id. */
  readonly subjectId: string
  /**
   * Chosen by a caller who asks for the delivery later; else drawn. A letter ordered twice under one id is
   * sent once.
   */
  readonly id?: string
  readonly channel: Channel
  /** E.164 phone for sms, address for email; the inbox needs neither. */
  readonly to?: { readonly phone?: string | null; readonly email?: string | null }
  readonly template: T
  readonly params: LetterParams<T>
  readonly language: 'vi' | 'en'
  /** A secret letter (a code) keeps neither text nor address once it has left. */
  readonly isSecret?: boolean
  /** After this moment it is not sent any more; a code's own expiry. */
  readonly expiresAt?: Date
}

/** Queues a letter and answers its id. Throws a plain Error when the channel has no address. */
export const sendLetter = async <T extends LetterTemplate>(
  work: Work,
  tools: Pick<Tools, 'sealer' | 'publicUrl'>,
  order: LetterOrder<T>,
): Promise<string> => {
  const { subjectId, channel, template, language } = order
  const id = order.id ?? newId()
  const params: Readonly<Record<string, LetterValue>> = order.params
  // Written once here, so that a missing value fails the deed and not the delivery.
  writeLetter(template, params, { language, publicUrl: tools.publicUrl })
  const to = channel === 'inbox' ? null : channel === 'sms' ? order.to?.phone : order.to?.email
  if (channel !== 'inbox' && !to) {
    throw new Error(`a letter by ${channel} has no address`)
  }
  if (channel === 'inbox' && order.isSecret) {
    throw new Error('a secret letter does not belong into the inbox')
  }
  const at = now()
  const lifetimeEnd = later(at, inForce(letterLifetime, at).hours * 3600)
  await store.insertLetter(work, {
    subjectId,
    id,
    channel,
    kind: letterForms[template].kind,
    template,
    language,
    at,
    isSecret: order.isSecret ?? false,
    sealedTo: to ? await tools.sealer.seal(subjectId, 'letter.sealed_to', to) : null,
    sealedParams: await tools.sealer.seal(subjectId, 'letter.sealed_params', JSON.stringify(params)),
    expiresAt: order.expiresAt && order.expiresAt < lifetimeEnd ? order.expiresAt : lifetimeEnd,
  })
  return id
}

/** Where a letter stands now; null when there is none under this id. */
export const deliveryOf = (read: Reading, subjectId: string, letterId: string): Promise<Delivery | null> =>
  store.readDelivery(read, subjectId, letterId)

/** How many inbox letters a person has not read; counted up to 100. */
export const unreadLetters = (read: Reading, subjectId: string): Promise<number> =>
  store.countUnread(read, subjectId)
