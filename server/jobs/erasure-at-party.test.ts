// Bar S14 beside a service: what a sign-in leaves of a person in the provider's records, and what the files
// and the log of a whole Sen say of somebody who applies.
import assert from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { canariesIn, canariesInDump, type Canaries } from '../../testing/canaries.ts'
import { openTestSen } from '../../testing/whole-sen.ts'
import { discover, register, signIn } from '../../testing/party-fixture.ts'
import { presenceAt } from '../../testing/presence.ts'
import {
  Browser,
  openSignInFixture,
  settleCitizen,
  testSerial,
  type SignInFixture,
} from '../../testing/sign-in-fixture.ts'
import { clockOffset_ms, moveClock } from '../kernel/clock.ts'
import { kernelLapses } from '../kernel/retention.ts'
import { allModules } from '../modules/all.ts'
import { closeAccount } from '../modules/people/accounts/close-account.ts'
import { accountForUpdate } from '../modules/people/accounts/open-account.ts'
import { sweepLapsed } from '../modules/access/federation/provider/end-provider-session.ts'
import { allKeeps } from './all-keeps.ts'
import { allEvents, allReactions } from './all-reactions.ts'
import { eraseClosed } from './erase-closed.ts'
import { forgetLapsed } from './forget-lapsed.ts'
import { openDispatcher } from './outbox.ts'

const DAY_MS = 86_400_000
const clockAtFirst = clockOffset_ms()
const AGENT = 'YenBrowser/47.11 (Canaria)'
let fixture: SignInFixture
before(async () => {
  fixture = await openSignInFixture()
})
after(async () => {
  moveClock(clockAtFirst)
  await fixture.stop()
})

const REGISTER = new Set(allKeeps.filter(({ fate }) => fate.is === 'register').map(({ table }) => table))
const lapses = [...kernelLapses, ...allModules.flatMap((module) => module.lapses)]

const runJobs = async (): Promise<void> => {
  const { transact, tools } = fixture.context
  const dispatcher = openDispatcher({
    transact,
    tools,
    events: allEvents,
    reactions: allReactions,
    onKept: ({ kind, because }) => assert.fail(`${kind} is kept: ${because}`),
    onFailure: ({ reaction, reason }) => assert.fail(`${reaction}: ${reason}`),
  })
  while (await dispatcher.run()) {
    continue
  }
  while (await eraseClosed(transact, tools, allKeeps)) {
    continue
  }
  while (await forgetLapsed(transact, lapses)) {
    continue
  }
  await transact(sweepLapsed)
}

test('what a service was signed in with goes with the account, and the proof of consent when its years are over', async () => {
  const { context, pool, keys } = fixture
  const serial = testSerial()
  const who = await settleCitizen(fixture, serial)
  const party = await register(fixture, { name: 'Ngân hàng Chim Yến' })
  const browser = new Browser(fixture.origin)
  browser.agent = AGENT
  const { tokens } = await signIn(fixture, await discover(fixture, party), who, { browser })
  const canaries: Canaries = {
    number: who.personalNumber,
    email: `p${serial}@example.vn`,
    device: 'Máy của Sen',
    agent: AGENT,
    token: tokens.access_token,
    sub: tokens.claims()?.sub ?? '',
    subject: who.subjectId,
  }
  const found = async (): Promise<Map<string, string[]>> =>
    new Map([...(await canariesInDump(pool, canaries, keys))].filter(([table]) => !REGISTER.has(table)))
  const everything = await found()
  assert.ok(everything.get('sign_in')?.includes('agent'))
  assert.ok(
    everything.has('oidc_record') || everything.has('oidc_passing'),
    'what the provider sealed is read',
  )
  assert.ok(everything.get('account')?.includes('number'))

  await context.transact(async (work) => {
    const account = await accountForUpdate(work, who.subjectId)
    assert.ok(account)
    await closeAccount(work, context.tools, account)
  })
  await runJobs()
  moveClock(clockOffset_ms() + 2 * DAY_MS)
  await runJobs()
  const left = [...(await found())].filter(([, names]) => names.some((name) => name !== 'subject'))
  assert.deepEqual(
    left.filter(([table]) => !['letter', 'oidc_record', 'oidc_passing'].includes(table)),
    [],
  )
  moveClock(clockOffset_ms() + 6 * 366 * DAY_MS)
  await runJobs()
  const tables = [...(await found())]
  assert.deepEqual(
    tables.filter(([, names]) => names.some((name) => name !== 'subject')),
    [],
  )
  assert.deepEqual(
    tables.map(([table]) => table).sort(),
    ['account', 'audit_line', 'identifier'],
    'the opaque identifier alone',
  )
})

/** All files below a folder, read as bytes. */
const filesBelow = async (folder: string): Promise<Map<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'latin1')] as const)),
  )
}

test("no file and no line of a whole Sen's log holds what somebody typed", async () => {
  const sen = await openTestSen('on')
  const canaries: Canaries = {
    number: '940191123456',
    name: 'Canaria Chim Yen',
    phone: '917471147',
    email: 'chim-yen-47@thu.example',
    agent: AGENT,
  }
  const inFiles = async (): Promise<string[]> =>
    [...(await filesBelow(sen.env['SEN_DATA'] ?? ''))].flatMap(([file, bytes]) =>
      canariesIn(canaries, bytes).map((name) => `${file}: ${name}`),
    )
  try {
    let cookie = ''
    const post = async (path: string, body: object, headers = {}): Promise<Response> => {
      const answer = await fetch(`${sen.url}/api/${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: sen.url,
          'user-agent': AGENT,
          cookie,
          ...headers,
        },
        body: JSON.stringify(body),
      })
      cookie ||= answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
      return answer
    }
    assert.equal((await post('enrolment/start', { consent: '2026-11', language: 'vi' })).status, 200)
    const declared = { personalNumber: '940191123456', fullName: 'Canaria Chim Yen', birthDate: '1991-01-01' }
    const contact = { phone: '0917471147', email: 'chim-yen-47@thu.example' }
    const shown = { 'sen-presence': await presenceAt(sen.url, 'enrolment.send-code') }
    const answers = [
      await post('enrolment/declare', declared),
      await post('enrolment/send-code', contact, shown),
      await post('enrolment/declare', { ...declared, fullName: 47, broken: 'Canaria Chim Yen' }),
      await post('no/such/door?phone=0000', declared),
    ]
    assert.ok(answers.some(({ status }) => status < 300) && answers.some(({ status }) => status >= 400))
    // A fault is what is written to the log: a statement that fails with all of it in hand.
    await sen.database.pool.query('alter table enrolment_draft rename column sealed_declared to gone')
    assert.equal((await post('enrolment/declare', declared)).status, 500)
    await sen.database.pool.query('alter table enrolment_draft rename column gone to sealed_declared')
    assert.match(sen.log(), /request failed/)
    assert.deepEqual(canariesIn(canaries, sen.log()), [])
    assert.deepEqual(await inFiles(), [])
    await writeFile(
      join(sen.env['SEN_DATA'] ?? '', 'planted'),
      Buffer.from('chim-yen-47@thu.example').toString('base64'),
    )
    assert.equal((await inFiles()).length, 1, 'the search finds one that is planted')
  } finally {
    await sen.stop()
  }
})
