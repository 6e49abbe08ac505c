// What may go in and out of a use case: its contract and nothing beside it.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { z } from 'zod'
import { view } from '../../contract/operation.ts'
import { call, openWalk, refused, sayWord, SayWord, write } from '../../testing/walk.ts'
import { none } from './audit-line.ts'
import { perform } from './perform.ts'
import { anyone } from './permit.ts'
import { Problem } from './problem.ts'
import { useCase } from './use-case.ts'

let place: Awaited<ReturnType<typeof openWalk>>
before(async () => {
  place = await openWalk()
})
beforeEach(() => place.clear())
after(() => place.stop())
const words = (): Promise<string[]> => place.words()

test('an answer that is not what the contract says is our error, is not sent, and undoes the deed', async () => {
  const lying = useCase({
    contract: SayWord,
    permit: anyone,
    async act(work, { word }) {
      await write(work, word)
      return { word } as { word: string; at: string }
    },
    audit: none('a test'),
  })
  await assert.rejects(
    perform(place.context, lying, call({ word: 'x' })),
    (error: Error) => !(error instanceof Problem) && error.message.includes('test.say'),
  )
  assert.deepEqual(await words(), [])
})

test('what the contract does not name never leaves the house', async () => {
  const talkative = useCase({
    contract: SayWord,
    permit: anyone,
    act: (_, { word }) => Promise.resolve({ word, at: '', subjectId: 'inner' }),
    audit: none('a test'),
  })
  assert.deepEqual((await perform(place.context, talkative, call({ word: 'x' }))).output, {
    word: 'x',
    at: '',
  })
})

test('a null character or half a character in any text is a fault of that field, never an error of the database', async () => {
  for (const word of ['a\0b', '\ud83d', 'a\udc00b']) {
    const fault = await refused(perform(place.context, sayWord, call({ word })))
    assert.deepEqual(
      [fault.code, fault.details.fields],
      ['request.invalid', [{ field: 'word', code: 'control' }]],
    )
  }
  await perform(place.context, sayWord, call({ word: '😀' }))
})

test("where an operator runs it, a test person's number names nobody, whoever sends it", async () => {
  const FindNumber = view('test.number', {
    summary: 'Reads a number.',
    input: z.object({ personalNumber: z.string(), representativeNumber: z.string().optional() }),
    output: z.object({}),
  })
  const findNumber = useCase({
    contract: FindNumber,
    permit: anyone,
    act: () => Promise.resolve({}),
    audit: none('a test'),
  })
  const { tools } = place.context
  const operators = { ...place.context, tools: { ...tools, allowsTestPeople: false } }
  const asked = { personalNumber: '001091004826', representativeNumber: '940191004826' }
  await perform(place.context, findNumber, call(asked))
  assert.deepEqual((await refused(perform(operators, findNumber, call(asked)))).details, {
    fields: [{ field: 'representativeNumber', code: 'province' }],
  })
  await perform(operators, findNumber, call({ personalNumber: '001091004826' }))
})
