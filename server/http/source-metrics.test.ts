// What a monitoring sees of other agencies' registers: since when one is silent, and why.
import assert from 'node:assert/strict'
import Fastify, { type FastifyInstance } from 'fastify'
import { after, before, test } from 'node:test'
import { openTestContext } from '../../testing/database.ts'
import { stopAll } from '../../testing/stop-all.ts'
import { addSource, noteAnswer, openSources } from '../modules/documents/sources/known-sources.ts'
import { mountMetrics } from './metrics.ts'

let house: Awaited<ReturnType<typeof openTestContext>>
let app: FastifyInstance
before(async () => {
  house = await openTestContext()
  app = Fastify()
  mountMetrics(app, { context: house.context, readiness: { missing: () => [] }, witnesses: [] })
})
after(() => stopAll({ 'the server': () => app.close(), 'the database': () => house.stop() }))

const figures = async (): Promise<string[]> =>
  (await app.inject('/metrics')).body.split('\n').filter((line) => line.startsWith('sen_source_'))

test('a register that answers, one that is silent and why, and one that answers again', async () => {
  const { transact, tools } = house.context
  const name = { vi: 'Sổ', en: 'Register' }
  const source = { id: 'licences', name, url: 'https://so.example', timeout_ms: 1000, mostPerMinute: 10 }
  await transact((work) => addSource(work, tools, source, 'a-key-of-the-agency'))
  const known = async () => (await openSources(tools.read))[0] ?? assert.fail()
  assert.deepEqual(await figures(), ['sen_source_silent_seconds{source="licences",why=""} 0'])
  await noteAnswer(transact, await known(), { is: 'full' })
  assert.deepEqual(await figures(), ['sen_source_silent_seconds{source="licences",why=""} 0'])
  await noteAnswer(transact, await known(), { is: 'silent', why: 'form' })
  await noteAnswer(transact, await known(), { is: 'silent', why: 'rests' })
  const [line = ''] = await figures()
  assert.match(line, /^sen_source_silent_seconds\{source="licences",why="form"\} \d/, 'as it began')
  await noteAnswer(transact, await known(), { is: 'answered', answer: null })
  assert.deepEqual(await figures(), ['sen_source_silent_seconds{source="licences",why=""} 0'])
})
