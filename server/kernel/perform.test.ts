// The one walk of every use case, on a real database: what is promised once for all deeds.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { z } from 'zod'
import { call, citizen, openWalk, refused, sayWord, SayWord, write } from '../../testing/walk.ts'
import { anonymous, type Actor, type Officer } from './actor.ts'
import { none } from './audit-line.ts'
import { clockOffset_ms, moveClock } from './clock.ts'
import { defineEvent } from './event.ts'
import { newId } from './id.ts'
import { perform } from './perform.ts'
import { anyone, applicantHerself, officerWith, type Permit } from './permit.ts'
import { problem } from './problem.ts'
import { useCase, type AnyUseCase } from './use-case.ts'

let place: Awaited<ReturnType<typeof openWalk>>
before(async () => {
  place = await openWalk()
})
beforeEach(() => place.clear())
after(() => place.stop())
const officer = (tasks: readonly string[]): Officer => ({
  kind: 'officer',
  officerId: newId(),
  number: 'CB-1',
  officeId: newId(),
  officeName: 'x',
  sessionId: newId(),
  tasks,
  personKey: null,
  desk: '',
})
const words = (): Promise<string[]> => place.words()

test('a deed sent twice with one key is done once and answered twice alike, its cookies too', async () => {
  const first = await perform(place.context, sayWord, call({ word: 'một' }, { key: 'key-number-1' }))
  const again = await perform(place.context, sayWord, call({ word: 'một' }, { key: 'key-number-1' }))
  assert.deepEqual(again, first)
  assert.deepEqual(await words(), ['một'])
})

test('a deed sent twenty times at once with one key is done once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      perform(place.context, sayWord, call({ word: 'hai' }, { key: 'key-number-2' })),
    ),
  )
  assert.equal(new Set(answers.map(({ output }) => output.at)).size, 1)
  assert.deepEqual(await words(), ['hai'])
})

test("the same key with another body is refused, and another person's same key is her own", async () => {
  const [mine, hers] = [citizen(), citizen()]
  await perform(place.context, sayWord, call({ word: 'ba' }, { key: 'key-number-3', actor: mine }))
  assert.equal(
    (
      await refused(
        perform(place.context, sayWord, call({ word: 'bốn' }, { key: 'key-number-3', actor: mine })),
      )
    ).code,
    'request.key-reused',
  )
  await perform(place.context, sayWord, call({ word: 'năm' }, { key: 'key-number-3', actor: hers }))
  assert.deepEqual(await words(), ['ba', 'năm'])
})

test('what is kept under a key tells nothing to whoever steals the table', async () => {
  await perform(place.context, sayWord, call({ word: 'bí mật' }, { key: 'key-number-4' }))
  const { rows } = await place.pool.query<{ all: string }>(
    `select encode(key_digest, 'escape') || encode(outcome, 'escape') as all from idempotency_key`,
  )
  assert.equal(rows.length, 1)
  assert.ok(!rows[0]?.all.includes('bí mật') && !rows[0]?.all.includes('key-number-4'))
})

test('a body is kept as a keyed digest: a password in it cannot be guessed from the table; what an earlier release kept still counts', async () => {
  const plain = createHash('sha256').update('test.say\n{"word":"Hoa-Sen#2026"}').digest()
  const actor = citizen()
  const say = (word = 'Hoa-Sen#2026') =>
    perform(place.context, sayWord, call({ word }, { key: 'key-number-6', actor }))
  const first = await say()
  const { rows } = await place.pool.query<{ body_digest: Buffer }>('select body_digest from idempotency_key')
  assert.equal(rows.length, 1)
  assert.ok(!rows[0]?.body_digest.equals(plain))
  await place.pool.query('update idempotency_key set body_digest = $1', [plain])
  assert.deepEqual(await say(), first)
  assert.equal((await refused(say('Hoa-Sen#2027'))).code, 'request.key-reused')
})

test('nothing dear is prepared for whoever does not hold the session or the task of the deed', async () => {
  let prepared = 0
  const dearFor = <A extends Actor>(permit: Permit<A, undefined>) =>
    useCase({
      contract: SayWord,
      prepare() {
        prepared += 1
        return Promise.resolve()
      },
      permit,
      async act(work, { word }) {
        await write(work, word)
        return { word, at: new Date(0).toISOString() }
      },
      audit: none('a test'),
    })
  const dear = dearFor(applicantHerself)
  const codes = []
  for (const actor of [anonymous, citizen()]) {
    codes.push((await refused(perform(place.context, dear, call({ word: 'chín' }, { actor })))).code)
  }
  assert.deepEqual([codes, prepared], [['session.required', 'permit.refused'], 0])
  const applicant = { kind: 'applicant', draftId: newId() } as const
  await perform(place.context, dear, call({ word: 'mười' }, { actor: applicant }))
  assert.deepEqual([await words(), prepared], [['mười'], 1])
  const atDesk = dearFor(officerWith('paper.take'))
  for (const tasks of [[], ['paper.view']]) {
    const refusal = await refused(
      perform(place.context, atDesk, call({ word: 'x' }, { actor: officer(tasks) })),
    )
    assert.deepEqual([refusal.code, prepared], ['permit.refused', 1])
  }
  await perform(place.context, atDesk, call({ word: 'y' }, { actor: officer(['paper.take']) }))
  assert.deepEqual([await words(), prepared], [['mười', 'y'], 2])
})

