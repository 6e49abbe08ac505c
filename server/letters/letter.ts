/**
 * Who hears what, when, and by which channels: each row of the table is one letter for one event. This file
 * holds the form of a row and the one door by which a letter leaves; `docs/letters.md` is written from them.
 */
import type { z } from 'zod'
import type { LetterParams, LetterTemplate } from '../../contract/phrases/letters.ts'
import type { EventType } from '../kernel/event.ts'
import { on, type Published, type Reaction } from '../kernel/reaction.ts'
import type { Tools } from '../kernel/tools.ts'
import type { Work } from '../kernel/work.ts'
import { sendLetter, type LetterOrder } from '../modules/platform/notifications/send-letter.ts'

/** Where a letter goes; an address that is null is not written to. */
interface Recipient<About> {
  readonly language: 'vi' | 'en'
  readonly hasInbox: boolean
  readonly phone: string | null
  readonly email: string | null
  /** What the audience knows and the letter may say. */
  readonly about: About
  readonly sending?: Pick<LetterOrder, 'id' | 'isSecret' | 'expiresAt'>
}

/** People who are written to, named once; the words are those of `docs/letters.md`. */
export interface Audience<Data, About = null> {
  readonly who: string
  readonly channels: string
  find(work: Work, tools: Tools, event: Published<Data>): Promise<Recipient<About> | null>
}

export interface LetterRow {
  readonly event: EventType
  /** When it is written, as a clause; exceptions stand in it. */
  readonly when: string
  readonly template: LetterTemplate
  readonly who: string
  readonly channels: string
  readonly reaction: Reaction
}

export interface Writing<Data, About> extends Published<Data> {
  readonly about: About
  readonly work: Work
  readonly tools: Tools
}

interface Route<Data, Template extends LetterTemplate, About> {
  readonly when: string
  readonly template: Template
  readonly to: Audience<Data, About>
  /** For which of these events; all of them when it is not said. */
  applies?(data: Data): boolean
  /** What the letter's blanks are filled with; null when there is nothing to write after all. */
  params(writing: Writing<Data, About>): Blanks<Template> | null | Promise<Blanks<Template> | null>
}
type Blanks<Template extends LetterTemplate> = LetterParams<Template>

/** For a letter without blanks. */
export const nothing = (): Record<never, never> => ({})

export const letter = <Schema extends z.ZodType, Template extends LetterTemplate, About>(
  event: EventType<Schema>,
  { when, template, to, applies, params }: Route<z.output<Schema>, Template, About>,
): LetterRow => ({
  event,
  when,
  template,
  who: to.who,
  channels: to.channels,
  reaction: on(event, `write ${template} to ${to.who}`, async (work, published, tools) => {
    if (applies && !applies(published.data)) {
      return
    }
    const recipient = await to.find(work, tools, published)
    if (!recipient) {
      return
    }
    const blanks = await params({ ...published, about: recipient.about, work, tools })
    if (blanks) {
      await notify(work, tools, { subjectId: published.subjectId, template, params: blanks, to: recipient })
    }
  }),
})

interface Notice<Template extends LetterTemplate> {
  readonly subjectId: string
  readonly template: Template
  readonly params: LetterParams<Template>
  readonly to: Recipient<unknown>
}

/** Writes one letter by every channel of its recipient. */
const notify = async <Template extends LetterTemplate>(
  work: Work,
  tools: Tools,
  { subjectId, template, params, to }: Notice<Template>,
): Promise<void> => {
  const { language, phone, email, sending } = to
  const order = { subjectId, template, params, language, ...sending }
  if (to.hasInbox) {
    await sendLetter(work, tools, { ...order, channel: 'inbox' })
  }
  if (phone) {
    await sendLetter(work, tools, { ...order, channel: 'sms', to: { phone } })
  }
  if (email) {
    await sendLetter(work, tools, { ...order, channel: 'email', to: { email } })
  }
}
