/**
 * The tests' door to a Sen with people in it: a house on a schema of its own, its reactions and letters, the
 * demo world's post office.
 */
import { openReading } from '../server/storage/transact.ts'
import { openDispatcher } from '../server/jobs/outbox.ts'
import { startLetterJob } from '../server/jobs/deliver-letters.ts'
import type { AppContext } from '../server/kernel/app-context.ts'
import { referenceMatcher } from '../server/modules/evidence/biometrics/face/reference-matcher.ts'
import { reviewOnlyMatcher } from '../server/modules/evidence/biometrics/face/choose-matcher.ts'
import { allEvents, allReactions } from '../server/jobs/all-reactions.ts'
import { settleTrust } from '../world/chips/settle-trust.ts'
import type { OutboxMessage } from '../world/post-office/message-book.ts'
import { startPostOffice, type PostOffice } from '../world/post-office/post-office.ts'
import { mustReadAsWords } from './readable-log.ts'
import { openTestContext, type TestDatabase, type TestKeys } from './database.ts'
import { registerPeople } from './register.ts'
import { stopAll } from './stop-all.ts'
import type { TestPerson } from './test-person.ts'
import { Visitor } from './visitor.ts'

export interface Fixture extends TestDatabase {
  readonly context: AppContext
  readonly keys: TestKeys
  readonly post: PostOffice
  register(...people: readonly TestPerson[]): Promise<void>
  /** Until every event that is due has been reacted to. */
  settle(): Promise<void>
  /** The newest code that came to a phone or mailbox and was not handed out before. */
  code(to: string): Promise<string>
  /** What came, once something of it says `text`. */
  letters(to: string, text: string | RegExp): Promise<OutboxMessage[]>
  visitor(): Visitor
}

const soon = async <T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> => {
  for (
    const began = performance.now();
    performance.now() - began < 8000;
    await new Promise((resolve) => setTimeout(resolve, 10))
  ) {
    const found = await look()
    if (found !== undefined) {
      return found
    }
  }
  throw new Error(`${what} did not come`)
}

/** `matcher`: the reference matcher of the demo world, or none, as in a production without one. */
export const openFixture = async ({
  matcher = 'reference',
}: { matcher?: 'reference' | 'none' } = {}): Promise<Fixture> => {
  const post = await startPostOffice()
  post.setDelay(0)
  const database = await openTestContext({
    faces: matcher === 'none' ? reviewOnlyMatcher : referenceMatcher({ isWorldOn: true }),
  })
  const { context } = database
  await settleTrust(context)
  const failures: string[] = []
  const dispatcher = openDispatcher({
    transact: context.transact,
    tools: context.tools,
    events: allEvents,
    reactions: allReactions,
    onKept: ({ kind, because }) => void failures.push(`${kind} is kept: ${because}`),
    onFailure: ({ reaction, reason }) => void failures.push(`${reaction}: ${reason}`),
  })
  const job = startLetterJob({
    transact: context.transact,
    // Its looks go by themselves: in one message with a deed's reads they would be taken for the deed's.
    tools: { ...context.tools, read: openReading(database.pool) },
    smpp: post.smpp,
    smtp: post.smtp,
    log: () => undefined,
    // What a test waits for wakes it (`settle`); to look more often only asks the database for nothing.
    every_ms: 100,
  })
  const told = new Set<string>()
  const settle = async (): Promise<void> => {
    while (await dispatcher.run()) {
      continue
    }
    job.wake()
    if (failures.length > 0) {
      throw new Error(`a reaction failed: ${failures.join('; ')}`)
    }
  }
  return {
    ...database,
    post,
    settle,
    register: (...people) => registerPeople(database, people),
    async code(to) {
      await settle()
      const message = await soon(`a code to ${to}`, () =>
        post.messages(to).find(({ code, id }) => code !== null && !told.has(id)),
      )
      told.add(message.id)
      return message.code ?? ''
    },
    async letters(to, text) {
      await settle()
      return soon(`a letter to ${to} about ${text}`, () => {
        const all = post.messages(to)
        return all.some((m) => m.text.match(text)) ? all : undefined
      })
    },
    visitor: () => new Visitor(context),
    stop: () =>
      stopAll({
        'the letter job': () => job.stop(),
        'the log in words': () => mustReadAsWords(database.pool),
        'the database': () => database.stop(),
        'the post office': () => post.stop(),
      }),
  }
}