const Said = defineEvent('Said', z.strictObject({ tries: z.number().optional() }))
const refuseAfterWriting = (isKept: boolean) =>
  useCase({
    contract: SayWord,
    permit: anyone,
    async act(work, { word }, { refuse }) {
      await write(work, word)
      work.publish(Said, newId(), {})
      if (isKept) {
        return refuse(problem('code.wrong', { params: { left: 4 } }))
      }
      throw problem('code.expired')
    },
    audit: none('a test'),
  })

test('a refused deed leaves nothing; a refusal that counts keeps what it wrote', async () => {
  assert.equal(
    (await refused(perform(place.context, refuseAfterWriting(false), call({ word: 'gone' })))).code,
    'code.expired',
  )
  assert.deepEqual(await words(), [])
  const kept = await refused(perform(place.context, refuseAfterWriting(true), call({ word: 'kept' })))
  assert.deepEqual([kept.code, kept.details.params], ['code.wrong', { left: 4 }])
  assert.deepEqual(await words(), ['kept'])
})

test('a wrong try sent twice with one key counts once and is refused twice alike', async () => {
  const say = () =>
    refused(perform(place.context, refuseAfterWriting(true), call({ word: 'try' }, { key: 'key-number-5' })))
  const [first, again] = [await say(), await say()]
  assert.deepEqual([again.code, again.details], [first.code, first.details])
  assert.deepEqual(await words(), ['try'])
})

const limited: AnyUseCase = useCase({
  contract: SayWord,
  permit: anyone,
  limits: () => [{ scope: 'test', key: 'somebody', most: 3, per_s: 600 }],
  act() {
    throw problem('code.expired')
  },
  audit: none('a test'),
})

test('a limit counts refused tries too, says when to come again, and opens then', async () => {
  for (let i = 0; i < 3; i++) {
    assert.equal((await refused(perform(place.context, limited, call({ word: 'x' })))).code, 'code.expired')
  }
  const full = await refused(perform(place.context, limited, call({ word: 'x' })))
  const wait_s = full.details.retryAfter_s ?? 0
  assert.equal(full.code, 'limit.reached')
  assert.ok(wait_s >= 1 && wait_s <= 600, `${wait_s}`)
  const before_ms = clockOffset_ms()
  try {
    moveClock(before_ms + wait_s * 1000)
    assert.equal((await refused(perform(place.context, limited, call({ word: 'x' })))).code, 'code.expired')
  } finally {
    moveClock(before_ms)
  }
})

test('thirty tries at once pass a limit of three exactly three times', async () => {
  const codes = await Promise.all(
    Array.from(
      { length: 30 },
      async () => (await refused(perform(place.context, limited, call({ word: 'x' })))).code,
    ),
  )
  assert.equal(codes.filter((code) => code === 'code.expired').length, 3)
})

test('a deed that the database asks to do again is done again from the start, and its events and cookies stand once', async () => {
  let tries = 0
  const shaky = useCase({
    contract: SayWord,
    permit: anyone,
    async act(work, { word }, { effects }) {
      tries++
      await write(work, `${word} ${tries}`)
      effects.setSession('app', String(tries), 60)
      work.publish(Said, newId(), { tries })
      if (tries < 3) {
        await work.run(`do $$ begin raise exception 'again' using errcode = '40001'; end $$`)
      }
      return { word, at: '' }
    },
    audit: none('a test'),
  })
  const { effects } = await perform(place.context, shaky, call({ word: 'lại' }))
  assert.deepEqual([tries, await words()], [3, ['lại 3']])
  assert.deepEqual(effects, [{ set: 'app', token: '3', lifetime_s: 60 }])
  assert.deepEqual((await place.pool.query('select data from outbox')).rows, [{ data: { tries: 3 } }])
})

test('a conflict that never ends is an error after a bounded number of tries', async () => {
  let tries = 0
  await assert.rejects(
    place.context.transact(async (work) => {
      tries++
      await work.run(`do $$ begin raise exception 'again' using errcode = '40P01'; end $$`)
    }),
  )
  assert.equal(tries, 5)
})

test('events stand with the deed, and what follows them happens only after it stands', async () => {
  const told: string[] = []
  const publish = (isDone: boolean) =>
    place.context.transact(async (work) => {
      work.publish(Said, newId(), {})
      work.afterCommit(() => void told.push(isDone ? 'done' : 'undone'))
      assert.deepEqual(told, [])
      if (!isDone) {
        throw new Error('undone')
      }
    })
  await assert.rejects(publish(false), /undone/)
  assert.equal((await place.pool.query('select 1 from outbox')).rowCount, 0)
  await publish(true)
  assert.deepEqual(told, ['done'])
  assert.equal((await place.pool.query('select 1 from outbox')).rowCount, 1)
})
