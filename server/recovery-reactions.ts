/** What follows from the facts of trusted relatives and of a lost or new phone. */
import { vietnamDay } from '../formats/vietnam-day.ts'
import type { Reaction, ToldFact } from './jobs/outbox.ts'
import { now } from './kernel/clock.ts'
import { inForce } from './kernel/policy.ts'
import { askRelative, followEnd, takeAnswer } from './modules/representation/trusted-relative-follow.ts'
import { relativeCooling_h } from './modules/representation/trusted-relative-rules.ts'
import { notice, tellContacts } from './tell-contacts.ts'

const on = (kind: string, name: string, run: Reaction['run']): Reaction => ({ on: kind, name, run })
const text = (fact: ToldFact, key: string): string => String(fact.data[key] ?? '')
const dayText = (iso: string): string => vietnamDay(iso).split('-').reverse().join('/')

const askThem: Reaction['run'] = async (work, fact, tools) => {
  const namedBy = text(fact, 'namedBy')
  const lapsesAt = text(fact, 'lapsesAt')
  const name = await askRelative(work, tools, fact.subjectId, { id: text(fact, 'id'), namedBy, askedAt: new Date(text(fact, 'askedAt')), lapsesAt: new Date(lapsesAt) })
  if (name !== null) await tellContacts(work, tools, fact.subjectId, notice('relative-asked', () => ({ name, until: dayText(lapsesAt) })))
}

const takeTheirAnswer: Reaction['run'] = async (work, fact, tools) => {
  const outcome = await takeAnswer(work, fact.subjectId, { id: text(fact, 'id'), accept: fact.data['accept'] === true, at: new Date(text(fact, 'at')) })
  if (outcome === 'trusted') await tellContacts(work, tools, fact.subjectId, notice('relative-accepted', () => ({ hours: inForce(relativeCooling_h, now()) })))
  if (outcome === 'declined') await tellContacts(work, tools, fact.subjectId, notice('relative-declined', () => ({})))
}

export const recoveryReactions: readonly Reaction[] = [
  on('RelativeAsked', 'ask the relative', askThem),
  on('RelativeNamed', 'tell the holder', (work, fact, tools) => tellContacts(work, tools, fact.subjectId, notice('relative-named', () => ({})))),
  on('RelativeAnswered', 'the answer reaches the person', takeTheirAnswer),
  on('RelativeEnded', 'the other side ends', async (work, fact, tools) => {
    const side = text(fact, 'side') === 'relative' ? 'relative' : 'named'
    if (await followEnd(work, fact.subjectId, text(fact, 'id'), side, now())) await tellContacts(work, tools, fact.subjectId, notice('relative-ended', () => ({})))
  }),
]
