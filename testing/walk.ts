/**
 * A database with a table of words, and use cases that write and look there: what the tests of the one
 * walk of every use case share.
 */
import { z } from 'zod'
import { deed } from '../contract/operation.ts'
import { anonymous, type Actor, type Citizen } from '../server/kernel/actor.ts'
import { none } from '../server/kernel/audit-line.ts'
import { newId } from '../server/kernel/id.ts'
import { anyone } from '../server/kernel/permit.ts'
import { Problem } from '../server/kernel/problem.ts'
import { useCase } from '../server/kernel/use-case.ts'
import type { Work } from '../server/kernel/work.ts'
import { openTestContext } from './database.ts'

export const openWalk = async () => {
  const place = await openTestContext()
  await place.pool.query('create table tally (id uuid primary key, word text not null)')
  return {
    ...place,
    async clear(): Promise<void> {
      for (const table of ['tally', 'outbox', 'audit_line', 'attempt_counter', 'idempotency_key']) {
        await place.pool.query(`delete from ${table}`)
      }
    },
    async words(): Promise<string[]> {
      const { rows } = await place.pool.query<{ word: string }>('select word from tally order by word')
      return rows.map((row) => row.word)
    },
    async lines() {
      const { rows } = await place.pool.query<{
        subject_id: string
        actor: string
        outcome: string
        use_case: string
      }>('select subject_id, actor, outcome, use_case from audit_line')
      return rows
    },
  }
}

export const citizen = (subjectId = newId()): Citizen => ({
  kind: 'citizen',
  subjectId,
  sessionId: newId(),
  deviceId: null,
})
const request = (idempotencyKey?: string) => ({
  requestId: newId(),
  network: '10.0.0.1',
  language: 'vi' as const,
  device: 'test',
  idempotencyKey,
})
export const call = (input: unknown, { actor = anonymous, key }: { actor?: Actor; key?: string } = {}) => ({
  input,
  actor,
  request: request(key),
})
export const write = (work: Work, word: string) =>
  work.run('insert into tally (id, word) values ($1, $2)', [newId(), word])

export const refused = async (promise: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await promise.then(
    () => null,
    (e: unknown) => e,
  )
  if (!(error instanceof Problem)) {
    throw new Error(`no Problem came but ${String(error)}`)
  }
  return error
}

export const SayWord = deed('test.say', {
  summary: 'Writes a word.',
  input: z.object({ word: z.string().max(20) }),
  output: z.object({ word: z.string(), at: z.string() }),
})
export const sayWord = useCase({
  contract: SayWord,
  permit: anyone,
  async act(work, { word }, { effects, now }) {
    await write(work, word)
    effects.setSession('app', `token of ${word}`, 60)
    return { word, at: `${now.toISOString()} ${newId()}` }
  },
  audit: none('a test'),
})
